import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const DROPBOX = "test (Sofia's conflicted copy 2026-11-23).modelfolio";

/** The open portfolio, and beside it a copy in which a colleague went on from the same entry. */
async function parted(copyName = DROPBOX): Promise<{ mine: TestBackend; copy: string; id: string }> {
  const first = await testBackend();
  const { id } = await first.call('models.create', { name: 'Fraud', unit: 'Retail' });
  await first.backend.close();
  const copy = join(first.folder, copyName);
  copyFileSync(first.file, copy);
  const colleague = await testBackend({ portfolio: false });
  await colleague.call('workspace.open', { file: copy });
  await colleague.call('workspace.setYourName', { name: 'Sofia' });
  await colleague.call('models.update', { id, patch: { unit: 'Corporate' } });
  await colleague.call('models.create', { name: 'Pricing' });
  await colleague.backend.close();
  const mine = await testBackend({ folder: first.folder, portfolio: false });
  await mine.call('workspace.open', { file: first.file });
  await mine.call('models.update', { id, patch: { unit: 'Claims' } });
  return { mine, copy, id };
}

it('knows a copy that a conflict left, compares both by their journals, and changes neither', async () => {
  const { mine, copy } = await parted();
  const before = readFileSync(copy);
  const there = readdirSync(mine.folder).sort();
  const { copies } = await mine.call('workspace.conflicts', {});
  expect(copies).toMatchObject([{ fileName: DROPBOX, seen: false }]);
  const { comparison } = await mine.call('workspace.compareConflict', { id: copies[0]?.id ?? '' });
  expect(comparison).toMatchObject({
    same: 2,
    here: { entries: 1, actors: ['Ada'], models: 1 },
    there: { entries: 2, actors: ['Sofia'], models: 2 },
    fields: [{ name: 'Fraud', column: 'unit', here: 'Claims', there: 'Corporate' }],
  });
  expect(readFileSync(copy).equals(before)).toBe(true);
  expect(readdirSync(mine.folder).sort()).toEqual(there);
  await mine.call('workspace.openConflict', { id: copies[0]?.id ?? '' });
  expect(await mine.call('models.list', {})).toMatchObject({ total: 2 });
  // From there the file that was open is no copy of it by its name.
  expect((await mine.call('workspace.conflicts', {})).copies).toEqual([]);
});

it('tells once of each, and again when it was written again', async () => {
  const { mine, copy, id } = await parted('test-DESKTOP-AB12CD3.modelfolio');
  expect(await mine.call('workspace.leaveConflicts', {})).toEqual({ left: 1 });
  expect((await mine.call('workspace.conflicts', {})).copies).toMatchObject([{ program: 'OneDrive', seen: true }]);
  const colleague = await testBackend({ portfolio: false });
  await colleague.call('workspace.open', { file: copy });
  await colleague.call('models.update', { id, patch: { unit: 'Again' } });
  await colleague.backend.close();
  expect((await mine.call('workspace.conflicts', {})).copies).toMatchObject([{ seen: false }]);
});

it('does not take another portfolio, another file or a copy of ours for one', async () => {
  const { mine, copy } = await parted('test (1).modelfolio');
  expect((await mine.call('workspace.conflicts', {})).copies).toMatchObject([{ fileName: 'test (1).modelfolio' }]);
  const other = await testBackend({ portfolio: false });
  await other.call('workspace.create', { name: 'Other', file: join(mine.folder, 'test 2.modelfolio') });
  await other.backend.close();
  writeFileSync(join(mine.folder, 'test (conflicted copy).modelfolio'), 'no portfolio');
  copyFileSync(copy, join(mine.folder, 'test (kept 2026-11-23).modelfolio'));
  expect((await mine.call('workspace.conflicts', {})).copies).toHaveLength(1);
  expect(await mine.call('workspace.compareConflict', { id: 'none' })).toEqual({ comparison: null });
  await expect(mine.call('workspace.openConflict', { id: 'none' })).rejects.toMatchObject({ code: 'not_found' });
});
