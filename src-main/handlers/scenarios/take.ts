import type { Input } from '#contract/index';
import { counted } from '#domain/base/wording';
import { gapLineId, gapsTakenNote, investmentWithout, toCostLine } from '#domain/scenarios/plan/gap-lines';
import { parsePath, sayPath, withValue, withValues } from '#domain/scenarios/plan/input-path';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { defaultIn } from '#domain/scenarios/plan/scenario-origins';
import { PRESET_IDS, type PresetId } from '#domain/scenarios/plan/scenario-presets';
import { DomainError } from '../../failure/domain-error';
import type { WriteHandle } from '../../store/journal/handle';
import { inputsOf } from '../../store/scenarios/inputs';
import { getScenario } from '../../store/scenarios/scenarios';
import type { ScenarioRow } from '../../store/scenarios/tables';
import type { CommandContext } from '../context';
import { measuredOrigin, startInputs, startOrigin } from './create';
import { findGaps } from './gaps';
import { measurePortfolio } from './measure';
import { writeInputs } from './write-values';

/** Takes a measured value over; it is measured at this moment, whatever a page showed before. */
export async function takeMeasured(
  write: WriteHandle,
  context: CommandContext,
  { id, measure }: Input<'scenarios.take'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const inputs = inputsOf(row);
  const found = (await measurePortfolio(write.read, inputs, context.now)).find(({ key }) => key === measure);
  if (!found || found.value === null) {
    throw new DomainError('conflict', found?.reason ?? `The portfolio does not measure ${measure}.`);
  }
  const placed = found.sets.flatMap(({ path, value }) => {
    const place = parsePath(path);
    return place ? [{ place, value }] : [];
  });
  await writeInputs(write, context, row, withValues(inputs, placed), () => measuredOrigin(found), {
    also: found.sets.map(({ path }) => path),
  });
  return `Take “${found.label}” into the scenario “${row.name}”`;
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
    const value = numberAt(start, path);
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
