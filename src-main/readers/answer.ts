import type { Problem } from '#contract/imports/parts';
import type { OpenDatabase } from '../importers/drift/foreign-database';
import { badFile } from '../importers/tabular/failures';
import { readFileStart } from '../importers/tabular/file-start';
import { openTable } from '../importers/tabular/open-table';
import type { ReadOptions, TablePart } from '../importers/tabular/table';
import type { Asked } from './messages';
import { PointPacker } from './pack-points';
import { packRows } from './pack-rows';

/** What a reader gives its pieces to. */
export interface Outlet {
  progress(done: number, total: number): void;
  piece(piece: unknown, memory: ArrayBuffer[]): void;
  /** Resolves when there is room for more; throws when no more is wanted. */
  room(): Promise<void>;
}

/** A value, and the memory of it that may be handed over instead of being copied. */
export interface Answer {
  readonly value: unknown;
  readonly memory?: readonly ArrayBuffer[];
}

const POINTS = 5_000;

/**
 * Does what a reader is asked for, with the reading functions that know nothing of threads. What not every file needs is
 * loaded for those that do: a reader is there in a third of the time.
 */
export async function answer(asked: Asked, outlet: Outlet, folders: string): Promise<Answer> {
  const { path } = asked;
  const onProgress = outlet.progress;
  switch (asked.what) {
    case 'start': {
      const { fileName, bytes, text } = await readFileStart(path, asked.how);
      return { value: { fileName, bytes, text } };
    }
    case 'labels':
    case 'firstRows':
    case 'members': {
      const start = await readFileStart(path, asked.how);
      if (asked.what === 'labels') return { value: await start.labels() };
      if (asked.what === 'firstRows') return { value: await start.rows() };
      return { value: isDatabase(start.bytes) ? await tablesOf(path, folders) : await start.members() };
    }
    case 'head': {
      const { rows: _rows, ...head } = await openTable(path, { ...asked.how, onProgress });
      return { value: head };
    }
    case 'rows':
      await sendRows(path, { ...asked.how, onProgress }, asked.contentHash, outlet);
      return { value: null };
    case 'drift':
      return { value: await sendPoints(asked, outlet, folders) };
    case 'registry': {
      const { readRegistryFiles } = await import('../importers/mlflow/files/read-registry-files');
      const progress = (_phase: string, done: number, total: number | null): void => onProgress(done, total ?? done);
      const { scope } = asked;
      const openDatabase = opener(folders);
      return {
        value: await readRegistryFiles(path, {
          scope,
          signal: undefined,
          progress,
          betweenSteps: outlet.room,
          openDatabase,
        }),
      };
    }
    case 'columns': {
      const { readColumns } = await import('../importers/columnar/read-columns');
      const table = await readColumns(path, { ...asked.how, onProgress });
      return { value: table, memory: [...table.columns.values()].map(({ numbers }) => memoryOf(numbers)) };
    }
    case 'template': {
      const { openTemplate } = await import('../exporters/deck/template/open-template');
      // What it is parsed to holds functions; the engine parses once more what did no harm here.
      const { parts } = await openTemplate(path);
      return { value: parts, memory: [...parts.values()].map(memoryOf) };
    }
  }
}

async function sendRows(path: string, how: ReadOptions, contentHash: string, outlet: Outlet): Promise<void> {
  const table = await openTable(path, how);
  if (table.contentHash !== contentHash)
    throw badFile(`${table.fileName} was changed while it was being read. Choose it again.`);
  let [problems, parts]: [Problem[], TablePart[]] = [[], []];
  const pass = {
    onProgress: outlet.progress,
    report: (problem: Problem) => problems.push(problem),
    part: (part: TablePart) => parts.push(part),
  };
  const give = (block: Parameters<typeof packRows>[0]): void => {
    const piece = packRows(block, { problems, parts });
    [problems, parts] = [[], []];
    outlet.piece(piece, [piece.cells.ends.buffer]);
  };
  for await (const block of table.rows(pass)) {
    give(block);
    await outlet.room();
  }
  if (problems.length + parts.length > 0) give({ rows: [], numbers: [] });
}

async function sendPoints(asked: Asked & { what: 'drift' }, outlet: Outlet, folders: string): Promise<unknown> {
  const { path, how, mapping } = asked;
  const give = (): void => {
    const piece = packer.take();
    outlet.piece(piece, [piece.numbers.buffer, piece.pointers.ends.buffer]);
  };
  const packer = new PointPacker(() => {
    if (packer.size >= POINTS) give();
  });
  const start = await readFileStart(path, how);
  const { readDrift } = await import('../importers/drift/read-drift');
  const openDatabase = opener(folders);
  const options = { ...how, mapping, openDatabase, onProgress: outlet.progress, betweenSteps: outlet.room };
  const reading = await readDrift(path, start.bytes, options, packer);
  if (packer.size > 0) give();
  return reading;
}

/** SQLite is loaded with the first database. */
const opener =
  (folders: string): OpenDatabase =>
  async (file) =>
    (await import('../store/files')).openForeignFile(file, folders);

const isDatabase = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 15)).toString('latin1') === 'SQLite format 3';

async function tablesOf(path: string, folders: string): Promise<readonly string[]> {
  const database = await opener(folders)(path, undefined);
  await database.close();
  return [...database.tables.keys()];
}

/** Of a view the whole of it: the reader has no more use for the rest. */
const memoryOf = ({ buffer }: Uint8Array | Float64Array): ArrayBuffer => buffer as ArrayBuffer; // never shared memory
