import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportRequest } from '#contract/imports/imports';
import type { Input } from '#contract/index';
import { testBackend } from '../../../testing/test-backend';

type Request = Omit<Input<'imports.preview'>, 'file'>;

async function portfolio(inventory?: string) {
  const backend = await testBackend();
  const { call, folder } = backend;
  let files = 0;
  const fileOf = (text: string, extension = 'csv'): string => {
    files += 1;
    const file = join(folder, `releases-${files}.${extension}`);
    writeFileSync(file, text);
    return file;
  };
  if (inventory) await call('imports.apply', { file: fileOf(inventory), format: 'inventory' });
  const preview = async (file: string, request: Request = {}) => {
    const answer = await call('imports.preview', { file, ...request });
    if (answer.format !== 'versions') throw new Error(`found ${answer.format}`);
    return answer;
  };
  const find = async (name: string) => {
    const row = (await call('models.list', { search: name })).rows.find((one) => one.name === name);
    if (!row) throw new Error(`no model ${name}`);
    return row;
  };
  const releases = async (name: string) =>
    (await call('models.history', { id: (await find(name)).id })).moves.map(({ to, at, version }) =>
      [to, version, at?.slice(0, 10) ?? 'no day'].filter(Boolean).join(' '),
    );
  const live = async (at: string) =>
    Object.fromEntries((await call('models.liveVersions', { at })).rows.map(({ name, said }) => [name, said]));
  const state = async () => ({
    models: (await call('models.list', {})).rows.map(({ updatedAt: _at, ...row }) => row),
    live: await call('models.liveVersions', { at: '2026-01-01' }),
  });
  return { ...backend, fileOf, preview, find, releases, live, state };
}

const HEAD = 'model,version,live_from,live_until,alias,run_id';
const ROWS = [
  'Motor severity,1.0,,,,r1',
  'Motor severity,2.0,,,,r2',
  'Motor severity,3.0,2023-05-10,,,r3',
  'Motor severity,4.0,2024-06-01,,,r4',
  'Motor severity,5.0,2025-09-15,,champion,r5',
  'Travel pricing,2019.1,2024-03,,,r6',
  'Travel pricing,2019.2,2025,2025-11-30,,r7',
  'Screening,0.9,,,,r8',
  'Screening,1.0,2026-06-01,,,r9',
];
const FILE = `${[HEAD, ...ROWS].join('\n')}\n`;

describe('a file of versions', () => {
  it('becomes releases of new models, dated or not, in their order', async () => {
    const { call, fileOf, preview, releases, live, find } = await portfolio();
    const file = fileOf(FILE);
    const answer = await preview(file);
    expect(answer).toMatchObject({
      rows: 9,
      creates: 9,
      updates: 0,
      unchanged: 0,
      rejected: 0,
      versions: { addedDated: 6, addedUndated: 3, refined: 0, known: 0, contradicted: 0, kept: 0, removed: 0 },
      modelCounts: { all: 3, created: 3, changed: 3 },
    });
    expect(answer.mapping.fields.map(({ field, column }) => [field, column])).toEqual([
      ['model', 'model'],
      ['version', 'version'],
      ['liveFrom', 'live_from'],
      ['liveUntil', 'live_until'],
      ['alias', 'alias'],
    ]);
    expect(await call('imports.apply', { file })).toMatchObject({ format: 'versions', created: 9, rejected: 0 });
    expect(await releases('Motor severity')).toEqual([
      'deployed 1.0 no day',
      'deployed 2.0 no day',
      'deployed 3.0 2023-05-10',
      'deployed 4.0 2024-06-01',
      'deployed 5.0 2025-09-15',
    ]);
    expect(await find('Motor severity')).toMatchObject({ version: '5.0', stage: 'deployed', monitoringKnown: false });
    expect(await live('2025-09-14')).toEqual({
      'Motor severity': '4.0',
      'Travel pricing': '2019.1 or 2019.2',
      Screening: '0.9 or none',
    });
    expect(await live('2026-01-01')).toMatchObject({ 'Motor severity': '5.0', 'Travel pricing': 'none' });
    expect(await live('2020-01-01')).toMatchObject({
      'Motor severity': '1.0, 2.0 or none',
      'Travel pricing': 'not live yet',
    });
    const { rows } = await call('models.liveVersions', { at: '2024-07-01', ids: [(await find('Motor severity')).id] });
    expect(rows).toEqual([
      expect.objectContaining({ version: '4.0', from: '2024-06-01', until: '2025-09-15', certain: true }),
    ]);
  });

  it('brought in again, in any order of its rows, changes nothing', async () => {
    const { call, fileOf, preview, state } = await portfolio();
    await call('imports.apply', { file: fileOf(FILE) });
    const before = await state();
    for (const rows of [ROWS, ROWS.toReversed(), [...ROWS.slice(4), ...ROWS.slice(0, 4)]]) {
      const file = fileOf(`${[HEAD, ...rows].join('\n')}\n`);
      expect(await preview(file)).toMatchObject({
        creates: 0,
        updates: 0,
        unchanged: 9,
        versions: { known: 9, contradicted: 0 },
      });
      expect(await call('imports.apply', { file })).toMatchObject({ created: 0, updated: 0, unchanged: 9 });
    }
    expect(await state()).toEqual(before);
  });

  it('adds to what an inventory brought, and says where it was already', async () => {
    const { call, fileOf, preview, releases } = await portfolio(
      'name,unit,stage,version,deployed on\nMotor severity,Motor,Monitored,5.0,2025-09-15\nScreening,Risk,Proposed,,\n',
    );
    const file = fileOf(FILE);
    expect(await preview(file)).toMatchObject({
      creates: 8,
      updates: 1,
      versions: { addedDated: 5, addedUndated: 3, refined: 1, known: 0 },
      modelCounts: { all: 3, created: 1 },
    });
    await call('imports.apply', { file });
    expect(await releases('Motor severity')).toEqual([
      'deployed 1.0 no day',
      'deployed 2.0 no day',
      'deployed 3.0 2023-05-10',
      'deployed 4.0 2024-06-01',
      'deployed 5.0 2025-09-15',
      'monitored no day',
    ]);
    expect((await releases('Screening')).at(-1)).toBe('deployed 1.0 2026-06-01');
    expect((await call('models.list', {})).total).toBe(3);
  });

  it('that says another day is shown with both and follows the answer', async () => {
    const { call, fileOf, preview, releases, find } = await portfolio();
    await call('imports.apply', { file: fileOf(FILE) });
    const other = fileOf(FILE.replace('2024-06-01', '2024-07-20').replace('2025-11-30', '2025-12-24'));
    const { id } = await find('Motor severity');
    const answer = await preview(other);
    expect(answer).toMatchObject({ creates: 0, updates: 0, unchanged: 9, versions: { contradicted: 2, removed: 0 } });
    expect(answer.lines.flatMap(({ contradictions }) => contradictions)).toEqual([
      expect.objectContaining({
        field: 'move.date',
        version: '4.0',
        before: '4.0, 1 Jun 2024',
        after: '4.0, 20 Jul 2024',
        decision: 'ask',
      }),
      expect.objectContaining({ field: 'until', before: '30 Nov 2025', after: '24 Dec 2025', decision: 'ask' }),
    ]);
    await call('imports.apply', { file: other });
    expect(await releases('Motor severity')).toContain('deployed 4.0 2024-06-01');
    const decided: Pick<ImportRequest, 'decisions'> = {
      decisions: [{ modelId: id, field: 'move.date', decision: 'file' }],
    };
    expect(await call('imports.apply', { file: other, ...decided })).toMatchObject({ updated: 1 });
    expect(await releases('Motor severity')).toContain('deployed 4.0 2024-07-20');
    await call('imports.apply', { file: other, rules: [{ field: '*', decision: 'file' }] });
    expect(await preview(other)).toMatchObject({ unchanged: 9, versions: { known: 9, contradicted: 0 } });
  });

  it('is taken back as one step', async () => {
    const { call, fileOf, state, find } = await portfolio(
      'name,stage,version,deployed on\nMotor severity,Monitored,5.0,2025-09-15\n',
    );
    const before = await state();
    const { importId } = await call('imports.apply', { file: fileOf(FILE) });
    expect(await call('imports.undo', { importId })).toEqual({ reverted: 9 });
    expect(await state()).toEqual(before);
    const again = await call('imports.apply', { file: fileOf(FILE) });
    await call('models.update', { id: (await find('Screening')).id, patch: { tier: 1 } });
    await expect(call('imports.undo', { importId: again.importId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps versions that never went live beside the releases', async () => {
    const { call, fileOf, preview, releases, live, find } = await portfolio();
    const file = fileOf(
      `${JSON.stringify([
        { name: 'churn', version: '1', creation_timestamp: 1704067200000, current_stage: 'Archived', aliases: [] },
        {
          name: 'churn',
          version: '2',
          creation_timestamp: 1709251200000,
          current_stage: 'Production',
          aliases: ['champion'],
        },
        {
          name: 'churn',
          version: '3',
          creation_timestamp: 1714521600000,
          current_stage: 'Staging',
          aliases: ['challenger'],
        },
        { name: 'fraud', version: '1', creation_timestamp: 1714521600000, current_stage: 'None', aliases: [] },
      ])}`,
      'json',
    );
    const answer = await preview(file);
    expect(answer).toMatchObject({ creates: 4, versions: { addedDated: 0, addedUndated: 1, kept: 3 } });
    expect(answer.stages.map(({ from, to }) => [from, to])).toEqual([
      ['Archived', 'ended'],
      ['Production', 'live'],
      ['Staging', 'not_live'],
      ['None', 'not_live'],
    ]);
    await call('imports.apply', { file });
    expect(await releases('churn')).toEqual(['deployed 2 no day']);
    expect(await find('fraud')).toMatchObject({ stage: 'proposed', inProduction: false });
    expect(await live('2026-01-01')).toEqual({ churn: '2 or none', fraud: 'never live' });
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, unchanged: 4 });
    const moved = fileOf(
      'name,version,creation_timestamp,current_stage,aliases\nchurn,2,1709251200000,Archived,\nchurn,3,1714521600000,Production,champion\n',
    );
    await call('imports.apply', { file: moved });
    expect(await releases('churn')).toEqual(['deployed 2 no day', 'deployed 3 no day']);
    const { versions, otherVersions } = await call('models.get', { id: (await find('churn')).id });
    expect(versions.map(({ version, alias }) => [version, alias])).toEqual([
      ['3', 'champion'],
      ['2', ''],
    ]);
    expect(otherVersions).toEqual([{ version: '1', alias: '', stage: 'Archived' }]);
  });

  it('with two live at once says both, and says nothing in a gap', async () => {
    const { call, fileOf, live } = await portfolio();
    const file = fileOf(
      'model,version,live from,live until\nA,1,2024-01-01,2024-09-30\nA,2,2024-09-01,2024-12-31\nA,3,2025-03-01,\n',
    );
    await call('imports.apply', { file });
    const said = async (at: string) => (await live(at)).A;
    expect([
      await said('2024-08-01'),
      await said('2024-09-10'),
      await said('2025-02-01'),
      await said('2025-03-01'),
    ]).toEqual(['1', '1 and 2', 'none', '3']);
    const { rows } = await call('models.liveVersions', { at: '2024-09-10' });
    expect(rows.map(({ version }) => version)).toEqual(['1', '2']);
  });

  it('holds back names that fit several models, and leaves out unknown ones where it is told to', async () => {
    const { call, fileOf, preview } = await portfolio('name,unit\nChurn,Retail\nChurn,Motor\nFraud,Cards\n');
    const file = fileOf(
      'model,version,live_from\nChurn,1,2024-01-01\nFraud,1,2024-01-01\nFraud,2,2025-01-01\nNew,1,2024-01-01\n',
    );
    const answer = await preview(file);
    expect(answer).toMatchObject({ creates: 3, rejected: 1, modelCounts: { all: 2, created: 1 } });
    expect(answer.problems).toContainEqual(expect.objectContaining({ code: 'ambiguous_model', row: 2 }));
    expect(answer.models[0]).toMatchObject({ text: 'Churn', found: 'ambiguous', modelId: null });
    const [first] = answer.models[0]?.candidates ?? [];
    const mapping = {
      ...answer.mapping,
      unknownModels: 'skip' as const,
      models: [{ from: 'Churn', modelId: first?.modelId ?? '' }],
    };
    expect(await preview(file, { mapping })).toMatchObject({
      creates: 3,
      rejected: 1,
      modelCounts: { all: 2, created: 0 },
    });
    await call('imports.apply', { file, mapping });
    expect((await call('models.list', {})).total).toBe(3);
  });

  it('names each row that is refused, and what is left out of one', async () => {
    const { fileOf, preview } = await portfolio();
    const file = fileOf(
      [
        'model,version,live_from,live_until,stage',
        'A,1,2024-02-30,,Production',
        'A,1,2025-01-01,,Production',
        'A,,2025-01-01,,Production',
        ',2,2025-01-01,,Production',
        'A,3,2030-01-01,,Production',
        'A,4,2025-06-01,2025-01-01,Production',
        'A,5,2025-07-01,,Staging',
      ].join('\n'),
    );
    const answer = await preview(file);
    expect(answer.problems.map(({ row, code, effect }) => [row, code, effect]).sort()).toEqual(
      [
        [2, 'impossible_date', 'value_refused'],
        [2, 'version_twice', 'row_refused'],
        [4, 'no_version', 'row_refused'],
        [5, 'no_model', 'row_refused'],
        [6, 'date_in_future', 'row_refused'],
        [7, 'ends_before_start', 'value_refused'],
        [8, 'not_live', 'value_refused'],
      ].sort(),
    );
    expect(answer).toMatchObject({ creates: 3, rejected: 4, versions: { addedDated: 2, addedUndated: 0, kept: 1 } });
  });

  it('is told from an inventory by its rows', async () => {
    const { call, fileOf } = await portfolio();
    const kindOf = async (text: string) => (await call('imports.preview', { file: fileOf(text) })).format;
    expect(
      await kindOf('name,stage,version,deployed on\nAlpha,Production,1,2025-01-15\nBeta,Production,2,2025-01-15\n'),
    ).toBe('inventory');
    expect(
      await kindOf(
        'name,unit,owner,version,deployed on\nChurn,A,Ann,1,2025-01-15\nChurn,B,Bob,2,2025-01-15\nX,B,Bob,2,2025-01-15\n',
      ),
    ).toBe('inventory');
    expect(await kindOf('Modell;Version;Produktiv ab\nA;1;01.02.2024\nA;2;13.05.2024\nB;1;01.02.2024\n')).toBe(
      'versions',
    );
    expect(await kindOf('modèle;version;en production depuis\nA;1;2024-02-01\nA;2;2024-05-13\n')).toBe('versions');
    expect(await kindOf('name,version,run_id,created\nA,1,x,2024-01-01\nB,1,y,2024-01-01\n')).toBe('versions');
  });
});
