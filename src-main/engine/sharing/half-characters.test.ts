import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { PgCentral } from '../../central/pg-central';
import { postgres } from '../../central/testing/postgres';
import { changeModel, insertModel, insertMove, next, write } from '../../central/testing/signed';
import { addChange, entryHash, startChangesHash } from '../../store/journal/journal-chain';
import type { JournalChangeRow, JournalRow } from '../../store/journal/tables';
import { needs } from '../../testing/needs';
import { person, until } from './testing/people';
import { serverForAll } from './testing/server-for-all';

/** As an earlier version left it: half a character in the image of the row and in what the label was hashed as. */
function halve(file: string): void {
  const db = new Database(file);
  const triggers = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal%'`,
  );
  const kept = triggers.all();
  for (const { name } of kept) db.exec(`DROP TRIGGER ${name}`);
  const changes = db.prepare<[], JournalChangeRow>('SELECT * FROM journal_changes ORDER BY seq, ord');
  for (const { seq, ord, after } of changes.all())
    if (after?.includes('\ufffd'))
      db.prepare('UPDATE journal_changes SET after = ? WHERE seq = ? AND ord = ?').run(
        after.replaceAll('\ufffd', '\\ud800'),
        seq,
        ord,
      );
  let before = '0'.repeat(64);
  for (const entry of db.prepare<[], JournalRow>('SELECT * FROM journal ORDER BY seq').all()) {
    const digest = startChangesHash();
    for (const change of changes.all()) if (change.seq === entry.seq) addChange(digest, change);
    const hashed = { ...entry, prev_hash: before, label: entry.label.replace('\ufffd', '\ud800') };
    const hash = entryHash(hashed, digest.digest('hex'));
    db.prepare('UPDATE journal SET hash = ?, prev_hash = ? WHERE seq = ?').run(hash, before, entry.seq);
    before = hash;
  }
  for (const { sql } of kept) db.exec(sql);
  db.pragma('journal_mode = DELETE');
  db.close();
}

describe('an old journal with half a character', needs(postgres), () => {
  const server = serverForAll();

  it('is shared as it is, byte for byte, joined, edited and verified', async () => {
    const [ada, bo] = [await person(server(), 'ada', 'createrole'), await person(server(), 'bo')];
    const { call, file } = ada.engine;
    await call('workspace.create', { name: 'Old', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'a\ufffdb', notes: 'c\ufffd\ufffdd' });
    await call('models.create', { name: 'Plain' });
    await call('workspace.close', {});
    halve(file);
    await call('workspace.open', { file });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
    const { portfolio } = await call('share.create', { ...ada.login, name: 'Ada' });
    const images = await server().sql(
      `select after from modelfolio_${portfolio}.journal_changes where after like '%ud800%'`,
    );
    expect(images).toHaveLength(1);
    expect(images[0]?.after).toContain('"a\\ud800b"');
    await call('share.setRole', { user: 'bo', name: 'Bo', role: 'editor' });
    await bo.engine.call('share.join', { ...bo.login, portfolio, file: bo.engine.file });
    await bo.engine.call('models.update', { id, patch: { name: 'a\ufffdb anew' } });
    await until(async () => (await call('models.get', { id })).name === 'a\ufffdb anew');
    for (const { engine } of [ada, bo]) expect(await engine.call('share.verify', {})).toMatchObject({ ok: true });
    // And one altered letter is found, there as well.
    await server().sql(
      `update modelfolio_${portfolio}.journal set label = replace(label, U&'\\FFFD', U&'\\FFFDx') where label like U&'%\\FFFD%' and adopted`,
    );
    const central = await PgCentral.connect(bo.login, portfolio);
    expect((await central.verify()).firstBroken).not.toBeNull();
    await central.close();
  }, 60_000);

  it('is no way round the rules: what is read of a row is what every copy reads', async () => {
    const cy = await person(server(), 'cy', 'createrole');
    const { call } = cy.engine;
    await call('workspace.create', { name: 'Gated', currency: 'EUR', file: cy.engine.file });
    const { portfolio } = await call('share.create', { ...cy.login, name: 'Cy' });
    const di = await person(server(), 'di');
    await call('share.setRole', { user: 'di', name: 'Di', role: 'editor' });
    const central = await PgCentral.connect(di.login, portfolio);
    // A model under a gate, and others of the names that a careless reading makes of its own.
    await write(central, [
      insertModel('m😀', { tier: 1 }),
      insertModel('m??', { tier: 3 }),
      insertModel('m\ufffd\ufffd', { tier: 3 }),
    ]);
    for (const id of ['m😀', 'm??', 'm\ufffd\ufffd'])
      await write(central, [
        insertMove(id, 'validation', 'Di'),
        changeModel(id, { stage: 'proposed' }, { stage: 'validation' }),
      ]);
    const move = await next(central, [insertMove('m😀', 'deployed', 'Di', { reason: 'x\ud800' })]);
    const escaped = move.changes.map((one) => ({
      ...one,
      after: one.after?.replaceAll('😀', '\\ud83d\\ude00') ?? null,
    }));
    const digest = startChangesHash();
    for (const change of escaped) addChange(digest, change);
    const entry = { ...move.entry, hash: entryHash(move.entry, digest.digest('hex')) };
    await expect(central.append(entry, escaped, null)).rejects.toThrow('without an approval');
    await central.close();
  }, 60_000);

  it('is read like JSON, whatever stands around the half', async () => {
    const [row] = await server().sql(
      `select nspname::text as s from pg_namespace where nspname like 'modelfolio\\_%' limit 1`,
    );
    const texts = [
      '\\ud800',
      '\\udc00',
      '\\ud83d\\ude00\\ud800',
      '\\ud800\\ud83d\\ude00',
      '\\udc00\\ud83d',
      '\\ud83d\\ude00\\ude00',
      '\\\\ud800 \\ud800',
      '\\\\\\ud800',
      '\\uD83D\\uDE00 \\uDBFF',
      '\\ud800\\ud800',
      '\\u00e9 \\ud800',
      'ud800 \\ud800',
    ];
    for (const text of texts) {
      const json = `{"a":"${text}"}`;
      const [read] = await server().sql(`select ${String(row?.s)}.img($t$${json}$t$)->>'a' as a`);
      expect(read?.a, json).toBe((JSON.parse(json) as { a: string }).a.toWellFormed());
    }
  });
});
