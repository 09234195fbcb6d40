import type { Reply } from '#contract/define';
import { areGiven } from '../../store/journal/given-ids';
import { mayWait } from '../../store/shared/may-wait';
import type { SharingWaitingRow } from '../../store/shared/tables';
import { listWaiting } from '../../store/shared/waiting';
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
  const next = instants(now);
  for (const row of await listWaiting(store.read)) {
    if (only === undefined ? row.refusal !== null : row.id !== only) continue;
    if (!goesOn()) return;
    const reply = await giveOne(store, row, {
      ...{ give, at: next() },
      seen: only === undefined ? row.seen : undefined,
    });
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
  const next = instants(now);
  for (const row of await listWaiting(store.read)) {
    if (!isNowhere(row) || (which === 'unsent' && row.run_at !== null)) continue;
    if (!goesOn()) return;
    await giveOne(store, row, { give, at: next(), seen: row.seen });
  }
}

/** Each has its own: by it an entry is known again whose answer was lost. */
function instants(now: () => string): () => string {
  let last = '';
  return () => {
    const at = now();
    last = at > last ? at : new Date(Date.parse(last) + 1).toISOString();
    return last;
  };
}

/** @returns `null`: there was nothing to give */
async function giveOne(
  store: Store,
  { id, channel, seq, input, had, ids: given }: SharingWaitingRow,
  { give, ...as }: Pick<Waited, 'at' | 'seen'> & { readonly give: Give },
): Promise<Reply | null> {
  const letGo = async (): Promise<null> => {
    await store.shared.noteOfWaiting(id, { do: 'let_go' });
    return null;
  };
  if (channel === '') return letGo();
  if (!mayWait(channel)) {
    await store.shared.noteOfWaiting(id, { do: 'refuse', refusal: refusalOf(NEVER_WAITS) });
    return null;
  }
  await store.shared.noteOfWaiting(id, { do: 'run', at: as.at });
  const ids = JSON.parse(given) as readonly string[]; // written by this program
  // By another copy of this file, perhaps: what it made has its ids.
  if (seq === null && areGiven(store.read, ids)) return letGo();
  const reply = await give({ id, channel, had, ...as, input: JSON.parse(input) as unknown, ids });
  // Where the server went away meanwhile it has an entry of this copy's own, and waits again.
  const waits = (await listWaiting(store.read)).find((one) => one.id === id)?.seq ?? null;
  if (reply.ok && waits === null) await letGo();
  return reply;
}
