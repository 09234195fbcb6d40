import type { Input } from '#contract/index';
import type { Settings } from '#contract/portfolio/settings';
import { recommendLevel } from '#domain/level/level-recommendation';
import { type PortfolioSize, sayAssessment } from '#domain/level/portfolio-size';
import type { Measured } from '#domain/scenarios/measured/measured';
import { measureProduction } from '#domain/scenarios/measured/measured-models';
import { pairName, pairsOf } from '#domain/scenarios/plan/comparison-flows';
import { parsePath, withValue } from '#domain/scenarios/plan/input-path';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { inputPaths, numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { defaultIn, presetOrigin } from '#domain/scenarios/plan/scenario-origins';
import {
  DEFAULT_CORRELATIONS,
  EXAMPLE_PLAN,
  type PresetId,
  presetInputs,
  SCENARIO_PRESETS,
} from '#domain/scenarios/plan/scenario-presets';
import type { WriteHandle } from '../../store/journal/handle';
import { countByStageTierUnit } from '../../store/overview/counts';
import { readPortfolioSize } from '../../store/overview/portfolio-size';
import { getPortfolio } from '../../store/portfolio/portfolio';
import { getSettings } from '../../store/portfolio/settings';
import { listRetirements } from '../../store/scenarios/carry';
import { storedInputs, storedValue } from '../../store/scenarios/inputs';
import { gatherModelFacts } from '../../store/scenarios/measured-facts';
import { getScenario, listScenarios, listValues } from '../../store/scenarios/scenarios';
import type { ScenarioRow, ScenarioValueRow } from '../../store/scenarios/tables';
import type { CommandContext } from '../context';
import { assumptionOf, type Origin } from './assumption-origin';

const HALFWAY =
  'The scenario is conservative: halfway from the most likely value to the end that speaks against building.';

export const DEFAULT_RUNS = 10_000;

/** The preset's inputs in a currency, for a plan of the worked cases' growth on top of the models in production. */
export function startInputs(
  preset: PresetId,
  currency: string,
  modelsAtStart: number,
  updatesPerYear: number | null = null,
): InvestmentInputs {
  const plan = modelsAtStart > 0 ? { ...EXAMPLE_PLAN, modelsAtStart } : EXAMPLE_PLAN;
  const given = presetInputs(preset, plan);
  const inputs = updatesPerYear === null ? given : { ...given, updatesPerYear };
  const place = parsePath('loadedAnnual');
  const salary = defaultIn(currency, 'loadedAnnual');
  if (preset === 'article' || currency !== 'EUR' || !place || !salary) return inputs;
  return withValue(inputs, place, preset === 'expected' ? salary.mode : (salary.mode + salary.low) / 2);
}

/** The origin of a preset's value. */
export function startOrigin(preset: PresetId, currency: string, path: string, value: number | null): Origin {
  const origin = presetOrigin(preset, currency, path, value);
  const conservative = preset === 'conservative' && value !== origin.mode;
  return assumptionOf(origin, currency, conservative ? HALFWAY : '');
}

export function measuredOrigin({ key, value, n, words, numbers, rows, values }: Measured): Origin {
  return {
    kind: 'measured',
    measure: key,
    measured: value ?? 0,
    n,
    words,
    numbers,
    rows: rows.map((row) => ({ ...row })),
    ...(values && { values: [...values] }),
  };
}

type Made = Pick<
  ScenarioRow,
  'preset' | 'copied_from' | 'currency' | 'compare' | 'inputs' | 'ranges' | 'correlations'
> &
  Pick<ScenarioRow, 'runs' | 'seed' | 'model_value_minor' | 'asked' | 'named'> & {
    readonly title: string;
    readonly values: NewValue[];
  };
type NewValue = Omit<ScenarioValueRow, 'id' | 'scenario_id'>;

const MODELS = 'modelsAtStart';
const UPDATES = 'updatesPerYear';

/** What an assessment was told takes the place of models in production where there are none, and says so. */
function statedOrigins({ stated, updatesPerYear }: PortfolioSize): Map<string, Origin> {
  if (stated === null) return new Map();
  const origin: Origin = {
    kind: 'entered',
    note: `Stated in ${sayAssessment(stated)}; no model is in production here.`,
  };
  return new Map([[MODELS, origin], ...(updatesPerYear === null ? [] : [[UPDATES, origin] as const])]);
}

/** The level that the portfolio is recommended against the lowest: what is asked for is what the plan must show. */
function comparisonFor(size: PortfolioSize, settings: Settings, inputs: InvestmentInputs): string {
  const { models, load, unknownFrequency } = size;
  const { updatesPerYear, levelThresholds: thresholds } = settings;
  const { level } = recommendLevel({ models, load, unknownFrequency, updatesPerYear, thresholds });
  const [first, ...others] = pairsOf(inputs);
  const asked = others.find(({ a, b }) => b === `L${level}` && a === first?.a) ?? first;
  return asked ? pairName(asked) : 'L2 vs L1';
}

async function fromPreset(
  write: WriteHandle,
  context: CommandContext,
  preset: PresetId,
  currency: string,
): Promise<Made> {
  const production = measureProduction(await gatherModelFacts(write.read));
  const settings = await getSettings(write.read);
  const size = await readPortfolioSize(write.read, await countByStageTierUnit(write.read), settings);
  const stated = size.basis === 'stated' ? statedOrigins(size) : new Map<string, Origin>();
  const inputs = startInputs(preset, currency, size.models, stated.has(UPDATES) ? size.updatesPerYear : null);
  const values = inputPaths(inputs).map((path): NewValue => {
    const value = numberAt(inputs, path);
    const isMeasured = path === MODELS && production.value !== null;
    const origin = isMeasured
      ? measuredOrigin(production)
      : (stated.get(path) ?? startOrigin(preset, currency, path, value));
    const stored = storedValue(path, value, currency);
    return { path, ord: 0, value: stored, at: context.now, by: context.actor, origin: JSON.stringify(origin) };
  });
  return {
    title: SCENARIO_PRESETS.find(({ id }) => id === preset)?.title ?? preset,
    preset,
    copied_from: null,
    currency,
    compare: comparisonFor(size, settings, inputs),
    inputs: storedInputs(inputs, currency),
    ranges: '[]',
    correlations: JSON.stringify(DEFAULT_CORRELATIONS),
    runs: DEFAULT_RUNS,
    seed: 1,
    model_value_minor: null,
    asked: null,
    named: null,
    values,
  };
}

/** A copy keeps the trail: where its numbers come from is as true for it as for the first. */
async function fromCopy(write: WriteHandle, id: string): Promise<Made> {
  const row = await getScenario(write.read, id);
  const values = (await listValues(write.read, id)).map(({ id: _id, scenario_id: _of, ...value }) => value);
  return { ...row, title: `Copy of ${row.name}`, copied_from: row.name, values };
}

/** The name, numbered where a scenario of the portfolio has it already. */
function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.includes(name)) return name;
  }
}

export async function createScenario(
  write: WriteHandle,
  context: CommandContext,
  { name, from, currency, notes = '' }: Input<'scenarios.create'>,
): Promise<{ readonly id: string; readonly name: string }> {
  const others = await listScenarios(write.read);
  const made =
    from.kind === 'copy'
      ? await fromCopy(write, from.id)
      : await fromPreset(write, context, from.preset, currency ?? (await getPortfolio(write.read)).currency);
  const { title, values, ...kept } = made;
  const id = context.newId();
  const row: ScenarioRow = {
    id,
    name:
      name ??
      freeName(
        title,
        others.map((other) => other.name),
      ),
    notes,
    author: context.actor,
    currency: kept.currency,
    chosen: others.some(({ chosen }) => chosen === 1) ? 0 : 1,
    preset: kept.preset,
    copied_from: kept.copied_from,
    compare: kept.compare,
    inputs: kept.inputs,
    ranges: kept.ranges,
    correlations: kept.correlations,
    runs: kept.runs,
    seed: kept.seed,
    model_value_minor: kept.model_value_minor,
    asked: kept.asked,
    named: kept.named,
    created_at: context.now,
    updated_at: context.now,
  };
  await write.insert('scenarios', [row]);
  await write.insert(
    'scenario_values',
    values.map((value) => ({ ...value, id: context.newId(), scenario_id: id })),
  );
  // Whom a plan retires is as true of its copy as the number that it retires.
  const retired = from.kind === 'copy' ? await listRetirements(write.read, from.id) : [];
  await write.insert(
    'planned_retirements',
    retired.map(({ model_id }) => ({ id: context.newId(), scenario_id: id, model_id })),
  );
  return { id, name: row.name };
}
