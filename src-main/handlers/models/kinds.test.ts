import { expect, it } from 'vitest';
import { KINDS } from '#domain/models/kinds';
import { testBackend } from '../../testing/test-backend';

it('filters, sorts and counts models by their kind; of whom nobody has said it, they are no kind', async () => {
  const { call } = await testBackend();
  const create = async (name: string, kind: (typeof KINDS)[number] | null, autonomy: 'alone' | null = null) =>
    (await call('models.create', { name, kind, autonomy, stage: 'deployed', since: '2026-01-01' })).id;
  const chat = await create('Chat', 'generative');
  const bot = await create('Bot', 'agent', 'alone');
  const score = await create('Score', 'classical_ml');
  const unknown = await create('Old', null);
  await call('models.create', { name: 'Draft', kind: 'agent' });
  const found = async (input: Parameters<typeof call<'models.list'>>[1]) =>
    (await call('models.list', input)).rows.map(({ name }) => name);

  expect(await found({ filter: { kind: ['agent', 'generative'] } })).toEqual(['Bot', 'Chat', 'Draft']);
  expect(await found({ filter: { kind: [null] } })).toEqual(['Old']);
  expect(await found({ filter: { autonomy: ['alone'] } })).toEqual(['Bot']);
  expect(await found({ sort: [{ field: 'kind', direction: 'asc' }] })).toEqual([
    'Score',
    'Chat',
    'Bot',
    'Draft',
    'Old',
  ]);

  const { byKind } = await call('overview.summary', {});
  expect(byKind).toEqual(
    [...KINDS, null].map((kind) => ({
      kind,
      models: { agent: 2, generative: 1, classical_ml: 1 }[kind as string] ?? (kind === null ? 1 : 0),
      inProduction: { agent: 1, generative: 1, classical_ml: 1 }[kind as string] ?? (kind === null ? 1 : 0),
    })),
  );
  // As the same groups say it of a day that has passed, where the kind is that of today.
  const then = await call('overview.summary', { at: '2026-06-01T00:00:00.000Z' });
  expect(then.byKind.find(({ kind }) => kind === 'agent')).toMatchObject({ models: 1, inProduction: 1 });

  const { columns, ids } = await call('models.grid', {});
  const kinds = columns.kind.kind === 'coded' ? columns.kind : null;
  expect(ids.map((_, row) => kinds?.values[kinds.codes[row] ?? -1] ?? null)).toEqual([
    'agent',
    'generative',
    'agent',
    null,
    'classical_ml',
  ]);

  await call('models.updateMany', { ids: [unknown, score], patch: { kind: 'statistical' } });
  expect(await found({ filter: { kind: ['statistical'] } })).toEqual(['Old', 'Score']);
  await call('history.undo', {});
  expect(await found({ filter: { kind: [null] } })).toEqual(['Old']);
  expect(new Set([chat, bot]).size).toBe(2);
});
