import { DAY_MS } from '#domain/base/calendar';
import type { ChosenFile } from '../../../../src-preload/bridge';
import type { Inspected, InspectedColumn, MeasureInput } from './measure-types';

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export type DateOrder = 'dmy' | 'mdy';

/** What the person chose so far. */
export interface MeasureForm {
  /** Two files, or two ranges of dates in the first of them. */
  readonly mode: 'files' | 'ranges';
  readonly reference: ChosenFile | null;
  readonly current: ChosenFile | null;
  /** 'auto' or a WHATWG label, for each file. */
  readonly encodings: { readonly reference: string; readonly current: string };
  /** Only in the mode of ranges. */
  readonly dateColumn: string;
  /** Where the dates do not tell whether the day or the month is first; '' = not said. */
  readonly dateOrder: DateOrder | '';
  readonly referenceDays: DayRange;
  readonly currentDays: DayRange;
  readonly leftOut: ReadonlySet<string>;
  /** Types that were chosen against what the cells look like. */
  readonly types: ReadonlyMap<string, 'numeric' | 'categorical'>;
}

export const EMPTY_FORM: MeasureForm = {
  mode: 'files',
  reference: null,
  current: null,
  encodings: { reference: 'auto', current: 'auto' },
  dateColumn: '',
  dateOrder: '',
  referenceDays: { from: '', to: '' },
  currentDays: { from: '', to: '' },
  leftOut: new Set(),
  types: new Map(),
};

/** The columns that dates can be taken from. */
export const dateColumns = (inspected: Inspected): InspectedColumn[] =>
  inspected.columns.filter((column) => column.type === 'dates');

/** The dates of the chosen column may be read in more than one way, so that their range is not known either. */
export const asksOrder = (form: MeasureForm, inspected: Inspected): boolean =>
  dateColumns(inspected).some(({ column, from }) => column === form.dateColumn && from === null);

/** A column that is measured unless it is left out: anything that can be compared, or whose type was chosen. */
export function isMeasured(form: MeasureForm, column: InspectedColumn): boolean {
  if (form.leftOut.has(column.column)) return false;
  return form.types.has(column.column) || column.type === 'numeric' || column.type === 'categorical';
}

/** A first proposal: the first third of the days against the rest, to be changed at once. */
export function proposeRanges({ from, to }: InspectedColumn): { reference: DayRange; current: DayRange } | null {
  if (from === null || to === null) return null;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const split = first + Math.floor((last - first) / DAY_MS / 3) * DAY_MS;
  if (last - first < DAY_MS) return null;
  return { reference: { from, to: day(split) }, current: { from: day(split + DAY_MS), to } };
}

/** What stands in the way of measuring, as a sentence; `null`: nothing. */
export function formProblem(form: MeasureForm, inspected: Inspected | null): string | null {
  if (form.reference === null) return 'Choose the reference file.';
  if (form.mode === 'files' && form.current === null) return 'Choose the current file.';
  if (inspected === null) return 'The reference is still being read.';
  if (inspected.rows === 0) return `${inspected.fileName} has no rows below its header: there is nothing to measure.`;
  if (!inspected.columns.some((column) => isMeasured(form, column))) return 'Choose at least one column.';
  if (form.mode === 'files') return null;
  if (form.dateColumn === '') return 'Choose the column that holds the dates.';
  if (asksOrder(form, inspected) && form.dateOrder === '') {
    return `Say whether the day or the month comes first in “${form.dateColumn}”: the dates do not tell.`;
  }
  for (const [name, { from, to }] of [
    ['reference', form.referenceDays] as const,
    ['current', form.currentDays] as const,
  ]) {
    if (from === '' && to === '') return `Say from when to when the ${name} rows are.`;
    if (from !== '' && to !== '' && from > to) return `The ${name} range ends before it begins.`;
  }
  return null;
}

/** The call, once nothing stands in the way. */
export function measureInput(form: MeasureForm, inspected: Inspected, modelId?: string): MeasureInput | null {
  if (form.reference === null || formProblem(form, inspected) !== null) return null;
  const reference = fileOf(form.reference, form.encodings.reference);
  const columns = inspected.columns.filter((column) => isMeasured(form, column)).map(({ column }) => column);
  const options = { types: Object.fromEntries([...form.types].filter(([column]) => columns.includes(column))) };
  const judged = modelId === undefined ? {} : { modelId };
  if (form.mode === 'files') {
    const current = form.current ? fileOf(form.current, form.encodings.current) : reference;
    return { reference, current, columns, options, ...judged };
  }
  const rows = ({ from, to }: DayRange) => ({
    column: form.dateColumn,
    ...(form.dateOrder === '' ? {} : { order: form.dateOrder }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  });
  return {
    reference: { ...reference, rows: rows(form.referenceDays) },
    current: { ...reference, rows: rows(form.currentDays) },
    columns,
    options,
    ...judged,
  };
}

const fileOf = ({ token }: ChosenFile, encoding: string): { file: string; encoding?: string } => ({
  file: token,
  ...(encoding === 'auto' ? {} : { encoding }),
});
