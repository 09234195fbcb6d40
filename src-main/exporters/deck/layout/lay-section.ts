import type { ReportContent, ReportSection } from '#domain/reports/content';
import type { Box } from '../template/box';
import type { Main, Stage, Stages } from '../template/choose-layouts';
import { type Block, FLOWING, SIZES, TIGHT_SIZES, toBlock } from './blocks';
import { heightOf } from './measure';
import type { Page, Setting } from './page';
import { placeRows } from './place-rows';
import { type Planned, planRows } from './plan-rows';

/** Points on a slide 7.5 inches high. */
const TITLE = { most: 26, least: 12 } as const;
const LEAD = 13;
/** Inches that a place keeps free around its words. */
const INSET = 0.1;
/** Inches between title and content where no lead stands between them. */
const BELOW_TITLE = 0.16;

interface Titled {
  /** `null`: the layout's own. */
  readonly size: number | null;
  readonly text: string;
  /** The whole sentence, where the title has no room for it. */
  readonly overflow: string;
}

/** A title at the size of the layout, or at a smaller one at which it has room; one that has none at all is told whole below. */
function fitTitle(text: string, { title, titleBox, layout }: Stage, { scale, measure }: Setting): Titled {
  const own = title.size ?? layout.titleSize;
  const width = titleBox.w - 2 * INSET;
  const room = Math.max(titleBox.h - 0.5 * INSET, 0.4 * scale);
  const fits = (size: number, words = text): boolean =>
    heightOf({ text: words, size, bold: true }, width, measure) <= room;
  const most = Math.min(own, TITLE.most * scale);
  const size = TITLE.least * scale;
  for (let points = most; points >= size; points -= 0.5)
    if (fits(points)) return { size: points === own ? null : points, text, overflow: '' };
  const words = text.split(' ');
  while (words.length > 1 && !fits(size, `${words.join(' ')} …`)) words.pop();
  return { size, text: `${words.join(' ')} …`, overflow: text };
}

function mainOf(section: ReportSection): Main {
  const found = section.blocks.find(({ kind }) => kind === 'chart' || kind === 'table')?.kind;
  return found === 'chart' || found === 'table' ? found : 'text';
}

interface Head {
  readonly lead: Page['lead'];
  readonly body: Box;
  /** A lead that would take too much of the slide is the first of its blocks. */
  readonly spilled: string;
}

function layLead(text: string, stage: Stage, { scale, measure }: Setting): Head {
  const { lead, body } = stage;
  const top = (lead?.box?.y ?? body.y) + (lead?.box ? BELOW_TITLE * scale : 0);
  const taller = { ...body, y: Math.min(top, body.y), h: body.y + body.h - Math.min(top, body.y) };
  if (text === '') return { lead: null, body: taller, spilled: '' };
  const size = LEAD * scale;
  const box = lead?.box ?? body;
  const h = heightOf({ text, size }, box.w - 2 * INSET, measure) + 0.08 * scale;
  if (h > 0.24 * taller.h) return { lead: null, body: taller, spilled: text };
  const own = { x: box.x, w: box.w, y: lead?.box ? box.y : body.y, h: Math.max(h, lead?.box?.h ?? 0) };
  const y = Math.max(own.y + h + 0.14 * scale, lead?.box ? body.y : 0);
  return { lead: { text, size, box: own }, body: { ...body, y, h: body.y + body.h - y }, spilled: '' };
}

interface Draft {
  readonly body: Box;
  readonly size: number;
  readonly planned: Planned;
}

/** Blocks beyond these are laid out at one size only: trying them all would take long and change little. */
const MOST_TRIED = 60;

/** The layout with the fewest slides, and of those the one with the largest letters. */
function fewest(
  blocksAt: (size: number) => Block[],
  bodies: readonly [first: Box, later: Box],
  setting: Setting,
): Draft[] {
  const blocks = blocksAt(FLOWING);
  const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.table.rows.length : 1), 0);
  const sizes = rows > MOST_TRIED ? [FLOWING] : setting.tight ? TIGHT_SIZES : SIZES;
  // One block has the width of the slide either way.
  const widths = blocks.length > 1 ? [true, false] : [true];
  let best: Draft[] | null = null;
  for (const points of sizes) {
    for (const spacious of widths) {
      const size = points * setting.scale;
      const drafts = flow(blocksAt(size), bodies, { size, setting, spacious });
      if (best === null || drafts.length < best.length) best = drafts;
      if (best.length === 1) return best;
    }
  }
  return best ?? [];
}

function flow(
  blocks: readonly Block[],
  [first, later]: readonly [Box, Box],
  how: { readonly size: number; readonly setting: Setting; readonly spacious: boolean },
): Draft[] {
  const drafts: Draft[] = [];
  let rest = blocks;
  do {
    const body = drafts.length === 0 ? first : later;
    const planned = planRows(rest, { width: body.w, height: body.h, ...how });
    if (planned.rows.length === 0 && rest.length > 0) throw new RangeError('the slides have no room for anything');
    drafts.push({ body, size: how.size, planned });
    rest = planned.rest;
  } while (rest.length > 0);
  return drafts;
}

/** A section on so many slides as it needs: nothing is cut, and none has the title of another. */
export function laySection(content: ReportContent, section: ReportSection, stages: Stages, setting: Setting): Page[] {
  const stage = stages[mainOf(section)];
  const first = fitTitle(section.headline, stage, setting);
  const head = layLead(section.lead, stage, setting);
  const spilled = [first.overflow, head.spilled].filter((text) => text !== '');
  const blocksAt = (size: number): Block[] => [
    ...spilled.map((text) => toBlock({ kind: 'text', title: '', paragraphs: [text] }, size)),
    ...section.blocks.map((block) => toBlock(block, size)),
  ];
  const bodyOf = (box: Box): Box => ({ ...box, x: box.x + INSET, w: box.w - 2 * INSET });
  const drafts = fewest(blocksAt, [bodyOf(head.body), bodyOf(layLead('', stage, setting).body)], setting);
  return drafts.map((draft, at) => {
    const more = drafts.length > 1 ? ` (${at + 1} of ${drafts.length})` : '';
    const title = at === 0 && more === '' ? first : fitTitle(`${section.headline}${more}`, stage, setting);
    return {
      stage,
      title: title.text.includes(more) ? title.text : `${title.text}${more}`,
      titleSize: title.size,
      lead: at === 0 ? head.lead : null,
      items: placeRows(draft.planned.rows, draft.body, draft.size, setting),
      notes: notesOf(content, section),
    };
  });
}

/** What a presenter says beyond the slide, and where each number comes from. */
function notesOf(content: ReportContent, { title, headline, lead, blocks, sources }: ReportSection): string {
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.alt] : []));
  const rows = ({ rows: counted }: (typeof sources)[number]): string => (counted === '' ? '' : `; ${counted}`);
  return [
    title,
    `${headline}.${lead === '' ? '' : ` ${lead}`}`,
    ...charts,
    '',
    'Where the numbers come from:',
    ...sources.map((note) => `${note.what}: ${note.channel}; ${note.formula}${rows(note)}.`),
    '',
    `Portfolio ${content.portfolio}, ${content.date}, content ${content.contentHash}${content.unshared ? `, ${content.unshared}` : ''}.`,
    ...(content.redaction === '' ? [] : [content.redaction]),
  ].join('\n');
}
