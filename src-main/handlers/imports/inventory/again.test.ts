import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

async function portfolio(first: string) {
  const backend = await testBackend();
  const { call, folder } = backend;
  let files = 0;
  const fileOf = (text: string): string => {
    files += 1;
    const file = join(folder, `inventory-${files}.csv`);
    writeFileSync(file, text);
    return file;
  };
  await call('imports.apply', { file: fileOf(first) });
  const find = async (name: string) => {
    const row = (await call('models.list', { search: name })).rows.find((one) => one.name === name);
    if (!row) throw new Error(`no model ${name}`);
    return call('models.get', { id: row.id });
  };
  const moves = async (name: string) =>
    (await call('models.history', { id: (await find(name)).id })).moves.map(({ to, at, version }) => [
      to,
      at?.slice(0, 10) ?? null,
      version,
    ]);
  return { ...backend, fileOf, find, moves };
}

describe('a second file', () => {
  const first =
    'name,unit,stage,version,deployed on,tier,owner\nAlpha,Cards,Production,1,2025-01-15,1,Ann\nBeta,Cards,Retired,1,2024-01-15,2,Bob\n';

  it('that says less erases neither day nor version nor retirement', async () => {
    const { call, fileOf, find, moves } = await portfolio(first);
    const before = { alpha: await moves('Alpha'), beta: await moves('Beta') };
    const file = fileOf('name,stage,owner\nAlpha,Production,Zoe\nBeta,Production,Zed\n');
    const preview = await call('imports.preview', { file });
    expect(preview).toMatchObject({ creates: 0, updates: 2, moves: { added: 0, contradicted: 1 }, removed: 0 });
    if (preview.format !== 'inventory') throw new Error('an inventory');
    expect(preview.sample.find(({ name }) => name === 'Alpha')).toMatchObject({
      changes: [{ field: 'businessOwner', before: 'Ann', after: 'Zoe', decision: 'file' }],
      moves: { added: 0, kept: 1, contradicted: 0 },
    });
    expect(preview.sample.find(({ name }) => name === 'Beta')?.changes).toContainEqual(
      expect.objectContaining({ field: 'move.deployed', decision: 'ask', kind: 'stage' }),
    );
    await call('imports.apply', { file });
    expect(await moves('Alpha')).toEqual(before.alpha);
    expect(await moves('Beta')).toEqual(before.beta);
    expect(await find('Alpha')).toMatchObject({ version: '1', businessOwner: 'Zoe', tier: 1 });
    expect(await find('Beta')).toMatchObject({ stage: 'retired' });
    expect(await call('imports.preview', { file })).toMatchObject({ updates: 0, unchanged: 2 });
  });

  it('with a newer version adds a release behind the earlier one', async () => {
    const { call, fileOf, find, moves } = await portfolio(
      'name,stage,version,deployed on\nAlpha,Production,1,2025-01-15\n',
    );
    const file = fileOf('name,stage,version,deployed on\nAlpha,Production,2,2025-06-15\n');
    expect(await call('imports.apply', { file })).toMatchObject({ updated: 1 });
    expect(await moves('Alpha')).toEqual([
      ['deployed', '2025-01-15', '1'],
      ['deployed', '2025-06-15', '2'],
    ]);
    expect(await find('Alpha')).toMatchObject({ version: '2', versionSince: '2025-06-15T00:00:00.000Z' });
    expect(await call('imports.apply', { file })).toMatchObject({ updated: 0, unchanged: 1 });
    await call('imports.apply', { file: fileOf('name,stage,version\nAlpha,Production,3\n') });
    expect((await moves('Alpha')).at(-1)).toEqual(['deployed', null, '3']);
    expect(await find('Alpha')).toMatchObject({ version: '3', versionSince: null });
  });

  it('with another version on the same day is shown, and follows the answer', async () => {
    const { call, fileOf, find, moves } = await portfolio(
      'name,stage,version,deployed on\nBeta,Production,1,2025-01-15\n',
    );
    const file = fileOf('name,stage,version,deployed on\nBeta,Production,2,2025-01-15\n');
    const { id } = await find('Beta');
    const preview = await call('imports.preview', { file });
    expect(preview).toMatchObject({
      updates: 0,
      unchanged: 1,
      moves: { contradicted: 1 },
      sample: [{ changes: [{ kind: 'version', before: 'Deployed 1, 15 Jan 2025', after: 'Deployed 2, 15 Jan 2025' }] }],
    });
    await call('imports.apply', { file });
    expect(await moves('Beta')).toEqual([['deployed', '2025-01-15', '1']]);
    await call('imports.apply', { file, decisions: [{ modelId: id, field: 'move.version', decision: 'file' }] });
    expect(await moves('Beta')).toEqual([['deployed', '2025-01-15', '2']]);
    await call('history.undo', {});
    expect(await moves('Beta')).toEqual([['deployed', '2025-01-15', '1']]);
  });

  it('that contradicts a value of a person asks each time until somebody answers, and then no more', async () => {
    const { call, fileOf, find } = await portfolio('name,unit,owner\nAlpha,Cards,Ann\n');
    const { id } = await find('Alpha');
    await call('models.update', { id, patch: { unit: 'Mine' } });
    const file = fileOf('name,unit,owner\nAlpha,Loans,Zoe\n');
    const asks = async () => {
      const preview = await call('imports.preview', { file });
      return preview.format === 'inventory' ? preview.values.contradicted : -1;
    };
    expect(await asks()).toBe(1);
    await call('imports.apply', { file });
    expect(await find('Alpha')).toMatchObject({ unit: 'Mine', businessOwner: 'Zoe' });
    expect(await asks()).toBe(1);
    await call('imports.apply', { file, rules: [{ field: 'unit', decision: 'ours' }] });
    expect(await asks()).toBe(0);
    expect(await find('Alpha')).toMatchObject({ unit: 'Mine' });
  });

  it('of which ours shall stay adds nothing to the history, and is not asked about again', async () => {
    const { call, fileOf, find, moves } = await portfolio('name,stage,deployed on\nAlpha,Validation,\n');
    const { id } = await find('Alpha');
    const file = fileOf('name,stage,deployed on\nAlpha,Production,2025-06-15\n');
    const told = { field: 'move.deployed', before: '', after: 'Deployed, 15 Jun 2025' };
    expect(await call('imports.preview', { file })).toMatchObject({
      updates: 1,
      sample: [
        {
          changes: [{ ...told, decision: 'file' }],
          life: [
            { stage: 'validation', at: null, mark: 'known' },
            { stage: 'deployed', at: '2025-06-15T00:00:00.000Z', mark: 'added' },
          ],
        },
      ],
    });
    const decisions = [{ modelId: id, field: 'move.added', decision: 'ours' as const }];
    expect(await call('imports.preview', { file, decisions })).toMatchObject({
      updates: 0,
      unchanged: 1,
      moves: { added: 0 },
      sample: [{ changes: [{ ...told, decision: 'ours' }] }],
    });
    await call('imports.apply', { file, decisions });
    expect(await moves('Alpha')).toEqual([['validation', null, '']]);
    expect(await call('imports.preview', { file })).toMatchObject({ updates: 0, unchanged: 1 });
  });

  it('follows the rules that were kept for its source', async () => {
    const { call, fileOf, find } = await portfolio('name,unit,owner\nAlpha,Cards,Ann\n');
    const { id } = await find('Alpha');
    await call('models.update', { id, patch: { businessOwner: 'Mine' } });
    const of = (owner: string) => fileOf(`name,unit,owner\nAlpha,Cards,${owner}\n`);
    const rules = [{ field: 'businessOwner', decision: 'file' as const }];
    await call('imports.apply', { file: of('Zoe'), rules, keepRules: false });
    expect(await find('Alpha')).toMatchObject({ businessOwner: 'Zoe' });
    await call('models.update', { id, patch: { businessOwner: 'Mine' } });
    expect(await call('imports.preview', { file: of('Zed') })).toMatchObject({
      values: { changed: 0, contradicted: 1 },
      source: { rules: [] },
    });
    await call('imports.apply', { file: of('Zed'), rules });
    await call('models.update', { id, patch: { businessOwner: 'Mine' } });
    expect(await call('imports.preview', { file: of('Zac') })).toMatchObject({
      values: { changed: 1, contradicted: 0 },
      source: { rules },
    });
    const asked = [{ field: 'businessOwner', decision: 'ask' as const }];
    expect(await call('imports.preview', { file: of('Zac'), rules: asked })).toMatchObject({
      values: { changed: 0, contradicted: 1 },
    });
  });

  it('that is known to the month keeps the month', async () => {
    const { call, fileOf, find, moves } = await portfolio('name,stage,deployed on\nAlpha,Production,Jan 2024\n');
    expect(await find('Alpha')).toMatchObject({ stageSince: '2024-01-16T00:00:00.000Z', stageSincePrecision: 'month' });
    await call('imports.apply', { file: fileOf('name,stage,deployed on\nAlpha,Production,2024-01-09\n') });
    expect(await moves('Alpha')).toEqual([['deployed', '2024-01-09', '']]);
    expect(await find('Alpha')).toMatchObject({ stageSincePrecision: 'day' });
    await call('imports.apply', { file: fileOf('name,stage,deployed on\nAlpha,Production,2024\n') });
    expect(await moves('Alpha')).toEqual([['deployed', '2024-01-09', '']]);
  });

  it('leaves it unknown whether a model is monitored where no column says', async () => {
    const { call, fileOf, find } = await portfolio('name,stage\nAlpha,Production\n');
    expect(await find('Alpha')).toMatchObject({ stage: 'deployed', monitoringKnown: false });
    await call('imports.apply', { file: fileOf('name,stage,monitored\nAlpha,Production,no\n') });
    expect(await find('Alpha')).toMatchObject({ stage: 'deployed', monitoringKnown: true });
  });
});
