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

export const REPORT_KINDS = ['deck', 'brief', 'pdf', 'html', 'workbook'] as const satisfies readonly ReportKind[];

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
  brief: {
    title: 'Brief',
    hint: 'The board paper on exactly one page, for a folder.',
    contents: [
      'The decision, the options side by side, why now',
      'What must be believed, the next steps with who and when',
      'What has no room is counted, never shrunk away',
    ],
    action: 'Make the brief',
    file: 'brief',
    extension: 'pdf',
    hasPaper: true,
  },
  pdf: {
    title: 'PDF report',
    hint: 'The content of the deck as a document, with all rows of its tables.',
    contents: [
      'Contents with pages, the parts one after the other',
      'Links to where each number comes from, and bookmarks',
      'Tagged for readers who do not see it',
    ],
    action: 'Make the PDF',
    file: 'report',
    extension: 'pdf',
    hasPaper: true,
  },
  html: {
    title: 'Page for the intranet',
    hint: 'The PDF report as one file for a browser; it opens without a network.',
    contents: ['The same parts, tables and charts', 'In light and dark, on a telephone, and printed'],
    action: 'Make the page',
    file: 'report',
    extension: 'html',
    hasPaper: false,
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
