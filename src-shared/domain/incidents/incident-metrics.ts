import { assertNever } from '../base/assert-never';
import { dayNumber } from '../base/calendar';
import { type Proportion, wilson } from '../base/wilson';
import { changeFailures } from './change-failures';
import { type DurationSummary, summarizeInPlace } from './duration-summary';
import { type Durations, makeRoom, newDurations, note } from './group-durations';
import { type Deployment, type IncidentFact, MONTH_MS, type ModelFact, type Span } from './incident-fact';
import { isUnresolved } from './incident-moves';
import { poissonRate, type Rate } from './poisson-rate';
import { timeWithin } from './production-spans';
import type { IncidentDimension } from './vocabulary';

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
  /**
   * Releases that failed of all releases in the window, with Wilson's 95 % interval; `unattributed` = opened in the window,
   * caused by a change, and of no release.
   */
  readonly changeFailRate: Proportion & { readonly failed: number; readonly unattributed: number };
  readonly causedByChange: Readonly<Record<IncidentFact['causedByChange'], number>>;
  /** Incidents of known models per 100 months of models in production, with the exact Poisson 95 % interval. */
  readonly per100ModelMonths: Rate & { readonly incidents: number; readonly modelMonths: number };
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
  const groups = new Map<string, Tally>(by === undefined ? [['all', newTally()]] : []);
  const tallies: (Tally | null)[] = [];
  const causedByChange = new Map<string, IncidentFact[]>();
  const keyIn = by === 'month' ? '' : null;
  for (const incident of incidents) {
    const inWindow = isWithin(incident, window);
    const caused = incident.causedByChange === 'yes';
    const key = inWindow || caused ? keyOf(incident, by, models) : '';
    // A release of the window may fail after it: all incidents are looked at for that.
    if (caused) add(causedByChange, keyIn ?? key, incident);
    const tally = inWindow ? (groups.get(key) ?? newTally()) : null;
    tallies.push(tally);
    if (!tally) continue;
    if (tally.opened === 0) groups.set(key, tally);
    count(tally, incident);
  }
  makeRoom(
    [...groups.values()].flatMap(({ acknowledged, resolved, recovered }) => [acknowledged, resolved, recovered]),
  );
  tallies.forEach((tally, at) => {
    const incident = incidents[at];
    if (tally && incident) noteDurations(tally, incident);
  });
  const scopes = scopesOf(models, window, by, [...groups.keys()]);
  const failures = new Map([...causedByChange].map(([key, members]) => [key, changeFailures(members, models)]));
  // An incident fits no release for ever: it counts once, where it was opened.
  for (const { unattributed } of failures.values())
    for (const incident of unattributed) {
      const tally = isWithin(incident, window) ? groups.get(keyOf(incident, by, models)) : undefined;
      if (tally) tally.unattributed += 1;
    }
  return [...groups].map(([key, tally]) =>
    metricsOf(key, tally, scopes(key), failures.get(keyIn ?? key)?.failed ?? NONE_FAILED),
  );
}

const NONE_FAILED: ReadonlySet<Deployment> = new Set();

const isWithin = ({ openedMs }: IncidentFact, { from, to }: Span): boolean => openedMs >= from && openedMs < to;

/** What the incidents of a group add up to. */
interface Tally {
  opened: number;
  open: number;
  reopened: number;
  ofModels: number;
  /** By a change, but of no release. */
  unattributed: number;
  readonly acknowledged: Durations;
  readonly resolved: Durations;
  readonly recovered: Durations;
  readonly causedByChange: Record<IncidentFact['causedByChange'], number>;
  readonly personHours: { total: number; n: number };
  readonly costMinor: { total: number; n: number };
}

const newTally = (): Tally => ({
  opened: 0,
  open: 0,
  reopened: 0,
  ofModels: 0,
  unattributed: 0,
  acknowledged: newDurations(),
  resolved: newDurations(),
  recovered: newDurations(),
  causedByChange: { yes: 0, no: 0, unknown: 0 },
  personHours: { total: 0, n: 0 },
  costMinor: { total: 0, n: 0 },
});

function count(tally: Tally, incident: IncidentFact): void {
  tally.opened += 1;
  if (isUnresolved(incident.status)) tally.open += 1;
  if (incident.reopenCount > 0) tally.reopened += 1;
  if (incident.modelId !== null) tally.ofModels += 1;
  tally.causedByChange[incident.causedByChange] += 1;
  if (incident.acknowledgedMs !== null) tally.acknowledged.expected += 1;
  if (incident.resolvedMs !== null) tally.resolved.expected += 1;
  if (recoveredMs(incident) !== null) tally.recovered.expected += 1;
  addUp(tally.personHours, incident.personHours);
  addUp(tally.costMinor, incident.costMinor);
}

/** When a failed release had been recovered from; `null` of incidents that no release caused. */
const recoveredMs = ({ causedByChange, mitigatedMs, resolvedMs }: IncidentFact): number | null =>
  causedByChange === 'yes' ? (mitigatedMs ?? resolvedMs) : null;

function noteDurations(tally: Tally, incident: IncidentFact): void {
  note(tally.acknowledged, incident.openedMs, incident.acknowledgedMs);
  note(tally.resolved, incident.openedMs, incident.resolvedMs);
  note(tally.recovered, incident.openedMs, recoveredMs(incident));
}

function addUp(sum: { total: number; n: number }, value: number | null): void {
  if (value === null) return;
  sum.total += value;
  sum.n += 1;
}

interface Scope {
  readonly deployments: readonly Deployment[];
  readonly modelMonths: number;
}

function metricsOf(key: string, tally: Tally, scope: Scope, failed: ReadonlySet<Deployment>): IncidentMetrics {
  const { opened, open, reopened, acknowledged, resolved, causedByChange, personHours, costMinor } = tally;
  const failedHere = scope.deployments.filter((release) => failed.has(release)).length;
  return {
    key,
    opened,
    open,
    reopened,
    timeToAcknowledge: { ...summarizeInPlace(acknowledged.values), never: opened - acknowledged.noted },
    timeToResolve: { ...summarizeInPlace(resolved.values), withoutTime: opened - open - resolved.noted },
    recovery: summarizeInPlace(tally.recovered.values),
    changeFailRate: {
      ...wilson(failedHere, scope.deployments.length),
      failed: failedHere,
      unattributed: tally.unattributed,
    },
    causedByChange,
    per100ModelMonths: {
      ...poissonRate(tally.ofModels, scope.modelMonths, 100),
      incidents: tally.ofModels,
      modelMonths: scope.modelMonths,
    },
    personHours,
    costMinor,
  };
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

/** Months by the day since 1970, for dates are slow to write. */
const MONTHS = new Map<number, string>();

function monthOf(ms: number): string {
  const day = dayNumber(ms);
  const known = MONTHS.get(day);
  if (known !== undefined) return known;
  const month = new Date(ms).toISOString().slice(0, 7);
  if (MONTHS.size < 100_000) MONTHS.set(day, month);
  return month;
}

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
