import type { INCIDENT_SORT_FIELDS, IncidentFilter } from '#contract/incidents/parts';
import { containsWords, queryWords } from '#domain/base/search-text';
import { sortedSlice } from '#domain/base/sorted-slice';
import { isWithinUnit } from '#domain/base/unit-path';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { INCIDENT_CAUSES, INCIDENT_STATUSES } from '#domain/incidents/vocabulary';
import type { IncidentSnapshot, RegisterFact, RegisterModel } from './register';

type SortField = (typeof INCIDENT_SORT_FIELDS)[number];

export interface IncidentListQuery {
  readonly search: string;
  readonly filter: IncidentFilter;
  readonly sort: readonly { readonly field: SortField; readonly direction: 'asc' | 'desc' }[];
  readonly offset: number;
  readonly limit: number;
}

/** Milliseconds; the end is not part of it. */
export interface OpenedWindow {
  readonly from: number;
  readonly to: number;
}

/** Who asks for the models has them read, all of them with their moves: most questions do not. */
type ModelOf = (incident: RegisterFact) => RegisterModel | undefined;

function modelsOf(snapshot: Pick<IncidentSnapshot, 'models'>): ModelOf {
  let models: ReadonlyMap<string, RegisterModel> | null = null;
  return ({ modelId }) => {
    if (modelId === null) return undefined;
    models ??= snapshot.models;
    return models.get(modelId);
  };
}

/** Incidents that pass the filter and hold every word of the search, in no particular order. */
export function filterIncidents(
  snapshot: IncidentSnapshot,
  filter: IncidentFilter,
  search: string,
  opened: OpenedWindow,
): readonly RegisterFact[] {
  const { incidents } = snapshot;
  const words = queryWords(search);
  const modelOf = modelsOf(snapshot);
  const tests = conditionsOf(filter, modelOf, opened);
  if (words.length > 0) tests.push((incident) => matches(incident, words, modelOf));
  return tests.length === 0 ? incidents : incidents.filter((incident) => tests.every((test) => test(incident)));
}

/** Each word stands in the incident's own texts or in its model's name. */
function matches(incident: RegisterFact, words: readonly string[], modelOf: ModelOf): boolean {
  if (containsWords(incident.searchText, words)) return true;
  const name = modelOf(incident)?.searchName;
  return name !== undefined && words.every((word) => incident.searchText.includes(word) || name.includes(word));
}

type Test = (incident: RegisterFact) => boolean;

/** Several values of one field: any of them. An empty list: nothing fits. */
function conditionsOf(filter: IncidentFilter, modelOf: ModelOf, { from, to }: OpenedWindow): Test[] {
  const tests: Test[] = [];
  const among = <V>(values: readonly V[] | undefined, pick: (incident: RegisterFact) => V): void => {
    if (!values) return;
    const wanted = new Set(values);
    tests.push((incident) => wanted.has(pick(incident)));
  };
  const whether = (wanted: boolean | undefined, is: Test): void => {
    if (wanted !== undefined) tests.push((incident) => is(incident) === wanted);
  };
  among(filter.status, (incident) => incident.status);
  among(filter.severity, (incident) => incident.severity);
  among(filter.cause, (incident) => incident.cause);
  among(filter.causedByChange, (incident) => incident.causedByChange);
  among(filter.detectedBy, (incident) => incident.detectedBy);
  among<string>(filter.reportable, (incident) => incident.reportable);
  among(filter.modelId, (incident) => incident.modelId);
  among(filter.tier, (incident) => modelOf(incident)?.tier ?? null);
  among(filter.source, (incident) => incident.source);
  whether(filter.open, (incident) => isUnresolved(incident.status));
  whether(filter.reviewed, (incident) => incident.reviewed);
  whether(filter.reopened, (incident) => incident.reopenCount > 0);
  whether(filter.acknowledged, (incident) => incident.acknowledgedMs !== null);
  if (filter.unit) {
    const units = filter.unit;
    tests.push((incident) => {
      const unit = modelOf(incident)?.unit ?? '';
      return units.some((wanted) => isWithinUnit(unit, wanted));
    });
  }
  if (filter.importId !== undefined) tests.push((incident) => incident.importId === filter.importId);
  if (from !== Number.NEGATIVE_INFINITY) tests.push((incident) => incident.openedMs >= from);
  if (to !== Number.POSITIVE_INFINITY) tests.push((incident) => incident.openedMs < to);
  return tests;
}

/** One page in the order asked for; empty values come last in both directions. Latest first where nothing is asked. */
export function pageOfIncidents(
  found: readonly RegisterFact[],
  query: Pick<IncidentListQuery, 'sort' | 'offset' | 'limit'>,
  snapshot: Pick<IncidentSnapshot, 'models'>,
): readonly RegisterFact[] {
  const modelOf = modelsOf(snapshot);
  const orders = query.sort.map(({ field, direction }) => ({
    key: sortKey(field, modelOf),
    sign: direction === 'asc' ? 1 : -1,
  }));
  const compare = (a: RegisterFact, b: RegisterFact): number => {
    for (const { key, sign } of orders) {
      const left = key(a);
      const right = key(b);
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right ? -sign : sign;
    }
    return b.openedMs - a.openedMs || b.number - a.number;
  };
  return sortedSlice(found, query.offset, query.offset + query.limit, compare);
}

type SortKey = (incident: RegisterFact) => string | number | null;

const textKey = (text: string | undefined): string | null => text || null;

/** Vocabularies sort in their own order, texts without case. */
function sortKey(field: SortField, modelOf: ModelOf): SortKey {
  const keys: Readonly<Record<SortField, SortKey>> = {
    number: (one) => one.number,
    title: (one) => one.searchText,
    severity: (one) => one.severity,
    status: (one) => INCIDENT_STATUSES.indexOf(one.status),
    openedAt: (one) => one.openedMs,
    acknowledgedAt: (one) => one.acknowledgedMs,
    resolvedAt: (one) => one.resolvedMs,
    timeToAcknowledgeHours: (one) => (one.acknowledgedMs === null ? null : one.acknowledgedMs - one.openedMs),
    timeToResolveHours: (one) => (one.resolvedMs === null ? null : one.resolvedMs - one.openedMs),
    cause: (one) => INCIDENT_CAUSES.indexOf(one.cause),
    detectedBy: (one) => one.detectedBy,
    modelName: (one) => textKey(modelOf(one)?.searchName),
    unit: (one) => textKey(modelOf(one)?.unit.toLowerCase()),
    tier: (one) => modelOf(one)?.tier ?? null,
    owner: (one) => textKey(one.owner.toLowerCase()),
    personHours: (one) => one.personHours,
    costMinor: (one) => one.costMinor,
    updatedAt: (one) => one.updatedAt,
  };
  return keys[field];
}
