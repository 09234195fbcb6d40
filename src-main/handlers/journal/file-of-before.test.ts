import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { temporaryFolder, testBackend } from '../../testing/test-backend';

/**
 * A portfolio that the program of structure 20 made: 120 models came by import, 110 of them a second time, one was edited by hand;
 * all three were undone and the imports redone. Its journal lies in deflated blocks.
 */
const SAMPLE = join(import.meta.dirname, 'samples', 'before-21.modelfolio.br');

/** The hashes that the same program wrote when it went on from there undoing and redoing at 10:00 on 23 November 2026. */
const HEADS = {
  opened: 'd291beb6e497b80fa28783402ec23f45039af608a8b0378eb57fd49feaffaa56',
  undone: '4194bd6e7fc3afe1e6bfd25326e82160ecd4d8a8aa271dbb1043ac5fac0cafd1',
  all: '13dc2f926d3ed69e06ebc98fe379dfa144641afea83eb27fb4e4bc2428e057c5',
  redone: '91f10b35331e08ddb392b7303f3ee265fd8ca57e99d238a54439c56a37f55f9a',
};

async function open() {
  const folder = temporaryFolder();
  const file = join(folder, 'before.modelfolio');
  writeFileSync(file, brotliDecompressSync(readFileSync(SAMPLE)));
  const engine = await testBackend({ folder, portfolio: false });
  await engine.call('workspace.open', { file });
  const head = (): string => {
    const db = new Database(file, { readonly: true });
    try {
      return String(db.prepare('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').pluck().get());
    } finally {
      db.close();
    }
  };
  return { ...engine, head };
}

it('opens with the same head, verifies, and goes on with the hashes that it would have had', async () => {
  const { call, head } = await open();
  const verified = async (entries: number): Promise<string> => {
    expect(await call('journal.verify', {})).toMatchObject({ ok: true, entries, firstBroken: null, differences: [] });
    return head();
  };
  const count = async (): Promise<number> => (await call('models.list', { limit: 1 })).total;
  const heads = { opened: await verified(9), undone: '', all: '', redone: '' };
  const { rows } = await call('models.list', { limit: 200 });
  await call('history.undo', {});
  heads.undone = await verified(10);
  await call('history.undo', {});
  heads.all = await verified(11);
  expect(await count()).toBe(0);
  await call('history.redo', {});
  await call('history.redo', {});
  heads.redone = await verified(13);
  expect((await call('models.list', { limit: 200 })).rows).toEqual(rows);
  expect(heads).toEqual(HEADS);
});

it('tells the history of a model from blocks of both kinds', async () => {
  const { call } = await open();
  const [model] = (await call('models.list', { limit: 1 })).rows;
  const id = model?.id ?? '';
  const { changes: before } = await call('models.history', { id });
  await call('history.undo', {});
  await call('history.undo', {});
  await call('history.redo', {});
  await call('history.redo', {});
  const { changes: after } = await call('models.history', { id });
  expect(before.length).toBeGreaterThan(5);
  expect(after.slice(-before.length)).toEqual(before);
  // It left and came back once more.
  expect(after.length).toBeGreaterThan(before.length + 20);
});
