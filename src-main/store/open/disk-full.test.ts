import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, testBackend } from '../../testing/test-backend';
import { insertPortfolio } from '../portfolio/portfolio';
import { closeConnections, createPortfolioFile } from './open';
import { createStore } from './sqlite-store';

const NOW = '2026-11-23T10:00:00.000Z';

it('says that the disk is full, and not that rolling back failed, and goes on when there is room', async () => {
  const connections = createPortfolioFile(join(temporaryFolder(), 'full.modelfolio'), NOW);
  const store = createStore(connections);
  await insertPortfolio(store, { name: 'Full', currency: 'EUR', actor: 'Ada', at: NOW });
  const request = { channel: 'views.save', actor: 'Ada', at: NOW, newId: () => 'id' };
  const save = (id: string, letters: number) =>
    store.write(request, async (write) => {
      const query = JSON.stringify({ text: 'x'.repeat(letters) });
      await write.insert('views', [{ id, name: id, query, created_at: NOW, page: 'portfolio' }]);
      return { label: `Save ${id}`, value: id };
    });
  // SQLite answers a file that may not grow as it answers a disk without room.
  const pages = Number(connections.writer.pragma('page_count', { simple: true }));
  connections.writer.pragma(`max_page_count = ${pages + 2}`);
  await expect(save('large', 400_000)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  connections.writer.pragma('max_page_count = 1000000');
  expect((await save('small', 10)).value).toBe('small');
  closeConnections(connections);
});

/** A disk of two megabytes in memory, which only root may make. */
function tinyDisk(): { readonly path: string; readonly why: string | null } {
  const path = temporaryFolder();
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path]);
  if (made.status !== 0) return { path, why: 'A disk without room can be made by root only (mount -t tmpfs).' };
  onTestFinished(() => void spawnSync('umount', [path]));
  return { path, why: null };
}

it('opens for reading on a disk without room, and writes again when there is some', async (context) => {
  const disk = tinyDisk();
  if (disk.why !== null) return context.skip(disk.why);
  const first = await testBackend({ folder: disk.path });
  await first.call('models.create', { name: 'Fraud' });
  await first.backend.close();
  const rest = join(disk.path, 'rest');
  writeUntilFull(rest);
  const second = await testBackend({ folder: disk.path, portfolio: false });
  expect(await second.call('workspace.open', { file: first.file })).toMatchObject({ readOnly: true });
  expect((await second.call('models.list', {})).total).toBe(1);
  await expect(second.call('models.create', { name: 'Churn' })).rejects.toMatchObject({ code: 'read_only' });
  rmSync(rest);
  await second.call('workspace.open', { file: first.file });
  await second.call('models.create', { name: 'Churn' });
  expect((await second.call('models.list', {})).total).toBe(2);
  await second.backend.close();
});

function writeUntilFull(path: string): void {
  const descriptor = openSync(path, 'w');
  try {
    for (const size of [65_536, 4_096, 512, 1])
      for (;;) {
        try {
          if (writeSync(descriptor, Buffer.alloc(size)) < size) break;
        } catch {
          break;
        }
      }
  } finally {
    closeSync(descriptor);
  }
}
