import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CentralLost } from '../store/shared/central';
import { needs } from '../testing/needs';
import { temporaryFolder } from '../testing/test-backend';
import type { Login } from './connection/address';
import { PgCentral } from './pg-central';
import { createShared } from './server/install';
import { postgres, startPostgres, type TestServer } from './testing/postgres';
import { changeModel, insertModel, next, signed, write } from './testing/signed';

const TABLES = ['portfolio', 'models', 'moves', 'approvals', 'imports', 'merged_models', 'drift_batches'];
const PATIENT = 60_000;

describe('a shared journal on PostgreSQL', needs(postgres), () => {
  let server: TestServer;
  let owner: Login;
  let ben: Login;

  beforeAll(async () => {
    server = await startPostgres();
    owner = await server.login('ada', 'createrole');
    await server.sql('grant create on database postgres to ada');
    ben = await server.login('ben');
  }, PATIENT);
  afterAll(() => server?.remove());

  /** A portfolio of its own, with Ada as owner and Ben as editor. */
  async function shared(): Promise<{ id: string; ada: PgCentral; asBen: () => Promise<PgCentral> }> {
    const id = await createShared(owner, { name: "Ada's portfolio", format: 25, tables: TABLES, ownerName: 'Ada' });
    const open = async (login: Login): Promise<PgCentral> => {
      const central = await PgCentral.connect(login, id);
      onTestFinished(() => central.close());
      return central;
    };
    const ada = await open(owner);
    await ada.open();
    await ada.setRole('ben', 'Ben', 'editor');
    return { id, ada, asBen: () => open(ben) };
  }

  it('takes entries of members in one order, and says who was behind', { timeout: PATIENT }, async () => {
    const { ada, asBen } = await shared();
    const other = await asBen();
    expect(other.member).toMatchObject({ user: 'ben', name: 'Ben', role: 'editor' });
    expect(await ada.head()).toEqual({ seq: 0, hash: '0'.repeat(64), format: 25 });
    const first = await next(ada, [insertModel('m1', { name: 'A “model” \u2028 🙂 \\ \t é' })]);
    const late = await next(other, [insertModel('m2')]);
    expect(await ada.append(first.entry, first.changes, Buffer.from('points'))).toBe('accepted');
    expect(await other.append(late.entry, late.changes, null)).toBe('behind');
    await write(other, [changeModel('m1', { purpose: '' }, { purpose: 'b' })]);
    const entries = [];
    for await (const { entry, changes, payload } of ada.entriesAfter(0)) {
      const all = [];
      for await (const page of changes) all.push(...page);
      entries.push({ entry, changes: all, payload: (await payload())?.toString() });
    }
    expect(entries).toHaveLength(2);
    expect(entries[0]).toEqual({ entry: first.entry, changes: first.changes, payload: 'points' });
    expect(entries[1]).toMatchObject({ entry: { seq: 2, actor: 'Ben' }, payload: undefined });
    expect(await other.hashOf(1)).toBe(first.entry.hash);
    expect(await other.hashOf(3)).toBeNull();
    expect(await other.verify()).toEqual({ entries: 2, head: (await ada.head()).hash, firstBroken: null });
    expect(await ada.members()).toMatchObject([
      { user: 'ada', name: 'Ada', role: 'owner', lastEntryAt: '2026-11-23T10:00:00.000Z' },
      { user: 'ben', name: 'Ben', role: 'editor' },
    ]);
  });

  it('ends with what was there, also where others write faster than it is read', { timeout: PATIENT }, async () => {
    const { ada, asBen } = await shared();
    const ben = await asBen();
    for (const name of ['m1', 'm2', 'm3']) await write(ben, [insertModel(name)]);
    const seen: number[] = [];
    for await (const { entry } of ada.entriesAfter(0)) {
      seen.push(entry.seq);
      if (seen.length < 10) await write(ben, [insertModel(`since ${entry.seq}`)]);
    }
    expect(seen).toEqual([1, 2, 3]);
    const rest: number[] = [];
    for await (const { entry } of ada.entriesAfter(3)) rest.push(entry.seq);
    expect(rest).toEqual([4, 5, 6]);
  });

  it('reads on behind a full page', { timeout: PATIENT }, async () => {
    const { ada } = await shared();
    for (let seq = 1; seq <= 501; seq += 1) await write(ada, [insertModel(`m${seq}`)]);
    let last = 0;
    for await (const { entry } of ada.entriesAfter(0)) expect(entry.seq).toBe(++last);
    expect(last).toBe(501);
  });

  it('finds one altered letter in the database itself', { timeout: PATIENT }, async () => {
    const { id, ada } = await shared();
    for (const name of ['m1', 'm2', 'm3']) await write(ada, [insertModel(name)]);
    await server.sql(
      `update modelfolio_${id}.journal_changes set after = replace(after, 'm2', 'M2') where entity_id = 'm2'`,
    );
    expect(await ada.verify()).toMatchObject({ entries: 3, firstBroken: 2 });
  });

  it('refuses what does not hash, and keeps nothing of it', { timeout: PATIENT }, async () => {
    const { ada } = await shared();
    const { entry, changes } = await next(ada, [insertModel('m1')]);
    const other = signed({ ...entry, label: 'Another' }, []);
    await expect(ada.append({ ...entry, label: 'Another' }, changes, null)).rejects.toThrow('does not fit');
    await expect(ada.append({ ...entry, hash: other.entry.hash }, changes, null)).rejects.toThrow('does not fit');
    await expect(ada.append(entry, changes.slice(1), null)).rejects.toThrow('does not fit');
    expect(await ada.append(entry, changes, null)).toBe('accepted');
  });

  it('takes a staged entry under another number than it was staged with', { timeout: PATIENT }, async () => {
    const { ada, asBen } = await shared();
    const other = await asBen();
    const many = Array.from({ length: 5_000 }, (_, at) => insertModel(`m${at}`, { notes: 'n'.repeat(1_000) }));
    const before = await next(other, many);
    const stage = await other.stage();
    await stage.add(before.changes.slice(0, 3_000));
    await stage.add(before.changes.slice(3_000));
    await write(ada, [insertModel('x')]);
    const payload = Buffer.alloc(9_000_000, 'points ');
    await stage.seal('do', payload);
    expect(await stage.take(before.entry)).toBe('behind');
    const after = await next(other, many);
    await expect(stage.take({ ...after.entry, label: 'Another' } as typeof after.entry)).rejects.toThrow(
      'does not fit',
    );
    const { hash: _hash, ...unhashed } = after.entry;
    expect(await stage.take(unhashed)).toEqual({ hash: after.entry.hash });
    let count = 0;
    for await (const { changes, payload: own } of ada.entriesAfter(1)) {
      for await (const page of changes) count += page.length;
      expect((await own())?.equals(payload)).toBe(true);
    }
    expect(count).toBe(5_000);
    expect(await ada.verify()).toMatchObject({ entries: 2, firstBroken: null });
  });

  it('keeps others out while one holds, until he wrote or let go', { timeout: PATIENT }, async () => {
    const { ada, asBen } = await shared();
    const other = await asBen();
    const held = await ada.hold();
    const first = await next(ada, [insertModel('m1')]);
    const late = next(other, [insertModel('m2')]).then(({ entry, changes }) => other.append(entry, changes, null));
    const still = new Promise<string>((resolve) => setTimeout(resolve, 200, 'still waits'));
    expect(await Promise.race([late, still])).toBe('still waits');
    expect(await ada.append(first.entry, first.changes, null)).toBe('accepted');
    // Which of the two hears first is nobody's promise: both were told when it was on the disk.
    expect(await late).toBe('behind');
    await held.release();
    const again = await ada.hold();
    await again.release();
    await write(other, [insertModel('m2')]);
  });

  it('tells others of entries and of who is where', { timeout: PATIENT }, async () => {
    const { ada, asBen } = await shared();
    const other = await asBen();
    const heard: string[] = [];
    const both = new Promise<void>((resolve) => {
      other.onNews((news) => {
        heard.push(news);
        if (heard.includes('entry') && heard.includes('presence')) resolve();
      });
    });
    await write(ada, [insertModel('m1')]);
    await ada.announce({ page: '/models/m1', modelId: 'm1', edits: true });
    await both;
    expect(await other.presence()).toMatchObject([
      { user: 'ada', name: 'Ada', page: '/models/m1', edits: true, own: false },
    ]);
    await ada.announce(null);
    expect(await other.presence()).toEqual([]);
  });

  it('hands a snapshot to whoever joins, whole or not at all', { timeout: PATIENT }, async () => {
    const { id, ada, asBen } = await shared();
    const other = await asBen();
    const folder = temporaryFolder();
    const seq = await write(ada, [insertModel('m1')]);
    const { hash } = await ada.head();
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 7919) % 251));
    writeFileSync(join(folder, 'copy'), bytes);
    expect(await other.newestSnapshot()).toBeNull();
    await expect(ada.leaveSnapshot(seq, '1'.repeat(64), join(folder, 'copy'))).rejects.toThrow('no such entry');
    await ada.leaveSnapshot(seq, hash, join(folder, 'copy'));
    expect(await other.newestSnapshot()).toEqual({ seq, hash, bytes: 3_000_000 });
    await other.fetchSnapshot(seq, join(folder, 'fetched'));
    expect(readFileSync(join(folder, 'fetched')).equals(bytes)).toBe(true);
    rmSync(join(folder, 'fetched'));
    await server.sql(`update modelfolio_${id}.snapshots set sha256 = repeat('0', 64)`);
    await expect(other.fetchSnapshot(seq, join(folder, 'fetched'))).rejects.toThrow('damaged');
    expect(() => readFileSync(join(folder, 'fetched'))).toThrow('ENOENT');
  });

  it('says that the connection is gone, to whoever asks and to whoever listens', { timeout: PATIENT }, async () => {
    const { ada } = await shared();
    const lost = new Promise<CentralLost>((resolve) => ada.onLost(resolve));
    const question = ada
      .hold()
      .then(() => ada.verify())
      .catch(() => undefined);
    await server.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ada'`);
    await question;
    expect(await lost).toBeInstanceOf(CentralLost);
    await expect(ada.head()).rejects.toBeInstanceOf(CentralLost);
  });
});
