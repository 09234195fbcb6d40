import { daysFromTo, sayDay } from '../base/calendar';
import { isDoubtfulSince } from '../base/doubtful-date';
import type { DatePrecision } from '../base/period';
import { counted } from '../base/wording';
import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '../incidents/vocabulary';
import type { Tier } from '../vocabulary';
import type { AttentionAction } from './attention-item';
import { isFreshOwed, OWED_KINDS, type Owed } from './owed';
import type { NamedIncident } from './troubled-model';

export const MONDAY_GROUPS = ['drifted', 'retraining', 'incidents', 'silent', ...OWED_KINDS, 'reviews'] as const;
export type MondayGroupKind = (typeof MONDAY_GROUPS)[number];

/** A model as its rows name it, in whichever group they stand. */
export interface MondayModel {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier | null;
  /** '' = nobody. */
  readonly owner: string;
  /** The version that is live. */
  readonly release: { readonly version: string; readonly at: string | null; readonly precision: DatePrecision } | null;
  /** Open ones, the gravest first. */
  readonly incidents: readonly NamedIncident[];
}

export interface MondayRow {
  /** Of its kind in its group; the same thing has the same key next week. */
  readonly key: string;
  readonly mark: 'act' | 'watch' | 'silent' | 'note';
  /** `null`: an incident of no known model. */
  readonly modelId: string | null;
  readonly name: string;
  readonly tier: Tier | null;
  readonly what: string;
  readonly incidents: readonly { readonly id: string; readonly number: number }[];
  readonly owner: string;
  /** ISO. */
  readonly since: string | null;
  readonly doubtful: boolean;
  readonly release: MondayModel['release'];
  /** It came since the last look. */
  readonly fresh: boolean;
  readonly action: AttentionAction;
}

interface Asked {
  /** ISO day. */
  readonly today: string;
  /** ISO instant: what came after it is new. */
  readonly since: string;
}

type Told = Pick<MondayRow, 'key' | 'mark' | 'what' | 'since' | 'action'> & { readonly fresh: boolean };

const rowOf = (model: MondayModel, told: Told, { today }: Asked): MondayRow => ({
  ...told,
  modelId: model.id,
  name: model.name,
  tier: model.tier,
  incidents: model.incidents.map(({ id, number }) => ({ id, number })),
  owner: model.owner,
  doubtful: told.since !== null && isDoubtfulSince(told.since, today),
  release: model.release,
});

const ofModel = (label: string, { id }: MondayModel, page?: AttentionAction['page']): AttentionAction => ({
  label,
  filter: null,
  modelId: id,
  ...(page && { page }),
});
const ofIncident = (label: string, incidentId: string): AttentionAction => ({
  label,
  filter: null,
  modelId: null,
  incidentId,
});

/** Days count whole: what is so since the day of the last look may have been seen then. */
const isFreshDay = (day: string | null, { since }: Asked): boolean => day !== null && day > since.slice(0, 10);

/** @param day ISO day since which its newest results are at act */
export function driftedRow(model: MondayModel, figure: string, day: string | null, asked: Asked): MondayRow {
  const [incident] = model.incidents;
  const action = incident
    ? ofIncident(`Open incident ${incident.number}`, incident.id)
    : ofModel('Report incident', model, 'report');
  return rowOf(
    model,
    { key: model.id, mark: 'act', what: figure, since: day, fresh: isFreshDay(day, asked), action },
    asked,
  );
}

export interface MondayRetraining {
  readonly id: string;
  /** ISO. */
  readonly openedAt: string;
  readonly inWork: boolean;
  readonly overdue: boolean;
  /** Who does it; '' = nobody yet, or nobody said. */
  readonly owner: string;
  readonly until: string | null;
  /** Why it was asked for: `act in 4 windows`. */
  readonly asked: string;
}

export function retrainingRow(model: MondayModel, item: MondayRetraining, asked: Asked): MondayRow {
  const { id: key, inWork, overdue, owner, until, openedAt: since } = item;
  const whose = `${owner === '' ? '' : ` by ${owner}`}${until === null ? '' : ` until ${sayDay(until)}`}`;
  const told: Told = {
    key,
    mark: overdue || !inWork ? 'act' : 'watch',
    what: inWork ? `In work${whose}${overdue ? ', overdue' : ''}` : `Due: ${item.asked}`,
    since,
    fresh: since > asked.since,
    action: ofModel(inWork ? 'Open retraining' : 'Start work', model, 'drift'),
  };
  return rowOf(model, told, asked);
}

const NEXT_STEP: Readonly<Partial<Record<IncidentStatus, NonNullable<AttentionAction['step']>>>> = {
  open: 'acknowledge',
  reopened: 'acknowledge',
  acknowledged: 'mitigate',
  mitigated: 'resolve',
};
const STEP_LABELS = { acknowledge: 'Acknowledge', mitigate: 'Mitigate', resolve: 'Resolve' } as const;

export interface MondayIncident extends NamedIncident {
  readonly status: IncidentStatus;
  readonly title: string;
  /** Of the incident itself; '' = nobody, then it is the model's. */
  readonly owner: string;
}

export function incidentRow(incident: MondayIncident, model: MondayModel | null, asked: Asked): MondayRow {
  const { id, number, severity, status, title, openedAt: since } = incident;
  const rated = severity === null ? 'Not rated' : `SEV ${severity}`;
  const step = NEXT_STEP[status];
  const told: Told = {
    key: id,
    mark: severity !== null && severity <= 2 ? 'act' : 'watch',
    what: `${rated}, ${INCIDENT_STATUS_LABELS[status].toLowerCase()}: ${title}`,
    since,
    fresh: since > asked.since,
    action: step === undefined ? ofIncident('Open', id) : { ...ofIncident(STEP_LABELS[step], id), step },
  };
  const of: MondayModel = model ?? {
    id: '',
    name: 'No known model',
    tier: null,
    owner: '',
    release: null,
    incidents: [],
  };
  return {
    ...rowOf(of, told, asked),
    modelId: model?.id ?? null,
    incidents: [{ id, number }],
    owner: incident.owner === '' ? of.owner : incident.owner,
  };
}

export function silentRow(
  model: MondayModel,
  facts: { readonly day: string | null; readonly lastResult: string | null; readonly cadenceDays: number | null },
  asked: Asked,
): MondayRow {
  const { day, lastResult, cadenceDays } = facts;
  const last = lastResult === null ? 'no result' : `last result ${sayDay(lastResult)}`;
  const what = `${last}${cadenceDays === null ? '' : `, usually ${cadenceWords(cadenceDays)}`}`;
  const action = ofModel('Import results', model, 'import');
  return rowOf(
    model,
    { key: model.id, mark: 'silent', what, since: day, fresh: isFreshDay(day, asked), action },
    asked,
  );
}

function cadenceWords(days: number): string {
  if (days <= 1) return 'daily';
  if (days >= 6 && days <= 8) return 'weekly';
  if (days >= 27 && days <= 32) return 'monthly';
  return `every ${Math.round(days)} days`;
}

/** @param due ISO day, in the past or not */
export function reviewRow(model: MondayModel, due: string, asked: Asked): MondayRow {
  const overdue = due < asked.today;
  const told: Told = {
    key: model.id,
    mark: overdue ? (model.tier === 1 ? 'act' : 'watch') : 'note',
    what: overdue ? 'Review overdue' : `Review due ${daysWords(daysFromTo(asked.today, due))}`,
    since: due,
    // It became overdue since: the day after it was due is the first.
    fresh: overdue && due >= asked.since.slice(0, 10),
    action: overdue ? ofModel('Record review', model, 'review') : ofModel('Open model', model),
  };
  return rowOf(model, told, asked);
}

/** @param model `null`: a report of an incident of no known model */
export function owedRow(owed: Owed, model: MondayModel | null, asked: Asked): MondayRow {
  const { key, mark, what, from, action, name, tier, owner, modelId } = owed;
  const told: Told = { key, mark, what, since: from, fresh: isFreshOwed(owed, asked.since), action };
  const of = model ?? { id: '', name, tier, owner, release: null, incidents: [] };
  return { ...rowOf(of, told, asked), modelId, name, owner };
}

const daysWords = (days: number): string => (days === 0 ? 'today' : `in ${counted(days, 'day')}`);
