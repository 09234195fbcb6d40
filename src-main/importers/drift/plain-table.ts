import { DRIFT_FIELDS, type DriftField } from '#contract/drift/import';
import { whyImpossible } from '#domain/drift/possible-values';
import type { ToolVerdict } from '#domain/drift/result-columns';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import { readTime } from '../cells/read-time';
import { detached } from '../detached';
import { badFile } from '../tabular/failures';
import { readNumber, readRows } from './cells';
import { metricNamed } from './metric-names';
import { type Fields, guessFields } from './plain-fields';
import { type DriftPoint, type DriftSink, UNSAID } from './reading';
import type { TableReader, TableRules } from './table-reader';

/** Times that are remembered as read. */
const MOST_TIMES = 20_000;

/** A table with one figure a row: `time, column, metric, value, n_ref, n_cur, threshold` and what else is known of it. */
export function plainTable({ fileName, mapping }: TableRules, sink: DriftSink): TableReader {
  const rules = { timeZone: mapping.timeZone, order: mapping.dateOrder };
  /** Where each field stands in a row; -1 = nowhere. */
  const place = Object.fromEntries(DRIFT_FIELDS.map((field) => [field, -1])) as Record<DriftField, number>; // every field is a key
  const labels = new Map<DriftField, string>();
  const times = new Map<string, ReturnType<typeof readTime>>();
  const figures = new FigureNames(mapping.tool);
  const { decimal } = mapping;
  let row = 0;
  let cells: readonly string[] = [];

  const cell = (field: DriftField): string => cells[place[field]] ?? '';
  const refuse = (
    field: DriftField,
    code: string,
    message: string,
    effect: 'row_refused' | 'value_refused' | 'note',
  ): void =>
    sink.problem({ row, column: labels.get(field) ?? '', code, message, value: cell(field).slice(0, 300), effect });
  /** The same few thousand times come again and again. */
  const timeOf = (text: string): ReturnType<typeof readTime> => {
    let time = times.get(text);
    if (!time) {
      time = readTime(text, rules);
      if (times.size < MOST_TIMES) times.set(detached(text), time);
    }
    return time;
  };
  /** A cell beside the figure that cannot be read costs only itself. */
  const beside = (field: DriftField, read: typeof readNumber): number | null => {
    const { ok, value } = read(cell(field), decimal);
    if (!ok)
      refuse(field, 'not_a_number', `“${cell(field).slice(0, 60)}” is not a number and is left out.`, 'value_refused');
    return value;
  };
  const limits = (metric: string): Pick<DriftPoint, 'lower' | 'upper'> => {
    const lower = beside('lower', readNumber);
    const upper = beside('upper', readNumber);
    const threshold = beside('threshold', readNumber);
    if (threshold === null) return { lower, upper };
    switch (driftMetricSpec(metric).direction) {
      case 'lower':
        return { lower: lower ?? threshold, upper };
      case 'higher':
        return { lower, upper: upper ?? threshold };
      case 'unknown':
        refuse(
          'threshold',
          'limit_without_side',
          `On which side of its threshold ${metric} means drift is not known, so the threshold is left out. Give it as lower or upper.`,
          'value_refused',
        );
        return { lower, upper };
    }
  };

  return {
    header: (header) => {
      const fields = chosenFields(header, mapping.columns);
      for (const { field, column } of fields) {
        place[field] = header.indexOf(column);
        labels.set(field, column);
      }
      refuseIncomplete(fileName, place, mapping.at !== null);
      return fields;
    },
    row: (record, number) => {
      cells = record;
      row = number;
      const time = timeOf(place.time === -1 ? (mapping.at ?? '') : cell('time'));
      if (!time.ok) return refuse('time', time.code, time.message, 'row_refused');
      const value = readNumber(cell('value'), decimal);
      const written = (): string => `“${cell('value').slice(0, 60)}”`;
      if (!value.ok)
        return refuse(
          'value',
          'not_a_number',
          `${written()} is not a number${otherDecimal(cell('value'), decimal)}.`,
          'row_refused',
        );
      const name = cell('metric').trim();
      if (name === '') return refuse('metric', 'no_metric', 'The row does not say what was measured.', 'row_refused');
      const figure = figures.of(name, cell('method'), cell('base'), cell('binning'), cell('tool'), cell('version'));
      const impossible = value.value === null ? null : whyImpossible(figure.metric, value.value);
      if (impossible !== null) return refuse('value', 'impossible_value', `${written()} ${impossible}`, 'row_refused');
      if (value.value === null)
        refuse('value', 'no_number', 'The row has no finite number. It is kept as a gap.', 'note');
      const start = cell('windowStart').trim() === '' ? null : timeOf(cell('windowStart'));
      if (start && !start.ok) refuse('windowStart', start.code, start.message, 'value_refused');
      const verdict = readVerdict(cell('verdict'));
      if (verdict === undefined)
        refuse(
          'verdict',
          'unknown_verdict',
          `“${cell('verdict').slice(0, 60)}” is no verdict that is known here and is left out.`,
          'value_refused',
        );
      sink.point(
        {
          ...UNSAID,
          ...figure,
          ...limits(figure.metric),
          name: cell('model').trim(),
          column: cell('column').trim(),
          at: time.value,
          windowStart: start?.ok && start.value <= time.value ? start.value : null,
          value: value.value,
          nRef: beside('nRef', readRows) ?? mapping.nRef,
          nCur: beside('nCur', readRows) ?? mapping.nCur,
          nBins: beside('nBins', readRows) || null,
          verdict: verdict ?? null,
          modelVersion: cell('modelVersion').trim(),
          row,
        },
        `row ${row}`,
      );
    },
    end: () => undefined,
    facts: () => ({
      source: 'Table of drift results',
      tool: figures.tool,
      version: '',
      time: place.time === -1 ? 'chosen' : 'file',
    }),
  };
}

/** What to do where only the decimal sign is another one. */
function otherDecimal(cell: string, decimal: '.' | ','): string {
  const [name, other] = decimal === '.' ? (['comma', ','] as const) : (['point', '.'] as const);
  return readNumber(cell, other).ok ? `; with a decimal ${name} it would be. Choose that for this import` : '';
}

/** What the person chose, as far as the table has it, else what the headers say. */
function chosenFields(header: readonly string[], chosen: Fields): Fields {
  const known = chosen.filter(({ column }) => header.includes(column));
  return known.length > 0 ? known : guessFields(header);
}

function refuseIncomplete(fileName: string, place: Readonly<Record<DriftField, number>>, hasTime: boolean): void {
  const missing = (['time', 'metric', 'value'] as const).filter(
    (field) => place[field] === -1 && !(field === 'time' && hasTime),
  );
  if (missing.length === 0) return;
  throw badFile(
    `${fileName} has no column for ${missing.join(' and ')}. A table of drift results has at least the columns time, metric and value.`,
  );
}

type FigureName = Pick<DriftPoint, 'metric' | 'method' | 'base' | 'binning' | 'source'>;

/** What was measured and how, worked out once for each combination of cells. */
class FigureNames {
  tool = '';
  private readonly known = new Map<string, FigureName>();

  constructor(private readonly chosenTool: string) {}

  of(name: string, method: string, base: string, binning: string, tool: string, version: string): FigureName {
    const key = `${name}\0${method}\0${base}\0${binning}\0${tool}\0${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const said = logBase(base);
    const metric = detached(metricNamed(name, said));
    const figure: FigureName = {
      metric,
      method: detached(method.trim()),
      base: said ?? driftMetricSpec(metric).logBase,
      binning: detached(binning.trim()),
      source: { tool: detached(tool.trim()) || this.chosenTool || 'Table', version: detached(version.trim()) },
    };
    this.tool ||= figure.source.tool;
    // A file in which every row is measured in another way is no series: nothing is gained by remembering it.
    if (this.known.size < 10_000) this.known.set(detached(key), figure);
    return figure;
  }
}

function logBase(cell: string): '2' | 'e' | null {
  const text = cell.trim().toLowerCase();
  if (text === '2' || text === '2.0') return '2';
  return ['e', 'natural', 'nat', 'ln'].includes(text) ? 'e' : null;
}

const VERDICTS: ReadonlyMap<string, ToolVerdict | null> = new Map<string, ToolVerdict | null>([
  ['', null],
  ...['true', '1', 'yes', 'drift', 'drifted', 'drift detected', 'alert', 'alarm', 'fail', 'failed'].map(
    (word) => [word, 'drift'] as const,
  ),
  ...['possible', 'possible drift', 'possible_drift', 'warning', 'warn', 'watch'].map(
    (word) => [word, 'possible'] as const,
  ),
  ...['false', '0', 'no', 'none', 'no drift', 'no_drift', 'ok', 'pass', 'passed', 'success', 'not detected'].map(
    (word) => [word, 'none'] as const,
  ),
]);

/** `undefined`: there is something, but it is no known word. */
const readVerdict = (cell: string): ToolVerdict | null | undefined => VERDICTS.get(cell.trim().toLowerCase());
