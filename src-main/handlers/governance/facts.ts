import type { Input, Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import { MODEL_FACTS, type ModelFactName } from '#domain/governance/vocabulary';
import { listFactsOf } from '../../store/governance/rows';
import type { ReadHandle } from '../../store/journal/handle';
import { type CommandContext, keepBefore } from '../context';
import { nameModels } from './name-models';

export async function readFacts(modelId: string, read: ReadHandle): Promise<Output<'governance.facts'>> {
  const rows = await listFactsOf(read, [modelId]);
  // Written through the contract's schema, under its names.
  return {
    facts: Object.fromEntries(
      rows.map(({ name, value }) => [name, JSON.parse(value)]),
    ) as Output<'governance.facts'>['facts'],
  };
}

export function setFacts(
  { ids, facts }: Input<'governance.setFacts'>,
  context: CommandContext,
): Promise<Output<'governance.setFacts'>> {
  const given = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name as ModelFactName, value] as const],
  );
  return context.write(async (write) => {
    await nameModels(write.read, ids);
    const names = given.map(([name]) => name);
    const known = (await listFactsOf(write.read, ids)).filter(({ name }) => names.some((one) => one === name));
    await write.remove(
      'model_facts',
      known.map(({ id }) => id),
    );
    const rows = ids.flatMap((modelId) =>
      given
        .filter(([, value]) => value.length > 0)
        .map(([name, value]) => ({
          id: context.newId(),
          model_id: modelId,
          name,
          value: JSON.stringify(value),
          stated_on: context.now.slice(0, 10),
          stated_by: context.actor,
        })),
    );
    await write.insert('model_facts', rows);
    const labels = names.map((name) => MODEL_FACTS[name].label.replace(/^./, (first) => first.toLowerCase()));
    return { label: `Set ${labels.join(', ')} of ${counted(ids.length, 'model')}`, value: { models: ids.length } };
  }, keepBefore(ids));
}
