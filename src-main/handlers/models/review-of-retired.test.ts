import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

/** What the places say that tell of the reviews which are overdue. */
async function placesOf({ call }: Awaited<ReturnType<typeof testBackend>>) {
  const filter = { reviewDueBefore: 'yesterday' } as const;
  const { attention } = await call('overview.summary', {});
  const matter = attention.find(({ kind }) => kind === 'reviews_overdue');
  const { ids, columns } = await call('models.grid', {});
  const due = columns.reviewDue.values;
  const { rows } = await call('models.list', { sort: [{ field: 'reviewDue', direction: 'asc' }] });
  return {
    overview: matter?.count ?? 0,
    opens: (await call('models.list', { filter })).rows.map(({ name }) => name),
    calendar: (await call('reviews.calendar', {})).overdue,
    grid: ids.filter((_, at) => typeof due[at] === 'number').length,
    dated: rows.filter(({ reviewDue }) => reviewDue !== null).map(({ name }) => name),
    first: rows[0]?.name,
  };
}

it('is due of no retired model, whose typed day is kept', async () => {
  const backend = await testBackend();
  const { call, file } = backend;
  const typed = { nextReview: '2026-11-01', since: '2026-01-05' } as const;
  await call('models.create', { name: 'Churn', stage: 'deployed', ...typed });
  const { id } = await call('models.create', { name: 'Anchor', stage: 'deployed', ...typed });
  expect(await placesOf(backend)).toMatchObject({ overview: 2, calendar: 2, grid: 2 });
  await call('models.move', { id, to: 'retired', at: '2026-11-10' });
  const one = { overview: 1, opens: ['Churn'], calendar: 1, grid: 1, dated: ['Churn'], first: 'Churn' };
  expect(await placesOf(backend)).toEqual(one);
  expect(await call('models.get', { id })).toMatchObject({ nextReview: '2026-11-01', reviewDue: null });

  // A row as older programs wrote it.
  await call('workspace.close', {});
  const db = new Database(file);
  db.prepare(`UPDATE models SET review_due = next_review, next_review = next_review WHERE id = ?`).run(id);
  db.close();
  await call('workspace.open', { file });
  expect(await placesOf(backend)).toEqual(one);
  // What a table asks of single models, after somebody changed them.
  expect((await call('models.grid', { ids: [id] })).columns.reviewDue.values).toEqual([null]);
});
