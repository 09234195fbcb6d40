import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openPortfolio } from '../../files';
import { sqlite } from '../../journal/connection';
import { verifyJournal } from '../../journal/verify';
import type { Store } from '../../store';
import { openTestStore } from '../../testing/open-test-store';
import type { Central } from '../central';
import { JournalInMemory } from './central-in-memory';

const ADDRESS = { host: '127.0.0.1', port: 5432, database: 'test', user: 'ada', ca: null };
const LATER = '2026-02-01T00:00:00.000Z';

export interface Copy {
  readonly store: Store;
  central: Central | null;
}

/** A portfolio with one model, shared by several people, each with a copy of the file. */
export async function shareAmong(...names: readonly string[]): Promise<{ journal: JournalInMemory; copies: Copy[] }> {
  const journal = new JournalInMemory();
  const first = await openTestStore();
  for (const row of sqlite(first.read).prepare('SELECT * FROM journal ORDER BY seq').all() as never[])
    journal.kept.push({ entry: row, changes: [], payload: null });
  const { seq, hash } = journal.kept.at(-1)?.entry ?? { seq: 0, hash: '' };
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-shared-'));
  const copies: Copy[] = [];
  for (const name of names) {
    const path = join(folder, `${name}.modelfolio`);
    await first.copyTo(path);
    const store = openPortfolio(path, LATER);
    const copy: Copy = { store, central: journal.for(name) };
    store.shared.use({
      central: () => copy.central,
      barred: () => null,
      given: async () => undefined,
      again: async () => (copy.central = journal.for(name)),
    });
    await store.shared.put({
      portfolio: 'portfolio1',
      address: ADDRESS,
      name,
      role: 'owner',
      seq,
      hash,
      joined_at: LATER,
    });
    copies.push(copy);
  }
  onTestFinished(async () => {
    for (const { store } of copies) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { journal, copies };
}

/** All that a copy has, but what it says of itself. */
function contentOf(store: Store): string {
  const db = sqlite(store.read);
  const names = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sharing%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  return JSON.stringify(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()]));
}

export async function expectAlike(copies: readonly Copy[]): Promise<void> {
  for (const { store } of copies) await store.shared.catchUp(LATER);
  const [first, ...others] = copies.map(({ store }) => contentOf(store));
  for (const other of others) expect(other).toBe(first);
  for (const { store } of copies) expect(await store.snapshot(verifyJournal)).toMatchObject({ ok: true });
}
