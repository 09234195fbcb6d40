import { instantMs } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import type { ToolVerdict } from '#domain/drift/result-columns';
import { NANNYML_METHODS } from '#domain/drift/tool-tests';
import { readTime } from '../cells/read-time';
import { readOwnNumber } from './cells';
import { NANNYML_WHOLE, nannymlFigure } from './nannyml-figure';
import { type DriftPoint, type DriftSink, UNSAID } from './reading';
import type { TableReader, TableRules } from './table-reader';

/** What `to_df(multilevel=False)` of NannyML gives, saved as CSV. */
export const isNannymlTable = (labels: readonly string[]): boolean =>
  labels.includes('chunk_key') && labels.includes('chunk_period') && labels.some((label) => label.endsWith('_value'));

interface Figure {
  readonly point: Pick<DriftPoint, 'column' | 'metric' | 'method' | 'base' | 'binning'>;
  readonly label: string;
  readonly value: number;
  readonly upper: number;
  readonly lower: number;
  readonly alert: number;
}

/** Reads it: a row a chunk, four columns a feature and method. Chunks of the reference only say how many rows it had. */
export function nannymlTable({ fileName, mapping }: TableRules, sink: DriftSink): TableReader {
  const rules = { timeZone: mapping.timeZone, order: mapping.dateOrder };
  const place = new Map<string, number>();
  let figures: readonly Figure[] = [];
  let references = 0;
  let nRef: number | null = null;
  return {
    facts: () => ({ source: 'NannyML table', tool: 'NannyML', version: '', time: 'file' }),
    header: (labels) => {
      for (const [index, label] of labels.entries()) place.set(label, index);
      figures = labels.flatMap((label) => figureOf(label, place));
      sayUnknown(labels, place, sink);
      return [];
    },
    row: (cells, row) => {
      const cell = (label: string): string => cells[place.get(label) ?? -1] ?? '';
      const rows = chunkRows(cell('chunk_start_index'), cell('chunk_end_index'));
      if (cell('chunk_period').trim() === 'reference') {
        references += 1;
        nRef = (nRef ?? 0) + (rows ?? 0);
        return;
      }
      const end = readTime(cell('chunk_end_date'), rules);
      const start = readTime(cell('chunk_start_date'), rules);
      if (!end.ok) {
        const value = cell('chunk_end_date');
        const message =
          value.trim() === ''
            ? `The chunk ${cell('chunk_key')} of ${fileName} has no date. Run NannyML with timestamp_column_name and export again.`
            : end.message;
        const code = value.trim() === '' ? 'no_time' : end.code;
        sink.problem({ row, column: 'chunk_end_date', code, message, value, effect: 'row_refused' });
        return;
      }
      for (const figure of figures) {
        const alert = (cells[figure.alert] ?? '').trim().toLowerCase();
        const number = (place: number): number | null => {
          const cell = cells[place] ?? '';
          const { ok, value } = readOwnNumber(cell);
          if (!ok) sayNoNumber(cell, row, figure.label, sink);
          return value;
        };
        sink.point(
          {
            ...UNSAID,
            ...figure.point,
            name: '',
            source: { tool: 'NannyML', version: '' },
            at: lastMoment(cell('chunk_key'), end.value),
            windowStart: start.ok ? start.value : null,
            value: number(figure.value),
            lower: number(figure.lower),
            upper: number(figure.upper),
            verdict: ALERTS[alert] ?? null,
            nRef: nRef ?? mapping.nRef,
            nCur: rows ?? mapping.nCur,
            row,
          },
          `row ${row}, ${figure.label}`,
        );
      }
    },
    end: () => {
      if (references === 0) return;
      const message = `${counted(references, 'chunk')} of the reference are left out: they are what NannyML learned its limits from.`;
      sink.problem({ row: 0, column: 'chunk_period', code: 'reference_chunks', message, value: '', effect: 'note' });
    },
  };
}

const ALERTS: Readonly<Record<string, ToolVerdict>> = { true: 'drift', false: 'none', '1': 'drift', '0': 'none' };

function chunkRows(start: string, end: string): number | null {
  const rows = Number(end) - Number(start) + 1;
  return start.trim() !== '' && end.trim() !== '' && Number.isInteger(rows) && rows >= 0 ? rows : null;
}

/** `my_col_jensen_shannon_value` → column and method: both may hold underscores, so the known method is cut from the right. */
function figureOf(label: string, place: ReadonlyMap<string, number>): readonly Figure[] {
  const stem = /^(.+)_value$/.exec(label)?.[1];
  if (stem === undefined) return [];
  const method = [...Object.keys(NANNYML_METHODS), ...Object.keys(NANNYML_WHOLE)].find(
    (known) => stem === known || stem.endsWith(`_${known}`),
  );
  if (method === undefined) return [];
  const column = stem === method ? '' : stem.slice(0, -method.length - 1);
  const at = (part: string): number => place.get(`${stem}_${part}`) ?? -1;
  return [
    {
      point: { column, ...nannymlFigure(method) },
      label,
      value: at('value'),
      upper: at('upper_threshold'),
      lower: at('lower_threshold'),
      alert: at('alert'),
    },
  ];
}

/** A chunk of a period ends just before the next one begins; a worksheet rounds that up to the next one's beginning. */
const lastMoment = (key: string, end: string): string =>
  key.startsWith('[') || !end.endsWith(':00.000Z') ? end : new Date(instantMs(end) - 1).toISOString();

function sayNoNumber(value: string, row: number, column: string, sink: DriftSink): void {
  const message = `“${value.slice(0, 60)}” is not a number and is left out.`;
  sink.problem({ row, column, code: 'not_a_number', message, value: value.slice(0, 300), effect: 'value_refused' });
}

function sayUnknown(labels: readonly string[], place: ReadonlyMap<string, number>, sink: DriftSink): void {
  for (const label of labels) {
    if (!label.endsWith('_value') || figureOf(label, place).length > 0) continue;
    const message = `The column ${label} does not say which calculation of NannyML it holds (performance, statistics, missing values), so it is left out. Its database writer says it.`;
    sink.problem({ row: 1, column: label, code: 'unknown_method', message, value: '', effect: 'value_refused' });
  }
}
