import type { InventoryRow } from '#domain/identity/identity-types';
import { type LikenessMemory, newMemory } from '#domain/identity/offers';
import type { UnitAlias } from '#domain/identity/unit-alias';
import type { RowReading } from '../../../importers/inventory/read-row';
import type { ReadHandle } from '../../../store/journal/handle';
import { lastEntry } from '../../../store/journal/journal';
import { noteReads, type Traced, traced, untraced } from '../../../store/trace/trace';
import type { Portfolio } from './portfolio-models';

/** A file that nobody works on any more gives its memory back. */
const KEEP_MS = 5 * 60_000;
/** A larger portfolio is read again for each preview. */
const MOST_MODELS = 50_000;

/** What a preview reads and measures that an answer to one of its questions does not change. */
export interface Work {
  /** Rows as they tell models apart; `null` until they have been read. */
  rows: readonly InventoryRow[] | null;
  /** Rows as they would be stored, by their numbers, as far as they have been read. */
  readonly readings: Map<number, RowReading>;
  readonly likeness: LikenessMemory;
  /** Names of units that the file teaches; `null` until they have been looked for. */
  taught: readonly UnitAlias[] | null;
}

const freshWork = (): Work => ({ rows: null, readings: new Map(), likeness: newMemory(), taught: null });

interface Kept<T> {
  readonly key: string;
  readonly value: T;
  readonly end: NodeJS.Timeout;
}

let lastWork: Kept<Work> | null = null;
let lastPortfolio: Kept<Traced<Portfolio>> | null = null;

/**
 * The work of the last preview where all that it was made from is the same, else new work; it is kept for the next preview.
 *
 * @param from all that rows and likeness follow from: state of the portfolio, content of the file, how it is read, the day
 */
export function recentWork(from: readonly unknown[]): Work {
  const key = JSON.stringify(from);
  const value = lastWork?.key === key ? lastWork.value : freshWork();
  if (lastWork) clearTimeout(lastWork.end);
  const end = setTimeout(() => {
    lastWork = null;
  }, KEEP_MS).unref();
  lastWork = { key, value, end };
  return value;
}

/** The state of the portfolio: the journal's hashes chain, so one stands for everything before it, in whichever file. */
export async function stateOf(read: ReadHandle): Promise<string> {
  return (await untraced(() => lastEntry(read)))?.hash ?? '';
}

/** The models as rows of a source are held against them, read once for each state of the portfolio. */
export async function rememberedPortfolio(
  state: string,
  sourceName: string,
  load: () => Promise<Portfolio>,
): Promise<Portfolio> {
  const key = JSON.stringify([state, sourceName]);
  if (lastPortfolio?.key === key) {
    lastPortfolio.end.refresh();
    noteReads(lastPortfolio.value.reads);
    return lastPortfolio.value.value;
  }
  if (lastPortfolio) clearTimeout(lastPortfolio.end);
  lastPortfolio = null;
  const value = await traced(load);
  if (state === '' || value.value.living > MOST_MODELS) return value.value;
  const end = setTimeout(() => {
    lastPortfolio = null;
  }, KEEP_MS).unref();
  lastPortfolio = { key, value, end };
  return value.value;
}
