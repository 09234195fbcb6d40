import { describe, expect, it } from 'vitest';
import { portfolio } from './testing/version-portfolio';

describe('an odd file of versions', () => {
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

  it('whose last version has ended says so, and leaves the stage to a person', async () => {
    const { call, fileOf, preview, find, live } = await portfolio(
      'name,stage,version,deployed on\nA,Monitored,1,2024-01-01\n',
    );
    const file = fileOf(
      'model,version,live from,live until\nA,1,2024-01-01,2025-11-30\nB,1,2024-01-01,2024-06\nC,1,2024-01-01,2024-06-30\nC,2,2024-09-01,\n',
    );
    expect((await preview(file)).ended.map(({ name, version, until }) => [name, version, until])).toEqual([
      ['A', '1', '2025-11-30'],
      ['B', '1', '2024-06-15'],
    ]);
    await call('imports.apply', { file });
    const { id, stage } = await find('A');
    expect(stage).toBe('monitored');
    expect(await live('2025-11-30')).toMatchObject({ A: '1', C: '2' });
    expect(await live('2025-12-01')).toMatchObject({ A: 'none', B: 'none' });
    const ended = { version: '1', until: '2025-11-30', untilPrecision: 'day' };
    const [row] = (await call('models.liveVersions', { at: '2026-01-01', ids: [id] })).rows;
    expect(row).toMatchObject({ version: null, certain: true, ended });
    expect(await call('models.get', { id })).toMatchObject({ ended, versions: [{ live: false }] });
    expect((await call('models.get', { id: (await find('C')).id })).ended).toBeNull();
    await call('models.move', { id, to: 'retired', at: '2025-11-30', reason: 'ended' });
    expect(await call('models.get', { id })).toMatchObject({ ended: null, stage: 'retired' });
    const followed = (await find('B')).id;
    await call('models.move', { id: followed, to: 'deployed', at: '2025-01-01', version: '2' });
    expect(await call('models.get', { id: followed })).toMatchObject({ ended: null, version: '2' });
  });
});
