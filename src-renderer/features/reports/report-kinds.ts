import type { Output } from '#contract/index';
import { fileName } from '../../lib/file-name';

export type Report = Output<'reports.list'>['reports'][number];
export type ReportKind = Report['kind'];

interface KindWords {
  readonly title: string;
  readonly hint: string;
  /** What is in it, a line each. */
  readonly contents: readonly string[];
  readonly action: string;
  /** At the end of the file's name. */
  readonly file: string;
  readonly extension: string;
  readonly hasPaper: boolean;
}

export const REPORT_KINDS = ['deck', 'pdf', 'workbook'] as const satisfies readonly ReportKind[];

export const KIND_WORDS: Readonly<Record<ReportKind, KindWords>> = {
  deck: {
    title: 'Board deck',
    hint: 'A PowerPoint file with real layouts, and charts that can be edited.',
    contents: [
      'The decision asked for: what, how much, what would change it',
      'The options side by side, the state of the models, incidents',
      'The level that is held, what must be believed, the way there',
      'How every figure is made, and what is left out for want of data',
    ],
    action: 'Make the board deck',
    file: 'board deck',
    extension: 'pptx',
    hasPaper: false,
  },
  pdf: {
    title: 'PDF report',
    hint: 'The content of the deck as a document, with all rows of its tables.',
    contents: ['The sections of the deck, one after the other', 'Page numbers, and where each number comes from'],
    action: 'Make the PDF',
    file: 'report',
    extension: 'pdf',
    hasPaper: true,
  },
  workbook: {
    title: 'Workbook',
    hint: 'An Excel file for a controller: change an input and see the value move.',
    contents: ['Inventory, moves, drift, incidents and assessment as tables', 'Investment sheets with live formulas'],
    action: 'Make the workbook',
    file: 'workbook',
    extension: 'xlsx',
    hasPaper: false,
  },
};

export function suggestedName(kind: ReportKind, portfolio: string, day: string): string {
  const { file, extension } = KIND_WORDS[kind];
  return fileName(portfolio, file, day, extension);
}

const REDACTED: Readonly<Record<string, string>> = {
  names: 'model names',
  owners: 'people',
  money: 'money',
  texts: 'typed texts',
};

/** `without model names and people`; '' = nothing was left out. */
export function redactedWords(parts: readonly string[]): string {
  const words = parts.map((part) => REDACTED[part] ?? part);
  if (words.length === 0) return '';
  return `without ${words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`}`;
}
