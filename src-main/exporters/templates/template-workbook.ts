import type { Ask, FilledCell, FilledRow, FilledSection } from '#domain/governance/templates/fill-template';
import type { TemplateSection } from '#domain/governance/templates/template';
import type { CellWriter } from '../workbook/cell-writer';
import { type TableSheetColumn, tableColumn, tableSheet } from '../workbook/table-sheet';
import type { Cell, Row, Sheet } from '../xlsx/cells';
import type { Workbook } from '../xlsx/write-xlsx';
import {
  aboutLines,
  EMPTY_WORDS,
  type FilledTemplate,
  type Gap,
  type LineTally,
  readWords,
  type Tally,
} from './filled-template';

/** The rows of one part, read as they are written. */
export interface SectionRows {
  readonly section: TemplateSection;
  readonly rows: AsyncIterable<FilledRow>;
}

const WIDE = 34;
const NARROW = 18;
const SCOPE = { yes: 'yes', unknown: 'not known', no: 'no' } as const;

function cellOf({ told, state }: FilledCell, write: CellWriter, isForm: boolean): Cell | null {
  if (told !== null) return told.day === undefined ? write.long(told.text) : write.date(told.day);
  return isForm ? null : { value: EMPTY_WORDS[state], look: 'note' };
}

function dataSheet(of: FilledTemplate, { section, rows }: SectionRows, write: CellWriter): Sheet {
  const { template } = of;
  const isForm = template.form !== null;
  const isNamed = section.columns[0]?.from[0] === 'field:name' && section.columns[0].from.length === 1;
  const lead: TableSheetColumn<FilledRow>[] = isForm
    ? []
    : [
        ...(isNamed ? [] : [tableColumn<FilledRow>('Model', WIDE, (row) => write.text(row.name))]),
        ...(template.text === null || template.id === 'ai_register'
          ? []
          : [tableColumn<FilledRow>('The text applies', 12, (row) => ({ value: SCOPE[row.scope] }))]),
      ];
  const columns = section.columns.map(({ head, from }, at) =>
    tableColumn<FilledRow>(head, from.some(isLong) ? WIDE : NARROW, (row) => {
      const cell = row.cells[at];
      return cell === undefined ? null : cellOf(cell, write, isForm);
    }),
  );
  return tableSheet(section.title || template.title.slice(0, 31), [...lead, ...columns], rows);
}

const LONG: readonly string[] = ['name', 'purpose', 'approvedUses', 'limitations', 'dataSources'];
const isLong = (place: string): boolean =>
  LONG.includes(place.slice(place.indexOf(':') + 1)) || /^(evidence|table|organisation):/.test(place);

/** One model from top to bottom: what, as it is held, who asks. */
function cardSheet(of: FilledTemplate, sections: readonly FilledSection[]): Sheet {
  const rows: Row[] = [
    [{ value: sections[0]?.rows[0]?.name ?? '', look: 'title' }],
    [],
    [
      { value: 'What', look: 'head' },
      { value: 'As it is held', look: 'head' },
      { value: 'Asked by', look: 'head' },
    ],
  ];
  for (const {
    title,
    columns,
    rows: [row],
  } of sections) {
    rows.push([{ value: title, look: 'bold' }]);
    columns.forEach(({ head }, at) => {
      const cell = row?.cells[at];
      if (cell === undefined) return;
      const told: Cell =
        cell.told === null ? { value: emptyWords(cell), look: 'note' } : { value: cell.told.text, look: 'wrap' };
      rows.push([{ value: head }, told, { value: askedBy(of, cell), look: 'noteWrap' }]);
    });
  }
  return {
    name: of.template.title,
    columns: [{ width: 30 }, { width: 70 }, { width: 50 }],
    rows,
    freeze: { rows: 3, columns: 0 },
  };
}

/** Of a card a blank that nobody asks for was not said, which is not nothing. */
export const emptyWords = ({ state }: FilledCell): string =>
  state === 'notAsked' || state === 'held' ? 'not said' : EMPTY_WORDS[state];

/** Who asks, text by text. */
export function askedBy(of: FilledTemplate, { asks }: FilledCell): string {
  const texts = new Map<string, Ask[]>();
  for (const ask of asks) texts.set(ask.pack.name, [...(texts.get(ask.pack.name) ?? []), ask]);
  return [...texts]
    .map(([name, own]) => {
      const refs = [...new Set(own.map(({ line }) => line.ref))].join(', ');
      return `${name}: ${refs}${own.some((ask) => !['none', 'read'].includes(of.verified(ask).state)) ? ' (verify)' : ''}`;
    })
    .join('; ');
}

function gapsSheet(of: FilledTemplate, tally: Tally, write: CellWriter): Sheet {
  const column = tableColumn<Gap>;
  function* gaps(): Generator<Gap> {
    yield* tally.gaps;
  }
  return tableSheet(
    'Missing',
    [
      column('Model', WIDE, ({ row }) => write.text(row.name)),
      column(of.template.form === null ? 'Column' : 'Column of the form', 30, ({ head }) => write.text(head)),
      column('What is asked for', 40, ({ line }) => write.text('ask' in line ? line.ask : line.label)),
      column('Text', 36, ({ pack }) => write.text(pack.name)),
      column('Line', 12, ({ line }) => write.text(line.id)),
      column('Reference', 28, ({ line }) => write.text(line.ref)),
      column('Asked from', 13, ({ from }) => write.date(from)),
      column('To be checked in the official text', 50, ({ line }) => write.long(line.verify ?? null)),
      column('Checked', 36, (ask) => write.long(readWords(of, ask) || null)),
      column('Identifier', 38, ({ row }) => write.text(row.modelId)),
    ],
    gaps(),
  );
}

function linesSheet(of: FilledTemplate, tally: Tally, write: CellWriter): Sheet {
  const column = tableColumn<LineTally>;
  function* lines(): Generator<LineTally> {
    yield* tally.lines.values();
  }
  const count = (head: string, state: keyof LineTally['counts']) =>
    column(head, 10, ({ counts }) => write.count(counts[state]));
  return tableSheet(
    'Lines',
    [
      column('Column', 30, ({ column: { head } }) => write.text(head)),
      column('Text', 36, ({ pack }) => write.text(pack.name)),
      column('Line', 12, ({ line }) => write.text(line.id)),
      column('What is asked for', 40, ({ line }) => write.text('ask' in line ? line.ask : line.label)),
      column('Reference', 28, ({ line }) => write.text(line.ref)),
      column('Strength', 12, ({ line, pack }) => write.text(line.force ?? pack.force)),
      column('Wording read', 14, ({ line }) => write.text(CONFIDENCE_WORDS[line.confidence])),
      count('There', 'held'),
      count('Missing', 'missing'),
      count('Not asked yet', 'later'),
      count('Not known', 'unknown'),
      count('Not asked', 'notAsked'),
      column('To be checked in the official text', 50, ({ line }) => write.long(line.verify ?? null)),
      column('Checked', 36, (ask) => write.long(readWords(of, ask) || null)),
      column('What stands there instead', 50, ({ line }) => write.long('near' in line ? (line.near ?? null) : null)),
    ],
    lines(),
  );
}

export const CONFIDENCE_WORDS = {
  primary: 'in the source',
  secondary: 'in another’s account',
  memory: 'not again',
} as const;

function aboutSheet(of: FilledTemplate, tally: Tally): Sheet {
  function* rows(): Generator<Row> {
    yield [{ value: `${of.portfolio}: ${of.template.title}`, look: 'title' }];
    yield [];
    for (const [label, words] of aboutLines(of, tally))
      yield [
        { value: label, look: 'bold' },
        { value: words, look: 'wrap' },
      ];
    for (const [label, words] of tallyLines(of, tally))
      yield [
        { value: label, look: 'bold' },
        { value: words, look: 'wrap' },
      ];
  }
  return { name: 'About', columns: [{ width: 26 }, { width: 110 }], rows: rows() };
}

/** What was written of how many, after the last row. */
export function tallyLines(
  { template: { noun, text }, writer }: FilledTemplate,
  tally: Tally,
): (readonly [string, string])[] {
  const { rows, scopeUnknown, missing, gaps } = tally;
  return [
    ['Rows', writer.counted(rows, ...noun)],
    ...(text !== null && scopeUnknown > 0
      ? [
          [
            'Not known',
            `Whether the text applies to ${scopeUnknown} of them nobody has said: it hangs on where their unit belongs`,
          ] as const,
        ]
      : []),
    [
      'Missing',
      `${missing === 0 ? 'Nothing that is asked for on this day' : `${writer.count(missing)} in all, each with the line that asks for it`}${
        gaps.length < missing ? `; the first ${writer.count(gaps.length)} are listed` : ''
      }`,
    ],
  ];
}

/** Data first, so that what reads a file's first sheet reads them; what is missing is known when they are written. */
export function templateWorkbook(
  of: FilledTemplate,
  parts: readonly SectionRows[],
  card: readonly FilledSection[] | null,
  { tally, write }: { readonly tally: Tally; readonly write: CellWriter },
): Workbook {
  const data = card === null ? parts.map((part) => dataSheet(of, part, write)) : [cardSheet(of, card)];
  return {
    sheets: [...data, gapsSheet(of, tally, write), linesSheet(of, tally, write), aboutSheet(of, tally)],
    names: [],
    properties: {
      title: `${of.portfolio}: ${of.template.title}`,
      subject: `Content ${of.contentHash}`,
      creator: 'Modelfolio',
      created: `${of.now.slice(0, 10)}T00:00:00.000Z`,
    },
  };
}
