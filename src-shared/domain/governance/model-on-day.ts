import type { DatePrecision } from '../base/period';
import { reviewDue } from '../models/review';
import { PRODUCTION_STAGES, STAGES, type Stage } from '../vocabulary';
import { type Known, NEVER } from './condition';
import type { AnswerRow, EvidenceRow, GovernedModel, GovernedPortfolio } from './governed';
import { isHeldReview } from './review-kinds';
import type { PackEvent } from './rule-pack';

/** A day of a look, and the last day of which anything is known. */
export interface Look {
  /** Validity, age and due dates are judged on it. */
  readonly day: string;
  /** Rows count up to it: the day, or today where the day lies ahead. */
  readonly rowsTo: string;
  /** Days of reviews that were worked out already, by what they follow from: few models differ in all of it. */
  readonly dues: Map<string, string | null>;
}

export const lookAt = (portfolio: GovernedPortfolio, day: string): Look => ({
  day,
  rowsTo: day < portfolio.today ? day : portfolio.today,
  dues: new Map(),
});

const serves = (stage: Stage): boolean => PRODUCTION_STAGES.some((one) => one === stage);

/** A model as the rows up to a day tell it. */
export class ModelOnDay {
  readonly id: string;
  readonly tier: GovernedModel['tier'];
  private readonly moves: GovernedModel['moves'];
  // Dozens of lines ask for the same few things.
  private reached: string | undefined;
  private first: Known | undefined;
  private approved: GovernedModel['approvals'] | undefined;
  private drifted: string | null | undefined;
  private due: string | null | undefined;
  private readonly kinds = new Map<string, readonly EvidenceRow[]>();

  constructor(
    readonly model: GovernedModel,
    private readonly portfolio: GovernedPortfolio,
    readonly look: Look,
  ) {
    this.id = model.id;
    this.tier = model.tier;
    const { rowsTo } = look;
    // As the portfolio's own look back has it.
    const known = ({ on, recordedOn }: GovernedModel['moves'][number]): boolean => (on ?? recordedOn) <= rowsTo;
    this.moves = model.moves.every(known) ? model.moves : model.moves.filter(known);
  }

  /** `false`: it was not there yet. */
  get there(): boolean {
    return this.moves.length > 0;
  }

  get stage(): Stage | null {
    return this.moves.at(-1)?.to ?? null;
  }

  /** The first move into production; `NEVER`, or `null`: there was one, nobody knows when. */
  get firstProduction(): Known {
    this.first ??= firstDay(this.moves.filter(({ to }) => serves(to)).map(({ on }) => on)) ?? UNDATED;
    return this.first === UNDATED ? null : this.first;
  }

  /** How finely the day of its first move into production, or of another one, is known. */
  precisionOf(day: string): DatePrecision {
    return this.moves.find(({ on }) => on === day)?.precision ?? 'day';
  }

  /** Its stages up to the day, each once, and the one that it is in. */
  get stagesKey(): string {
    if (this.reached === undefined) {
      let stages = 0;
      for (const { to } of this.moves) stages |= 1 << STAGES.indexOf(to);
      this.reached = `${stages}>${this.stage ?? ''}`;
    }
    return this.reached;
  }

  get version(): string {
    return this.moves.findLast(({ version }) => version !== '')?.version ?? '';
  }

  get versionSince(): string | null {
    const { version } = this;
    return version === '' ? null : (this.moves.find((move) => move.version === version)?.on ?? null);
  }

  /** Whether it ever reached a stage, or one behind it. */
  hasReached(stage: Stage): boolean {
    const after: Record<string, readonly Stage[]> = {
      validation: ['validation', ...PRODUCTION_STAGES],
      deployed: PRODUCTION_STAGES,
      monitored: ['monitored', 'retraining'],
      retired: ['retired'],
    };
    const wanted = after[stage] ?? [stage];
    return this.moves.some(({ to }) => wanted.includes(to));
  }

  get approvals(): GovernedModel['approvals'] {
    // Most models have none.
    this.approved ??=
      this.model.approvals.length === 0
        ? this.model.approvals
        : this.model.approvals.filter(({ on }) => on <= this.look.rowsTo).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    return this.approved;
  }

  get hasEvidence(): boolean {
    return this.model.evidence.length > 0;
  }

  evidence(kind: string): readonly EvidenceRow[] {
    const known = this.kinds.get(kind) ?? upTo(this.model.evidence, kind, this.look);
    this.kinds.set(kind, known);
    return known;
  }

  get lastDrift(): string | null {
    if (this.drifted === undefined) this.drifted = this.model.drift.lastBy(this.look.rowsTo);
    return this.drifted;
  }

  get hasDependencies(): boolean {
    return this.dependencies.length > 0;
  }

  get dependencies(): GovernedModel['dependencies'] {
    const { rowsTo } = this.look;
    return this.model.dependencies.filter(({ from, until }) => from <= rowsTo && (until === null || until >= rowsTo));
  }

  get findings(): GovernedModel['findings'] {
    return this.model.findings.filter(({ openedOn }) => openedOn <= this.look.rowsTo);
  }

  get reviewDue(): string | null {
    if (this.due === undefined) this.due = this.findReviewDue();
    return this.due;
  }

  private findReviewDue(): string | null {
    const first = this.firstProduction;
    const follows = {
      typed: this.model.nextReview,
      tier: this.tier,
      stage: this.stage ?? 'proposed',
      firstDeployedAt: typeof first === 'string' && first !== NEVER ? first : null,
      lastApprovalAt: this.approvals.at(-1)?.on ?? null,
      lastReviewOn: this.lastReviewOn,
    } as const;
    const { dues } = this.look;
    const key = Object.values(follows).join();
    const known = dues.get(key);
    if (known !== undefined) return known;
    const { due } = reviewDue({ ...follows, reviewMonths: this.portfolio.reviewMonths });
    dues.set(key, due);
    return due;
  }

  private get lastReviewOn(): string | null {
    if (!this.hasEvidence) return null;
    const held = this.model.evidence.filter((row) => isHeldReview(row) && row.on <= this.look.rowsTo);
    return (
      held
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null
    );
  }

  /** Who built it: the developer, else the technical owner; empty: nobody has said. */
  get developer(): string {
    const said = (name: string): string => String(this.model.fields[name] ?? '');
    return said('developer') || said('technicalOwner');
  }

  /** The latest answer to a question up to the day; `null`: none. */
  answer(pack: string, question: string): AnswerRow['value'] | null {
    const rows = this.model.answers.filter(
      (row) => row.pack === pack && row.question === question && row.on <= this.look.rowsTo,
    );
    // Of two on one day the later row counts.
    return rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)?.value ?? null;
  }

  /** Days on which something happened; `null` in place of one that nobody knows. */
  eventDays(event: PackEvent): readonly (string | null)[] {
    const { rowsTo } = this.look;
    const known = (days: readonly string[]): readonly string[] => days.filter((day) => day <= rowsTo);
    switch (event) {
      case 'release':
        return this.moves.filter(({ version }) => version !== '').map(({ on }) => on);
      case 'retirement':
        return this.moves.filter(({ to }) => to === 'retired').map(({ on }) => on);
      case 'substantial_change':
        return this.evidence('substantial_change')
          .filter(({ outcome }) => outcome === 'yes')
          .map(({ on }) => on);
      case 'drift_act':
        return known(this.model.drift.acts());
      case 'owner_change':
        return known(this.model.ownerChanges);
      case 'incident_serious':
        return known(this.model.incidentReports.map(({ awareOn }) => awareOn));
    }
  }

  /** The last significant change, by the look of a person; `NEVER`: nobody has found one. */
  get significantChange(): Known {
    return this.eventDays('substantial_change').toSorted().at(-1) ?? NEVER;
  }
}

/** There was one, nobody knows when. */
const UNDATED = 'undated';

/** Rows of evidence of one kind, dated up to the day. */
export const upTo = (evidence: readonly EvidenceRow[], kind: string, { rowsTo }: Look): readonly EvidenceRow[] =>
  evidence.filter((row) => row.kind === kind && row.on <= rowsTo);

function firstDay(days: readonly (string | null)[]): Known {
  if (days.length === 0) return NEVER;
  return days.includes(null) ? null : (days.toSorted()[0] ?? NEVER);
}
