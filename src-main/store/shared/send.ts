import { changesOf } from '../journal/changes';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import type { FactChange } from '../tables';
import type { Central } from './central';
import { packWorkings } from './sqlite/workings';

/** A larger entry is brought to the server before anybody is kept waiting for it. */
const AT_ONCE = 2_000;

/** Gives an entry that was just written here to the server. */
export async function send(central: Central, read: ReadHandle, entry: JournalRow): Promise<'accepted' | 'behind'> {
  const payload = packWorkings(connectionOf(read).sqlite);
  if (entry.changes <= AT_ONCE) {
    const changes: FactChange[] = [];
    for await (const page of changesOf(read, entry.seq)) changes.push(...page.changes);
    return central.append(entry, changes, payload);
  }
  const stage = await central.stage();
  try {
    for await (const page of changesOf(read, entry.seq)) await stage.add(page.changes);
    return await stage.append(entry, payload);
  } finally {
    await stage.drop().catch(() => undefined);
  }
}
