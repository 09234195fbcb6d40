import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Input, Output } from '#contract/index';
import { JOURNAL_SUBJECTS } from '#domain/base/journal-subjects';
import { type TestBackend, testBackend } from '../../testing/test-backend';

type Asked = Exclude<Input<'journal.list'>, undefined>;
const seqs = async ({ call }: TestBackend, asked: Asked): Promise<number[]> =>
  (await call('journal.list', asked)).entries.map(({ seq }) => seq);
const labels = async ({ call }: TestBackend, asked: Asked): Promise<string[]> =>
  (await call('journal.list', asked)).entries.map(({ label }) => label);

/** Two people in three months, on models and incidents, with an undo. */
async function told(): Promise<TestBackend> {
  const engine = await testBackend();
  const { call, at } = engine;
  at('2026-09-30T23:59:59.000Z');
  const { id } = await call('models.create', { name: 'Churn', tier: 2 });
  at('2026-10-01T00:00:00.000Z');
  await call('models.update', { id, patch: { tier: 1 } });
  await call('workspace.setYourName', { name: 'Grace' });
  await call('models.update', { id, patch: { unit: 'Retail 100%' } });
  const incident = await call('incidents.create', { title: 'Wrong scores', modelId: id });
  at('2026-11-23T10:00:00.000Z');
  await call('incidents.move', { id: incident.id, to: 'acknowledged' });
  await call('models.update', { id, patch: { tier: 3 } });
  await call('history.undo', {});
  return engine;
}

it('finds by person, by what it is about, by field and by day, and an undo with what it turned back', async () => {
  const engine = await told();
  expect(await labels(engine, { field: 'models.tier' })).toHaveLength(3);
  const undo = (await engine.call('journal.list', { field: 'models.tier', limit: 1 })).entries[0];
  expect(undo).toMatchObject({ kind: 'undo' });
  expect(await labels(engine, { actor: 'Ada', field: 'models.tier' })).toHaveLength(1);
  expect(await labels(engine, { subject: 'incidents' })).toEqual([
    'Set the incident “Wrong scores” to acknowledged',
    'Report the incident “Wrong scores”',
  ]);
  expect(await labels(engine, { from: '2026-09-30', to: '2026-09-30', subject: 'models' })).toEqual(['Add “Churn”']);
  expect(await seqs(engine, { from: 'today', to: 'today', actor: 'Grace' })).toHaveLength(3);
  expect(await labels(engine, { search: 'INCIDENT scores', actor: 'Grace' })).toHaveLength(2);
  // What is a wildcard to the database is a letter here.
  expect(await labels(engine, { search: '%' })).toEqual([]);
  expect(await labels(engine, { search: "' or 1=1 --" })).toEqual([]);
});

it('says who, what and which fields there are, in words and with counts that a search confirms', async () => {
  const engine = await told();
  const facets = await engine.call('journal.facets', {});
  expect(facets.unread).toBe(0);
  for (const { value, count } of facets.actors) expect(await seqs(engine, { actor: value })).toHaveLength(count);
  for (const { value, count } of facets.subjects) expect(await seqs(engine, { subject: value })).toHaveLength(count);
  for (const { value, count } of facets.fields) expect(await seqs(engine, { field: value })).toHaveLength(count);
  expect(facets.fields).toContainEqual({ value: 'models.tier', label: 'Tier', subject: 'models', count: 3 });
  expect(facets.fields.map(({ value }) => value)).not.toContain('models.updated_at');
  // Every entry is about something.
  const about = await Promise.all(JOURNAL_SUBJECTS.map((subject) => seqs(engine, { subject })));
  expect([...new Set(about.flat())].sort((a, b) => a - b)).toEqual((await seqs(engine, {})).toReversed());
});

it('answers every question as reading all entries would, page by page', { timeout: 60_000 }, async () => {
  const engine = await told();
  const all = (await engine.call('journal.list', { limit: 1000 })).entries;
  type Entry = Output<'journal.list'>['entries'][number];
  const fits = (entry: Entry, { actor, from, to, search }: Asked): boolean =>
    (actor === undefined || entry.actor === actor) &&
    (from === undefined || entry.at.slice(0, 10) >= from) &&
    (to === undefined || entry.at.slice(0, 10) <= to) &&
    (search ?? '').split(' ').every((word) => entry.label.toLowerCase().includes(word.toLowerCase()));
  const days = fc.constantFrom('2026-09-30', '2026-10-01', '2026-11-22', '2026-11-23');
  const questions = fc.record(
    {
      actor: fc.constantFrom('Ada', 'Grace', 'Nobody'),
      from: days,
      to: days,
      search: fc.constantFrom('churn', 'the', 'tier churn', '_'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(questions, fc.integer({ min: 1, max: 4 }), async (asked, limit) => {
      const found: number[] = [];
      for (let before: number | undefined; ; ) {
        const page = await engine.call('journal.list', {
          ...asked,
          limit,
          ...(before === undefined ? {} : { before }),
        });
        found.push(...page.entries.map(({ seq }) => seq));
        expect(page.total).toBe(all.filter((entry) => fits(entry, asked)).length);
        before = page.entries.at(-1)?.seq;
        if (page.entries.length < limit) break;
      }
      expect(found).toEqual(all.filter((entry) => fits(entry, asked)).map(({ seq }) => seq));
    }),
    { numRuns: 40 },
  );
});

it('notes the fields of a large import, which lies in blocks', async () => {
  const engine = await testBackend();
  const { writeFile } = await import('node:fs/promises');
  const rows = (tier: number) => Array.from({ length: 150 }, (_, n) => `m${n},Model ${n},${tier}`).join('\n');
  const file = `${engine.folder}/many.csv`;
  await writeFile(file, `id,name,tier\n${rows(1)}\n`);
  await engine.call('imports.apply', { file });
  await writeFile(file, `id,name,tier\n${rows(2)}\n`);
  await engine.call('imports.apply', { file });
  const [latest] = (await engine.call('journal.list', { field: 'models.tier' })).entries;
  expect(latest).toMatchObject({ channel: 'imports.apply', seq: (await engine.call('journal.list', {})).total });
});
