import { changesOf } from '../journal/changes';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import type { FactChange } from '../tables';
import { AlteredJournal } from './altered-journal';
import { type Central, type CentralEntry, CentralLost, type Stage } from './central';
import { LateEntry } from './late-entry';
import { packWorkings } from './sqlite/workings';

/** A larger entry is brought to the server before anybody is kept waiting for it. */
const AT_ONCE = 2_000;
/** It takes long to write, and others are kept out only when it is there. */
export const isLarge = ({ changes }: Pick<JournalRow, 'changes'>): boolean => changes > AT_ONCE;
/** So often what others wrote meanwhile is put in front of it while nobody waits; so many are left for when they do. */
const ROUNDS = 20;
const FEW = 20;

/**
 * Gives an entry that was just written here to the server.
 *
 * @returns the entry as the server has it; `behind`: others were first, and the work is to be done again
 */
export async function send(
  central: Central,
  read: ReadHandle,
  entry: JournalRow,
  { now, held, attempted, putBefore }: Sending,
): Promise<JournalRow | 'behind'> {
  const payload = packWorkings(connectionOf(read).sqlite);
  if (!isLarge(entry)) {
    const changes: FactChange[] = [];
    for await (const page of changesOf(read, entry.seq)) changes.push(...page.changes);
    attempted(entry);
    return (await central.append(entry, changes, payload)) === 'behind' ? 'behind' : entry;
  }
  const stage = await central.stage();
  let sent: JournalRow | 'behind' = 'behind';
  try {
    for await (const page of changesOf(read, entry.seq)) await stage.add(page.changes);
    await stage.seal(entry.kind, payload);
    const late = new LateEntry(read, entry);
    sent = await takeStage(central, stage, { late, now, held, attempted });
    putBefore(late.modelIds);
    return sent;
  } finally {
    if (sent === 'behind') await stage.drop().catch(() => undefined);
  }
}

interface Sending {
  readonly now: string;
  /** Everybody else waits already. */
  readonly held: boolean;
  /** Is told the entry before it is sent, or as soon as it is not known whether it was taken. */
  readonly attempted: (as: JournalRow) => void;
  /** Is told the models of what others wrote that was put in front of it. */
  readonly putBefore: (modelIds: ReadonlySet<string>) => void;
}

/** Others wait only while the last of what they wrote is put in front of it, and it is numbered. */
async function takeStage(
  central: Central,
  stage: Stage,
  { late, now, held, attempted }: Omit<Sending, 'putBefore'> & { readonly late: LateEntry },
): Promise<JournalRow | 'behind'> {
  for (let round = 0; round < ROUNDS && !held; round += 1) {
    const others = await entriesAfter(central, late.after);
    if (!(await late.giveWay(others, now))) return 'behind';
    if (others.length <= FEW) break;
  }
  const hold = held ? null : await central.hold();
  try {
    const others = await entriesAfter(central, late.after);
    if (!(await late.giveWay(others, now))) return 'behind';
    const row = await late.row();
    const taken = await stage.take(row).catch(async (error: unknown) => {
      if (error instanceof CentralLost) attempted(await late.settle(row));
      throw error;
    });
    if (taken === 'behind') return taken;
    const entry = await late.settle(row);
    if (entry.hash !== taken.hash) throw new AlteredJournal(entry.seq);
    return entry;
  } finally {
    await hold?.release().catch(() => undefined);
  }
}

async function entriesAfter(central: Central, seq: number): Promise<readonly CentralEntry[]> {
  const entries: CentralEntry[] = [];
  for await (const one of central.entriesAfter(seq)) entries.push(await kept(one));
  return entries;
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
