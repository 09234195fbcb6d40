import type { DriftMapping } from '#contract/drift/import';
import { counted } from '#domain/base/wording';
import { dayInName, readTime } from '../cells/read-time';
import { type DriftPoint, type DriftSink, type ReadFacts, type TimeSource, UNSAID } from './reading';

/** One report inside a file: what holds for all its figures, and where they go. */
export interface ReportContext {
  readonly fileName: string;
  readonly mapping: DriftMapping;
  readonly sink: DriftSink;
}

export interface ReportFacts {
  readonly tool: string;
  readonly version: string;
  /** What the report calls the model; '' = it does not. */
  readonly name: string;
  /** As written in the report; '' = not at all. */
  readonly time: string;
  readonly nRef: number | null;
  readonly nCur: number | null;
}

export type Figure = Omit<DriftPoint, 'name' | 'source' | 'at' | keyof typeof UNSAID> & Partial<DriftPoint>;

export interface ReportWriter {
  /** Figures of a report that has no time are refused: a wrong time is worse than none. */
  figure(figure: Figure, pointer: string): void;
  note(code: string, message: string, pointer?: string): void;
  /** After the last figure. */
  finish(source: string): ReadFacts;
}

/** Turns the figures of one report, in order, into points with the report's own time, rows and tool. */
export function reportWriter({ fileName, mapping, sink }: ReportContext, facts: ReportFacts): ReportWriter {
  const { at, time } = reportTime(fileName, facts.time, mapping);
  const source = { tool: facts.tool, version: facts.version };
  const rows = { nRef: facts.nRef ?? mapping.nRef, nCur: facts.nCur ?? mapping.nCur };
  let row = 0;
  const note = (code: string, message: string, pointer = ''): void =>
    sink.problem({ row, column: pointer, code, message, value: '', effect: 'note' });
  return {
    note,
    figure: (figure, pointer) => {
      row += 1;
      if (at === null) return;
      if (figure.value === null) {
        const what = `${figure.method || figure.metric} of ${figure.column || 'the data set'}`;
        note('no_number', `The ${what} is not a finite number. It is kept as a gap.`, pointer);
      }
      sink.point({ ...UNSAID, ...rows, name: facts.name, source, at, row, ...figure }, pointer);
    },
    finish: (read) => {
      if (at === null && row > 0) {
        const message = `${fileName} does not say when it was computed, so its ${counted(row, 'result')} are not imported. Choose the time.`;
        sink.problem({ row: 0, column: '', code: 'no_time', message, value: '', effect: 'row_refused' }, row);
      }
      return { source: read, tool: facts.tool, version: facts.version, time };
    },
  };
}

function reportTime(
  fileName: string,
  written: string,
  mapping: DriftMapping,
): { readonly at: string | null; readonly time: TimeSource } {
  const rules = { timeZone: mapping.timeZone, order: mapping.dateOrder };
  const own = written === '' ? null : readTime(written, rules);
  if (own?.ok) return { at: own.value, time: 'file' };
  const chosen = mapping.at === null ? null : readTime(mapping.at, rules);
  if (chosen?.ok) return { at: chosen.value, time: 'chosen' };
  const day = dayInName(fileName);
  return day === null ? { at: null, time: 'missing' } : { at: `${day}T00:00:00.000Z`, time: 'file_name' };
}
