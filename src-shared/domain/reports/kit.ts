import type { Sentence } from '../base/sentence';
import { sayTime } from '../scenarios/plan/say-result';
import type {
  ChartSeries,
  KeyFigure,
  ReportBlock,
  ReportChart,
  ReportSection,
  ReportTable,
  SourceNote,
} from './content';
import type { ReportFacts } from './facts';
import { indexed } from './money-band';
import type { Redactor } from './redactor';
import type { ReportWriter } from './writer';

/** What every section is built with. */
export interface ReportKit {
  readonly facts: ReportFacts;
  readonly write: ReportWriter;
  readonly redact: Redactor;
}

export type SectionBuilder = (kit: ReportKit) => ReportSection;

export const figure = (label: string, value: string, detail = ''): KeyFigure => ({ label, value, detail });

export const source = (what: string, channel: string, formula: string, rows = ''): SourceNote => ({
  what,
  channel,
  formula,
  rows,
});

export const text = (title: string, paragraphs: readonly string[]): ReportBlock => ({
  kind: 'text',
  title,
  paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
});

export const left = (title: string, weight: number) => ({ title, align: 'left', weight }) as const;
export const right = (title: string, weight: number) => ({ title, align: 'right', weight }) as const;

export function table(parts: Omit<ReportTable, 'kind'>): ReportTable {
  return { kind: 'table', ...parts };
}

export function chart(parts: Omit<ReportChart, 'kind'>): ReportChart {
  return { kind: 'chart', ...parts };
}

/** The scale, unit and values of a chart of money: shares of the largest value where money is not to leave. */
export function moneyChart(
  { redact }: ReportKit,
  series: readonly ChartSeries[],
  currency: string,
): Pick<ReportChart, 'series' | 'unit' | 'format'> {
  if (redact.choice.money) {
    const shares = indexed(series.map(({ values }) => values));
    return {
      series: series.map((one, index) => ({ ...one, values: shares[index] ?? [] })),
      unit: '% of the largest value',
      format: 'share',
    };
  }
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  return most >= 1e6
    ? { series, unit: `${currency} million`, format: 'millions' }
    : { series, unit: `${currency} thousand`, format: 'thousands' };
}

/** A sentence that may name something, for the reader: of its parts where it has any. */
export const told = ({ write, redact }: Pick<ReportKit, 'write' | 'redact'>, words: string, parts?: Sentence): string =>
  redact.said(parts ?? [words], write.sentence);

/** The size that everything is counted for, and who says so; '' = it is counted. */
export const sizeWords = (kit: ReportKit): string => {
  const { words, parts } = kit.facts.summary.size;
  return told(kit, words, parts);
};

/** `scenario “Platform”`; where what people typed is withheld, that it is the one that was chosen. */
export const scenarioName = ({ redact }: ReportKit, name: string): string =>
  redact.typed(`scenario “${name}”`, 'the chosen scenario');

/** A time in years for the reader: `1 year 6 months`. */
export const sayYears = (write: ReportWriter, years: number): string => sayTime(years, write.counted);

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** Inputs that are rates a year: written in percent. */
export const isRate = (path: string): boolean => path === 'discountRate' || path === 'inflation';
