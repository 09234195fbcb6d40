import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needs } from '../../../testing/needs';
import { FEDERAL_INVENTORY, FEDERAL_INVENTORY_2025, sharedFile } from '../../../testing/shared-data';
import { testBackend } from '../../../testing/test-backend';
import { reversedCopy } from './testing/reversed-copy';

async function portfolio() {
  const backend = await testBackend();
  const { call, folder } = backend;
  let files = 0;
  const fileOf = (text: string): string => {
    files += 1;
    const file = join(folder, `inventory-${files}.csv`);
    writeFileSync(file, text);
    return file;
  };
  const preview = async (file: string, more: object = {}) => {
    const shown = await call('imports.preview', { file, ...more });
    if (shown.format !== 'inventory') throw new Error('an inventory');
    return shown;
  };
  return { ...backend, fileOf, preview };
}

const PURPOSE = 'Sorts comments of the public on proposed rules by topic and sentiment for the staff';
const HELD = `name,unit,purpose\nComment tool,CMS,${PURPOSE}\n`;
/** The third row makes the first one less like the model that it waits for: the text is no longer rare. */
const row = (name: string, purpose = PURPOSE): string => `${name},CMS,${purpose}`;
const file = (...rows: readonly string[]): string => `name,unit,purpose\n${rows.join('\n')}\n`;

describe('a row that waits', () => {
  const later = [
    row('Remark sorter'),
    ...Array.from({ length: 30 }, (_, at) => row(`Remark desk ${at}`, `Helps desk ${at} with remarks of all kinds`)),
  ];

  it('waits until somebody answers, whatever was stored beside it, in any order of rows', async () => {
    const { call, fileOf, preview } = await portfolio();
    await call('imports.apply', { file: fileOf(HELD) });
    const first = fileOf(file(...later));
    expect(await call('imports.apply', { file: first })).toMatchObject({ created: 30, waiting: 1 });
    // Three models with one text: it is boilerplate from now on, and likeness alone would offer nothing.
    await call('imports.apply', { file: fileOf(file(row('Ledger one'), row('Ledger two'))), doubles: 'create' });
    for (const again of [first, fileOf(file(...later.toReversed()))]) {
      const shown = await preview(again);
      expect(shown).toMatchObject({ creates: 0, updates: 0, waiting: 1, doubles: [{ modelName: 'Comment tool' }] });
      expect(await call('imports.apply', { file: again })).toMatchObject({ created: 0, updated: 0, waiting: 1 });
    }
    const [double] = (await preview(first)).doubles;
    const answers = [{ rowKey: double?.rowKey ?? '', modelId: double?.modelId ?? '', answer: 'different' as const }];
    expect(await call('imports.apply', { file: first, answers })).toMatchObject({ created: 1, waiting: 0 });
    expect(await preview(first)).toMatchObject({ creates: 0, updates: 0, waiting: 0 });
  });

  it('waits no more when another row is the model', async () => {
    const { call, fileOf, preview } = await portfolio();
    await call('imports.apply', { file: fileOf(HELD) });
    await call('imports.apply', { file: fileOf(file(...later)) });
    const shown = await preview(fileOf(file(...later, row('Comment tool'))));
    expect(shown).toMatchObject({ creates: 1, waiting: 0, doubles: [] });
  });

  it('forgets that it waited with the import that is taken back, which stands in no way of the one before', async () => {
    const { call, fileOf, preview } = await portfolio();
    const held = await call('imports.apply', { file: fileOf(HELD) });
    const second = await call('imports.apply', { file: fileOf(file(row('Remark sorter'))) });
    expect(second).toMatchObject({ created: 0, waiting: 1 });
    await call('imports.undo', { importId: held.importId });
    expect(await preview(fileOf(file(row('Remark sorter'))))).toMatchObject({ creates: 1, waiting: 0 });
    await call('history.undo', {});
    expect(await preview(fileOf(file(row('Remark sorter'))))).toMatchObject({ creates: 0, waiting: 1 });
    await call('imports.undo', { importId: second.importId });
    expect(await call('models.list', { limit: 10 })).toMatchObject({ total: 1 });
  });
});

const [then, now] = [sharedFile(FEDERAL_INVENTORY), sharedFile(FEDERAL_INVENTORY_2025)];

it('the federal inventory of 2025, brought twice after 2024, changes nothing the second time', {
  ...needs(now.why === null ? then : now),
  timeout: 60_000,
}, async () => {
  const { call, folder } = await testBackend();
  await call('imports.apply', { file: then.path });
  const first = await call('imports.apply', { file: now.path });
  expect(first.waiting).toBeGreaterThan(400);
  const { waiting } = first;
  expect(await call('imports.apply', { file: now.path })).toMatchObject({ created: 0, updated: 0, waiting });
  const reversed = await reversedCopy(now.path, join(folder, 'reversed.csv'));
  const shown = await call('imports.apply', { file: reversed });
  expect(shown).toMatchObject({ created: 0, updated: 0 });
  // Rows that are equal in name, unit and text, and have no number of their own, are told apart by the very same file only.
  expect((shown.waiting ?? 0) - (waiting ?? 0)).toBeLessThan(10);
});
