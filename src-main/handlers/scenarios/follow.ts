import type { Input } from '#contract/index';
import { earlierRule } from '#domain/scenarios/plan/earlier-rule';
import { DomainError } from '../../failure/domain-error';
import type { WriteHandle } from '../../store/journal/handle';
import { readScenario } from '../../store/scenarios/reading';
import { getScenario } from '../../store/scenarios/scenarios';
import type { CommandContext } from '../context';
import { startOrigin } from './create';
import { type Named, writeInputs } from './write-values';

/** Lets incidents of a plan of before follow what they are worked out from now; answers the label of the change. */
export async function followRule(
  write: WriteHandle,
  context: CommandContext,
  { id }: Input<'scenarios.follow'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const { inputs, items, preset } = await readScenario(write.read, id, context.now);
  const rule = earlierRule(inputs, items, preset);
  if (!rule) {
    throw new DomainError('conflict', `Incidents of “${row.name}” follow already, or none of them was measured.`);
  }
  const cost = items.find(({ path }) => path === 'incidentCost')?.origin;
  const named: Named = (path, value) =>
    path === 'incidentHours' && cost ? cost : startOrigin(preset ?? 'expected', row.currency, path, value);
  await writeInputs(write, context, row, rule.inputs, named, { also: rule.paths });
  return `Let incidents of the scenario “${row.name}” follow`;
}
