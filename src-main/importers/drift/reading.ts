import type { z } from 'zod';
import type { DriftField, DriftMapping } from '#contract/drift/import';
import type { Problem, SourceColumn } from '#contract/imports/parts';
import type { DriftResult } from '#domain/drift/result-columns';
import type { ReadOptions, TableHead, TablePart } from '../tabular/table';
import type { OpenDatabase } from './foreign-database';

/** One figure as a file gives it, before it is known which model of the portfolio it belongs to. */
export interface DriftPoint extends Omit<DriftResult, 'modelId'> {
  /** What the file calls the model; '' where it names none. */
  readonly name: string;
}

/** Takes what a reader finds, one by one: files may hold millions of points. */
export interface DriftSink {
  /** @param pointer where in the file it stands: a JSON pointer, a table and row, a line */
  point(point: DriftPoint, pointer: string): void;
  /** @param rows how many results it speaks of */
  problem(problem: Problem, rows?: number): void;
}

export interface DriftReadOptions extends ReadOptions {
  readonly mapping: DriftMapping;
  readonly openDatabase: OpenDatabase;
}

/** Where results took their time from; `missing`: some have none and were refused. */
export type TimeSource = 'file' | 'file_name' | 'chosen' | 'missing';

/** What is known of a file once it has been read; how its table was read among it, where it is one. */
export interface DriftReading extends Omit<TableHead, 'fileKind' | 'labels'> {
  readonly fileKind: TableHead['fileKind'] | 'sqlite' | 'zip';
  readonly parts: readonly TablePart[];
  readonly source: string;
  readonly tool: string;
  readonly version: string;
  readonly time: TimeSource;
  /** Plain tables only. */
  readonly columns: readonly z.output<typeof SourceColumn>[];
  readonly fields: readonly { readonly field: DriftField; readonly column: string }[];
  /** Names of models that are not in the file but were taken from its name. */
  readonly namedByFile: ReadonlySet<string>;
}

/** What is to be said of how a table was read, of a file that is none. */
export const NO_TABLE = {
  encoding: '',
  encodingCertain: true,
  encodings: [],
  delimiter: '',
  sheets: [],
  chosenSheets: [],
  parts: [],
  headerRow: 0,
  columns: [],
  fields: [],
} as const satisfies Partial<DriftReading>;

/** A reader's own part of `DriftReading`; what is the same for a whole sort of file is added by whoever opened it. */
export type ReadFacts = Pick<DriftReading, 'source' | 'tool' | 'version' | 'time'>;

/** The parts of a point that most readers have nothing to say about. */
export const UNSAID = {
  windowStart: null,
  nRef: null,
  nCur: null,
  nBins: null,
  lower: null,
  upper: null,
  verdict: null,
  row: null,
  distribution: null,
} as const satisfies Partial<DriftPoint>;
