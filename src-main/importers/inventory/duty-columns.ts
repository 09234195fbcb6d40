import type { DutyColumn, DutyColumns } from '#contract/imports/duties';
import type { Problem } from '#contract/imports/parts';
import { fold } from '#domain/base/fold';
import { quote } from '#domain/base/parsed';
import { isModelFact, MODEL_FACTS } from '#domain/governance/vocabulary';

/** What a row answers: a text, or several of a list. */
export interface DutyAnswer {
  /** `fact:topic`, `question:highImpact`. */
  readonly place: string;
  readonly value: string | readonly string[];
}

interface CompiledColumn extends DutyColumn {
  readonly index: number;
  readonly to: ReadonlyMap<string, string>;
}

const LONGEST = { line: 200, text: 5_000 } as const;

/** Reads what the rows of a table answer to a text of duties. Columns that are not there are left out: nothing is said. */
export function dutyReader(
  duties: DutyColumns | undefined,
  find: (label: string) => number | undefined,
  isEmpty: (cell: string) => boolean,
): (row: number, cells: readonly string[], report: (problem: Problem) => void) => readonly DutyAnswer[] {
  const columns = (duties?.columns ?? []).flatMap((column): CompiledColumn[] => {
    const index = find(column.column);
    return index === undefined ? [] : [{ ...column, index, to: valuesOf(column) }];
  });
  return (row, cells, report) =>
    columns.flatMap((column): DutyAnswer[] => {
      const cell = (cells[column.index] ?? '').trim();
      if (cell === '' || (isEmpty(cell) && !column.to.has(fold(cell)))) return [];
      const mapped = column.to.get(fold(cell));
      if (mapped === '') return [];
      const value = answerOf(column.place, mapped ?? cell, mapped !== undefined);
      if (value !== null) return value.length === 0 ? [] : [{ place: column.place, value }];
      report({
        row,
        column: column.column,
        code: 'duty_not_read',
        message: `${quote(cell)} is no answer that is known to this column. It is left out; say what it means under Values.`,
        value: cell.slice(0, 200),
        effect: 'value_refused',
      });
      return [];
    });
}

const valuesOf = ({ values }: DutyColumn): ReadonlyMap<string, string> =>
  new Map(values.map(({ from, to }) => [fold(from), to]));

/** `null`: not known. */
function answerOf(place: string, text: string, isMapped: boolean): string | readonly string[] | null {
  const [room, name = ''] = place.split(':');
  if (room === 'question') return isMapped ? text : null;
  if (!isModelFact(name)) return null;
  const { kind } = MODEL_FACTS[name];
  switch (kind) {
    case 'yes_no':
      return /^(yes|no)$/i.test(text) ? text.toLowerCase() : null;
    case 'list':
      return listed(text);
    case 'text':
      return text.slice(0, LONGEST.text);
    default:
      // Some files write a list where one line is asked for.
      return listed(text).join('; ').slice(0, LONGEST.line);
  }
}

/** `['b) Sex', 'c) Age']` as files of Python write a list, without the letters of its options; other text as it stands. */
function listed(text: string): readonly string[] {
  const inner = /^\[(.*)\]$/s.exec(text)?.[1];
  if (inner === undefined) return [text];
  const items = [...inner.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)];
  return items
    .map((item) =>
      (item[1] ?? item[2] ?? '')
        .replace(/\\[nrt]/g, ' ')
        .replace(/^[a-z]\) /, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((item) => item !== '');
}
