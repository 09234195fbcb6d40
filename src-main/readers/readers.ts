import { totalmem } from 'node:os';
import { basename } from 'node:path';
import { readTemplate, type Template } from '../exporters/deck/template/template';
import type { ColumnTable, ReadColumns } from '../importers/columnar/column-table';
import type { DriftReading, DriftReadOptions, DriftSink } from '../importers/drift/reading';
import type { RegistryFromFiles } from '../importers/mlflow/mlflow-registry';
import { throwIfCancelled } from '../importers/tabular/failures';
import type { FileStart } from '../importers/tabular/file-start';
import type { OpenTable, Pass, ReadOptions, RowBlock, TableHead } from '../importers/tabular/table';
import type { Asked, TableChoice } from './messages';
import { type PointsPiece, pointUnpacker } from './pack-points';
import { type RowsPiece, unpackRows } from './pack-rows';
import type { ReaderLimits } from './reader-limits';
import { ReaderThread, type Receiver } from './reader-thread';

/**
 * Files of strangers, read outside of the engine's own thread: the engine answers others meanwhile, and a file that
 * nothing can read ends its reader and not the engine. Failures are those of the reading functions: `bad_file` with a
 * sentence for the person, `cancelled`.
 */
export interface Readers {
  fileStart(path: string, options: ReadOptions): Promise<FileStart>;
  openTable(path: string, options: ReadOptions): Promise<OpenTable>;
  columns(path: string, options: ReadColumns): Promise<ColumnTable>;
  drift(path: string, options: Omit<DriftReadOptions, 'openDatabase'>, sink: DriftSink): Promise<DriftReading>;
  template(path: string): Promise<Template>;
  /** The registry of MLflow that lies in a file or folder; `scope` as of a connection. */
  registry(
    path: string,
    scope: string,
    receiver: Pick<ReadOptions, 'signal' | 'onProgress'>,
  ): Promise<RegistryFromFiles>;
  /** Ends them all. */
  close(): void;
}

export interface ReadersOptions {
  /** The built `reader.ts`. */
  readonly script: string;
  readonly log: (why: string) => void;
  readonly limits?: Partial<ReaderLimits> | undefined;
}

const GB = 1024;
const LIMITS: ReaderLimits = {
  quietMs: 60_000,
  heapMb: 2 * GB,
  growthMb: Math.min(3 * GB, Math.round((totalmem() / 1024 ** 2) * 0.7)),
};

/** A reader that nobody asks any more gives its memory back, and what it keeps of the last file. */
const IDLE_MS = 5 * 60_000;
const MOST_IDLE = 2;

export function createReaders({ script, log, limits }: ReadersOptions): Readers {
  const idle: { readonly thread: ReaderThread; readonly end: NodeJS.Timeout }[] = [];
  const all = new Set<ReaderThread>();

  const rest = (thread: ReaderThread): void => {
    if (thread.dead) all.delete(thread);
    else if (idle.length >= MOST_IDLE) drop(thread);
    else idle.push({ thread, end: setTimeout(() => drop(thread), IDLE_MS).unref() });
  };
  const drop = (thread: ReaderThread): void => {
    const place = idle.findIndex((one) => one.thread === thread);
    if (place >= 0) idle.splice(place, 1);
    all.delete(thread);
    thread.end();
  };
  /** The one that read last: it keeps what it opened. */
  const take = (): ReaderThread => {
    for (;;) {
      const last = idle.pop();
      if (!last) break;
      clearTimeout(last.end);
      if (!last.thread.dead) return last.thread;
      all.delete(last.thread);
    }
    const thread = new ReaderThread(script, { ...LIMITS, ...limits }, log);
    all.add(thread);
    return thread;
  };

  async function* pieces(asked: Asked, receiver: Receiver): AsyncGenerator<unknown, unknown> {
    throwIfCancelled(receiver.signal);
    const thread = take();
    try {
      return yield* thread.ask(asked, receiver);
    } finally {
      rest(thread);
    }
  }
  async function value(asked: Asked, receiver: Receiver): Promise<unknown> {
    const { value: answered } = await pieces(asked, receiver).next();
    return answered;
  }

  async function* rows(path: string, how: TableChoice, contentHash: string, pass: Pass): AsyncGenerator<RowBlock> {
    // What comes are the pieces of `sendRows`.
    for await (const one of pieces({ what: 'rows', path, how, contentHash }, pass)) {
      const piece = one as RowsPiece;
      for (const problem of piece.problems) pass.report?.(problem);
      for (const part of piece.parts) pass.part?.(part);
      if (piece.numbers.length > 0) yield unpackRows(piece);
    }
  }

  // What a reader answers to each question, `answer.ts` says in the same words.
  return {
    fileStart: async (path, options) => {
      const how = choiceOf(options);
      const start = (await value({ what: 'start', path, how }, options)) as { bytes: Uint8Array; text: string };
      return {
        ...start,
        path,
        fileName: basename(path),
        labels: async () => (await value({ what: 'labels', path, how }, options)) as readonly string[],
        rows: async () => (await value({ what: 'firstRows', path, how }, options)) as readonly (readonly string[])[],
        members: async () => (await value({ what: 'members', path, how }, options)) as readonly string[],
      };
    },
    openTable: async (path, options) => {
      const how = choiceOf(options);
      const head = (await value({ what: 'head', path, how }, options)) as TableHead;
      return { ...head, rows: (pass) => rows(path, how, head.contentHash, pass) };
    },
    columns: async (path, { signal, onProgress, columns, filter, encoding, decimal }) => {
      const how = { columns, filter, encoding, decimal };
      return (await value({ what: 'columns', path, how }, { signal, onProgress })) as ColumnTable;
    },
    drift: async (path, options, sink) => {
      const { mapping, betweenSteps } = options;
      const reading = pieces({ what: 'drift', path, how: choiceOf(options), mapping }, options);
      const unpack = pointUnpacker(sink);
      try {
        for (;;) {
          const next = await reading.next();
          if (next.done) return next.value as DriftReading;
          unpack(next.value as PointsPiece);
          await betweenSteps?.();
        }
      } finally {
        // Where it was left before its end.
        await reading.return(null);
      }
    },
    template: async (path) =>
      readTemplate((await value({ what: 'template', path }, {})) as Template['parts'], basename(path)),
    registry: async (path, scope, { signal, onProgress }) =>
      (await value({ what: 'registry', path, scope }, { signal, onProgress })) as RegistryFromFiles,
    close: () => {
      for (const thread of all) thread.end();
      all.clear();
    },
  };
}

const choiceOf = ({ encoding, delimiter, sheet, sheets, totals }: ReadOptions): TableChoice => ({
  encoding,
  delimiter,
  sheet,
  sheets,
  totals,
});
