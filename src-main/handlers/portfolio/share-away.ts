import type { Output } from '#contract/index';
import { namesOfModels } from '../../store/models/names-of-models';
import { hasOthers, listAway } from '../../store/shared/away';
import { knownSharing } from '../../store/shared/sharing';
import type { QueryContext } from '../context';

/** As many are named; the journal has all. */
const SHOWN = 8;

const NOTHING: Output<'share.away'> = { since: null, after: null, total: 0, people: [], rows: [] };

/** What others did since somebody looked on this computer. */
export async function away({ read, store, sharing: desk }: QueryContext): Promise<Output<'share.away'>> {
  const sharing = await knownSharing(read);
  const note = sharing === null ? null : await desk.away(store);
  if (sharing === null || note === null || !(await hasOthers(read, note, sharing.name))) return NOTHING;
  const { total, people, rows } = await listAway(read, note, sharing.name, SHOWN);
  const ids = rows.flatMap(({ modelId }) => (modelId === null ? [] : [modelId]));
  const names = await namesOfModels(read, [...new Set(ids)]);
  return {
    since: note.since === '' ? null : note.since,
    after: note.after,
    total,
    people: [...people],
    // A model that was deleted since has no name, and no page to open.
    rows: rows.map(({ modelId, ...row }) => {
      const modelName = modelId === null ? null : (names.get(modelId) ?? null);
      return { ...row, modelId: modelName === null ? null : modelId, modelName };
    }),
  };
}
