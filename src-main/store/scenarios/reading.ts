import type { Scenario, ScenarioHead } from '#contract/scenarios/scenarios';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { fieldAt, parsePath, sayPath } from '#domain/scenarios/plan/input-path';
import { knownInputs } from '#domain/scenarios/plan/known-inputs';
import { knownRanges } from '#domain/scenarios/plan/known-ranges';
import { asksIncidentCost, type NotedIncidents } from '#domain/scenarios/plan/noted-incidents';
import { inputPaths } from '#domain/scenarios/plan/scenario-inputs';
import { PRESET_IDS } from '#domain/scenarios/plan/scenario-presets';
import { meantRanges, restingRanges, scenarioRanges } from '#domain/scenarios/plan/scenario-ranges';
import { scenarioResult } from '#domain/scenarios/plan/scenario-result';
import type { ReadHandle } from '../journal/handle';
import { askedOf, correlationsOf, inputsOf, majorOf, namedOf, rangesOf, shownValue } from './inputs';
import { notedIncidentCost } from './measured-facts';
import { getScenario, listValues } from './scenarios';
import type { ScenarioRow, ScenarioValueRow } from './tables';

type Item = Scenario['items'][number];

const originOf = (row: ScenarioValueRow): Item['origin'] => JSON.parse(row.origin) as Item['origin']; // written by schema

function resultOf(row: ScenarioRow, items: readonly Item[], noted: NotedIncidents | null): Scenario['result'] {
  const inputs = inputsOf(row);
  const { compare, currency } = row;
  const uncertain = scenarioRanges(
    inputs,
    currency,
    meantRanges(rangesOf(row), items),
    knownRanges(items),
    parsePair(compare) ?? undefined,
  );
  const modelValue = modelValueOf(row);
  const preset = PRESET_IDS.find((id) => id === row.preset) ?? null;
  const known = knownInputs(inputs, items, currency, preset);
  return scenarioResult({ inputs, compare, uncertain, currency, modelValue, known, noted });
}

/** Amounts noted with incidents, where the plan does not say yet whether they count. */
async function openNoted(read: ReadHandle, row: ScenarioRow, now: string): Promise<NotedIncidents | null> {
  return asksIncidentCost(inputsOf(row)) ? notedIncidentCost(read, now, row.currency) : null;
}

const modelValueOf = ({ model_value_minor: minor, currency }: ScenarioRow): number | null =>
  minor === null ? null : majorOf(minor, currency);

function itemOf(path: string, rows: readonly ScenarioValueRow[], currency: string): Item[] {
  const place = parsePath(path);
  const [now, ...before] = rows;
  if (!place || !now) return [];
  const { unit, money = false } = fieldAt(place);
  const entry = (row: ScenarioValueRow) => ({
    value: shownValue(path, row.value, currency),
    at: row.at,
    by: row.by,
    origin: originOf(row),
  });
  return [{ path, label: sayPath(place), unit, money, ...entry(now), trail: before.map(entry) }];
}

function byPath(values: readonly ScenarioValueRow[]): ReadonlyMap<string, ScenarioValueRow[]> {
  const rows = new Map<string, ScenarioValueRow[]>();
  for (const row of values) rows.set(row.path, [...(rows.get(row.path) ?? []), row]);
  return rows;
}

function itemsOf(row: ScenarioRow, values: readonly ScenarioValueRow[]): Item[] {
  const rows = byPath(values);
  return inputPaths(inputsOf(row)).flatMap((path) => itemOf(path, rows.get(path) ?? [], row.currency));
}

function headOf(row: ScenarioRow, items: readonly Item[], noted: NotedIncidents | null): ScenarioHead {
  // A number that the preset left out is no assumption that somebody could doubt: it has no unit.
  const given = items.filter(
    ({ value, origin }) => value !== null && (origin.kind !== 'assumption' || origin.unit !== ''),
  );
  const count = (kind: Item['origin']['kind']): number => given.filter(({ origin }) => origin.kind === kind).length;
  return {
    id: row.id,
    name: row.name,
    notes: row.notes,
    author: row.author,
    currency: row.currency,
    chosen: row.chosen === 1,
    preset: row.preset as ScenarioHead['preset'], // written through the contract's enum
    copiedFrom: row.copied_from,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    compare: row.compare,
    origins: { assumption: count('assumption'), measured: count('measured'), entered: count('entered') },
    result: resultOf(row, items, noted),
  };
}

export async function readHead(read: ReadHandle, row: ScenarioRow, now: string): Promise<ScenarioHead> {
  return headOf(row, itemsOf(row, await listValues(read, row.id)), await openNoted(read, row, now));
}

/** A scenario as its page shows it, on the day of `now`. */
export async function readScenario(read: ReadHandle, id: string, now: string): Promise<Scenario> {
  const row = await getScenario(read, id);
  const inputs = inputsOf(row);
  const items = itemsOf(row, await listValues(read, id));
  const uncertain = scenarioRanges(inputs, row.currency, meantRanges(rangesOf(row), items), knownRanges(items));
  const has = (name: string): boolean => uncertain.some(({ path }) => path === name);
  return {
    ...headOf(row, items, await openNoted(read, row, now)),
    inputs,
    items,
    uncertain,
    resting: restingRanges(inputs, rangesOf(row)),
    correlations: correlationsOf(row).filter(({ a, b }) => has(a) && has(b)),
    runs: row.runs,
    seed: row.seed,
    modelValue: modelValueOf(row),
    asked: askedOf(row),
    named: namedOf(row),
  };
}
