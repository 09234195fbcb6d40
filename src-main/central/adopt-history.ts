import { DomainError } from '../failure/domain-error';
import type { JournalRow } from '../store/journal/tables';
import type { CentralEntry } from '../store/shared/central';
import type { FactChange } from '../store/tables';
import type { PgCentral } from './pg-central';
import { type Packed, PIECE_BYTES, pack } from './pieces';

const ENTRIES_AT_ONCE = 200;
const BYTES_AT_ONCE = 2_000_000;
/** An entry with more changes goes by a stage of its own. */
const CHANGES_ALONG = 2_000;

interface Known {
  readonly entry: JournalRow;
  readonly changes: readonly FactChange[];
  readonly packed: Packed | null;
}

/**
 * Gives a portfolio that was just made on the server the whole journal of the file that is shared; it is opened when a copy for those
 * who join is there as well.
 *
 * @param progress how many entries are there
 */
export async function adoptHistory(
  central: PgCentral,
  entries: AsyncIterable<CentralEntry>,
  progress: (done: number) => void = () => {},
): Promise<void> {
  // A place that was prepared keeps what an earlier try has brought.
  const there = await central.head();
  let last = 0;
  let group: Known[] = [];
  let bytes = 0;
  let done = 0;
  const send = async (): Promise<void> => {
    if (group.length === 0) return;
    mustFit(await central.adopt(group));
    done += group.length;
    progress(done);
    group = [];
    bytes = 0;
  };
  for await (const one of entries) {
    last = one.entry.seq;
    if (last < there.seq) continue;
    if (last === there.seq) {
      if (one.entry.hash !== there.hash) throw otherJournal();
      continue;
    }
    if (one.entry.changes > CHANGES_ALONG) {
      await send();
      await adoptLarge(central, one);
      done += 1;
      continue;
    }
    const changes: FactChange[] = [];
    for await (const page of one.changes) changes.push(...page);
    const payload = await one.payload();
    const packed = payload && (await pack(payload));
    if (packed && packed.pieces.length > 2) {
      await send();
      await adoptLarge(central, { ...one, changes: pageOf(changes), payload: () => Promise.resolve(payload) });
      done += 1;
      continue;
    }
    group.push({ entry: one.entry, changes, packed });
    bytes += sizeOf(changes) + (packed?.pieces.length ?? 0) * PIECE_BYTES;
    if (group.length >= ENTRIES_AT_ONCE || bytes > BYTES_AT_ONCE) await send();
  }
  await send();
  if (last < there.seq) throw otherJournal();
}

const otherJournal = (): DomainError =>
  new DomainError(
    'conflict',
    'The place on the server has the beginning of another journal, and nothing was added to it. Ask the database team for a new one (“modelfolio share FILE --sql”).',
  );

async function adoptLarge(central: PgCentral, { entry, changes, payload }: CentralEntry): Promise<void> {
  const stage = await central.stage();
  for await (const page of changes) await stage.add(page);
  await stage.seal(entry.kind, await payload());
  mustFit((await stage.take(entry)) === 'behind' ? 'behind' : 'accepted');
}

async function* pageOf(changes: readonly FactChange[]): AsyncGenerator<readonly FactChange[]> {
  yield changes;
}

const sizeOf = (changes: readonly FactChange[]): number =>
  changes.reduce((sum, { before, after }) => sum + 200 + (before?.length ?? 0) + (after?.length ?? 0), 0);

function mustFit(answer: 'accepted' | 'behind'): void {
  if (answer === 'behind')
    throw new Error('somebody else gave this shared portfolio entries while it was being shared');
}
