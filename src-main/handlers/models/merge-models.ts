import type { ModelFields } from '#contract/models/models';
import { counted } from '#domain/base/wording';
import { DomainError } from '../../failure/domain-error';
import type { WriteHandle } from '../../store/journal/handle';
import { columnsOf, fieldsOf } from '../../store/models/model-rows';
import { changeModels } from '../../store/models/model-writes';
import { getModel, listModelsById } from '../../store/models/models';
import { listApprovals, listMoves } from '../../store/models/moves';
import type { ModelTableRow } from '../../store/models/tables';
import { getSettings } from '../../store/portfolio/settings';
import { reassignChildren } from '../../store/references/reassign-children';
import type { CommandContext } from '../context';

/**
 * Makes several models one: history, approvals, drift, incidents and sources of the others go to the one that is kept, which
 * takes from them only what it has not itself. Files that still name the others find it.
 *
 * @returns what was done, in words
 */
export async function mergeModels(
  write: WriteHandle,
  keep: string,
  others: readonly string[],
  context: CommandContext,
): Promise<string> {
  if (others.includes(keep))
    throw new DomainError('invalid_input', 'A model cannot be merged into itself. Leave it out of those that go.');
  const kept = await getModel(write.read, keep);
  const going = await listModelsById(write.read, others);
  if (going.length < new Set(others).size)
    throw new DomainError('not_found', 'One of these models is not in the portfolio any more. Choose again.');
  await write.insert(
    'merged_models',
    going.map(({ id, name, external_references }) => ({
      id,
      into_id: keep,
      name,
      external_references,
      actor: context.actor,
      created_at: context.now,
    })),
  );
  for (const model of going) {
    await reassignChildren(write, model.id, keep);
    await write.remove('models', [model.id]);
  }
  const { reviewMonths } = await getSettings(write.read);
  const moves = await listMoves(write.read, keep);
  const [approval] = await listApprovals(write.read, keep);
  const columns = columnsOf(gained(kept, going));
  const change = { model: kept, columns, moves, lastApprovalAt: approval?.at ?? kept.last_approval_at };
  await changeModels(write, [change], reviewMonths, context.now);
  const [first] = going;
  const named = going.length === 1 && first ? `“${first.name}”` : counted(going.length, 'model');
  return `Merge ${named} into “${kept.name}”`;
}

/** What the kept model has not itself: the value of the first that has one, and every reference and tag. */
function gained(kept: ModelTableRow, going: readonly ModelTableRow[]): Partial<ModelFields> {
  const own = fieldsOf(kept);
  const others = going.map(fieldsOf);
  const filled: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(own)) {
    if (!isEmpty(field, value)) continue;
    const found = others.map((other): unknown => Reflect.get(other, field)).find((one) => !isEmpty(field, one));
    if (found !== undefined) filled[field] = found;
  }
  const references = [own, ...others].flatMap(({ externalReferences }) => externalReferences);
  const known = new Map(references.map((one) => [`${one.system}\n${one.id}\n${one.url}`, one]));
  const tags = [...new Set([own, ...others].flatMap((one) => one.tags))];
  // Fields and their values were taken together from models.
  return { ...(filled as Partial<ModelFields>), externalReferences: [...known.values()].slice(0, 50), tags };
}

const isEmpty = (field: string, value: unknown): boolean =>
  value === null || value === '' || (field === 'personalData' && value === 'unknown');
