import type { Output } from '#contract/index';
import { ORIGIN_WORDS } from '#domain/governance/pack-words';
import type { Ask, AskState, FilledRow, FilledSection } from '#domain/governance/templates/fill-template';
import type { Template, TemplateColumn } from '#domain/governance/templates/template';
import { type VerifiedMark, verifyWords } from '#domain/governance/verify-words';
import type { ReportWriter } from '#domain/reports/writer';

/** A template with what it is of, before it becomes a file. */
export interface FilledTemplate {
  readonly template: Template;
  /** The editions that it was held against. */
  readonly packs: readonly Output<'governance.completeness'>['pack'][];
  /** ISO; also the day of the rows where it does not lie ahead. */
  readonly day: string;
  readonly portfolio: string;
  readonly contentHash: string;
  /** Of the journal. */
  readonly head: string;
  /** What others who share the portfolio do not have yet; '' = nothing. */
  readonly unshared: string;
  readonly now: string;
  readonly by: string;
  readonly program: string;
  readonly writer: ReportWriter;
  /** What came of the mark to verify of a line. */
  readonly verified: (ask: Pick<Ask, 'pack' | 'line'>) => VerifiedMark;
}

/** Who read what is to be verified of a line; '' where there is no mark. */
export const readWords = ({ verified, writer }: FilledTemplate, ask: Pick<Ask, 'pack' | 'line'>): string =>
  verifyWords(verified(ask), writer.day);

/** A line of a text that the sheet has a column for, and how the rows stand before it. */
export interface LineTally extends Pick<Ask, 'pack' | 'line'> {
  readonly column: TemplateColumn;
  readonly counts: Record<AskState, number>;
}

/** A line that is missing of one row. */
export interface Gap extends Pick<Ask, 'pack' | 'line' | 'from'> {
  readonly row: Pick<FilledRow, 'modelId' | 'name'>;
  readonly head: string;
}

/** So many gaps are listed one by one; those beyond are counted. */
const GAPS_LISTED = 50_000;

/** What is asked of the rows that went by, each line of a row once. */
export class Tally {
  readonly lines = new Map<string, LineTally>();
  readonly gaps: Gap[] = [];
  rows = 0;
  scopeUnknown = 0;
  missing = 0;

  add({ columns }: FilledSection, row: FilledRow): void {
    this.rows += 1;
    if (row.scope === 'unknown') this.scopeUnknown += 1;
    const seen = new Map<string, { readonly ask: Ask; readonly column: TemplateColumn; readonly isEmpty: boolean }>();
    row.cells.forEach(({ asks, told }, at) => {
      const column = columns[at];
      if (column === undefined) return;
      for (const ask of asks) {
        const key = `${ask.pack.id} ${ask.line.id}`;
        const known = seen.get(key);
        // Of several columns that a line asks for, the empty one says what is missing.
        if (known === undefined || (!known.isEmpty && told === null))
          seen.set(key, { ask, column, isEmpty: told === null });
      }
    });
    for (const [key, { ask, column }] of seen) this.count(key, ask, column, row);
  }

  private count(key: string, ask: Ask, column: TemplateColumn, row: FilledRow): void {
    const known = this.lines.get(key) ?? {
      pack: ask.pack,
      line: ask.line,
      column,
      counts: { held: 0, missing: 0, later: 0, unknown: 0, notAsked: 0 },
    };
    known.counts[ask.state] += 1;
    this.lines.set(key, known);
    if (ask.state !== 'missing') return;
    this.missing += 1;
    const { modelId, name } = row;
    if (this.gaps.length < GAPS_LISTED)
      this.gaps.push({ pack: ask.pack, line: ask.line, from: ask.from, row: { modelId, name }, head: column.head });
  }
}

/** What stands in a cell without a value, by how the lines that ask for it stand. */
export const EMPTY_WORDS: Readonly<Record<AskState, string>> = {
  held: '',
  missing: 'missing',
  later: 'not asked yet',
  unknown: 'not known',
  notAsked: '–',
};

/** What the sheet is of, as pairs of a label and its words. */
export function aboutLines(of: FilledTemplate, tally: Tally): readonly (readonly [string, string])[] {
  const { template, day, contentHash, head, now, by, program, portfolio, writer } = of;
  const asking = new Set([...tally.lines.values()].map(({ pack }) => `${pack.id}@${pack.edition}`));
  // Of a card those that ask something; a sheet of one text says which even where it lists nothing.
  const packs = of.packs.filter(({ id, edition }) => template.text !== null || asking.has(`${id}@${edition}`));
  const texts = packs.map(
    ({ name, issuer, edition, effectiveFrom, checkedOn, stale, status, origin }) =>
      `${name} (${issuer}), ${origin === 'shipped' ? '' : `${ORIGIN_WORDS[origin]}, `}edition of ${writer.day(edition)}, ${
        effectiveFrom === null ? 'proposed' : `in force from ${writer.day(effectiveFrom)}`
      }${status === 'superseded' ? ', since followed by another' : ''}; compared with its sources on ${writer.day(checkedOn)}${
        stale ? ', longer ago than it allows' : ''
      }`,
  );
  return [
    ['What it is', template.about],
    ['Portfolio', portfolio],
    ['As of', writer.day(day)],
    ['Read', `${now.slice(0, 16).replace('T', ' ')} UTC by ${by}, with ${program}`],
    ['Hash of the content', contentHash || 'nothing is journaled yet'],
    ['Head of the journal', head || 'nothing is journaled yet'],
    ...(of.unshared === '' ? [] : ([['Not yet shared', of.unshared]] as const)),
    ...(texts.length > 0 ? texts : ['None applies, as far as the portfolio says']).map(
      (words): readonly [string, string] => ['Text', words],
    ),
    ['Help, not advice', [...new Set(of.packs.map(({ disclaimer }) => disclaimer))].join(' ')],
    [
      'Empty cells',
      template.form === null
        ? '“missing” is asked for on this day and not there; “not asked yet” is asked for later; “not known” hangs on an answer that nobody has given; “–” is not asked of it; “not said” nobody asks for.'
        : 'What nobody has said is empty, which is not no; N/A is what the form has no word for.',
    ],
  ];
}
