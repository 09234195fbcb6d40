import { changesOf } from '../journal/changes';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import type { FactChange } from '../tables';
import type { Central, CentralEntry, Stage } from './central';
import { rebase } from './rebase';
import { noteShared } from './sharing';
import { packWorkings } from './sqlite/workings';

/** A larger entry is brought to the server before anybody is kept waiting for it. */
const AT_ONCE = 2_000;

/**
 * Gives an entry that was just written here to the server.
 *
 * @param attempted is told the entry before it is sent
 * @returns the entry as the server has it; `behind`: others were first, and the work is to be done again
 */
export async function send(
  central: Central,
  read: ReadHandle,
  entry: JournalRow,
  now: string,
  attempted: (as: JournalRow) => void,
): Promise<JournalRow | 'behind'> {
  const payload = packWorkings(connectionOf(read).sqlite);
  if (entry.changes <= AT_ONCE) {
    const changes: FactChange[] = [];
    for await (const page of changesOf(read, entry.seq)) changes.push(...page.changes);
    attempted(entry);
    return (await central.append(entry, changes, payload)) === 'behind' ? 'behind' : entry;
  }
  const stage = await central.stage();
  let sent: JournalRow | 'behind' = 'behind';
  try {
    for await (const page of changesOf(read, entry.seq)) await stage.add(page.changes);
    attempted(entry);
    sent = (await stage.append(entry, payload)) === 'behind' ? 'behind' : entry;
    if (sent === 'behind') sent = await appendBehind(central, stage, { read, entry, payload, now, attempted });
    return sent;
  } finally {
    if (sent === 'behind') await stage.drop().catch(() => undefined);
  }
}

interface Late {
  readonly read: ReadHandle;
  readonly entry: JournalRow;
  readonly payload: Buffer | null;
  readonly now: string;
  readonly attempted: (as: JournalRow) => void;
}

/** Everybody else waits while what they wrote is put before it. */
async function appendBehind(
  central: Central,
  stage: Stage,
  { read, entry, payload, now, attempted }: Late,
): Promise<JournalRow | 'behind'> {
  const held = await central.hold();
  try {
    const others: CentralEntry[] = [];
    for await (const other of central.entriesAfter(entry.seq - 1)) others.push(await kept(other));
    const moved = await rebase(read, entry, others, now);
    if (moved === null) return 'behind';
    const last = others.at(-1);
    if (last) await noteShared(read, last.entry.seq, last.entry.hash);
    attempted(moved);
    return (await stage.append(moved, payload)) === 'behind' ? 'behind' : moved;
  } finally {
    await held.release().catch(() => undefined);
  }
}

/** Read once, for it is weighed and then done. */
export async function kept({ entry, changes, payload }: CentralEntry): Promise<CentralEntry> {
  const pages: (readonly FactChange[])[] = [];
  for await (const page of changes) pages.push(page);
  const packed = await payload();
  return { entry, changes: { [Symbol.asyncIterator]: () => given(pages) }, payload: async () => packed };
}

async function* given<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
