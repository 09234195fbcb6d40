import type { SavedView } from '#contract/models/views';
import { DomainError } from '../../failure/domain-error';
import type { ReadHandle } from '../../store/journal/handle';
import { countMatching } from '../../store/models/models';
import type { ViewRow } from '../../store/models/tables';
import { listViews } from '../../store/models/views';
import type { SubjectHandlers } from '../subject';

type ViewQuery = Pick<SavedView, 'search' | 'filter' | 'sort' | 'columns' | 'layout'>;

async function toView(read: ReadHandle, row: ViewRow): Promise<SavedView> {
  const query = JSON.parse(row.query) as ViewQuery; // written below through the contract's schema
  return { id: row.id, name: row.name, ...query, count: await countMatching(read, query.filter, query.search) };
}

export const views: SubjectHandlers<'views'> = {
  list: async (_input, { read }) => {
    const rows = await listViews(read);
    return { views: await Promise.all(rows.map((row) => toView(read, row))) };
  },
  save: ({ id, name, ...query }, context) =>
    context.write(async (write) => {
      const text = JSON.stringify(query);
      const known = (await listViews(write.read)).find((view) => view.id === id);
      if (id !== undefined && !known)
        throw new DomainError('not_found', `The view “${name}” was deleted in the meantime. Save it as a new one.`);
      const row = known
        ? { ...known, name, query: text }
        : { id: context.newId(), name, query: text, created_at: context.now };
      if (known) await write.update('views', [known.id], { name, query: text });
      else await write.insert('views', [row]);
      return { label: `${known ? 'Change' : 'Save'} the view “${name}”`, value: await toView(write.read, row) };
    }),
  remove: ({ id }, context) =>
    context.write(async (write) => {
      const known = (await listViews(write.read)).find((view) => view.id === id);
      const removed = await write.remove('views', [id]);
      return { label: `Delete the view “${known?.name ?? ''}”`, value: { removed } };
    }),
};
