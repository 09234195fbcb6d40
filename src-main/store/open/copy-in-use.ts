import { constants } from 'node:fs';
import { copyFile, open, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '../../failure/domain-error';

/** A program that writes all the time leaves pauses of milliseconds; one that leaves none for so long is not waited for. */
const PATIENCE_MS = 10_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [10, 200];
/** How a journal begins that holds the pages of before: while it lies there, the file is in the middle of a change. */
const HOT_JOURNAL = 'd9d505f920a163d7';
const WAL_HEADER = 32;
/** Where a database counts its changes. */
const CHANGES = { at: 24, bytes: 4 } as const;

/** What moves when somebody writes. */
interface Signs {
  readonly file: string;
  readonly wal: string;
  /** The journal of a change that is under way, by its size and time; '': there is none. */
  readonly journal: string;
}

/**
 * Copies a SQLite file that another program may be writing to, with its write-ahead log, as it was at one moment: nobody wrote to it from
 * before the copy until after. With a rollback journal that is seen by the journal, the file's time and its count of changes; with a
 * write-ahead log by the log's header: what is only added behind belongs to no change that the copy needs, and what was carried into the
 * file meanwhile stands in the log as well, until the log begins anew.
 *
 * @returns bytes of both
 */
export async function copyInUse(
  path: string,
  copy: string,
  fileName: string,
  patienceMs = PATIENCE_MS,
): Promise<number> {
  const until = Date.now() + patienceMs;
  let pause = FIRST_PAUSE_MS;
  const first = await signsOf(path);
  for (let before = first; ; before = await signsOf(path)) {
    if (before.journal === '') {
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      const walBytes = await copyLog(`${path}-wal`, `${copy}-wal`);
      if (isSame(before, await signsOf(path))) return (await stat(copy)).size + walBytes;
    }
    if (Date.now() >= until) throw stillWritten(fileName, first, before);
    await delay(pause);
    pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
  }
}

const isSame = (a: Signs, b: Signs): boolean =>
  a.wal === b.wal && a.journal === b.journal && (a.wal !== '' || a.file === b.file);

async function signsOf(path: string): Promise<Signs> {
  const wal = (await beginningOf(`${path}-wal`, 0, WAL_HEADER)) ?? '';
  const journal = (await beginningOf(`${path}-journal`, 0, HOT_JOURNAL.length / 2)) === HOT_JOURNAL;
  const { mtimeNs, size, ino } = await stat(path, { bigint: true });
  const changes = (await beginningOf(path, CHANGES.at, CHANGES.bytes)) ?? '';
  return { file: `${ino} ${size} ${mtimeNs} ${changes}`, wal, journal: journal ? await timeOf(`${path}-journal`) : '' };
}

/** `null`: there is no such file, or no more of it. */
async function beginningOf(path: string, at: number, bytes: number): Promise<string | null> {
  const handle = await open(path, 'r').catch(nothing);
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, at);
    return bytesRead === bytes ? buffer.toString('hex') : null;
  } finally {
    await handle.close();
  }
}

/** It may be gone by now: then it says that it was there. */
const timeOf = async (path: string): Promise<string> => {
  const found = await stat(path, { bigint: true }).catch(nothing);
  return found === null ? 'gone' : `${found.ino} ${found.size} ${found.mtimeNs}`;
};

async function copyLog(path: string, copy: string): Promise<number> {
  try {
    await copyFile(path, copy, constants.COPYFILE_FICLONE);
    return (await stat(copy)).size;
  } catch (error) {
    nothing(error);
    // Of a try before, when there was one.
    await rm(copy, { force: true });
    return 0;
  }
}

function nothing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** A journal that lay there all the time is of a program that was ended in the middle. It is not ours to carry out. */
function stillWritten(fileName: string, first: Signs, last: Signs): DomainError {
  const left = first.journal !== '' && first.journal === last.journal && first.file === last.file;
  return new DomainError(
    'bad_file',
    left
      ? `${fileName} was left in the middle of a change: ${fileName}-journal lies beside it. Start the program that it belongs to once, which mends it, and read it again.`
      : `${fileName} is in use by another program, which writes to it without a pause. Try again when less is written to it.`,
  );
}
