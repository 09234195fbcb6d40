import { daysPassed, sayDay } from '../base/calendar';
import type { DatePrecision } from '../base/period';
import { counted, oneOf, sayCount } from '../base/wording';
import { OLD_DAYS } from '../incidents/open-incidents';
import type { Severity } from '../incidents/vocabulary';
import type { Tier } from '../vocabulary';
import type { AttentionAction, AttentionSeverity } from './attention-item';
import { SEVERITY_BY_TIER } from './severity-by-tier';

/** An incident that is not resolved, as a row of a list names it. */
export interface NamedIncident {
  readonly id: string;
  /** What people call it by. */
  readonly number: number;
  readonly severity: Severity | null;
  readonly status: string;
  /** ISO. */
  readonly openedAt: string;
}

/** A model with all that is wrong with it; `null` = this is not. Dates ISO. */
export interface TroubledModel {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier | null;
  /** Whom to ask first: who answers for it technically, else for the business; '' = nobody. */
  readonly owner: string;
  readonly drifted: { readonly figure: string; readonly since: string | null } | null;
  readonly silent: { readonly since: string | null; readonly lastResult: string | null } | null;
  readonly retraining: {
    readonly since: string;
    /** Somebody does it; due otherwise. */
    readonly inWork: boolean;
    /** The day until which it was to be live, which has passed. */
    readonly overdueSince: string | null;
    /** Where it stands. */
    readonly words: string;
  } | null;
  /** All that are open, the gravest first. */
  readonly incidents: readonly NamedIncident[];
  readonly unmonitored: {
    readonly since: string | null;
    readonly precision: DatePrecision;
    /** No drift result at all. */
    readonly neverMeasured: boolean;
  } | null;
  /** Results that stand on too few rows to say anything. */
  readonly tooFewRows: boolean;
  readonly reviewOverdueSince: string | null;
  /** In validation under a gate, without the approval that it needs. */
  readonly waiting: boolean;
  readonly stalled: { readonly since: string; readonly precision: DatePrecision } | null;
}

/** One thing that is wrong with a model. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly severity: AttentionSeverity;
  /** Behind the first it is written small: begins with a capital letter. */
  readonly words: string;
  readonly since: string | null;
  readonly precision: DatePrecision;
  readonly action: AttentionAction;
}

/** In this order where they are equally grave: what has gone wrong comes before what might. */
export const TROUBLE_KINDS = [
  'incidents_open',
  'drifted',
  'retraining_overdue',
  'retraining_due',
  'silent',
  'incidents_old',
  'unmonitored',
  'reviews_overdue',
  'waiting_for_approval',
  'stalled',
] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

const severityWords = (severity: Severity | null): string => (severity === null ? 'not rated' : `SEV ${severity}`);
/** Somebody has stopped the harm; what caused it may still be there. */
const isMitigated = ({ status }: NamedIncident): boolean => status === 'mitigated';
const isSevere = ({ severity }: NamedIncident): boolean => severity !== null && severity <= 2;

/** `incident 46 is open (SEV 2)`, of several `incidents 46 (SEV 2) and 48 (SEV 3) are open`. */
function incidentWords(incidents: readonly NamedIncident[]): string {
  const [first] = incidents;
  if (!first) return '';
  if (incidents.length === 1)
    return `Incident ${first.number} ${isMitigated(first) ? 'mitigated' : 'open'} (${severityWords(first.severity)})`;
  const named = incidents.slice(0, 2).map(({ number, severity }) => `${number} (${severityWords(severity)})`);
  const more = incidents.length > 2 ? [`${sayCount(incidents.length - 2)} more`] : [];
  return `Incidents ${oneOf([...named, ...more], 'and')} open`;
}

const toModel = (label: string, id: string): AttentionAction => ({ label, filter: null, modelId: id });
const toIncident = (incident: NamedIncident): AttentionAction => ({
  label: `Open incident ${incident.number}`,
  filter: null,
  modelId: null,
  incidentId: incident.id,
});

function incidentTrouble(model: TroubledModel, today: string): Trouble[] {
  const { incidents, tier } = model;
  const words = incidentWords(incidents);
  const severe = incidents.filter(isSevere);
  const [gravest] = severe.length > 0 ? severe : incidents;
  if (!gravest) return [];
  const oldest = (severe.length > 0 ? severe : incidents).reduce((least, one) =>
    one.openedAt < least.openedAt ? one : least,
  );
  const isOld = daysPassed(oldest.openedAt, today) > OLD_DAYS;
  const graveOne = severe.some(({ severity }) => severity === 1) || tier === 1;
  return [
    {
      kind: severe.length > 0 ? 'incidents_open' : 'incidents_old',
      severity: severe.length > 0 ? (graveOne ? 'act' : 'watch') : isOld ? 'watch' : 'note',
      words,
      since: oldest.openedAt,
      precision: 'day',
      action: toIncident(gravest),
    },
  ];
}

/** All that is wrong with a model, the gravest first. */
export function troublesOf(model: TroubledModel, today: string): readonly Trouble[] {
  const { id, drifted, silent, unmonitored, retraining, reviewOverdueSince, stalled } = model;
  const due = retraining !== null && !retraining.inWork;
  const rated = model.tier ?? 2;
  const day = { precision: 'day' } as const;
  const found: Trouble[] = incidentTrouble(model, today);
  if (drifted)
    found.push({
      kind: 'drifted',
      severity: due ? 'act' : SEVERITY_BY_TIER.drifted[rated],
      words: `Drifted, ${drifted.figure}`,
      since: drifted.since,
      ...day,
      action: { ...toModel(due ? 'Start retraining' : 'Open its drift', id), page: 'drift' },
    });
  else if (retraining && due)
    found.push({
      kind: 'retraining_due',
      severity: 'act',
      words: silent ? 'Retraining due' : 'Retraining due, though the newest results are within their limits',
      since: retraining.since,
      ...day,
      action: { ...toModel('Start retraining', id), page: 'drift' },
    });
  if (retraining?.overdueSince != null)
    found.push({
      kind: 'retraining_overdue',
      severity: 'act',
      words: `Retraining ${retraining.words.charAt(0).toLowerCase()}${retraining.words.slice(1)}`,
      since: retraining.overdueSince,
      ...day,
      action: { ...toModel('Open retraining', id), page: 'drift' },
    });
  if (silent)
    found.push({
      kind: 'silent',
      severity: SEVERITY_BY_TIER.silent[rated],
      words: silent.lastResult === null ? 'Silent' : `Silent, last result ${sayDay(silent.lastResult)}`,
      since: silent.since,
      ...day,
      action: { ...toModel('Import results', id), page: 'import' },
    });
  if (unmonitored)
    found.push({
      kind: 'unmonitored',
      severity: SEVERITY_BY_TIER.unmonitored[rated],
      words: `Runs in production, ${unmonitored.neverMeasured ? 'never measured' : 'not monitored'}`,
      since: unmonitored.since,
      precision: unmonitored.precision,
      action: { ...toModel('Set up monitoring', id), page: 'drift' },
    });
  if (reviewOverdueSince !== null)
    found.push({
      kind: 'reviews_overdue',
      severity: model.tier === 1 ? 'act' : 'watch',
      words: 'Review overdue',
      since: reviewOverdueSince,
      ...day,
      action: toModel('Record review', id),
    });
  if (model.waiting)
    found.push({
      kind: 'waiting_for_approval',
      severity: 'watch',
      words: 'In validation, waits for an approval',
      since: null,
      ...day,
      action: toModel('Approve', id),
    });
  if (stalled)
    found.push({
      kind: 'stalled',
      severity: 'watch',
      words: `In validation for ${counted(daysPassed(stalled.since, today), 'day')}`,
      since: stalled.since,
      precision: stalled.precision,
      action: toModel('Open the model', id),
    });
  const rank = (one: Trouble): number => SEVERITY_RANK[one.severity] * 100 + TROUBLE_KINDS.indexOf(one.kind);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

export const SEVERITY_RANK = { act: 0, watch: 1, note: 2 } as const satisfies Record<AttentionSeverity, number>;
