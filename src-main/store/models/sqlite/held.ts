import type Database from 'better-sqlite3';
import { changedAllBandsAfter, type Head, journalHead, modelsChangedAfter } from '../../journal/changed-since';
import { sqlite } from '../../journal/connection';
import type { ReadHandle } from '../../journal/handle';
import { stampOf } from '../../journal/stamp';
import { FEWEST_KEPT, loadKept, storeKept } from '../../kept/kept-place';
import { placeOf } from '../../kept/places';
import { noteReads, tracedNow, untraced } from '../../trace/trace';
import type { HeldWithPart } from '../held/governed-cells';
import { heldBytes, heldOf } from '../held/held-file';
import type { HeldModels } from '../held/held-models';
import { readGovernedPart } from './read-governed-part';
import { readAgain, readAll, readHealthsAgain } from './read-held';

/** More changed models than this are read anew as a whole. */
const MOST_PATCHED = 20_000;
/** A day's silence is told within this time (milliseconds) of its beginning, by whoever has the file open. */
const DAY_TOLD_MS = 120_000;

interface Kept {
  readonly held: HeldModels;
  readonly sources: readonly string[];
  head: Head;
  /** Another one after every commit that this connection did not make, and after every change that it made. */
  stamp: string;
  /** The day (ISO) whose silence is in it. */
  day: string;
  /** The head of the journal up to which it is kept in a file; '' = it is not. */
  stored: string;
}

/** One for each connection; it goes with it. */
const kept = new WeakMap<Database.Database, Kept>();

/** What was kept when the portfolio was closed, of whatever entry of its journal that was. */
function loaded(read: ReadHandle): Kept | undefined {
  const place = placeOf(read);
  const file = place && loadKept(place, 'models');
  const found = place && file && heldOf(file, place);
  if (!found) return undefined;
  const { sources, head, day } = found.state;
  return { held: found.held, sources, head, day, stamp: '', stored: head.hash };
}

/** See `held/held.ts`. */
export function storeRead(read: ReadHandle): void {
  const [place, own] = [placeOf(read), kept.get(sqlite(read))];
  if (!place || !own || own.held.size < FEWEST_KEPT || own.stored === own.head.hash) return;
  const { path, format, version } = place;
  const { held, head, day, sources } = own;
  storeKept(place, 'models', heldBytes(held, { version, format, path, head, day, sources }));
  own.stored = head.hash;
}

/** See `held/held.ts`. */
export function readHeld(read: ReadHandle, now: string): HeldModels | null {
  if (sqlite(read).inTransaction) return null;
  const own = upToDate(read, now, false);
  noteReads(own.sources);
  return own.held;
}

/** See `held/held.ts`. */
export function readHeldGoverned(read: ReadHandle, now: string): HeldWithPart | null {
  if (sqlite(read).inTransaction) return null;
  const { held } = upToDate(read, now, true);
  const part = held.governed;
  if (part === null) return null;
  noteReads(part.sources);
  return { held, part };
}

/** See `held/held.ts`. */
export function readAlreadyHeld(read: ReadHandle): HeldModels | null {
  const db = sqlite(read);
  const own = kept.get(db);
  if (own === undefined || db.inTransaction || own.stamp !== untraced(() => stampOf(read))) return null;
  noteReads(own.sources);
  return own.held;
}

function upToDate(read: ReadHandle, now: string, governed: boolean): Kept {
  const db = sqlite(read);
  const known = kept.get(db) ?? loaded(read);
  const stamp = untraced(() => stampOf(read));
  if (known?.stamp === stamp && (known.held.governed || !governed)) return known;
  db.exec('BEGIN');
  try {
    const head = untraced(() => journalHead(read));
    if (known && untraced(() => patched(read, known, head, now))) {
      Object.assign(known, { head, stamp, day: settledDay(now) });
      kept.set(db, known);
      if (governed) known.held.governed ??= readGovernedPart(db, known.held);
      return known;
    }
    kept.delete(db);
    const { value: held, reads: sources } = tracedNow(() => readAll(db));
    const own: Kept = { held, sources, head, stamp, day: settledDay(now), stored: '' };
    kept.set(db, own);
    if (governed) held.governed = readGovernedPart(db, held);
    return own;
  } finally {
    db.exec('COMMIT');
  }
}

/** @returns false when everything has to be read anew */
function patched(read: ReadHandle, known: Kept, head: Head, now: string): boolean {
  try {
    return patchedBy(read, known, head, now) && isWhole(sqlite(read), known.held);
  } catch {
    // Half of it may be patched: what stands behind the failure is met again where everything is read.
    return false;
  }
}

const isWhole = (db: Database.Database, held: HeldModels): boolean =>
  held.size === db.prepare('SELECT count(*) FROM models').pluck().get();

function patchedBy(read: ReadHandle, known: Kept, head: Head, now: string): boolean {
  const db = sqlite(read);
  const { held } = known;
  const sameEntry = known.head.hash === head.hash;
  const changed = sameEntry ? new Set<string>() : modelsChangedAfter(read, known.head, MOST_PATCHED);
  if (changed === null || Math.max(held.moves.leftBehind, held.governed?.leftBehind ?? 0) > MOST_PATCHED + held.size)
    return false;
  if (changed.size > 0) readAgain(db, held, changed);
  const dayTold = known.day !== '' && known.day === settledDay(now);
  if (sameEntry || !dayTold || changedAllBandsAfter(read, known.head)) readHealthsAgain(db, held);
  return true;
}

/** In the first minutes of a day its silence may still be on its way: '' is no day. */
const settledDay = (now: string): string => {
  const ms = Date.parse(now);
  return ms - Date.parse(now.slice(0, 10)) < DAY_TOLD_MS ? '' : now.slice(0, 10);
};
