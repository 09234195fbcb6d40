import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { journalHead } from '../../journal/changed-since';
import { openTestStore } from '../../testing/open-test-store';
import { repairInto } from './repair';

const NOW = '2026-11-30T10:00:00.000Z';

it('makes a private portfolio of a damaged copy of a shared one, also where a backup fills it', async () => {
  const store = await openTestStore();
  const { seq, hash } = journalHead(store.read);
  const address = { host: '127.0.0.1', port: 5432, database: 'test', user: 'ada', ca: null };
  await store.shared.put({ portfolio: 'portfolio1', address, name: 'Ada', role: 'owner', seq, hash, joined_at: NOW });
  const [backup, target] = ['backup', 'target'].map((name) => join(dirname(store.path), `${name}.modelfolio`)) as [
    string,
    string,
  ];
  await store.copyTo(backup);
  const damaged = new Database(store.path);
  const made = await repairInto(damaged, backup, { path: target, key: null }, NOW, async () => undefined);
  damaged.close();
  expect(made).toMatchObject({ entries: seq, filled: true });
  const shared = (path: string): unknown => {
    const db = new Database(path, { readonly: true });
    const found = db.prepare('SELECT name FROM sharing').pluck().get();
    db.close();
    return found;
  };
  expect([shared(backup), shared(target)]).toEqual(['Ada', undefined]);
});
