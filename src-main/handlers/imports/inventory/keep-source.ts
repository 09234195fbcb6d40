import { listIdentityAnswers } from '../../../store/imports/imports';
import { type IdentityAnswerRow, WAITS } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import type { CommandContext } from '../../context';
import { withRules } from './file-source';
import { keptAliases, newAliases, restoredBy, waitsOf } from './identify';
import type { PreparedInventory } from './prepare-inventory';

/**
 * Keeps what was decided about a source for the next time: its key and mapping, what was answered about its rows and units, which
 * taking the import back leaves, and what waits for an answer, which goes with it.
 *
 * @returns the source's id
 */
export async function keepSource(
  write: WriteHandle,
  { source, mapping, head, request, identified, taught }: PreparedInventory,
  context: CommandContext,
): Promise<string> {
  const { now, actor } = context;
  const fresh = {
    key: JSON.stringify(source.key),
    columns: JSON.stringify(head.labels),
    mapping: JSON.stringify(mapping),
    rules: JSON.stringify(request.keepRules ? withRules(source.rules, request.rules) : source.rules),
  };
  const id = source.known?.id ?? context.newId();
  if (source.known === null)
    await write.insert('sources', [
      { id, name: source.name, system: source.system, ...fresh, created_at: now, updated_at: now },
    ]);
  else if (Object.entries(fresh).some(([column, text]) => Reflect.get(source.known ?? {}, column) !== text))
    await write.update('sources', [id], { ...fresh, updated_at: now });
  const said = [...(await keptAliases(write.read)), ...request.unitAnswers];
  await write.insert(
    'unit_aliases',
    [...request.unitAnswers, ...newAliases(taught, said)].map(({ short, full, scope, kind }) => ({
      id: context.newId(),
      scope,
      unit: full,
      alias: short,
      kind,
      actor,
      created_at: now,
    })),
  );
  const isBack = new Set(restoredBy(identified).map(({ model }) => model.id));
  const isGone = (modelId: string): boolean => identified?.deleted.has(modelId) === true && !isBack.has(modelId);
  const keep = (rowKey: string, modelId: string, answer: string): IdentityAnswerRow => ({
    id: context.newId(),
    source_id: id,
    row_key: rowKey,
    model_id: isGone(modelId) ? null : modelId,
    deleted_model: isGone(modelId) ? modelId : null,
    answer,
    actor,
    created_at: now,
  });
  await write.insert(
    'identity_answers',
    request.answers.map(({ rowKey, modelId, answer }) => keep(rowKey, modelId, answer)),
  );
  const known = new Set(
    (await listIdentityAnswers(write.read, id))
      .filter(({ answer }) => answer === WAITS)
      .map((row) => `${row.model_id} ${row.row_key}`),
  );
  const waits = identified === null ? [] : waitsOf(identified);
  await write.insert(
    'identity_answers',
    waits
      .filter(({ model, rowKey }) => !known.has(`${model} ${rowKey}`))
      .map(({ model, rowKey }) => keep(rowKey, model, WAITS)),
  );
  return id;
}
