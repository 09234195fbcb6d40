import { assertNever } from '../assert-never';
import { changeFailures } from './change-failures';
import { type DurationSummary, summarizeDurations } from './duration-summary';
import { type Deployment, HOUR_MS, type IncidentFact, MONTH_MS, type ModelFact, type Span } from './incident-fact';
import { isUnresolved } from './incident-moves';
import { timeWithin } from './production-spans';
import type { IncidentDimension } from './vocabulary';
import { type Proportion, wilson } from './wilson';

/** Fewer durations than this carry no trend and no arrow; rules.md 7. */
export const ENOUGH = 10;

/** Durations in hours. */
export interface IncidentMetrics {
  /** What the incidents have in common: a model's id, a unit, `1`–`3`, a cause, `2026-11`, `1`–`5`; '' = not known; `all`. */
  readonly key: string;
  /** Opened in the window. */
  readonly opened: number;
  /** Those of them that are not resolved yet. */
  readonly open: number;
  readonly reopened: number;
  /** From opening to the first acknowledgement; `never` = not acknowledged (yet), counted beside, not as zero. */
  readonly timeToAcknowledge: DurationSummary & { readonly never: number };
  /** From opening to the resolution that holds; `withoutTime` = over, but nobody noted when. Open ones are in `open`. */
  readonly timeToResolve: DurationSummary & { readonly withoutTime: number };
  /** Failed-deployment recovery time: of incidents caused by a model change, to mitigation, else to resolution. */
  readonly recovery: DurationSummary;
  /** Releases that failed of all releases in the window, with Wilson's 95 % interval. */
  readonly changeFailRate: Proportion & { readonly failed: number; readonly unattributed: number };
  readonly causedByChange: Readonly<Record<IncidentFact['causedByChange'], number>>;
  /** Incidents of known models per 100 months of models in production; `null` without such months. */
  readonly per100ModelMonths: {
    readonly rate: number | null;
    readonly incidents: number;
    readonly modelMonths: number;
  };
  /** `n` = incidents for which somebody noted it. */
  readonly personHours: { readonly total: number; readonly n: number };
  readonly costMinor: { readonly total: number; readonly n: number };
}

export interface MetricsInput {
  readonly incidents: readonly IncidentFact[];
  readonly models: ReadonlyMap<string, ModelFact>;
  /** Incidents opened and releases made in it count, its end not part of it. */
  readonly window: Span;
  /** Left out: all in one group, `all`. */
  readonly by?: IncidentDimension;
}

/**
 * The metrics of rules.md 7 for each group that has an incident in the window; a single group is there even when empty.
 * Models, units, tiers and months are set against their own releases and months in production, causes and severities
 * against those of the whole portfolio.
 */
export function incidentMetrics({ incidents, models, window, by }: MetricsInput): readonly IncidentMetrics[] {
  const groups = new Map<string, IncidentFact[]>(by === undefined ? [['all', []]] : []);
  const causedByChange = new Map<string, IncidentFact[]>();
  for (const incident of incidents) {
    const key = keyOf(incident, by, models);
    // A release of the window may fail after it: all incidents are looked at for that.
    if (incident.causedByChange === 'yes') add(causedByChange, by === 'month' ? '' : key, incident);
    if (incident.openedMs >= window.from && incident.openedMs < window.to) add(groups, key, incident);
  }
  const scopes = scopesOf(models, window, by, [...groups.keys()]);
  return [...groups].map(([key, members]) => {
    const scope = scopes(key);
    const failures = changeFailures(causedByChange.get(by === 'month' ? '' : key) ?? [], models);
    return metricsOf(key, members, scope, failures);
  });
}

interface Scope {
  readonly deployments: readonly Deployment[];
  readonly modelMonths: number;
}

function metricsOf(
  key: string,
  members: readonly IncidentFact[],
  scope: Scope,
  { failed, unattributed }: ReturnType<typeof changeFailures>,
): IncidentMetrics {
  const acknowledged = members.flatMap((one) => hours(one.openedMs, one.acknowledgedMs));
  const resolved = members.flatMap((one) => hours(one.openedMs, one.resolvedMs));
  const open = members.filter((one) => isUnresolved(one.status)).length;
  const failedHere = scope.deployments.filter((release) => failed.has(release)).length;
  const ofModels = members.filter((one) => one.modelId !== null).length;
  return {
    key,
    opened: members.length,
    open,
    reopened: members.filter((one) => one.reopenCount > 0).length,
    timeToAcknowledge: { ...summarizeDurations(acknowledged), never: members.length - acknowledged.length },
    timeToResolve: { ...summarizeDurations(resolved), withoutTime: members.length - open - resolved.length },
    recovery: summarizeDurations(members.flatMap(recoveryHours)),
    changeFailRate: { ...wilson(failedHere, scope.deployments.length), failed: failedHere, unattributed },
    causedByChange: {
      yes: members.filter((one) => one.causedByChange === 'yes').length,
      no: members.filter((one) => one.causedByChange === 'no').length,
      unknown: members.filter((one) => one.causedByChange === 'unknown').length,
    },
    per100ModelMonths: {
      rate: scope.modelMonths > 0 ? (100 * ofModels) / scope.modelMonths : null,
      incidents: ofModels,
      modelMonths: scope.modelMonths,
    },
    personHours: totalOf(members.map((one) => one.personHours)),
    costMinor: totalOf(members.map((one) => one.costMinor)),
  };
}

const hours = (from: number, to: number | null): number[] => (to === null ? [] : [(to - from) / HOUR_MS]);

/** Of an incident caused by a model change, the hours until users were served again; none where that is not known. */
export function recoveryHours(incident: IncidentFact): number[] {
  if (incident.causedByChange !== 'yes') return [];
  return hours(incident.openedMs, incident.mitigatedMs ?? incident.resolvedMs);
}

function totalOf(values: readonly (number | null)[]): { total: number; n: number } {
  const known = values.filter((value) => value !== null);
  return { total: known.reduce((sum, value) => sum + value, 0), n: known.length };
}

function add<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}

/** The key of an incident in a dimension; '' = not known. Months are those of UTC. */
export function keyOf(
  incident: IncidentFact,
  by: IncidentDimension | undefined,
  models: ReadonlyMap<string, ModelFact>,
): string {
  const model = (): ModelFact | undefined => (incident.modelId === null ? undefined : models.get(incident.modelId));
  switch (by) {
    case undefined:
      return 'all';
    case 'model':
      return incident.modelId ?? '';
    case 'unit':
      return model()?.unit ?? '';
    case 'tier':
      return String(model()?.tier ?? '');
    case 'cause':
      return incident.cause;
    case 'month':
      return monthOf(incident.openedMs);
    case 'severity':
      return String(incident.severity ?? '');
    default:
      return assertNever(by);
  }
}

const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

function monthSpan(month: string): Span {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: Date.UTC(year, number - 1, 1), to: Date.UTC(year, number, 1) };
}

const overlap = (a: Span, b: Span): Span => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

/** What the incidents of a group are set against. Models are walked once, whatever the number of groups. */
function scopesOf(
  models: ReadonlyMap<string, ModelFact>,
  window: Span,
  by: IncidentDimension | undefined,
  keys: readonly string[],
): (key: string) => Scope {
  switch (by) {
    case 'model':
      return (key) => scopeOf([...(models.has(key) ? [models.get(key)] : [])].filter(isKnown), window);
    case 'unit':
      return byModels(models, (model) => model.unit, window);
    case 'tier':
      return byModels(models, (model) => String(model.tier ?? ''), window);
    case 'month': {
      const all = [...models.values()];
      const known = new Map(keys.map((key) => [key, scopeOf(all, overlap(window, monthSpan(key)))]));
      return (key) => known.get(key) ?? NOTHING;
    }
    case undefined:
    case 'cause':
    case 'severity': {
      const whole = scopeOf([...models.values()], window);
      return () => whole;
    }
    default:
      return assertNever(by);
  }
}

const NOTHING: Scope = { deployments: [], modelMonths: 0 };
const isKnown = (model: ModelFact | undefined): model is ModelFact => model !== undefined;

function byModels(
  models: ReadonlyMap<string, ModelFact>,
  pick: (model: ModelFact) => string,
  window: Span,
): (key: string) => Scope {
  const members = new Map<string, ModelFact[]>();
  for (const model of models.values()) add(members, pick(model), model);
  return (key) => scopeOf(members.get(key) ?? [], window);
}

function scopeOf(models: readonly ModelFact[], window: Span): Scope {
  return {
    deployments: models.flatMap((model) =>
      model.deployments.filter(({ atMs }) => atMs >= window.from && atMs < window.to),
    ),
    modelMonths: models.reduce((sum, model) => sum + timeWithin(model.production, window), 0) / MONTH_MS,
  };
}
