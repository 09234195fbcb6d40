import { IncidentQuery } from '#contract/incidents/parts';
import type { SavedView } from '#contract/models/views';
import { DomainError } from '../../failure/domain-error';
import { countMatching } from '../../store/models/models';
import type { ViewRow } from '../../store/models/tables';
import { listViews } from '../../store/models/views';
import type { QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';

type Asking = Pick<QueryContext, 'read' | 'now' | 'ask'>;
type Kept = Pick<SavedView, 'search' | 'filter' | 'sort' | 'columns' | 'layout' | 'address'>;

/** How many rows the view shows now; `null` where its page is no list of models or incidents. */
async function countOf(page: SavedView['page'], kept: Kept, { read, now, ask }: Asking): Promise<number | null> {
  if (page === 'portfolio') return countMatching(read, kept.filter, kept.search, now.slice(0, 10));
  if (page !== 'incidents') return null;
  const asked = IncidentQuery.safeParse({ search: kept.address.q, filter: kept.address.filter });
  return asked.success ? (await ask('incidents.list', { ...asked.data, limit: 1 })).total : null;
}

async function toView({ id, name, page, query }: ViewRow, asking: Asking): Promise<SavedView> {
  // Written below through the contract's schema, by earlier versions without an address.
  const kept = { address: {}, ...(JSON.parse(query) as Omit<Kept, 'address'>) };
  return { id, name, page, ...kept, count: await countOf(page, kept, asking) };
}

export const views: SubjectHandlers<'views'> = {
  list: async (_input, context) => {
    const rows = await listViews(context.read);
    return { views: await Promise.all(rows.map((row) => toView(row, context))) };
  },
  save: ({ id, name, page, ...query }, context) =>
    context.write(async (write) => {
      const text = JSON.stringify(query);
      const known = (await listViews(write.read)).find((view) => view.id === id);
      if (id !== undefined && !known)
        throw new DomainError('not_found', `The view “${name}” was deleted in the meantime. Save it as a new one.`);
      const row: ViewRow = known
        ? { ...known, name, query: text }
        : { id: context.newId(), name, query: text, created_at: context.now, page };
      if (known) await write.update('views', [known.id], { name, query: text });
      else await write.insert('views', [row]);
      return {
        label: `${known ? 'Change' : 'Save'} the view “${name}”`,
        value: await toView(row, { ...context, read: write.read }),
      };
    }),
  remove: ({ id }, context) =>
    context.write(async (write) => {
      const known = (await listViews(write.read)).find((view) => view.id === id);
      const removed = await write.remove('views', [id]);
      return { label: `Delete the view “${known?.name ?? ''}”`, value: { removed } };
    }),
};
