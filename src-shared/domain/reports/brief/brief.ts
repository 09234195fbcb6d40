import type {
  KeyFigure,
  ReportBlock,
  ReportChart,
  ReportContent,
  ReportSection,
  ReportTable,
  SectionId,
} from '../content';
import { capital } from '../kit';

export interface BriefList {
  readonly title: string;
  /** The most important first: who has no room leaves out the last ones and says how many. */
  readonly points: readonly string[];
}

/** The board paper on one page: its own sentences and numbers, with no second wording. */
export interface Brief {
  readonly title: string;
  readonly portfolio: string;
  readonly date: string;
  readonly redaction: string;
  readonly figures: readonly KeyFigure[];
  /** The options side by side, or what is asked where there is no plan. */
  readonly main: ReportTable | null;
  readonly chart: ReportChart | null;
  readonly lists: readonly BriefList[];
  readonly steps: ReportTable | null;
  /** Of what it was made, and where the rest is. */
  readonly foot: string;
}

/** Rows of the options that a reader of one page compares, by their beginnings. */
const COMPARED = ['Investment', 'Present value', 'NPV against', 'Paid back', 'Costs least', 'People'] as const;
/** Rows of the decision that other parts of the page tell. */
const TOLD_BESIDE = new Set(['What would change it', 'Who, by when']);

type Kind = ReportBlock['kind'];

const blocksOf = <K extends Kind>(section: ReportSection | undefined, kind: K): Extract<ReportBlock, { kind: K }>[] =>
  (section?.blocks ?? []).filter((block): block is Extract<ReportBlock, { kind: K }> => block.kind === kind);

/** @param content of the length `board` */
export function briefOf(content: ReportContent): Brief {
  const part = (id: SectionId): ReportSection | undefined => content.sections.find((section) => section.id === id);
  const [decision, options] = [part('decision'), part('options')];
  const rows = blocksOf(decision, 'table')[0];
  const said = (what: string): string => rows?.rows.find(([name]) => name === what)?.[1] ?? '';
  return {
    title: titleOf(decision?.headline ?? content.headline),
    portfolio: content.portfolio,
    date: content.date,
    redaction: content.redaction,
    figures: blocksOf(decision, 'figures')[0]?.figures ?? [],
    main: options ? comparedOf(options) : asked(rows),
    chart: blocksOf(options, 'chart')[0] ?? null,
    lists: [
      ...(options ? [{ title: 'Where the answer turns', points: turnsOf(options, said('The rule of thumb')) }] : []),
      {
        title: 'Why now',
        points: ['state', 'incidents', 'maturity', 'estate'].flatMap((id) => part(id as SectionId)?.headline ?? []),
      },
      options ? beliefs(part('beliefs'), said('If nothing is done')) : missing(part('method')),
    ].filter(({ points }) => points.length > 0),
    steps: stepsOf(part('roadmap'), part('matters') ?? part('state')),
    foot: [
      said('Who, by when'),
      `Content ${content.contentHash.slice(0, 16)}${content.unshared ? `, ${content.unshared}` : ''}. Method, sources and every input: report and workbook of the same content.`,
    ]
      .filter((words) => words !== '')
      .join(' '),
  };
}

/** What is asked for needs no name; that nothing is does. */
const titleOf = (headline: string): string => capital(headline.replace(/^Decision: (?!none\b)/, ''));

/** The options with the rows that matter most; of others than ours all of them. */
function comparedOf(options: ReportSection): ReportTable | null {
  const [table] = blocksOf(options, 'table');
  if (!table) return null;
  const rows = table.rows.filter(([name = '']) => COMPARED.some((begin) => name.startsWith(begin)));
  return { ...table, title: 'The options', reading: '', rows: rows.length === 0 ? table.rows : rows };
}

function asked(rows: ReportTable | undefined): ReportTable | null {
  if (!rows) return null;
  return { ...rows, title: 'What is asked', rows: rows.rows.filter(([name = '']) => !TOLD_BESIDE.has(name)) };
}

const sentences = (words: string): string[] => words.split(/(?<=\.) (?=[A-Z])/).filter((one) => one !== '');

function turnsOf(options: ReportSection, rule: string): string[] {
  return [...blocksOf(options, 'text').flatMap(({ paragraphs }) => paragraphs.flatMap(sentences)), rule].filter(
    (one) => one !== '',
  );
}

/** What the case hangs on, the most fragile first, and what happens otherwise. */
function beliefs(section: ReportSection | undefined, otherwise: string): BriefList {
  const rows = blocksOf(section, 'table')[0]?.rows ?? [];
  const told = rows.map(
    ([input = '', plan = '', turns = '', range = '']) =>
      `${input}: ${plan} in the plan, turns at ${turns}; believed ${range}.`,
  );
  return {
    title: 'Risks, and what must be believed',
    points: [...told.slice(0, 2), ...(otherwise === '' ? [] : [otherwise]), ...told.slice(2)],
  };
}

function missing(method: ReportSection | undefined): BriefList {
  const rows = blocksOf(method, 'table')[0]?.rows ?? [];
  return {
    title: 'What is not known yet',
    points: rows.flatMap(([part, state, fill]) =>
      fill === '–' ? [] : [`${part}: ${state} What would fill it: ${fill?.charAt(0).toLowerCase()}${fill?.slice(1)}.`],
    ),
  };
}

/** Steps with who and by when; where nothing is planned, what asks for attention first. */
function stepsOf(roadmap: ReportSection | undefined, matters: ReportSection | undefined): ReportTable | null {
  const planned = blocksOf(roadmap, 'table')[0];
  if (planned) return { ...planned, title: 'Next steps', reading: roadmap === undefined ? '' : `${roadmap.headline}.` };
  const table = blocksOf(matters, 'table')[0];
  return table ? { ...table, title: 'What to look at first' } : null;
}
