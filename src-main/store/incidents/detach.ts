import type { WriteHandle } from '../journal/handle';
import { listModelsById } from '../models/models';
import { listIncidentsById } from './incidents';
import { incidentSearchText } from './rows';

/** Takes incidents off their models, which go; they keep the model's name as what they were reported of. */
export async function detachIncidents(write: WriteHandle, incidentIds: readonly string[]): Promise<void> {
  const incidents = await listIncidentsById(write.read, incidentIds);
  const modelIds = incidents.flatMap(({ model_id }) => model_id ?? []);
  const models = await listModelsById(write.read, [...new Set(modelIds)]);
  const names = new Map(models.map(({ id, name }) => [id, name]));
  for (const row of incidents) {
    const model_text = row.model_text || (names.get(row.model_id ?? '') ?? '');
    const search_text = incidentSearchText({ ...row, model_text });
    await write.update('incidents', [row.id], { model_id: null, model_text, search_text });
  }
}
