import type { Reply } from '#contract/define';
import { areGiven } from '../../store/journal/given-ids';
import { mayWait } from '../../store/shared/may-wait';
import type { SharingWaitingRow } from '../../store/shared/tables';
import { findWaiting, listWaiting } from '../../store/shared/waiting';
import type { Store } from '../../store/store';

/** A command as it waited, with what it was given then. */
export interface Waited {
  readonly id: string;
  readonly channel: string;
  readonly input: unknown;
  /** The entry that its screen showed; `undefined`: whoever decided has seen what stands there. */
  readonly seen: number | undefined;
  readonly at: string;
  /** The ids that it gave out. */
  readonly ids: readonly string[];
  /** The newest shared entry that this copy had then. */
  readonly had: number;
  /** It was sent before, and whether the server took it is not known. */
  readonly unanswered: boolean;
}

/** Modelfolio keeps no such command; somebody else wrote it into the file. */
const NEVER_WAITS =
  'This was not done: nothing of this kind waits for a server, so it was not given in Modelfolio. Let it go, and ask whoever had this file.';

const refusalOf = (message: string, collisions: unknown = []): string => JSON.stringify({ message, collisions });

type Give = (command: Waited) => Promise<Reply>;

interface Giving {
  readonly now: () => string;
  readonly give: Give;
  /** `false`: the portfolio is being closed; what was not given yet goes on waiting. */
  readonly goesOn?: () => boolean;
  /** This one, over what others wrote since; left out: all that were not refused yet. */
  readonly only?: string;
}

/**
 * Gives commands that were given without the server once more, in their order, as if they were given now: the rules of now count.
 * What is refused waits for the person.
 */
export async function giveAgain(store: Store, { now, give, goesOn = () => true, only }: Giving): Promise<void> {
  const rows = await listWaiting(store.read);
  const next = instants(now, rows);
  for (const row of rows) {
    if (only === undefined ? row.refusal !== null : row.id !== only) continue;
    if (!goesOn()) return;
    const reply = await giveOne(store, row, { give, next, seen: only === undefined ? row.seen : undefined });
    if (reply === null || reply.ok) continue;
    // The server is away again, or nobody is here any more: it goes on waiting.
    if (reply.failure.code === 'unavailable' || !goesOn()) return;
    const { message, detail } = reply.failure;
    const collisions: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'collisions') : [];
    await store.shared.noteOfWaiting(row.id, { do: 'refuse', refusal: refusalOf(message, collisions ?? []) });
  }
}

/** It waits, and stands neither here nor, as far as is known, on the server. */
export const isNowhere = ({ seq, refusal }: Pick<SharingWaitingRow, 'seq' | 'refusal'>): boolean =>
  seq === null && refusal === null;

/**
 * Has commands stand in this copy again that were taken back to be shared, where the server went away before they were. Nothing is
 * decided about those that cannot: they go on waiting.
 *
 * @param which `unsent`: without those that the server may have taken, whose answer was lost; they are known again by their instant
 */
export async function standAgain(
  store: Store,
  { now, give, goesOn = () => true }: Omit<Giving, 'only'>,
  which: 'unsent' | 'all',
): Promise<void> {
  const rows = await listWaiting(store.read);
  const next = instants(now, rows);
  for (const row of rows) {
    if (!isNowhere(row) || (which === 'unsent' && row.run_at !== null)) continue;
    if (!goesOn()) return;
    await giveOne(store, row, { give, next, seen: row.seen });
  }
}

/** Each has its own: by it an entry is known again whose answer was lost. @param rows what was sent before has one already */
function instants(now: () => string, rows: readonly SharingWaitingRow[]): () => string {
  let last = rows.reduce((newest, { run_at: at }) => (at !== null && at > newest ? at : newest), '');
  return () => {
    const at = now();
    last = at > last ? at : new Date(Date.parse(last) + 1).toISOString();
    return last;
  };
}

interface GivingOne extends Pick<Waited, 'seen'> {
  readonly give: Give;
  readonly next: () => string;
}

/** @returns `null`: there was nothing to give, or it turned out that the server has it */
async function giveOne(
  store: Store,
  { id }: SharingWaitingRow,
  { give, next, seen }: GivingOne,
): Promise<Reply | null> {
  // What others wrote was taken over since the list was read: it may be among it.
  const row = await findWaiting(store.read, id);
  if (row === undefined) return null;
  const { channel, seq, had, run_at: sent } = row;
  const letGo = async (): Promise<null> => {
    await store.shared.noteOfWaiting(id, { do: 'let_go' });
    return null;
  };
  if (channel === '') return letGo();
  if (!mayWait(channel)) {
    await store.shared.noteOfWaiting(id, { do: 'refuse', refusal: refusalOf(NEVER_WAITS) });
    return null;
  }
  // Under the instant that it was sent with: what the server took of it, however late it comes, is known by that.
  const at = sent ?? next();
  await store.shared.noteOfWaiting(id, { do: 'run', at });
  const ids = JSON.parse(row.ids) as readonly string[]; // written by this program
  // By another copy of this file, perhaps: what it made has its ids.
  if (seq === null && areGiven(store.read, ids)) return letGo();
  const input = JSON.parse(row.input) as unknown;
  const reply = await give({ id, channel, had, at, seen, input, ids, unanswered: sent !== null });
  const left = await findWaiting(store.read, id);
  if (left === undefined) return reply.ok ? reply : null;
  // Where the server went away meanwhile it has an entry of this copy's own, and waits again.
  if (reply.ok && left.seq === null) await letGo();
  return reply;
}
