import { addDays, daysFromTo, sayDay } from '../base/calendar';
import { counted, sayCount, verb } from '../base/wording';
import { ENDS_SOON_DAYS } from '../governance/evidence-standing';
import type { Tier } from '../vocabulary';
import type { AttentionAction } from './attention-item';
import { REPORT_DAYS } from './attention-governance';

/** What is owed to authorities, to gates, after findings and by evidence; each a group of the week and a kind of notice. */
export const OWED_KINDS = ['reports', 'gates', 'findings', 'evidence'] as const;
export type OwedKind = (typeof OWED_KINDS)[number];
export const isOwedKind = (kind: string): kind is OwedKind => OWED_KINDS.some((one) => one === kind);
/** One of each kind. */
export const byOwed = <T>(of: (kind: OwedKind) => T): Readonly<Record<OwedKind, T>> => ({
  reports: of('reports'),
  gates: of('gates'),
  findings: of('findings'),
  evidence: of('evidence'),
});

/** One thing that is owed, as Overview counts it, the week lists it and a notice tells of it. */
export interface Owed {
  readonly kind: OwedKind;
  /** Of the report, the finding or the evidence; of a gate the model. */
  readonly key: string;
  /** `null`: of no known model. */
  readonly modelId: string | null;
  /** Of the model; of a report without one, of the incident. */
  readonly name: string;
  readonly tier: Tier | null;
  /** '' = nobody is named. */
  readonly owner: string;
  readonly what: string;
  /** ISO, the first day on which it is owed like this; `null`: not known. */
  readonly from: string | null;
  /** Its day has passed; else it is near. */
  readonly late: boolean;
  readonly mark: 'act' | 'watch' | 'note';
  readonly action: AttentionAction;
}

interface Of {
  readonly modelId: string | null;
  readonly name: string;
  readonly tier: Tier | null;
  readonly owner: string;
}

const openModel = ({ modelId }: Of): AttentionAction => ({ label: 'Open model', filter: null, modelId });
/** The day after the last one. */
const after = (day: string): string => addDays(day, 1);

/** `null`: its last day is neither near nor past. */
export function owedReport(
  of: Of,
  report: {
    readonly id: string;
    readonly incidentId: string;
    readonly text: string;
    readonly due: string;
    /** The day from which its text asks for such reports, where nobody had to make this one yet. */
    readonly asksFrom: string | null;
  },
  today: string,
): Owed | null {
  const { id: key, incidentId, text, due, asksFrom } = report;
  const left = daysFromTo(today, due);
  if (left > REPORT_DAYS) return null;
  const when = left < 0 ? `was due on ${sayDay(due)}` : left === 0 ? 'due today' : `due in ${counted(left, 'day')}`;
  return {
    ...of,
    kind: 'reports',
    key,
    what: `Report by ${text} ${when}${asksFrom === null ? '' : `; the text asks for such from ${sayDay(asksFrom)} on`}`,
    from: left < 0 ? after(due) : addDays(due, -REPORT_DAYS),
    late: left < 0,
    mark: asksFrom === null ? 'act' : 'watch',
    action: { label: 'Open incident', filter: null, modelId: null, incidentId },
  };
}

/** @param day ISO: its due day, or the end of its acceptance, which has passed */
export const owedFinding = (
  of: Of,
  finding: { readonly id: string; readonly title: string; readonly severity: string; readonly day: string },
): Owed => {
  const { id: key, title, severity, day } = finding;
  const grave = severity === 'critical' || severity === 'high';
  return {
    ...of,
    kind: 'findings',
    key,
    what: `${severity.charAt(0).toUpperCase()}${severity.slice(1)} finding “${title}” was due on ${sayDay(day)}`,
    from: after(day),
    late: true,
    mark: grave ? 'act' : 'watch',
    action: { label: 'Open model', filter: null, modelId: of.modelId },
  };
};

/** @param validUntil ISO, its last day: past, or within `ENDS_SOON_DAYS` */
export function owedEvidence(
  of: Of,
  evidence: { readonly id: string; readonly label: string; readonly validUntil: string },
  today: string,
): Owed {
  const { id: key, label, validUntil } = evidence;
  const left = daysFromTo(today, validUntil);
  const ended = left < 0;
  const when = ended
    ? `ended on ${sayDay(validUntil)}`
    : left === 0
      ? 'has its last day today'
      : `ends in ${counted(left, 'day')}`;
  return {
    ...of,
    kind: 'evidence',
    key,
    what: `${label} ${when}`,
    from: ended ? after(validUntil) : addDays(validUntil, -ENDS_SOON_DAYS),
    late: ended,
    mark: ended ? 'watch' : 'note',
    action: openModel(of),
  };
}

/** A gate that a model in production went through and that does not stand any more. */
export const owedGate = (of: Of, gate: { readonly words: readonly string[]; readonly since: string | null }): Owed => ({
  ...of,
  kind: 'gates',
  key: of.modelId ?? '',
  what: gate.words.join('; '),
  from: gate.since,
  late: true,
  mark: of.tier === 1 ? 'act' : 'watch',
  action: openModel(of),
});

export interface OwedCounts {
  readonly total: number;
  readonly late: number;
  readonly fresh: number;
}

/** @param since ISO instant: what began after its day is new */
export function countOwed(owed: readonly Owed[], kind: OwedKind, since: string): OwedCounts {
  const own = owed.filter((one) => one.kind === kind);
  return {
    total: own.length,
    late: own.filter(({ late }) => late).length,
    fresh: own.filter((one) => isFreshOwed(one, since)).length,
  };
}

export const isFreshOwed = ({ from }: Owed, since: string): boolean => from !== null && from > since.slice(0, 10);

const CAME: Readonly<Record<OwedKind, string>> = {
  reports: 'came near or became late',
  gates: 'fell',
  findings: 'became overdue',
  evidence: 'ended or came near its end',
};

/** Title and change of a group of the week. */
export function owedWords(kind: OwedKind, { total, late, fresh }: OwedCounts): { title: string; change: string } {
  const near = total - late;
  const change = fresh === 0 ? 'nothing changed' : `${sayCount(fresh)} ${CAME[kind]}`;
  switch (kind) {
    case 'reports':
      return {
        title: `Reports to authorities: ${sayCount(late)} late, ${sayCount(near)} due within ${REPORT_DAYS} days`,
        change,
      };
    case 'gates':
      return { title: `Gates that no longer stand: ${sayCount(total)}`, change };
    case 'findings':
      return { title: `Findings overdue: ${sayCount(total)}`, change };
    case 'evidence':
      return {
        title: `Evidence in production: ${sayCount(late)} ended, ${sayCount(near)} ${verb(near, 'ends', 'end')} within ${ENDS_SOON_DAYS} days`,
        change,
      };
  }
}
