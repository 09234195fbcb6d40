import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';
import { addChange, entryHash, startChangesHash } from './journal-chain';
import type { JournalChangeRow, JournalRow } from './tables';

it('keeps a text whole, however it was cut, and verifies', async () => {
  const { call } = await testBackend();
  await call('workspace.setYourName', { name: 'Ada \ud83d' });
  const { id } = await call('models.create', { name: 'a\ud800b', notes: 'x\0y' });
  expect(await call('models.get', { id })).toMatchObject({ name: 'a\ufffdb', notes: 'xy' });
  await call('models.update', { id, patch: { unit: 'Ret\udc00ail' } });
  await call('history.undo', {});
  expect(await call('journal.verify', {})).toMatchObject({ ok: true });
});

it('verifies a journal that was hashed with half a character, and no other', async () => {
  const { call, file } = await testBackend();
  await call('models.create', { name: 'a\ufffdb' });
  const db = new Database(file);
  const entry = db.prepare<[], JournalRow>('SELECT * FROM journal ORDER BY seq DESC LIMIT 1').get();
  if (!entry) throw new Error('no entry');
  // As an earlier version wrote it: the label was hashed with the half, and the file kept the sign for it.
  const changes = digestOf(db, entry);
  const hash = entryHash({ ...entry, label: entry.label.replace('\ufffd', '\ud800') }, changes);
  db.exec('DROP TRIGGER journal_no_update');
  const put = db.prepare('UPDATE journal SET hash = ? WHERE seq = ?');
  put.run(hash, entry.seq);
  expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  put.run(entryHash({ ...entry, label: 'something else' }, changes), entry.seq);
  db.close();
  expect(await call('journal.verify', {})).toMatchObject({ ok: false, firstBroken: entry.seq });
});

function digestOf(db: Database.Database, { seq }: JournalRow): string {
  const hash = startChangesHash();
  const changes = db.prepare<[number], JournalChangeRow>('SELECT * FROM journal_changes WHERE seq = ? ORDER BY ord');
  for (const change of changes.all(seq)) addChange(hash, change);
  return hash.digest('hex');
}
