import type { Reply } from '#contract/define';
import { areGiven } from '../../store/journal/given-ids';
import { mayWait } from '../../store/shared/may-wait';
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
  /** When this and those before it were begun to be given again. */
  readonly since: string;
}

/** Modelfolio keeps no such command; somebody else wrote it into the file. */
const NEVER_WAITS =
  'This was not done: nothing of this kind waits for a server, so it was not given in Modelfolio. Let it go, and ask whoever had this file.';

const refusalOf = (message: string, collisions: unknown = []): string => JSON.stringify({ message, collisions });

/**
 * Gives commands that were given without the server once more, in their order, as if they were given now: the rules of now count.
 * What is refused waits for the person.
 *
 * @param only this one, over what others wrote since; left out: all that were not refused yet
 */
export async function giveAgain(
  store: Store,
  now: () => string,
  give: (command: Waited) => Promise<Reply>,
  only?: string,
): Promise<void> {
  const since = now();
  let last = '';
  for (const row of await listWaiting(store.read)) {
    if (only === undefined ? row.refusal !== null : row.id !== only) continue;
    if (row.channel === '') {
      await store.shared.noteOfWaiting(row.id, { do: 'let_go' });
      continue;
    }
    if (!mayWait(row.channel)) {
      await store.shared.noteOfWaiting(row.id, { do: 'refuse', refusal: refusalOf(NEVER_WAITS) });
      continue;
    }
    // Its own instant: by it an entry is known again whose answer was lost.
    let at = now();
    if (at <= last) at = new Date(Date.parse(last) + 1).toISOString();
    last = at;
    await store.shared.noteOfWaiting(row.id, { do: 'run', at });
    const { id, channel } = row;
    const ids = JSON.parse(row.ids) as readonly string[]; // written by this program
    // By another copy of this file, perhaps: what it made has its ids.
    if (row.seq === null && areGiven(store.read, ids)) {
      await store.shared.noteOfWaiting(id, { do: 'let_go' });
      continue;
    }
    const seen = only === undefined ? row.seen : undefined;
    const reply = await give({
      ...{ id, channel, at, seen, since },
      input: JSON.parse(row.input) as unknown,
      ids,
    });
    // The server went away meanwhile: it has an entry of this copy's own, and waits again.
    const waits = (await listWaiting(store.read)).find((one) => one.id === id)?.seq ?? null;
    if (reply.ok && waits !== null) continue;
    if (reply.ok) await store.shared.noteOfWaiting(id, { do: 'let_go' });
    // The server is away again: it goes on waiting.
    else if (reply.failure.code === 'unavailable') return;
    else {
      const { message, detail } = reply.failure;
      const collisions: unknown =
        typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'collisions') : [];
      await store.shared.noteOfWaiting(id, { do: 'refuse', refusal: refusalOf(message, collisions ?? []) });
    }
  }
}
