import type { FailureCode } from '#contract/define';
import type { DriftMapping } from '#contract/drift/import';
import type { ReadColumns } from '../importers/columnar/column-table';
import type { ReadOptions } from '../importers/tabular/table';

/** How a file is read, as far as it can be told to another thread. */
export type TableChoice = Pick<ReadOptions, 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'totals'>;
export type ColumnChoice = Pick<ReadColumns, 'columns' | 'filter' | 'encoding' | 'decimal'>;

/** What a reader is asked for: one thing at a time. */
export type Asked = { readonly path: string } & (
  | { readonly what: 'start' | 'labels' | 'firstRows' | 'members' | 'head'; readonly how: TableChoice }
  | { readonly what: 'rows'; readonly how: TableChoice; readonly contentHash: string }
  | { readonly what: 'drift'; readonly how: TableChoice; readonly mapping: DriftMapping }
  | { readonly what: 'columns'; readonly how: ColumnChoice }
  | { readonly what: 'template' }
  | { readonly what: 'registry'; readonly scope: string }
);

export type ToReader =
  | { readonly type: 'ask'; readonly asked: Asked }
  /** A piece was used up: the next may come. */
  | { readonly type: 'used' }
  /** No more is wanted. */
  | { readonly type: 'enough' };

export type FromReader =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'piece'; readonly piece: unknown }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly code: FailureCode; readonly message: string; readonly detail: unknown }
  /** What nobody foresaw; the text is for the log. */
  | { readonly type: 'broken'; readonly why: string };

/** Pieces that may lie between a reader and the engine: neither waits for the other, and neither fills the memory. */
export const PIECES_AHEAD = 8;

/** What a reader's private folders are called, so that whoever ends it can remove them. */
export const readFolders = (process: number, thread: number): string => `modelfolio-read-${process}-${thread}-`;
