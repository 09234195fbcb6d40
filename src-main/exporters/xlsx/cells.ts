import { DAY_MS } from '#domain/base/calendar';

/** How a cell looks, beside the format of its number. */
export const LOOKS = [
  'plain',
  'input',
  'head',
  'title',
  'bold',
  'note',
  'wrap',
  'total',
  'link',
  'clip',
  'noteWrap',
  'source',
] as const;
/** `clip` shows the first lines of a long text, `wrap`, `noteWrap` and `source` all of them; `input` alone stays open where a sheet is protected. */
export type Look = (typeof LOOKS)[number];

export type CellValue = string | number | boolean | null;

/** Where a click on a cell leads: to a cell of this workbook, or to an address outside of it. */
export type Link = { readonly sheet: string; readonly cell: string } | { readonly url: string };

/** What a person may type into a cell. */
export type InputRule = {
  /** What is told where something else is typed, at most 225 characters. */
  readonly problem: string;
  readonly mayBeEmpty?: true;
} & (
  | { readonly kind: 'whole' | 'decimal'; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly among: readonly string[] }
);

export interface Cell {
  readonly value: CellValue;
  /** Without the leading `=`; `value` is then what it amounts to. */
  readonly formula?: string | undefined;
  /** Number format code, such as `#,##0.00`; left out: general. */
  readonly format?: string | undefined;
  readonly look?: Look | undefined;
  readonly link?: Link | null | undefined;
  readonly rule?: InputRule | undefined;
  /** Columns that the cell takes, merged; left out: its own. */
  readonly across?: number | undefined;
}

export type Row = readonly (Cell | null)[];

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
}

/** A sheet as it is written: rows come one after the other, so that a long sheet never lies in memory as a whole. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** The first row of a table with filters (from 1), which reaches to the last row of the sheet. */
  readonly filterRow?: number;
  readonly landscape?: boolean;
  /** Rows that every printed page repeats (from 1); left out: those that stay in view, as its columns are. */
  readonly titleRows?: readonly [first: number, last: number];
  /** Only inputs can be changed, until somebody takes the protection off: it has no password. */
  readonly isProtected?: boolean;
}

/** A name for a place, `S1_discountRate` for `'Scenario 1'!$C$7`. */
export interface DefinedName {
  readonly name: string;
  readonly place: string;
}

/** A sheet's name as a formula writes it. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `A`, `Z`, `AA` … for 1, 26, 27 … */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** 1, 26, 27 … for `A`, `Z`, `AA` … */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

const EPOCH_MS = Date.UTC(1899, 11, 30);

/** 1 March 1900: a spreadsheet counts a 29 February before it that never was. */
const FIRST_SERIAL = 61;
/** The day after 31 December 9999, the last that a spreadsheet shows. */
const BEYOND_SERIAL = 2_958_466;

/** Days since 30 December 1899, as a spreadsheet counts; `null` for what it counts wrongly or not at all. */
export function serialDate(iso: string): number | null {
  const serial = (Date.parse(iso) - EPOCH_MS) / DAY_MS;
  return serial >= FIRST_SERIAL && serial < BEYOND_SERIAL ? serial : null;
}
