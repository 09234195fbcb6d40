import type { FieldMapping, ImportField, Mapping } from '#contract/imports/imports';
import { words } from '#domain/base/fold';
import { orderShownBy } from '#domain/base/typed-date';
import { markShownBy } from '#domain/base/typed-number';
import type { Table } from '../tabular/table';
import { describeColumn, type SourceColumn } from './columns';
import { isEvident } from './guess-evidence';
import { guessKey } from './guess-key';
import { HEADERS, QUESTIONS, UNIT_LEVELS } from './header-synonyms';
import { guessValue, isChoiceField } from './value-synonyms';

/** Cells that say nothing in most inventories. */
export const EMPTY_WORDS: readonly string[] = [
  'N/A',
  'NA',
  'N.A.',
  'n/a',
  '-',
  '--',
  '—',
  '?',
  'None',
  'Null',
  'TBD',
  'TODO',
  'To be determined',
  'Unknown',
  'Not applicable',
  'Not provided',
  'Not available',
  'Not specified',
  'Blank',
  'Blank/Not Provided',
];

/** Rows that headers are held against; values, dates and keys are read from all rows. */
const SAMPLED_ROWS = 20_000;

interface Candidate {
  readonly field: ImportField;
  readonly column: SourceColumn;
  /** Higher is better. */
  readonly score: number;
}

/**
 * A mapping from headers and cells alone. A wrong mapping is worse than none: a column is used once, and only where its
 * cells bear out what its header says.
 */
export function guessMapping(table: Table): Mapping {
  const sample: Table = { ...table, rows: table.rows.slice(0, SAMPLED_ROWS) };
  const columns = sample.labels.map((label, index) => describeColumn(sample, label, index));
  const empty = new Set(EMPTY_WORDS.map((word) => word.toLowerCase()));
  const chosen = choose(candidatesOf(columns), (column) => cellsOfColumn(sample, column.index, empty));
  const cellsOf = (column: SourceColumn): readonly string[] => cellsOfColumn(table, column.index, empty);
  const fields: FieldMapping[] = [...chosen].map(([field, column]) => ({
    field,
    columns: [column.label],
    separator: ' / ',
    values: isChoiceField(field) ? guessValues(field, describeColumn(table, column.label, column.index)) : [],
  }));
  const unit = guessUnit(columns, new Set(chosen.values()));
  if (unit) fields.splice(1, 0, unit);
  return {
    fields,
    key: guessKey(table, fields, empty),
    dateOrder: orderShownBy(dateColumns(chosen).flatMap(cellsOf)) ?? 'ymd',
    decimal: markShownBy(moneyColumns(chosen).flatMap(cellsOf)),
    emptyWords: [...EMPTY_WORDS],
    duplicates: 'keep',
    externalSystem: '',
  };
}

function cellsOfColumn(table: Table, index: number, empty: ReadonlySet<string>): readonly string[] {
  const cells: string[] = [];
  for (const row of table.rows) {
    const cell = (row[index] ?? '').trim();
    if (cell !== '' && !empty.has(cell.toLowerCase())) cells.push(cell);
  }
  return cells;
}

function candidatesOf(columns: readonly SourceColumn[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const column of columns) {
    const header = words(column.label);
    for (const [field, headers] of HEADERS) {
      const place = headers.indexOf(header);
      if (place >= 0) candidates.push({ field, column, score: 1_000 - place });
    }
    for (const [field, pattern] of QUESTIONS) {
      if (pattern.test(header)) candidates.push({ field, column, score: 100 });
    }
  }
  // Of equal headers the column to the left wins.
  return candidates.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
}

function choose(
  candidates: readonly Candidate[],
  cellsOf: (column: SourceColumn) => readonly string[],
): ReadonlyMap<ImportField, SourceColumn> {
  const chosen = new Map<ImportField, SourceColumn>();
  const used = new Set<number>();
  for (const { field, column } of candidates) {
    if (chosen.has(field) || used.has(column.index) || column.filled === 0) continue;
    if (!isEvident(field, column.label, cellsOf(column))) continue;
    chosen.set(field, column);
    used.add(column.index);
  }
  return new Map(HEADERS.flatMap(([field]) => pair(field, chosen.get(field))));
}

const pair = (field: ImportField, column: SourceColumn | undefined): [ImportField, SourceColumn][] =>
  column ? [[field, column]] : [];

/** The agency and its bureau: the two highest levels of an organisation that the file has. */
function guessUnit(columns: readonly SourceColumn[], used: ReadonlySet<SourceColumn>): FieldMapping | null {
  const levels: string[] = [];
  for (const headers of UNIT_LEVELS) {
    const column = columns.find(
      (candidate) => candidate.filled > 0 && !used.has(candidate) && headers.includes(words(candidate.label)),
    );
    if (column && levels.length < 2) levels.push(column.label);
  }
  return levels.length === 0 ? null : { field: 'unit', columns: levels, separator: ' / ', values: [] };
}

/** Values that are known are mapped; the others stay open and become problems that name them. */
function guessValues(field: ImportField, column: SourceColumn): FieldMapping['values'] {
  return (column.values ?? []).flatMap(({ text }) => {
    const to = guessValue(field, column.label, text);
    return to === null ? [] : [{ from: text, to }];
  });
}

const isDate = (field: ImportField): boolean => field.endsWith('At') || field === 'nextReview';

const dateColumns = (chosen: ReadonlyMap<ImportField, SourceColumn>): readonly SourceColumn[] =>
  [...chosen].filter(([field]) => isDate(field)).map(([, column]) => column);

const moneyColumns = (chosen: ReadonlyMap<ImportField, SourceColumn>): readonly SourceColumn[] =>
  [...chosen].filter(([field]) => field.startsWith('annual')).map(([, column]) => column);
