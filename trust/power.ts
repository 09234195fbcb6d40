import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type RandomStream, randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import type { SuiteResult } from './suite';
import { after, type Command, difference, namesIn, nextCommand, openWorker } from './work';

/** What a disk writes as a whole; of two that were not synced either may be there without the other. */
const SECTOR = 512;
/** Commands between which the power goes. */
const COMMANDS = 60;
/** Rows of an import: the log gets so long that pages are brought over from it to the file. */
const IMPORTED = 200;

/** The two files after a command was acknowledged, so after they were synced. */
interface Moment {
  readonly db: Buffer;
  readonly wal: Buffer;
  readonly names: ReadonlySet<string>;
}

/**
 * The power goes, `count` times: between two acknowledged commands some of what was written since is on the disk and some
 * is not, sector by sector. The portfolio opens, is whole, and holds everything that was acknowledged.
 */
export async function power(count: number, seed: number): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-power-'));
  const random = randomStream(seed);
  const failures: string[] = [];
  const kinds = { log: 0, pages: 0 };
  let kept = 0;
  try {
    let moments: readonly Moment[] = [];
    let recorded = -1;
    for (let image = 0; image < count && failures.length < 5; image += 1) {
      if (image % 200 === 0 && recorded !== image) {
        moments = await record(join(folder, `record-${image}`), random);
        recorded = image;
      }
      const at = 1 + Math.floor(uniform(random) * (moments.length - 1));
      const [before, then] = [moments[at - 1], moments[at]];
      if (!before || !then || !isKnown(before, then)) {
        image -= 1;
        continue;
      }
      const own = join(folder, `image-${image}`);
      const { kind, db, wal } = cut(before, then, random);
      kinds[kind] += 1;
      try {
        if (await opensWith(own, db, wal, before, then)) kept += 1;
      } catch (error) {
        failures.push(
          `seed ${seed}, image ${image} (${kind}): ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      rmSync(own, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const counts = `${kinds.log + kinds.pages} images (${kinds.log} of the log, ${kinds.pages} of pages being brought over), in ${kept} the command in flight was there`;
  return { counts, failures };
}

/** Works, and keeps both files after each acknowledged command. */
async function record(folder: string, random: RandomStream): Promise<readonly Moment[]> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'a.modelfolio');
  const worker = await openWorker(folder, file, true);
  let names = namesIn(file);
  // While somebody reads, the log cannot begin anew: then pages are brought over with all of it still there.
  const reader = uniform(random) < 0.5 ? new Database(file, { readonly: true }) : null;
  const moments: Moment[] = [];
  const note = (): void => {
    const log = `${file}-wal`;
    moments.push({ db: readFileSync(file), wal: existsSync(log) ? readFileSync(log) : Buffer.alloc(0), names });
  };
  note();
  for (let n = 1; n <= COMMANDS; n += 1) {
    const command: Command = nextCommand(random, n, [...names], IMPORTED);
    await worker.do(command);
    names = after(names, command);
    const why = difference(namesIn(file), names);
    if (why !== null) throw new Error(`The suite itself is wrong about ${JSON.stringify(command)}: ${why}`);
    if (reader?.inTransaction) reader.exec('COMMIT');
    reader?.exec('BEGIN; SELECT count(*) FROM models');
    note();
  }
  reader?.close();
  await worker.close();
  return moments;
}

/** Where pages were brought over and the log was emptied or began anew, what it held in between is not known. */
const isKnown = (before: Moment, then: Moment): boolean =>
  before.db.equals(then.db) || (before.wal.length > 0 && grew(before.wal, then.wal));

const grew = (before: Buffer, then: Buffer): boolean =>
  then.length >= before.length && then.subarray(0, before.length).equals(before);

interface Image {
  readonly kind: 'log' | 'pages';
  readonly db: Buffer;
  readonly wal: Buffer;
}

/** The log is synced before a page of it is brought over to the file: so either the one or the other is half there. */
function cut(before: Moment, then: Moment, random: RandomStream): Image {
  const moved = !before.db.equals(then.db);
  if (moved && uniform(random) < 0.5) return { kind: 'pages', db: mixed(before.db, then.db, random), wal: then.wal };
  return { kind: 'log', db: before.db, wal: mixed(before.wal, then.wal, random) };
}

/**
 * The old bytes with some of the new ones: everything up to a place, beyond it each sector or not; the last one may be
 * torn.
 */
function mixed(before: Buffer, then: Buffer, random: RandomStream): Buffer {
  const all = Buffer.alloc(Math.max(before.length, then.length));
  before.copy(all);
  const first = firstDifference(before, then);
  // All of it but the word to whoever asked, now and then.
  const share = uniform(random) < 0.1 ? 1 : uniform(random);
  const whole = first + Math.floor(share * (then.length - first));
  then.copy(all, first, first, whole);
  let end = Math.max(before.length, whole);
  const chance = uniform(random) < 0.5 ? 0 : uniform(random);
  for (let at = Math.ceil(whole / SECTOR) * SECTOR; at < then.length; at += SECTOR) {
    if (uniform(random) >= chance) continue;
    const to = Math.min(then.length, at + SECTOR);
    then.copy(all, at, at, to);
    end = Math.max(end, to);
  }
  return all.subarray(0, end);
}

function firstDifference(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return at;
  return length;
}

/** Whether the command in flight was there; throws where something that was acknowledged is not, or more than that is. */
async function opensWith(folder: string, db: Buffer, wal: Buffer, before: Moment, then: Moment): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'a.modelfolio');
  writeFileSync(file, db);
  if (wal.length > 0) writeFileSync(`${file}-wal`, wal);
  const worker = await openWorker(folder, file, false);
  try {
    await worker.verify();
    const found = namesIn(file);
    if (difference(found, then.names) === null) return true;
    const why = difference(found, before.names);
    if (why !== null) throw new Error(why);
    return false;
  } finally {
    await worker.close();
  }
}
