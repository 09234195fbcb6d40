import type { Input } from '#contract/index';
import { counted } from '#domain/base/wording';
import { notDeriving } from '#domain/scenarios/plan/derived-inputs';
import { gapLineId, gapsTakenNote, investmentWithout, toCostLine } from '#domain/scenarios/plan/gap-lines';
import { parsePath, sayPath, withValue } from '#domain/scenarios/plan/input-path';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { defaultIn } from '#domain/scenarios/plan/scenario-origins';
import { PRESET_IDS, type PresetId, presetReduction } from '#domain/scenarios/plan/scenario-presets';
import { takeIntoPlan } from '#domain/scenarios/plan/taken-measure';
import { DomainError } from '../../failure/domain-error';
import type { WriteHandle } from '../../store/journal/handle';
import { inputsOf } from '../../store/scenarios/inputs';
import { getScenario, listValues } from '../../store/scenarios/scenarios';
import type { ScenarioRow } from '../../store/scenarios/tables';
import type { CommandContext } from '../context';
import type { Origin } from './assumption-origin';
import { measuredOrigin, startInputs, startOrigin } from './create';
import { findGaps } from './gaps';
import { measurePortfolio } from './measure';
import { type Named, writeInputs } from './write-values';

/** Takes a measured value over; it is measured at this moment, whatever a page showed before. */
export async function takeMeasured(
  write: WriteHandle,
  context: CommandContext,
  { id, measure, holdsHours = false }: Input<'scenarios.take'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const kept = inputsOf(row);
  const inputs = holdsHours && measure === 'incidentOtherCost' ? notDeriving(kept, 'incidentCost') : kept;
  const all = await measurePortfolio(write.read, { inputs, currency: row.currency }, context.now);
  const found = all.find(({ key }) => key === measure);
  if (!found || found.value === null) {
    throw new DomainError('conflict', found?.reason ?? `The portfolio does not measure ${measure}.`);
  }
  const preset = presetOf(row);
  const taken = takeIntoPlan(inputs, found, { preset, entered: await enteredPaths(write, id) });
  const set = new Set(found.sets.map(({ path }) => path));
  const origin: Named = (path, value) =>
    set.has(path) ? measuredOrigin(found) : startOrigin(preset, row.currency, path, value);
  await writeInputs(write, context, row, taken.inputs, origin, { also: taken.paths });
  return `Take “${found.label}” into the scenario “${row.name}”`;
}

/** Paths of which somebody entered the number that counts now. */
async function enteredPaths(write: WriteHandle, id: string): Promise<ReadonlySet<string>> {
  const newest = new Map<string, string>();
  for (const { path, origin } of await listValues(write.read, id)) if (!newest.has(path)) newest.set(path, origin);
  const isEntered = (origin: string): boolean => (JSON.parse(origin) as Origin).kind === 'entered'; // written by schema
  return new Set([...newest].flatMap(([path, origin]) => (isEntered(origin) ? [path] : [])));
}

const presetOf = ({ preset }: ScenarioRow): PresetId => PRESET_IDS.find((id) => id === preset) ?? 'expected';

/** Inputs back to the value that the scenario's preset gave them. */
export async function resetInputs(
  write: WriteHandle,
  context: CommandContext,
  { id, paths }: Input<'scenarios.reset'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const preset = presetOf(row);
  const start = startInputs(preset, row.currency, 0);
  const changed = paths.reduce((inputs, path) => {
    const place = parsePath(path);
    const value = presetReduction(preset, path) ?? numberAt(start, path);
    if (!place || value === null || defaultIn(row.currency, path) === null) {
      throw new DomainError('invalid_input', `${path} has no default: enter a number.`);
    }
    return withValue(inputs, place, value);
  }, inputsOf(row));
  const origin = (path: string, value: number | null) => startOrigin(preset, row.currency, path, value);
  await writeInputs(write, context, row, changed, origin, { also: paths });
  const [first] = paths.map(parsePath);
  const what = paths.length === 1 && first ? sayPath(first) : counted(paths.length, 'input');
  return `Set ${what} of the scenario “${row.name}” back to the default`;
}

/** Takes gaps over as cost lines; one that is there already is replaced. */
export async function takeGaps(
  write: WriteHandle,
  context: CommandContext,
  { id, gaps, fromInvestment = false }: Input<'scenarios.takeGaps'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const inputs = inputsOf(row);
  const { lines } = await findGaps(write.read, inputs);
  const taken = gaps.map(({ questionId, yearly = 0 }) => {
    const line = lines.find((one) => one.questionId === questionId);
    if (line) return toCostLine(line, yearly);
    throw new DomainError('not_found', `The latest finished assessment has no gap ${questionId}. Choose again.`);
  });
  const ids = gaps.map(({ questionId }) => gapLineId(questionId));
  const kept = (inputs.costLines ?? []).filter((line) => !ids.includes(line.id));
  const costLines = [...kept, ...taken];
  const note = gapsTakenNote(taken.length);
  const added = taken.filter((line) => !inputs.costLines?.some((known) => known.id === line.id));
  const reduced = fromInvestment ? investmentWithout(inputs, added) : inputs;
  await writeInputs(write, context, row, { ...reduced, costLines }, () => ({ kind: 'entered', note }));
  return `Take ${counted(gaps.length, 'gap')} into the scenario “${row.name}”`;
}
