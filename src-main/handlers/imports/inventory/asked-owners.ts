import { counted } from '#domain/base/wording';
import { listImportSources } from '../../../store/imports/imports';
import type { WriteHandle } from '../../../store/journal/handle';
import { listModelsById } from '../../../store/models/models';
import type { CommandContext } from '../../context';

/**
 * Notes that the owners of models were asked about them, since files of a source do not have them.
 *
 * @returns how many, with what was done in words
 */
export async function noteAsked(
  write: WriteHandle,
  { source, ids }: { readonly source: string; readonly ids: readonly string[] },
  { newId, now, actor }: CommandContext,
): Promise<{ readonly label: string; readonly value: { readonly noted: number } }> {
  const known = (await listImportSources(write.read)).find(({ name }) => name === source);
  const models = await listModelsById(write.read, ids);
  await write.insert(
    'identity_answers',
    models.map(({ id }) => ({
      id: newId(),
      source_id: known?.id ?? '',
      row_key: '',
      model_id: id,
      deleted_model: null,
      answer: 'asked',
      actor,
      created_at: now,
    })),
  );
  const [only] = models;
  const what = models.length === 1 && only ? `“${only.name}”` : counted(models.length, 'model');
  return { label: `Note that the owner of ${what} was asked`, value: { noted: models.length } };
}
