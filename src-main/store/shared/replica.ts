import { DomainError } from '../../failure/domain-error';
import { connectionOf } from '../journal/connection';
import type { ReadHandle, WriteHandle, Written } from '../journal/handle';
import { findEntry, lastEntry } from '../journal/journal';
import type { JournalRow } from '../journal/tables';
import type { WriteRequest } from '../requests';
import { type WrittenOnce, writeOnce } from '../write-once';
import { type Central, CentralLost } from './central';
import { refuseCollisions } from './collisions';
import { isLarge, send } from './send';
import type { CaughtUp, Line, Transact } from './shared-copy';
import { findSharing, noteShared, type Sharing } from './sharing';
import { unwatchWorkings, watchWorkings } from './sqlite/workings';
import { takeOver } from './take-over';
import { findWaiting, isNoteOnly, noteGiven, noteOfWaiting, noteWaiting, refuseWithoutServer } from './waiting';

/** After so many times behind, everybody else is asked to wait; not for what is large, which takes longer than anybody is kept out. */
const PATIENCE = 2;
const MOST_LARGE = 5;

/** The writing side of a copy of a shared portfolio. In a private one it only passes on. */
export interface Replica {
  use(line: Line | null): void;
  write<T>(request: WriteRequest, work: (write: WriteHandle) => Promise<Written<T>>): Promise<WrittenOnce<T>>;
  /** Takes over what others wrote. What only this copy has is taken back before: `sharing_waiting` says what is to be done again. */
  catchUp(now: string): Promise<CaughtUp>;
}

/** Thrown out of a transaction that is to be rolled back. */
class Behind extends Error {}
/** … because it is a note that this person cannot leave in the journal just now. */
class Unnoted<T> extends Error {
  constructor(readonly once: WrittenOnce<T>) {
    super();
  }
}

async function unlessNoted<T>(writing: Promise<WrittenOnce<T>>): Promise<WrittenOnce<T>> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof Unnoted)) throw error;
    const { written } = (error as Unnoted<T>).once; // thrown below by the same writing
    return { written: { ...written, entry: null, modelIds: new Set() }, head: null };
  }
}

export function createReplica(read: ReadHandle, transact: Transact): Replica {
  let line: Line | null = null;

  const catchUp = async (now: string): Promise<CaughtUp> => {
    const central = line?.central() ?? null;
    if (central === null) return { entries: 0, sources: [], modelIds: new Set() };
    return takeOver(read, transact, central, now);
  };

  const writeShared = async <T>(
    sharing: Sharing,
    request: WriteRequest,
    work: (write: WriteHandle) => Promise<Written<T>>,
  ): Promise<WrittenOnce<T>> => {
    // What waited comes before what is done now.
    if (request.asked?.again === undefined) await line?.given();
    const barred = line?.barred() ?? null;
    if (barred !== null) throw new DomainError('refused', `This change was not done. ${barred}`);
    const signed = { ...request, actor: sharing.name };
    const tried = new Map<string, Tried<T>>();
    const size = { large: false };
    let [behind, lost] = [0, 0];
    // What was taken over on the way is another than it was too, and nobody else says so.
    const others = new Set<string>();
    const from = request.asked?.kept.position() ?? 0;
    const again = await waitingOf(read, request);
    for (let attempt = 0; ; attempt += 1) {
      request.asked?.kept.backTo(from);
      const central = line?.central() ?? null;
      // Nothing of it left this computer: it waits, or is refused, as everything is without the server.
      if (central === null && tried.size === 0) return writeWithout(sharing, signed, work);
      if (central === null) throw unanswered();
      try {
        if (attempt > 0) join(others, await catchUp(request.at));
        const done = await doneAlready(read, tried);
        if (done) return withModels(done, others);
        if (again !== undefined && (await findWaiting(read, again)) === undefined) throw tookItBefore();
        if (size.large && behind >= MOST_LARGE) throw tooMuchGoesOn();
        if (size.large && lost >= MOST_LARGE) throw tried.size > 0 ? unanswered() : lineBreaks();
        return await once(central, behind >= PATIENCE && !size.large, {
          ...{ sharing, request: signed, work, tried, size, others },
        });
      } catch (error) {
        if (error instanceof CentralLost) {
          lost += 1;
          await line?.again();
        } else if (error instanceof Behind) behind += 1;
        else throw error;
      }
    }
  };

  /** One try. @param waits everybody else is kept from writing meanwhile */
  const once = async <T>(
    central: Central,
    waits: boolean,
    { sharing, request, work, tried, size, others }: Trying<T>,
  ): Promise<WrittenOnce<T>> => {
    const held = waits ? await central.hold() : null;
    try {
      if (held) join(others, await catchUp(request.at));
      return await transact(request, async (writing) => {
        await refuseAhead(writing);
        watchWorkings(connectionOf(writing).sqlite);
        const written = await writeOnce(writing, request, work);
        const entry = written.head === null ? null : await lastEntry(writing);
        if (entry === null) return written;
        size.large = isLarge(entry);
        // What happens to one's own file (it was encrypted) is nothing of the portfolio that all share.
        const noted = entry.changes === 0 || (sharing.role === 'viewer' && (await isNoteOnly(writing, entry)));
        if (noted) throw new Unnoted(written);
        if (request.seen !== undefined && !(await onlyReads(central, sharing)))
          await refuseCollisions(writing, entry.seq, {
            ...{ seen: request.seen, self: sharing.name },
            ownFrom: request.asked?.had,
          });
        const sent = await send(central, writing, entry, {
          ...{ now: request.at, held: waits },
          attempted: (as) => void tried.set(as.hash, { seq: as.seq, once: written }),
          putBefore: (modelIds) => join(others, { modelIds }),
        });
        if (sent === 'behind') throw new Behind();
        await noteShared(writing, sent.seq, sent.hash);
        if (request.asked?.again !== undefined) {
          await noteOfWaiting(writing, request.asked.again, { do: 'let_go' });
          noteGiven(writing, sent.seq);
        }
        return withModels(sent.seq === entry.seq ? written : renumbered(written, sent), others);
      });
    } finally {
      await held?.release().catch(() => undefined);
    }
  };

  /** Kept in this copy, behind what is shared, until the server is back. */
  const writeWithout = <T>(
    sharing: Sharing,
    request: WriteRequest,
    work: (write: WriteHandle) => Promise<Written<T>>,
  ): Promise<WrittenOnce<T>> =>
    transact(request, async (writing) => {
      const once = await writeOnce(writing, request, work);
      const entry = once.head === null ? null : await lastEntry(writing);
      if (entry === null) return once;
      if (await isNoteOnly(writing, entry)) throw new Unnoted(once);
      if (sharing.role === 'viewer')
        throw new DomainError('refused', 'You may read this shared portfolio, not change it. Nothing was changed.');
      await refuseWithoutServer(writing, entry, request);
      await noteWaiting(writing, entry, request, sharing);
      return once;
    });

  return {
    use: (next) => {
      line = next;
    },
    write: async (request, work) => {
      const sharing = await findSharing(read);
      if (sharing !== null) return unlessNoted(writeShared(sharing, request, work));
      return transact(request, (writing) => {
        unwatchWorkings(connectionOf(writing).sqlite);
        return writeOnce(writing, request, work);
      });
    },
    catchUp,
  };
}

/** Whoever may change nothing is told that, and not asked which value stands: the server refuses what is sent. */
async function onlyReads(central: Central, { role, address }: Sharing): Promise<boolean> {
  // The role may have been another since this was noted.
  return role === 'viewer' && (await central.members()).some((one) => one.user === address.user && one.role === role);
}

/** Others came before it at last. */
function renumbered<T>({ written }: WrittenOnce<T>, { seq, hash }: JournalRow): WrittenOnce<T> {
  return { written: { ...written, entry: written.entry && { ...written.entry, seq } }, head: hash };
}

function join(into: Set<string>, { modelIds }: { readonly modelIds: ReadonlySet<string> }): void {
  for (const id of modelIds) into.add(id);
}

/** Whoever shows one of these looks at it again. */
const withModels = <T>({ written, head }: WrittenOnce<T>, others: ReadonlySet<string>): WrittenOnce<T> => ({
  written: { ...written, modelIds: new Set([...written.modelIds, ...others]) },
  head,
});

interface Trying<T> {
  readonly sharing: Sharing;
  readonly request: WriteRequest;
  readonly work: (write: WriteHandle) => Promise<Written<T>>;
  readonly tried: Map<string, Tried<T>>;
  /** What the last try found out. */
  readonly size: { large: boolean };
  /** Models that others changed, as it turned out meanwhile. */
  readonly others: Set<string>;
}

interface Tried<T> {
  readonly seq: number;
  readonly once: WrittenOnce<T>;
}

/** What the server took although its answer was lost: whoever took it over, it is here now. */
async function doneAlready<T>(
  read: ReadHandle,
  tried: ReadonlyMap<string, Tried<T>>,
): Promise<WrittenOnce<T> | undefined> {
  for (const [hash, { seq, once }] of tried) if ((await findEntry(read, seq))?.hash === hash) return once;
  return undefined;
}

/** What is given again and waits still: of a command that writes several entries, the first settles it. */
async function waitingOf(read: ReadHandle, { asked }: WriteRequest): Promise<string | undefined> {
  return asked?.again === undefined ? undefined : (await findWaiting(read, asked.again))?.id;
}

/** What was done without the server is taken back before anything is sent. */
async function refuseAhead(read: ReadHandle): Promise<void> {
  const [sharing, last] = [await findSharing(read), await lastEntry(read)];
  if (sharing === null || (last?.seq ?? 0) !== sharing.seq) throw new Behind();
}

const tooMuchGoesOn = (): DomainError =>
  new DomainError(
    'busy',
    `Others changed what this changes, ${MOST_LARGE} times while it was being worked out; nothing was written. Do it again when less is going on.`,
  );

/** Whoever gives it again sees that it waits no longer, and tells nobody. */
const tookItBefore = (): DomainError =>
  new DomainError('refused', 'The server had taken this before, and its answer was lost. It is done once.');

const lineBreaks = (): DomainError =>
  new DomainError(
    'unavailable',
    `The line to the server broke ${MOST_LARGE} times while this was brought to it; nothing was written. Do it again when the line holds.`,
  );

const unanswered = (): DomainError =>
  new DomainError(
    'unavailable',
    'The server did not answer, and whether it took this change is not known yet: it is asked as soon as the server is back, and nothing is sent twice.',
  );
