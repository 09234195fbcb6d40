import { oneOf } from '#domain/base/wording';
import type { FilledCell, FilledSection } from '#domain/governance/templates/fill-template';
import type { TemplateColumn } from '#domain/governance/templates/template';
import type { ReportBlock, ReportContent, ReportSection, ReportTable } from '#domain/reports/content';
import { aboutLines, EMPTY_WORDS, type FilledTemplate, type LineTally, readWords, type Tally } from './filled-template';
import { askedBy, CONFIDENCE_WORDS, emptyWords, tallyLines } from './template-workbook';

const table = (
  title: string,
  columns: readonly (readonly [string, number])[],
  rows: ReportTable['rows'],
  noun: ReportTable['noun'],
  reading = '',
): ReportBlock => ({
  kind: 'table',
  title,
  reading,
  columns: columns.map(([name, weight]) => ({ title: name, align: 'left', weight })),
  rows,
  noun,
});

const section = (
  id: ReportSection['id'],
  title: string,
  headline: string,
  blocks: readonly ReportBlock[],
  lead = '',
): ReportSection => ({ id, title, headline, lead, blocks, sources: [] });

/** A head of a form is a name of its file: its line says what it means. */
const headOf = (
  { template: { form } }: FilledTemplate,
  column: TemplateColumn,
  lines: ReadonlyMap<string, LineTally>,
): string => {
  const label = [...lines.values()].find(({ line }) => column.lines.includes(line.id))?.line.label;
  return form === null || label === undefined ? column.head : `${label} (${column.head})`;
};

const wordsOf = (of: FilledTemplate, cell: FilledCell): string =>
  cell.told?.text ?? (of.template.text === null ? emptyWords(cell) : EMPTY_WORDS[cell.state]);

/** Names of models in a line that is missing of many. */
const NAMED = 5;

/** Pages for whoever asks for the sheet: each row from top to bottom, then what is missing and what is to be checked. */
export function templatePaper(of: FilledTemplate, sections: readonly FilledSection[], tally: Tally): ReportContent {
  const { template, writer, packs } = of;
  const single = tally.rows > 0 && sections.every(({ rows }) => rows.length === 1) ? sections[0]?.rows[0] : undefined;
  const isCard = template.text === null;
  const count = writer.counted(tally.rows, ...template.noun);
  const missing =
    tally.missing === 0
      ? 'nothing asked for on this day is missing'
      : `${writer.counted(tally.missing, 'answer or proof', 'answers and proofs')} ${tally.missing === 1 ? 'is' : 'are'} missing`;
  const blocks = (isCard ? cards(sections) : sections).flatMap(({ title, columns, rows }) =>
    rows.map((row) =>
      table(
        [row.name, title]
          .filter((part) => part !== '' && (single === undefined || part !== single.name || isCard))
          .join(': '),
        isCard
          ? [
              ['What', 3],
              ['As it is held', 6],
              ['Asked by', 4],
            ]
          : [
              ['What', 4],
              ['As it is held', 8],
            ],
        row.cells.flatMap((cell, at) => {
          const column = columns[at];
          if (column === undefined) return [];
          return [[headOf(of, column, tally.lines), wordsOf(of, cell), ...(isCard ? [askedBy(of, cell)] : [])]];
        }),
        ['line', 'lines'],
        row.scope === 'unknown'
          ? 'Whether the text applies to it nobody has said: it hangs on where its unit belongs'
          : '',
      ),
    ),
  );
  return {
    title: single === undefined || !isCard ? template.title : `${template.title}: ${single.name}`,
    headline:
      tally.rows === 0
        ? `No ${template.noun[0]} is known to which it applies`
        : `${single !== undefined && isCard ? single.name : count}: ${missing}`,
    subline: `As of ${writer.day(of.day)}${template.text === null ? '' : `, by the edition of ${packs.map(({ edition }) => writer.day(edition)).join(', ')}`}. Help, not advice: it states neither conformity nor a breach.`,
    portfolio: of.portfolio,
    date: writer.day(of.now),
    at: of.now,
    contentHash: of.contentHash,
    unshared: of.unshared,
    locale: writer.locale,
    redaction: '',
    sections: [
      section('glance', 'What this is', template.about.split('. ')[0]?.replace(/\.$/, '') ?? '', [
        table(
          '',
          [
            ['What', 3],
            ['As it is', 9],
          ],
          [...aboutLines(of, tally).slice(1), ...tallyLines(of, tally)],
          ['line', 'lines'],
        ),
      ]),
      section('state', template.title, single === undefined ? count : single.name, blocks),
      missingSection(of, tally),
      verifySection(of, tally),
    ],
  };
}

/** Parts of a card stand below each other for each model. */
const cards = (sections: readonly FilledSection[]): readonly FilledSection[] =>
  (sections[0]?.rows ?? []).flatMap((_, at) => sections.map((one) => ({ ...one, rows: one.rows.slice(at, at + 1) })));

function missingSection(of: FilledTemplate, tally: Tally): ReportSection {
  const lines = [...tally.lines.values()].filter(({ counts }) => counts.missing > 0);
  const namesOf = ({ pack, line }: LineTally): string => {
    const names = tally.gaps.filter((gap) => gap.pack === pack && gap.line === line).map(({ row }) => row.name);
    const more = names.length - NAMED;
    return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : oneOf(names, 'and');
  };
  return section(
    'matters',
    'What is missing',
    lines.length === 0
      ? 'Nothing that is asked for on this day is missing'
      : `Missing: ${of.writer.counted(lines.length, 'line')} of ${oneOf([...new Set(lines.map(({ pack }) => pack.name))], 'and')}`,
    lines.length === 0
      ? []
      : [
          table(
            '',
            [
              ['What is asked for', 4],
              ['By', 4],
              ['Missing', 1],
              ['Where', 5],
            ],
            lines.map((line) => [
              'ask' in line.line ? line.line.ask : line.line.label,
              `${line.pack.name}, ${line.line.ref}`,
              of.writer.count(line.counts.missing),
              namesOf(line),
            ]),
            ['line', 'lines'],
          ),
        ],
    'What nobody has said is no answer; what the text does not ask for yet, or perhaps not at all, is not counted here.',
  );
}

function verifySection(of: FilledTemplate, tally: Tally): ReportSection {
  const lines = [...tally.lines.values()];
  const marked = lines.filter(({ line }) => (line.verify ?? '') !== '' || line.confidence !== 'primary');
  // What somebody held against the official text stands here with who did; it is not counted as open.
  const open = marked.filter((one) => of.verified(one).state !== 'read');
  const alike = new Map<string, LineTally[]>();
  for (const one of marked) {
    const key = `${one.pack.name} ${one.line.confidence} ${one.line.verify ?? ''} ${readWords(of, one)}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return section(
    'method',
    'To be checked in the official text',
    open.length === 0
      ? marked.length === 0
        ? 'Each line was read in its source'
        : 'Each line was read in its source, or held against it by somebody'
      : `To be checked: ${open.length} of ${lines.length} lines were not read in their source, or something of them is open`,
    marked.length === 0
      ? []
      : [
          table(
            '',
            [
              ['Text', 4],
              ['Lines', 4],
              ['Wording read', 2],
              ['What to check', 5],
              ['Checked', 4],
            ],
            [...alike.values()].flatMap((own) => {
              const [first] = own;
              if (first === undefined) return [];
              const { line, pack } = first;
              const ids = own.map((one) => one.line.id).join(', ');
              return [
                [
                  pack.name,
                  ids,
                  CONFIDENCE_WORDS[line.confidence],
                  line.verify || 'the wording',
                  readWords(of, first) || '–',
                ],
              ];
            }),
            ['text', 'texts'],
          ),
        ],
  );
}
