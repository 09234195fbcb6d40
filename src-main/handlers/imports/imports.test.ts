import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { testBackend } from '../../testing/test-backend';
import { kindNamed } from './kinds';

const inventory = sharedFile(FEDERAL_INVENTORY);

function csv(folder: string, text: string, name = 'models.csv'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const SMALL =
  'Model name,Business unit,Stage,Tier,Deployed on\nFraud,Cards,Production,1,2024-03-01\nChurn,Retail,Development,2,\n';

describe('imports', () => {
  it('says what it would do, does it in one step, and does it only once', async () => {
    const { call, folder } = await testBackend();
    const file = csv(folder, SMALL);
    expect(await call('imports.preview', { file })).toMatchObject({
      rows: 2,
      creates: 2,
      updates: 0,
      rejected: 0,
      format: 'inventory',
    });
    expect((await call('models.list', {})).total).toBe(0);
    expect(await call('imports.apply', { file })).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect(await call('imports.apply', { file })).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await call('models.list', {})).total).toBe(2);
  });

  it('is done although somebody else writes all the time', async () => {
    const { call, folder } = await testBackend();
    const { id } = await call('models.create', { name: 'Watched' });
    const rows = Array.from({ length: 3_000 }, (_, row) => `Model ${row} of its own ${row * 7919},Cards`);
    const file = csv(folder, `Model name,Business unit\n${rows.join('\n')}\n`);
    let over = false;
    const applied = call('imports.apply', { file }).finally(() => {
      over = true;
    });
    let edits = 0;
    for (; !over; edits += 1) await call('models.update', { id, patch: { notes: `note ${edits}` } });
    expect(await applied).toMatchObject({ created: 3_000 });
    const { entries } = await call('journal.list', { limit: 1_000 });
    const before = entries.filter(({ channel }) => channel === 'imports.apply')[0]?.seq ?? 0;
    // It was planned at entry 2, and others came between.
    expect(before).toBeGreaterThan(3);
    expect(edits).toBeGreaterThan(2);
  });

  it('keeps where each value came from', async () => {
    const { call, folder } = await testBackend();
    await call('imports.apply', { file: csv(folder, SMALL) });
    const [row] = (await call('models.list', { search: 'fraud' })).rows;
    const model = await call('models.get', { id: row?.id ?? '' });
    expect(model).toMatchObject({ stage: 'deployed', tier: 1, unit: 'Cards', stageSince: '2024-03-01T00:00:00.000Z' });
    expect(model.provenance).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: 'tier',
          column: 'Tier',
          text: '1',
          row: 2,
          fileName: 'models.csv',
          refused: '',
        }),
      ]),
    );
    await call('models.update', { id: model.id, patch: { tier: 2 } });
    expect((await call('models.get', { id: model.id })).provenance.map((origin) => origin.field)).not.toContain('tier');
  });

  it('updates from a newer file, and leaves what a person changed', async () => {
    const { call, folder } = await testBackend();
    await call('imports.apply', { file: csv(folder, SMALL) });
    const [row] = (await call('models.list', { search: 'churn' })).rows;
    await call('models.update', { id: row?.id ?? '', patch: { tier: 3 } });
    const newer = csv(
      folder,
      SMALL.replace('Churn,Retail,Development,2,', 'Churn,Retail,Production,1,2025-06-01').replace(
        'Cards,Production,1',
        'Cards,Production,2',
      ),
    );
    const preview = await call('imports.preview', { file: newer });
    expect(preview).toMatchObject({ creates: 0, updates: 2 });
    expect(preview.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'edited_here', row: 3, column: 'Tier' })]),
    );
    await call('imports.apply', { file: newer });
    expect(await call('models.get', { id: row?.id ?? '' })).toMatchObject({
      tier: 3,
      stage: 'deployed',
      stageSince: '2025-06-01T00:00:00.000Z',
    });
    expect((await call('models.list', { search: 'fraud' })).rows[0]).toMatchObject({ tier: 2 });
  });

  it('finds the kind from the content, and says which kinds there are', async () => {
    const { call, folder } = await testBackend();
    const file = csv(folder, SMALL);
    expect(await call('imports.apply', { file, format: 'inventory' })).toMatchObject({
      format: 'inventory',
      created: 2,
    });
    // The ledger may come from another version, which knows more.
    expect(() => kindNamed('catalogue')).toThrow(
      /does not import files of the kind catalogue. It imports: registry, drift, incidents, worklist, versions, inventory\./,
    );
  });

  it('is undone whole, from the ledger or as the last step', async () => {
    const { call, folder } = await testBackend();
    const kept = await call('models.create', { name: 'By hand' });
    const { importId } = await call('imports.apply', { file: csv(folder, SMALL) });
    await call('models.update', { id: kept.id, patch: { unit: 'Elsewhere' } });
    expect(await call('imports.undo', { importId })).toEqual({ reverted: 2 });
    expect((await call('models.list', {})).rows.map((row) => row.name)).toEqual(['By hand']);
    expect((await call('imports.list', {})).imports[0]).toMatchObject({ undone: true });
    await expect(call('imports.undo', { importId })).rejects.toThrow(/undone already/);
    await call('history.undo', {});
    expect((await call('models.list', {})).total).toBe(3);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('does not undo an import over later work', async () => {
    const { call, folder } = await testBackend();
    const { importId } = await call('imports.apply', { file: csv(folder, SMALL) });
    const [row] = (await call('models.list', { search: 'churn' })).rows;
    await call('models.update', { id: row?.id ?? '', patch: { unit: 'Moved' } });
    await expect(call('imports.undo', { importId })).rejects.toThrow(
      /1 model of the import of models\.csv was changed since \(“Churn”\)/,
    );
    await call('history.undo', {});
    expect(await call('imports.undo', { importId })).toEqual({ reverted: 2 });
  });

  it('writes nothing when it is cancelled in the middle', async () => {
    const { backend, call, folder, file } = await testBackend();
    const rows = Array.from({ length: 20_000 }, (_, n) => `Model ${n},Unit ${n % 7},Production,2,2024-01-01`);
    const big = csv(folder, `Model name,Business unit,Stage,Tier,Deployed on\n${rows.join('\n')}\n`);
    const before = (await call('journal.list', {})).total;
    const phases = new Set<string>();
    backend.subscribe((event) => {
      if (event.type !== 'job.progress') return;
      phases.add(event.phase);
      if (event.phase === 'Writing') void backend.dispatch('jobs.cancel', { jobId: 'job-1' });
    });
    await expect(call('imports.apply', { file: big, jobId: 'job-1' })).rejects.toMatchObject({ code: 'cancelled' });
    expect([...phases]).toEqual(['Reading the file', 'Comparing with the portfolio', 'Writing']);
    expect((await call('models.list', {})).total).toBe(0);
    expect((await call('journal.list', {})).total).toBe(before);
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM journal_changes WHERE seq > 1').pluck().get()).toBe(0);
    db.close();
    expect(await call('imports.apply', { file: big, jobId: 'job-2' })).toMatchObject({ created: 20_000 });
  });

  it('answers queries while it writes', async () => {
    const { backend, call, folder } = await testBackend();
    const rows = Array.from({ length: 5_000 }, (_, n) => `Model ${n},Unit,Production,2,`);
    const big = csv(folder, `Model name,Business unit,Stage,Tier,Deployed on\n${rows.join('\n')}\n`);
    const seen: number[] = [];
    backend.subscribe((event) => {
      if (event.type === 'job.progress' && event.phase === 'Writing')
        void call('models.list', {}).then(({ total }) => seen.push(total));
    });
    await call('imports.apply', { file: big, jobId: 'job' });
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([0]));
    expect((await call('models.list', {})).total).toBe(5_000);
  });

  it('says so when the file vanishes between preview and apply', async () => {
    const { call, folder } = await testBackend();
    const file = csv(folder, SMALL);
    await call('imports.preview', { file });
    rmSync(file);
    await expect(call('imports.apply', { file })).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(/models\.csv/),
    });
    expect((await call('models.list', {})).total).toBe(0);
  });

  it('keeps presets in the portfolio and finds them by name', async () => {
    const { call, folder } = await testBackend();
    const { mapping } = await call('imports.preview', { file: csv(folder, SMALL) });
    if ('kind' in mapping) throw new Error(mapping.kind);
    const preset = await call('imports.savePreset', { name: 'Ours', mapping: { ...mapping, duplicates: 'refuse' } });
    expect((await call('imports.presets', {})).presets.map((known) => known.name)).toContain('Ours');
    expect(
      await call('imports.preview', {
        file: csv(folder, `${SMALL}Fraud,Cards,Production,1,2024-03-01\n`),
        preset: preset.id,
      }),
    ).toMatchObject({ creates: 2, rejected: 1, preset: preset.id });
    await call('imports.removePreset', { id: preset.id });
    expect((await call('imports.presets', {})).presets.map((known) => known.name)).not.toContain('Ours');
  });

  it('brings in the federal inventory of 2024 with its preset', needs(inventory), async () => {
    const { call } = await testBackend();
    const request = { file: inventory.path, preset: 'us-federal-2024' };
    expect(await call('imports.apply', request)).toMatchObject({ created: 2133, rejected: 0 });
    expect(await call('imports.preview', request)).toMatchObject({ creates: 0, updates: 0, unchanged: 2133 });
    const summary = await call('overview.summary', {});
    expect(summary).toMatchObject({ models: 2133, recommendation: { level: 3 } });
    expect(summary.inProduction).toBe(874 + 14 + 4);
    expect(summary.byStage.retired).toBe(142 + 5);
    const { importId } = await call('imports.list', {}).then(({ imports: [latest] }) => ({
      importId: latest?.id ?? '',
    }));
    expect(await call('imports.undo', { importId })).toEqual({ reverted: 2133 });
    expect((await call('models.list', {})).total).toBe(0);
  });
});

it('is taken back without what was deleted since by hand, and both can be undone', async () => {
  const { call, folder } = await testBackend();
  const file = join(folder, 'two.csv');
  writeFileSync(file, 'ID,Model name,Stage\nM-1,Churn,Production\nM-2,Fraud,Production\n');
  const { importId } = await call('imports.apply', { file });
  const [first] = (await call('models.list', {})).rows;
  await call('models.remove', { ids: [first?.id ?? ''] });
  await call('imports.undo', { importId });
  expect((await call('models.list', {})).total).toBe(0);
  const names = async () => (await call('models.list', {})).rows.map(({ name }) => name);
  await call('history.undo', {});
  expect(await names()).toEqual(['Fraud']);
  await call('history.undo', {});
  expect(await names()).toEqual(['Churn', 'Fraud']);
  for (let n = 0; n < 2; n += 1) await call('history.redo', {});
  expect((await call('models.list', {})).total).toBe(0);
  expect((await call('journal.verify', {})).ok).toBe(true);
});
