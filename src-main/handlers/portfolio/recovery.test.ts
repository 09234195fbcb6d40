import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { counted } from '#domain/base/wording';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';

const SLOW = { timeout: 240_000 };
const sum = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Pages of a table (its own b-tree, or that of an index) without its root, in the order of their numbers. */
function pagesOf(path: string, name: string): number[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND path <> '/' ORDER BY pageno")
      .pluck()
      .all(name);
  } finally {
    db.close();
  }
}

function overwrite(path: string, pages: readonly number[]): void {
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

function lastEntry(path: string): number {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[], number>('SELECT max(seq) FROM journal').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

interface Made {
  readonly folder: string;
  /** Of the portfolio within the folder. */
  readonly path: string;
  readonly models: readonly unknown[];
}

let made: Promise<Made> | null = null;
afterAll(async () => made && rmSync((await made).folder, { recursive: true, force: true }));

/** The sample with a backup before the last five changes, closed. */
async function makeOnce(): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-test-'));
  const { call, at } = await testBackend({ portfolio: false, folder });
  at('2026-11-26T10:00:00.000Z');
  await call('workspace.sample', { day: '2026-11-26' });
  await call('backups.create', {});
  for (const name of ['One', 'Two', 'Three', 'Four']) await call('models.create', { name, unit: 'Later' });
  await call('models.update', { id: 'sample-motor-severity', patch: { unit: 'Motor & more' } });
  const place = await call('portfolio.info', {});
  const models = (await call('models.list', { limit: 500 })).rows;
  await call('workspace.close', {});
  return { folder, path: relative(folder, join(place.folder, place.fileName)), models };
}

/** Each test works on a copy of the folder. */
async function sampleWithBackup(): Promise<
  TestBackend & { readonly path: string; readonly models: readonly unknown[] }
> {
  made ??= makeOnce();
  const { folder: from, path, models } = await made;
  const folder = temporaryFolder();
  cpSync(from, folder, { recursive: true });
  const engine = await testBackend({ portfolio: false, folder });
  engine.at('2026-11-26T10:00:00.000Z');
  return { ...engine, path: join(folder, path), models };
}

describe('a damaged portfolio', () => {
  it('comes back whole where facts are unreadable and the journal is not, proved entry by entry', SLOW, async () => {
    const { call, path, models, folder } = await sampleWithBackup();
    overwrite(path, pagesOf(path, 'models').slice(0, 2));
    const before = sum(path);
    const found = await call('recovery.examine', { file: path });
    expect(found).toMatchObject({ whole: false, readable: true, damaged: ['models'], backups: 1, since: { total: 5 } });
    expect(found.backup).toMatchObject({ models: 43, why: 'asked' });
    expect(found.since.entries.map(({ label }) => label)).toContain('Add “Three”');

    const repaired = await call('recovery.repair', { file: path });
    expect(repaired).toMatchObject({ lost: [], resultsHoles: false, filled: true });
    expect(repaired.opened.fileName).toMatch(/\(repaired 2026-11-26\)\.modelfolio$/);
    expect((await call('models.list', { limit: 500 })).rows).toEqual(models);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
    expect((await call('journal.list', {})).entries[0]?.label).toMatch(
      /^Repaired from the damaged .* of its journal hold$/,
    );
    expect([sum(path), readdirSync(folder).some((name) => name.endsWith('.part'))]).toEqual([before, false]);
  });

  it(
    'that is met by a question is looked through at once, and a bad file of another kind starts nothing',
    SLOW,
    async () => {
      const { call, path, folder } = await sampleWithBackup();
      overwrite(path, pagesOf(path, 'incidents').slice(-1));
      await call('workspace.open', { file: path });
      const picture = join(folder, 'picture.csv');
      writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
      await expect(call('imports.preview', { file: picture })).rejects.toMatchObject({
        code: 'bad_file',
        detail: undefined,
      });
      const damaged = async () => (await call('workspace.status', {})).portfolio?.damaged;
      expect(await damaged()).toEqual([]);
      await expect(call('incidents.list', {})).rejects.toMatchObject({ code: 'bad_file', detail: { damaged: true } });
      await expect.poll(damaged, { timeout: 15_000 }).toEqual(['incidents']);
    },
  );

  it('comes back whole without any backup', SLOW, async () => {
    const { call, path, models } = await sampleWithBackup();
    const alone = path.replace('.modelfolio', ' alone.modelfolio');
    writeFileSync(alone, readFileSync(path));
    overwrite(alone, [...pagesOf(alone, 'models').slice(0, 3), ...pagesOf(alone, 'moves').slice(0, 2)]);
    const repaired = await call('recovery.repair', { file: alone });
    expect(repaired).toMatchObject({ lost: [], filled: false });
    expect((await call('models.list', { limit: 500 })).rows).toEqual(models);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
    // What follows from drift results came along as well.
    const { models: measured } = await call('drift.heatmap', { from: '2026-01-01', to: '2026-11-26' });
    expect(measured.length).toBeGreaterThan(5);
  });

  it(
    'whose journal has lost its beginning comes back row by row, and says that nothing of it is proved',
    SLOW,
    async () => {
      const { call, path, models } = await sampleWithBackup();
      const alone = path.replace('.modelfolio', ' alone.modelfolio');
      writeFileSync(alone, readFileSync(path));
      overwrite(alone, pagesOf(alone, 'journal').slice(0, 2));
      const before = sum(alone);
      const repaired = await call('recovery.repair', { file: alone });
      expect(repaired).toMatchObject({ entries: 0, filled: false, lost: [] });
      expect(repaired.opened.fileName).toMatch(/\(salvaged 2026-11-26\)\.modelfolio$/);
      expect(repaired.salvaged).toContainEqual({ table: 'models', rows: 47, holes: false, orphans: 0 });
      expect((await call('models.list', { limit: 500 })).rows).toEqual(models);
      // What is there now is what the one entry says, and the entry says what it is.
      expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
      const { entries } = await call('journal.list', {});
      expect(entries.map(({ label }) => label)).toEqual([
        expect.stringMatching(
          /^Salvaged from the damaged .* alone\.modelfolio, not verified, for its journal is lost from the first entry on: 47 models, \d+ incidents, [\d,]+ other rows$/,
        ),
      ]);
      const { models: measured } = await call('drift.heatmap', { from: '2026-01-01', to: '2026-11-26' });
      expect(measured.length).toBeGreaterThan(5);
      expect(sum(alone)).toBe(before);
      await call('models.update', { id: 'sample-motor-severity', patch: { unit: 'Goes on' } });

      // Where models are gone in part as well, what hung on them is left out, and counted.
      overwrite(alone, pagesOf(alone, 'models').slice(0, 2));
      const { salvaged } = await call('recovery.repair', { file: alone });
      const found = salvaged?.find(({ table }) => table === 'models');
      expect(found).toMatchObject({ holes: true });
      expect(found?.rows).toBeLessThan(47);
      expect(salvaged?.reduce((sum, { orphans }) => sum + orphans, 0)).toBeGreaterThan(10);
      const { rows } = await call('models.list', { limit: 500 });
      expect(rows.length).toBe(found?.rows);
      const known = new Set(rows.map(({ id }) => id));
      const shown = (await call('drift.heatmap', { from: '2026-01-01', to: '2026-11-26' })).models;
      expect(shown.filter((id) => !known.has(id))).toEqual([]);
      expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
      expect((await call('journal.list', {})).entries[0]?.label).toMatch(
        /parts of .*models.* cannot be read; [\d,]+ rows? left out/,
      );
    },
  );

  it(
    'whose journal is cut in its middle keeps every row that can be read, as one step beside what is proved',
    SLOW,
    async () => {
      const { call, path, models } = await sampleWithBackup();
      const alone = path.replace('.modelfolio', ' alone.modelfolio');
      writeFileSync(alone, readFileSync(path));
      const pages = pagesOf(alone, 'journal');
      overwrite(alone, [pages[Math.floor(pages.length / 3)] ?? 0]);
      const repaired = await call('recovery.repair', { file: alone });
      expect(repaired).toMatchObject({ filled: false, salvaged: null });
      expect(repaired.lostTotal).toBeGreaterThan(300);
      // All of them, not only those that can be read.
      expect(repaired.entries + repaired.lostTotal).toBe(lastEntry(path));
      expect(repaired.unproved?.find(({ table }) => table === 'models')).toMatchObject({ holes: false });
      expect((await call('models.list', { limit: 500 })).rows).toEqual(models);
      expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
      const [first, second] = (await call('journal.list', {})).entries;
      expect(first?.label).toMatch(
        /^Brought over as found in the damaged .* alone\.modelfolio, not verified: [\d,]+ rows added, \d+ changed, \d+ removed$/,
      );
      expect(second?.label).toMatch(/^Repaired from .*; [\d,]+ later changes could not be brought over$/);
      // Of rows of two times a model may say what its moves do not: that is told, and every row is what the journal says.
      const altered = async () =>
        (await call('journal.verify', {})).differences.filter(({ from }) => from === 'journal');
      // The step goes away and comes back.
      await call('history.undo', {});
      const proved = (await call('models.list', { limit: 500 })).total;
      expect(proved).toBeLessThan(models.length);
      expect(await altered()).toEqual([]);
      await call('history.redo', {});
      expect((await call('models.list', { limit: 500 })).rows).toEqual(models);

      // Where rows are lost as well, they are as the journal last says.
      overwrite(alone, pagesOf(alone, 'models').slice(0, 2));
      const less = await call('recovery.repair', { file: alone });
      expect(less.unproved?.find(({ table }) => table === 'models')).toMatchObject({ holes: true });
      expect((await call('models.list', { limit: 500 })).total).toBeGreaterThanOrEqual(proved);
      expect(await altered()).toEqual([]);
    },
  );

  it('is cut where its journal breaks, and says what is to be done again', SLOW, async () => {
    const { call, path } = await sampleWithBackup();
    // The last page of the entries holds the newest ones.
    const last = pagesOf(path, 'journal').at(-1) ?? 0;
    const seq = lastEntry(path);
    overwrite(path, [last]);
    const repaired = await call('recovery.repair', { file: path });
    // The backup filled the entries that it holds; of the five after it those on the page are gone.
    expect(repaired.entries).toBeGreaterThanOrEqual(seq - 5);
    expect(repaired.entries).toBeLessThan(seq);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('whose structure cannot be read, or that is none of ours, is answered by its backups', SLOW, async () => {
    const { call, path } = await sampleWithBackup();
    overwrite(path, [1]);
    // Who opens it is led to what can be had back.
    await expect(call('workspace.open', { file: path })).rejects.toMatchObject({ detail: { damaged: true } });
    const found = await call('recovery.examine', { file: path });
    expect(found).toMatchObject({ whole: false, readable: false, backup: { models: 43 } });
    await expect(call('recovery.repair', { file: path })).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(/Not even the structure .* Open a backup\./),
    });
    const opened = await call('recovery.openBackup', { file: path, id: found.backup?.id ?? '' });
    expect(opened.fileName).toMatch(/\(backup of 2026-11-26 10-00\)\.modelfolio$/);
    expect((await call('models.list', {})).total).toBe(43);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('comes back, or says that it does not, whichever page is lost; never as something else', SLOW, async () => {
    const { call, path, models } = await sampleWithBackup();
    const whole = readFileSync(path);
    const pages = statSync(path).size / 4096;
    const target = path.replace('.modelfolio', ' hurt.modelfolio');
    let back = 0;
    let most = 0;
    for (let at = 0; at < 6; at += 1) {
      writeFileSync(target, whole);
      overwrite(target, [
        2 + (Math.floor(((pages - 2) * (at * 7919)) / 100_003) % (pages - 2)),
        2 + ((at * 104_729) % (pages - 2)),
      ]);
      const outcome = await call('recovery.repair', { file: target }).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome.message).toMatch(/Open a backup\.$/);
        continue;
      }
      back += 1;
      expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
      const { lost, lostTotal } = outcome as { lost: readonly unknown[]; lostTotal: number };
      most = Math.max(most, lostTotal);
      expect(lost.length).toBe(Math.min(200, lostTotal));
      // The journal and the page say the same number, however many are listed.
      if (lostTotal > 0)
        expect(
          (await call('journal.list', { limit: 2 })).entries
            .map(({ label }) => label)
            .find((label) => /^Repaired/.test(label)),
        ).toContain(`${counted(lostTotal, 'later change')} could not be brought over`);
      // Whatever is lost of the journal, models whose rows can be read are there.
      expect((await call('models.list', { limit: 500 })).rows.length).toBeGreaterThanOrEqual(models.length - 12);
      await call('workspace.close', {});
    }
    expect(back).toBeGreaterThan(3);
    expect(most).toBeGreaterThan(200);
  });
});
