import { describe, expect, it } from 'vitest';
import { FILE, portfolio } from './testing/version-portfolio';

const OTHER = FILE.replace('2024-06-01', '2024-07-20').replace('2023-05-10', '2023-06-10');

describe('what was decided about a version history', () => {
  it('is decided version by version', async () => {
    const { call, fileOf, preview, releases, find } = await portfolio();
    await call('imports.apply', { file: fileOf(FILE) });
    const { id } = await find('Motor severity');
    const decisions = [
      { modelId: id, field: 'move.date', decision: 'ours' as const },
      { modelId: id, field: 'move.date', version: '4.0', decision: 'file' as const },
    ];
    const answer = await preview(fileOf(OTHER), { decisions });
    expect(
      answer.lines.flatMap(({ contradictions }) => contradictions).map(({ version, decision }) => [version, decision]),
    ).toEqual([
      ['3.0', 'ours'],
      ['4.0', 'file'],
    ]);
    expect(answer.problems.filter(({ code }) => code === 'contradicts')).toEqual([]);
    expect(await call('imports.apply', { file: fileOf(OTHER), decisions })).toMatchObject({ updated: 1, unchanged: 8 });
    expect(await releases('Motor severity')).toEqual(
      expect.arrayContaining(['deployed 3.0 2023-05-10', 'deployed 4.0 2024-07-20']),
    );
  });

  it('is kept for the next file, until that says something else', async () => {
    const { call, fileOf, preview, find } = await portfolio();
    await call('imports.apply', { file: fileOf(FILE) });
    const { id } = await find('Motor severity');
    const asked = async (text: string) =>
      (await preview(fileOf(text))).lines
        .flatMap(({ contradictions }) => contradictions)
        .map(({ version, decision }) => `${version} ${decision}`);
    expect(await asked(OTHER)).toEqual(['3.0 ask', '4.0 ask']);
    const ours = (version: string) => ({ modelId: id, field: 'move.date', version, decision: 'ours' as const });
    const first = await call('imports.apply', { file: fileOf(OTHER), decisions: [ours('3.0')] });
    expect(await asked(OTHER)).toEqual(['3.0 ours', '4.0 ask']);
    expect(await asked(OTHER.replace('2023-06-10', '2023-07-01'))).toEqual(['3.0 ask', '4.0 ask']);
    await call('imports.undo', { importId: first.importId });
    expect(await asked(OTHER)).toEqual(['3.0 ours', '4.0 ask']);
    const again = { modelId: id, field: 'move.date', version: '3.0', decision: 'ask' as const };
    await call('imports.apply', { file: fileOf(OTHER), decisions: [again] });
    expect(await asked(OTHER)).toEqual(['3.0 ask', '4.0 ask']);
  });

  it('is kept by field as a rule of its source, and of no other', async () => {
    const { call, fileOf, preview } = await portfolio('name,stage\nMotor severity,Proposed\n');
    await call('imports.apply', { file: fileOf(FILE) });
    const rules = [{ field: 'move.date', decision: 'ours' as const }];
    await call('imports.apply', { file: fileOf(OTHER), rules });
    const kept = await preview(fileOf(OTHER));
    expect(kept.source).toEqual({ name: 'Version history', known: true, rules });
    expect(kept.lines[0]?.contradictions.map(({ decision }) => decision)).toEqual(['ours', 'ours']);
    const other = await preview(fileOf(OTHER), { source: 'Registry' });
    expect(other.source).toEqual({ name: 'Registry, versions', known: false, rules: [] });
    expect(other.lines[0]?.contradictions.map(({ decision }) => decision)).toEqual(['ask', 'ask']);
    const file = { field: 'move.date', decision: 'file' as const };
    await call('imports.apply', { file: fileOf(OTHER), rules: [file], keepRules: false });
    expect((await preview(fileOf(FILE))).source.rules).toEqual(rules);
    // An inventory keeps rules of its own.
    const inventory = await call('imports.preview', { file: fileOf('name,stage\nMotor severity,Proposed\n') });
    expect(inventory).toMatchObject({ format: 'inventory', source: { name: 'Inventory', rules: [] } });
  });
});

describe('a version that was rolled back to', () => {
  const ROLLED_BACK =
    'model,version,live_from,live_until\nA,1,2024-01-01,2024-01-31\nA,2,2024-02-01,\nA,1,2024-03-01,\n';
  const days = ['2023-12-31', '2024-01-15', '2024-02-15', '2024-03-15'];

  it('comes in as live twice, and again changes nothing', async () => {
    const { call, fileOf, preview, releases, live, state, find } = await portfolio();
    const answer = await preview(fileOf(ROLLED_BACK));
    expect(answer).toMatchObject({ creates: 3, rejected: 0, problems: [], versions: { addedDated: 3 } });
    expect(answer.lines[0]?.versions.map(({ row, version, state }) => [row, version, state])).toEqual([
      [2, '1', 'added'],
      [3, '2', 'added'],
      [4, '1', 'added'],
    ]);
    await call('imports.apply', { file: fileOf(ROLLED_BACK) });
    expect(await releases('A')).toEqual(['deployed 1 2024-01-01', 'deployed 2 2024-02-01', 'deployed 1 2024-03-01']);
    const said = async () => Promise.all(days.map(async (at) => (await live(at)).A));
    expect(await said()).toEqual(['not live yet', '1', '2', '1']);
    const { versions } = await call('models.get', { id: (await find('A')).id });
    expect(versions.map(({ version, live, until }) => [version, live, until?.slice(0, 10) ?? null])).toEqual([
      ['1', true, null],
      ['2', false, null],
      ['1', false, '2024-01-31'],
    ]);
    const before = await state();
    const [head = '', ...rows] = ROLLED_BACK.trim().split('\n');
    for (const text of [ROLLED_BACK, [head, ...rows.toReversed()].join('\n'), [head, rows[2]].join('\n')]) {
      expect(await preview(fileOf(text), { format: 'versions' })).toMatchObject({
        creates: 0,
        updates: 0,
        versions: { contradicted: 0 },
      });
      await call('imports.apply', { file: fileOf(text), format: 'versions' });
    }
    expect(await state()).toEqual(before);
  });

  it('comes in by the row of its return alone, and ends again', async () => {
    const { call, fileOf, live } = await portfolio();
    const bring = (rows: string) =>
      call('imports.apply', { file: fileOf(`model,version,live_from,live_until\n${rows}`), format: 'versions' });
    await bring('A,1,2024-01-01,2024-01-31\nA,2,2024-02-01,\n');
    expect(await bring('A,1,2024-03-01,\n')).toMatchObject({ created: 1 });
    expect(await bring('A,1,2024-03-01,2024-03-20\n')).toMatchObject({ created: 0, updated: 1 });
    const all = [...days, '2024-04-01'];
    expect(await Promise.all(all.map(async (at) => (await live(at)).A))).toEqual([
      'not live yet',
      '1',
      '2',
      '1',
      'none',
    ]);
    expect(await bring('A,1,2024-03-01,2024-03-20\nA,1,2024-01-01,2024-01-31\n')).toMatchObject({
      created: 0,
      updated: 0,
    });
  });

  it('is still refused where nothing was live in between', async () => {
    const { fileOf, preview } = await portfolio();
    const answer = await preview(fileOf('model,version,live_from\nA,1,2024-01-01\nA,1,2024-03-01\nA,2,2024-04-01\n'));
    expect(answer).toMatchObject({ creates: 2, rejected: 1, problems: [{ row: 3, code: 'version_twice' }] });
  });

  it('is recorded by hand', async () => {
    const { call, live } = await portfolio();
    const { id } = await call('models.create', { name: 'A' });
    const release = (version: string, at: string, reason = '') =>
      call('models.move', { id, to: 'deployed', at, version, reason });
    await release('1', '2024-01-01', 'it was live already');
    await release('2', '2024-02-01');
    await release('1', '2024-03-01');
    expect(await Promise.all(days.map(async (at) => (await live(at)).A))).toEqual(['not live yet', '1', '2', '1']);
    await expect(release('1', '2024-04-01')).rejects.toMatchObject({ code: 'refused' });
    const { moves } = await call('models.history', { id });
    expect(moves.slice(-3).map(({ version, correction }) => [version, correction])).toEqual([
      ['1', true],
      ['2', false],
      ['1', false],
    ]);
  });
});
