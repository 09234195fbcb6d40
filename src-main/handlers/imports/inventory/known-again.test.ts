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
  const rows = async () => (await call('models.list', { limit: 100 })).rows;
  const find = async (name: string) => {
    const found = (await rows()).find((row) => row.name === name);
    if (!found) throw new Error(`There is no model ${name}.`);
    return found;
  };
  const preview = async (file: string, more: object = {}) => {
    const shown = await call('imports.preview', { file, ...more });
    if (shown.format !== 'inventory') throw new Error('an inventory');
    return shown;
  };
  return { ...backend, fileOf, rows, find, preview };
}

describe('a unit', () => {
  const first =
    'id,name,agency name,agency,stage\nK-1,Router,Department of Justice,DOJ,Production\nK-2,Sorter,Department of Energy,DOE,Production\n';

  it('is told by its abbreviation when a file has taught it, and is not changed by it', async () => {
    const { call, fileOf, find, preview } = await portfolio(first);
    const file = fileOf('name,agency,stage\nRouter,DOJ,Production\nSorter,DOE,Production\n');
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, unchanged: 2, waiting: 0, asks: [] });
    await call('imports.apply', { file });
    expect(await find('Router')).toMatchObject({ unit: 'Department of Justice' });
  });

  it('that is a part of ours, or the one above it, says less: only what says more changes it', async () => {
    const { call, fileOf, find, preview } = await portfolio(
      'id,name,unit,stage\nK-1,Router,Justice / FBI,Production\nK-2,Sorter,Energy,Production\n',
    );
    const file = fileOf('id,name,unit,stage\nK-1,Router,Justice,Production\nK-2,Sorter,Energy / Grid,Production\n');
    const shown = await preview(file);
    expect(shown).toMatchObject({ updates: 1, unchanged: 1, values: { changed: 1, kept: 0, contradicted: 0 } });
    await call('imports.apply', { file });
    expect(await find('Router')).toMatchObject({ unit: 'Justice / FBI' });
    expect(await find('Sorter')).toMatchObject({ unit: 'Energy / Grid' });
    // What the coarser file said is not taken for what the last file said: another unit is a plain change.
    const moved = fileOf('id,name,unit,stage\nK-1,Router,Treasury,Production\n');
    expect(await preview(moved)).toMatchObject({ values: { changed: 1, contradicted: 0 } });
  });

  it('does not say the unit above it twice', async () => {
    const { find } = await portfolio(
      'name,agency_name,agency_bureau\nRouter,Department of Justice,Department of Justice / USMS\nSorter,Department of Justice,Department of Justice\n',
    );
    expect(await find('Router')).toMatchObject({ unit: 'Department of Justice / USMS' });
    expect(await find('Sorter')).toMatchObject({ unit: 'Department of Justice' });
  });
});

describe('a model that was deleted here', () => {
  const first = 'name,unit,owner,stage,deployed on\nRouter,IT,Ann,Production,2025-03-01\nSorter,HR,Bob,Production,\n';

  it('is asked about when its row comes again, and stays out where somebody says so', async () => {
    const { call, fileOf, rows, find, preview } = await portfolio(first);
    const { id } = await find('Router');
    await call('models.remove', { ids: [id] });
    const file = fileOf(`${first}Planner,IT,Cleo,Production,\n`);
    const shown = await preview(file);
    expect(shown).toMatchObject({
      creates: 1,
      waiting: 1,
      ambiguous: [{ candidates: [{ modelId: id, name: 'Router' }] }],
    });
    expect(shown.ambiguous[0]?.why).toContain('was deleted here');
    const answers = [{ rowKey: shown.ambiguous[0]?.rowKey ?? '', modelId: id, answer: 'leave_out' as const }];
    await call('imports.apply', { file, answers });
    expect((await rows()).map(({ name }) => name).toSorted()).toEqual(['Planner', 'Sorter']);
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, ambiguous: [] });
  });

  it('comes back with its history where somebody says that it is the same', async () => {
    const { call, fileOf, find, preview } = await portfolio(first);
    const before = await find('Router');
    await call('models.remove', { ids: [before.id] });
    const file = fileOf(first.replace('Ann', 'Zoe'));
    const [asked] = (await preview(file)).ambiguous;
    const answers = [{ rowKey: asked?.rowKey ?? '', modelId: before.id, answer: 'same' as const }];
    expect(await preview(file, { answers })).toMatchObject({ creates: 0, updates: 1, waiting: 0 });
    await call('imports.apply', { file, answers });
    expect(await find('Router')).toMatchObject({ id: before.id, businessOwner: 'Zoe', stageSince: before.stageSince });
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, unchanged: 2, waiting: 0 });
    await call('history.undo', {});
    expect((await call('models.list', { limit: 10 })).total).toBe(1);
  });

  it('is new where somebody says that the row is another one, and after the import that brought it was taken back', async () => {
    const { call, fileOf, find, preview } = await portfolio(first);
    const { id } = await find('Router');
    await call('models.remove', { ids: [id] });
    const file = fileOf(`${first}\n`);
    const [asked] = (await preview(file)).ambiguous;
    const answers = [{ rowKey: asked?.rowKey ?? '', modelId: id, answer: 'different' as const }];
    expect(await call('imports.apply', { file, answers })).toMatchObject({ created: 1, waiting: 0 });
    expect(await preview(file)).toMatchObject({ creates: 0, waiting: 0 });
    await call('history.undo', {});
    await call('history.undo', {});
    expect(await preview(file)).toMatchObject({ creates: 0, unchanged: 2, waiting: 0 });
  });
});

describe('a model that was merged or renamed here', () => {
  it('is found by the name that the file still has', async () => {
    const text = 'name,unit,owner\nRoute planner,IT,Ann\nSorting desk,IT,Bob\nArchive,HR,Cleo\n';
    const { call, fileOf, find, preview, rows } = await portfolio(text);
    const [kept, gone] = [await find('Route planner'), await find('Sorting desk')];
    await call('models.merge', { keep: kept.id, merge: [gone.id] });
    const file = fileOf(`${text}\n`);
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0 });
    await call('imports.apply', { file });
    expect(await rows()).toHaveLength(2);
    expect(await find('Route planner')).toMatchObject({ businessOwner: 'Ann' });
    // A new value of the kept model's own row is a plain change, not one against a person.
    const changed = fileOf(text.replace('Ann', 'Zoe'));
    expect(await preview(changed)).toMatchObject({ updates: 1, values: { changed: 1, contradicted: 0 } });
    const alone = fileOf('name,unit,owner\nSorting desk,IT,Bob\nArchive,HR,Cleo\n');
    expect(await preview(alone)).toMatchObject({ creates: 0, missing: [] });
  });

  it('keeps what it is when the file still has both rows, in whatever order', async () => {
    const [head, one, two, three] = [
      'id,name,unit,owner',
      'K-1,Claim severity,Motor,Ann',
      'K-2,Letter router,Post,Bob',
      'K-3,Card guard,Payments,Cleo',
    ];
    const text = `${[head, one, two, three].join('\n')}\n`;
    const { call, fileOf, find, preview } = await portfolio(text);
    const [kept, gone] = [await find('Claim severity'), await find('Letter router')];
    await call('models.merge', { keep: kept.id, merge: [gone.id] });
    for (const file of [fileOf(text), fileOf(`${[head, three, two, one].join('\n')}\n`)]) {
      expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, unchanged: 2, waiting: 1, ambiguous: [] });
      await call('imports.apply', { file });
    }
    expect(await find('Claim severity')).toMatchObject({ unit: 'Motor', businessOwner: 'Ann' });
  });

  it('is offered under its former name by another key', async () => {
    const { call, fileOf, find, preview } = await portfolio('id,name,unit\nK-1,Router,IT\nK-2,Archive,HR\n');
    await call('imports.apply', { file: fileOf('id,name,unit\nK-1,Flow chief,IT\nK-2,Archive,HR\n') });
    const { id } = await find('Flow chief');
    const shown = await preview(fileOf('name,unit\nRouter,IT\n'), { source: 'Registry' });
    expect(shown.doubles).toMatchObject([{ modelId: id, name: 'Router', band: 'probably' }]);
  });
});

it('a part that comes on the same day is not expected to have what the other part had', async () => {
  const part = (unit: string, from: number) =>
    `name,unit\n${Array.from({ length: 4 }, (_, at) => `Model ${from + at},${unit}`).join('\n')}\n`;
  const { call, fileOf, preview } = await portfolio(part('IT', 1));
  const second = fileOf(part('IT', 11));
  expect(await preview(second)).toMatchObject({ missing: [] });
  await call('imports.apply', { file: second });
});

it('a preview is never one of what was before: neither of the portfolio nor of the file', async () => {
  const text = 'id,name,unit,owner\nK-1,Router,IT,Ann\nK-2,Archive,HR,Bob\n';
  const { call, fileOf, find, preview } = await portfolio(text);
  const file = fileOf(text.replace('Ann', 'Zoe'));
  expect(await preview(file)).toMatchObject({ updates: 1, values: { changed: 1, contradicted: 0 } });
  await call('models.update', { id: (await find('Router')).id, patch: { businessOwner: 'Mine' } });
  expect(await preview(file)).toMatchObject({ updates: 0, values: { changed: 0, contradicted: 1 } });
  await call('history.undo', {});
  expect(await preview(file)).toMatchObject({ updates: 1, values: { changed: 1, contradicted: 0 } });
  writeFileSync(file, text.replace('Bob', 'Zed').replace('K-1', 'K-9'));
  expect(await preview(file)).toMatchObject({
    updates: 1,
    waiting: 1,
    sample: [{ action: 'wait' }, { action: 'update' }],
  });
});

describe('numbers that are none', () => {
  const rows = ['Form helper', 'Form checker', 'Form sorter', 'Form scanner'];
  const inventory = (names: readonly string[]) =>
    `ID,Name,Unit\n${names.map((name, at) => `${at + 1},${name},Water`).join('\n')}\n`;

  it('exchange nothing and are not stored when a running number starts anew', async () => {
    const { call, fileOf, find, preview } = await portfolio(inventory(rows));
    const file = fileOf(inventory(['Form printer', ...rows]));
    const shown = await preview(file);
    expect(shown).toMatchObject({ updates: 0, unchanged: 4, renamed: [] });
    expect(shown.problems.map(({ code }) => code)).toContain('recounted_numbers');
    await call('imports.apply', { file, doubles: 'create' });
    const { id } = await find('Form scanner');
    expect(await call('models.get', { id })).toMatchObject({ externalReferences: [{ id: '4' }] });
    const { id: printer } = await find('Form printer');
    expect(await call('models.get', { id: printer })).toMatchObject({ externalReferences: [] });
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, unchanged: 5 });
  });

  it('are named, as are exchanged names and rows said twice', async () => {
    const purpose = 'Reads the licence plates of lorries at the border and compares them with customs declarations';
    const [head, ...first] = [
      'id,name,unit,purpose',
      `K-1,Plates,Border,${purpose}`,
      'K-2,Router,Border,x',
      'K-3,Desk,Border,y',
    ];
    const { fileOf, preview } = await portfolio(`${[head, ...first].join('\n')}\n`);
    const codes = async (lines: readonly string[]) =>
      (await preview(fileOf(`${[head, ...lines].join('\n')}\n`))).problems.map(({ code, row }) => `${code} ${row}`);
    expect(await codes([...first, `,Plates,Border,${purpose}`])).toContain('double_in_file 2');
    expect(await codes(['K-1,Plates,Border,x', 'K-2,Desk,Border,x', 'K-3,Router,Border,y'])).toContain(
      'names_exchanged 3',
    );
    expect(await codes(['K-1,Plates,Border,x', 'K-1,Router,Border,x'])).toContain('repeated_number 2');
  });
});
