import type { Input, Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import { byNeed, type CarryFacts, carryOf, peopleOfPlan, quietBefore } from '#domain/scenarios/carry/carry';
import { retiredFirst, withRetired } from '#domain/scenarios/carry/retire-in-plan';
import { DomainError } from '../../failure/domain-error';
import type { ReadHandle, WriteHandle } from '../../store/journal/handle';
import { listModelsById } from '../../store/models/models';
import { listCarryFacts, listRetirements } from '../../store/scenarios/carry';
import { inputsOf } from '../../store/scenarios/inputs';
import { findChosenScenario, getScenario } from '../../store/scenarios/scenarios';
import type { ScenarioRow } from '../../store/scenarios/tables';
import type { CommandContext, QueryContext } from '../context';
import { refuseUnworkable } from './update';
import { writeInputs } from './write-values';

/** Versions that ended with nothing said to follow, by model. */
async function endedVersions({ ask, now }: Pick<QueryContext, 'ask' | 'now'>) {
  const { rows } = await ask('models.liveVersions', { at: now });
  return new Map<string, CarryFacts['ended']>(
    rows.flatMap(({ modelId, ended }) => (ended ? [[modelId, ended] as const] : [])),
  );
}

async function planOf(read: ReadHandle, row: ScenarioRow): Promise<Output<'scenarios.carry'>['plan']> {
  const { id, name, currency } = row;
  const chosen = new Set((await listRetirements(read, id)).map(({ model_id }) => model_id));
  return { id, name, currency, retiredFirst: retiredFirst(inputsOf(row)), chosen: [...chosen] };
}

/** What models in production cost to carry, with the people that the chosen plan takes. */
export async function readCarry(context: QueryContext): Promise<Output<'scenarios.carry'>> {
  const { read, now } = context;
  const { currency, models } = await listCarryFacts(read, now, await endedVersions(context));
  const chosen = await findChosenScenario(read);
  // Amounts of another currency are never converted.
  const people = chosen && chosen.currency === currency ? peopleOfPlan(inputsOf(chosen)) : null;
  const quiet = quietBefore(models, now);
  const rows = byNeed(models.map((model) => carryOf(model, people, quiet)));
  return {
    currency,
    people,
    plan: chosen ? await planOf(read, chosen) : null,
    rows: rows.map((row) => ({ ...row, incidents: [...row.incidents], reasons: [...row.reasons] })),
  };
}

/** Says which models a plan retires in its first year; answers the label of the change. */
export async function retireInPlan(
  write: WriteHandle,
  context: CommandContext,
  { id, modelIds }: Input<'scenarios.retire'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const wanted = new Set(modelIds);
  const known = await listModelsById(write.read, [...wanted]);
  if (known.length < wanted.size)
    throw new DomainError('not_found', 'A model that was chosen is not in the portfolio any more. Choose again.');
  const before = await listRetirements(write.read, id);
  const kept = new Set(before.map(({ model_id }) => model_id));
  const coming = known.filter((model) => !kept.has(model.id));
  const going = before.filter(({ model_id }) => !wanted.has(model_id));
  const inputs = inputsOf(row);
  const more = wanted.size - kept.size;
  if (more !== 0) {
    const names = known.map(({ name }) => name);
    const note = `Chosen under Cost to carry: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
    const origin = () => ({ kind: 'entered', note: known.length === 0 ? '' : note }) as const;
    await writeInputs(write, context, row, withRetired(inputs, more), origin);
  }
  await write.remove(
    'planned_retirements',
    going.map((one) => one.id),
  );
  await write.insert(
    'planned_retirements',
    coming.map((model) => ({ id: context.newId(), scenario_id: id, model_id: model.id })),
  );
  await refuseUnworkable(write, id, {});
  return `Retire ${counted(wanted.size, 'model')} in year 1 of “${row.name}”`;
}
