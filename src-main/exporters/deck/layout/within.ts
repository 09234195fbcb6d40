import { oneOf } from '#domain/base/wording';
import type { ReportBlock, ReportContent, ReportSection, ReportTable, SectionId } from '#domain/reports/content';
import type { Stages } from '../template/choose-layouts';
import { laySection } from './lay-section';
import type { Page, Setting } from './page';

/** Which sections give up room first: what is decided, and how it was made, last. */
const ORDER: readonly SectionId[] = [
  'roadmap',
  'matters',
  'maturity',
  'beliefs',
  'estate',
  'state',
  'governance',
  'incidents',
  'options',
  'method',
  'decision',
];
/** Sections whose rows are no list of which the first are the weightiest: each says something of its own. */
const WHOLE: ReadonlySet<SectionId> = new Set(['decision', 'method']);
const LEAST_ROWS = 3;

/** A section as it is shown, on its slides, and what of it was left out. */
interface Shown {
  readonly section: ReportSection;
  readonly pages: readonly Page[];
  readonly left: readonly string[];
}

interface Shorter {
  readonly section: ReportSection;
  readonly left: readonly string[];
}

/**
 * Sections on so many slides at most, as far as the template has room for what cannot be left out. First letters grow smaller,
 * then words go that stand on another slide anyway, then the last rows of ranked tables, further words, and charts beside a
 * table; what was left out is said once, in the last section.
 */
export function layWithin(
  content: ReportContent,
  sections: readonly ReportSection[],
  stages: Stages,
  setting: Setting,
  most: number,
): readonly Shown[] {
  const lay = (section: ReportSection, how: Setting): readonly Page[] => laySection(content, section, stages, how);
  const shown: Shown[] = sections.map((section) => ({ section, pages: lay(section, setting), left: [] }));
  const total = (): number => shown.reduce((sum, { pages }) => sum + pages.length, 0);
  const tight = { ...setting, tight: true };
  const shrink = (at: number): void => {
    const one = shown[at];
    if (!one) return;
    for (const { section, left } of shorter(one.section, toldBy(sections.filter((_, index) => index !== at)))) {
      const pages = lay(section, tight);
      if (pages.length >= one.pages.length) continue;
      shown[at] = { section, pages, left };
      if (pages.length === 1) return;
    }
  };
  const places = ORDER.map((id) => sections.findIndex((section) => section.id === id));
  for (const at of places) if (at >= 0 && total() > most && (shown[at]?.pages.length ?? 1) > 1) shrink(at);
  const left = shown.flatMap((one) => one.left);
  const end = shown.length - 1;
  const last = shown[end];
  if (left.length === 0 || !last) return shown;
  const paragraphs = [
    `This template has less room than ours. In the steering deck stands besides: ${oneOf(left, 'and')}.`,
  ];
  const section = {
    ...last.section,
    blocks: [...last.section.blocks, { kind: 'text' as const, title: '', paragraphs }],
  };
  shown[end] = { section, pages: lay(section, tight), left: last.left };
  return shown;
}

/** Every whole text of some sections. */
function toldBy(sections: readonly ReportSection[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ lead, blocks }) => [
      lead,
      ...blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.flat() : block.kind === 'text' ? block.paragraphs : [],
      ),
    ]),
  );
}

/** The section with less and less in it. */
function* shorter(section: ReportSection, told: ReadonlySet<string>): Generator<Shorter> {
  let own: Shorter = { section, left: [] };
  const keep = (wanted: (block: ReportBlock) => boolean, name: (block: ReportBlock) => string): void => {
    const gone = own.section.blocks.filter((block) => !wanted(block));
    const blocks = own.section.blocks.filter(wanted);
    own = { section: { ...own.section, blocks }, left: [...own.left, ...gone.map(name).filter((what) => what !== '')] };
  };
  yield own;
  keep(
    (block) => block.kind !== 'text' || !block.paragraphs.every((words) => told.has(words)),
    () => '',
  );
  yield own;
  if (WHOLE.has(section.id)) return;
  const fewest = (least: number): Shorter => cutRows(own, least);
  for (let least = longest(own.section) - 1; least >= 5; least -= 1) yield fewest(least);
  keep(
    (block) => block.kind !== 'text',
    (block) => (block.kind === 'text' ? `“${block.title}”` : ''),
  );
  yield own;
  for (let least = longest(own.section) - 1; least >= LEAST_ROWS; least -= 1) yield fewest(least);
  const tables = own.section.blocks.some(({ kind }) => kind === 'table');
  if (!tables) return;
  keep(
    (block) => block.kind !== 'chart',
    (block) => (block.kind === 'chart' ? `the chart “${block.title}”` : ''),
  );
  yield own;
  for (let least = longest(own.section) - 1; least >= LEAST_ROWS; least -= 1) yield fewest(least);
}

/** Rows of a table that compares options are its figures, and stay. */
const isRanked = (block: ReportBlock): block is ReportTable => block.kind === 'table' && block.highlight === undefined;

const longest = ({ blocks }: ReportSection): number =>
  Math.max(0, ...blocks.filter(isRanked).map(({ rows }) => rows.length));

function cutRows({ section, left }: Shorter, most: number): Shorter {
  const cut = section.blocks.filter((block): block is ReportTable => isRanked(block) && block.rows.length > most);
  const blocks = section.blocks.map((block) => {
    if (!cut.some((one) => one === block) || block.kind !== 'table') return block;
    const first = `The first ${most} of ${block.rows.length} ${block.noun[1]}.`;
    return { ...block, rows: block.rows.slice(0, most), reading: [first, block.reading].join(' ').trim() };
  });
  const names = cut.map(({ rows, noun, title }) => {
    const gone = rows.length - most;
    return `${gone} of ${rows.length} ${noun[1]}${title === '' ? '' : ` (“${title}”)`}`;
  });
  return { section: { ...section, blocks }, left: [...left, ...names] };
}
