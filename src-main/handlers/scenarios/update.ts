import type { Input } from '#contract/index';
import { counted } from '#domain/base/wording';
import { askedProblems } from '#domain/scenarios/options/asked-problems';
import { namedProblems } from '#domain/scenarios/options/roadmap-check';
import { carriedOrigin } from '#domain/scenarios/plan/carried-years';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { parsePath, sayPath } from '#domain/scenarios/plan/input-path';
import { horizonOf } from '#domain/scenarios/plan/inputs';
import { keptRanges, scenarioRanges } from '#domain/scenarios/plan/scenario-ranges';
import { correlate } from '#domain/scenarios/statistics/correlation';
import { questionProblems } from '#domain/scenarios/uncertainty/uncertain';
import { DomainError } from '../../failure/domain-error';
import { refusable } from '../../rpc/refusable';
import type { FactPatch, WriteHandle } from '../../store/journal/handle';
import {
  correlationsOf,
  inputsOf,
  minorOf,
  rangesOf,
  storedAsked,
  storedNamed,
  storedRanges,
} from '../../store/scenarios/inputs';
import { getScenario } from '../../store/scenarios/scenarios';
import type { ScenarioRow } from '../../store/scenarios/tables';
import type { CommandContext } from '../context';
import { assumptionOf } from './assumption-origin';
import { type Named, writeInputs } from './write-values';

type Patch = Input<'scenarios.update'>['patch'];

/** What the patch changes of the row, beside the inputs. */
function columnsOf(patch: Patch, row: ScenarioRow): FactPatch<'scenarios'> {
  const { currency } = row;
  const { name, notes, compare, uncertain, correlations, runs, seed, modelValue, asked, named } = patch;
  return {
    ...(name === undefined ? {} : { name }),
    ...(notes === undefined ? {} : { notes }),
    ...(compare === undefined ? {} : { compare }),
    ...(uncertain === undefined
      ? {}
      : { ranges: storedRanges(keptRanges(patch.inputs ?? inputsOf(row), rangesOf(row), uncertain), currency) }),
    ...(correlations === undefined ? {} : { correlations: JSON.stringify(correlations) }),
    ...(runs === undefined ? {} : { runs }),
    ...(seed === undefined ? {} : { seed }),
    ...(modelValue === undefined
      ? {}
      : { model_value_minor: modelValue === null ? null : minorOf(modelValue, currency) }),
    ...(asked === undefined ? {} : { asked: storedAsked(asked, currency) }),
    ...(named === undefined ? {} : { named: storedNamed(named, currency) }),
  };
}

/** A scenario that is kept can be computed: its ranges, its comparison and its correlations hold together. */
export async function refuseUnworkable(write: WriteHandle, id: string, patch: Patch): Promise<void> {
  const row = await getScenario(write.read, id);
  const inputs = inputsOf(row);
  const uncertain = scenarioRanges(inputs, row.currency, rangesOf(row));
  const problems = questionProblems({ inputs, compare: row.compare, uncertain: patch.uncertain ?? uncertain });
  problems.push(...askedProblems(patch.asked ?? {}), ...namedProblems(inputs, patch.named ?? []));
  const pair = parsePair(row.compare);
  if (pair && pair.b < pair.a) problems.push(`${row.compare} is upside down: name the higher level first.`);
  if (problems.length > 0) throw new DomainError('invalid_input', problems.join(' '));
  const paths = uncertain.map(({ path }) => path);
  // A default correlation may outlive the range of one of its inputs; one that is given now must not.
  const among = patch.correlations ?? correlationsOf(row).filter(({ a, b }) => paths.includes(a) && paths.includes(b));
  refusable(() => correlate(paths, among));
}

function changedWords(changed: readonly string[]): string {
  const [first] = changed;
  const place = first === undefined ? null : parsePath(first);
  if (changed.length !== 1 || !place) return changed.length === 0 ? '' : counted(changed.length, 'input');
  return sayPath(place);
}

/** Somebody entered it, unless it is a year that was added and goes on as the one before. */
function originOf(row: ScenarioRow, { inputs, note = '' }: Patch): Named {
  const before = horizonOf(inputsOf(row));
  return (path) => {
    const carried = inputs ? carriedOrigin(before, inputs, path) : null;
    return carried === null ? { kind: 'entered', note } : assumptionOf(carried, row.currency);
  };
}

/** Changes a scenario; answers the label of the change. */
export async function updateScenario(
  write: WriteHandle,
  context: CommandContext,
  { id, patch }: Input<'scenarios.update'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const changed = patch.inputs ? await writeInputs(write, context, row, patch.inputs, originOf(row, patch)) : [];
  await write.update('scenarios', [id], { ...columnsOf(patch, row), updated_at: context.now });
  await refuseUnworkable(write, id, patch);
  const what = changedWords(changed);
  if (what === '' && patch.asked !== undefined) return `Keep how the options of “${row.name}” are seen`;
  if (what === '' && patch.named !== undefined) return `Name what the investment of “${row.name}” pays for`;
  return what === '' ? `Change the scenario “${row.name}”` : `Change ${what} of the scenario “${row.name}”`;
}
