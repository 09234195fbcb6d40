import type PptxGenJS from 'pptxgenjs';
import { assertNever } from '#domain/base/assert-never';
import type {
  KeyFigure,
  ReportBlock,
  ReportChart,
  ReportContent,
  ReportSection,
  SourceNote,
} from '#domain/reports/content';
import { fitText } from '#domain/reports/text-width';
import { addChart, isLabelled } from './add-chart';
import { addTable, tableHeight } from './add-table';
import { BODY, type Box, FONT, GAP, INK, MARGIN, SLIDE } from './look';
import { addPanel, addWords, PAD, type Slide } from './panel';

const WIDTH = SLIDE.width - 2 * MARGIN;
const FIGURES_HEIGHT = 1.12;
/** Room for a few sentences under a table. */
const TEXT_HEIGHT = 1.3;
/** Points at which sentences of a panel are read at a table. */
const READ_SIZE = 11;
const PARAGRAPH_GAP = 0.12;
/** Title and padding of a panel of sentences. */
const TEXT_HEAD = 0.55;
/** Title, two lines on how to read it, and padding of a panel. */
const PANEL_HEAD = 1;

type DrawnBlock = Exclude<ReportBlock, { kind: 'figures' }>;

/** One slide: what it is about, the finding, what stands behind it, and its blocks. */
export function addSection(pptx: PptxGenJS, master: string, content: ReportContent, section: ReportSection): void {
  const slide = pptx.addSlide({ masterName: master });
  addWords(
    slide,
    { x: MARGIN, y: 0.36, w: WIDTH, h: 0.24 },
    { text: section.title, sizes: [12], bold: true, color: INK.accent },
  );
  let top = addFinding(slide, section) + GAP;
  const figures = section.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  const blocks = section.blocks.filter((block): block is DrawnBlock => block.kind !== 'figures');
  if (figures.length > 0) {
    addFigures(slide, { x: MARGIN, y: top, w: WIDTH, h: FIGURES_HEIGHT }, figures);
    top += FIGURES_HEIGHT + GAP;
  }
  for (const [block, box] of placed(blocks, { x: MARGIN, y: top, w: WIDTH, h: BODY.bottom - top }))
    addBlock(pptx, slide, box, block);
  slide.addNotes(notesOf(content, section));
}

/** In one frame, so that the line behind the finding follows it however the letters run; answers where both end. */
function addFinding(slide: Slide, { headline, lead }: ReportSection): number {
  const [y, height] = [0.62, BODY.top - 0.08 - 0.62];
  const finding = fitText(headline, { width: WIDTH, height: 0.84, sizes: [24, 22, 20, 18, 16], bold: true });
  const behind = fitText(lead, { width: WIDTH, height: height - finding.height - 0.06, sizes: [13, 12, 11, 10] });
  const parts = [
    { text: finding.text, options: { fontSize: finding.size, bold: true, color: INK.text, breakLine: lead !== '' } },
    ...(lead === ''
      ? []
      : [{ text: behind.text, options: { fontSize: behind.size, color: INK.muted, paraSpaceBefore: 4 } }]),
  ];
  const used = finding.height + (lead === '' ? 0 : behind.height + 0.06);
  slide.addText(parts, {
    x: MARGIN,
    y,
    w: WIDTH,
    h: used,
    margin: 0,
    fontFace: FONT,
    valign: 'top',
    fit: 'none',
    lang: 'en-GB',
  });
  return y + used;
}

/** Side by side, from the second on under each other; tables alone under each other, for their sentences need the width. */
function placed(blocks: readonly DrawnBlock[], body: Box): (readonly [DrawnBlock, Box])[] {
  const [first, second] = blocks;
  const last = blocks.at(-1);
  if (!first) return [];
  // A few sentences need no card of the height of a slide.
  if (body.h > TEXT_HEIGHT && blocks.every(({ kind }) => kind === 'text'))
    return placed(blocks, { ...body, h: TEXT_HEIGHT });
  // Sentences about two charts need the width of both.
  if (blocks.length === 3 && last?.kind === 'text') {
    const h = Math.min(body.h / 2, textHeight(last, body.w));
    const charts = placed(blocks.slice(0, 2), { ...body, h: body.h - h - GAP });
    return [...charts, [last, { ...body, y: body.y + body.h - h, h }]];
  }
  if (!second) return [[first, body]];
  if (blocks.every(({ kind }) => kind === 'table')) return stacked(blocks, body);
  const half = (body.w - GAP) / 2;
  return [[first, { ...body, w: half }], ...stacked(blocks.slice(1), { ...body, x: body.x + half + GAP, w: half })];
}

/** Of a panel that holds all of these paragraphs at a size that is read at a table. */
function textHeight({ paragraphs }: Extract<DrawnBlock, { kind: 'text' }>, width: number): number {
  const fitted = paragraphs.map((text) => fitText(text, { width: width - 2 * PAD, height: 2, sizes: [READ_SIZE] }));
  return fitted.reduce((sum, { height }) => sum + height + PARAGRAPH_GAP, TEXT_HEAD);
}

function wantedHeight(block: DrawnBlock, width: number): number {
  return block.kind === 'table' ? tableHeight(block, width - 2 * PAD) + PANEL_HEAD : TEXT_HEIGHT;
}

/** Each block takes what it needs, where that leaves the others what they need, and its share else; the last takes the rest. */
function stacked(blocks: readonly DrawnBlock[], body: Box): (readonly [DrawnBlock, Box])[] {
  const found: (readonly [DrawnBlock, Box])[] = [];
  let { y } = body;
  for (const [index, block] of blocks.entries()) {
    const left = blocks.length - index;
    const room = body.y + body.h - y - GAP * (left - 1);
    const others = blocks.slice(index + 1).reduce((sum, other) => sum + wantedHeight(other, body.w), 0);
    const h = left === 1 ? room : Math.min(wantedHeight(block, body.w), Math.max(room / left, room - others));
    found.push([block, { ...body, y, h }]);
    y += h + GAP;
  }
  return found;
}

function addBlock(pptx: PptxGenJS, slide: Slide, box: Box, block: DrawnBlock): void {
  switch (block.kind) {
    case 'chart':
      addChart(pptx, slide, addPanel(slide, box, block.title, readingOf(block)), block);
      return;
    case 'table':
      addTable(slide, addPanel(slide, box, block.title, block.reading), block);
      return;
    case 'text':
      addParagraphs(slide, addPanel(slide, box, block.title, ''), block.paragraphs);
      return;
    default:
      assertNever(block);
  }
}

/** Where no axis says what the numbers are, the line that says how to read the chart does. */
function readingOf(chart: ReportChart): string {
  const lying = chart.shape === 'bars' || chart.shape === 'stacked_bars';
  return lying && !isLabelled(chart) ? `${chart.reading} In ${chart.unit}.` : chart.reading;
}

function addParagraphs(slide: Slide, box: Box, paragraphs: readonly string[]): void {
  let y = box.y;
  // The size at which all of them have room together.
  const gaps = PARAGRAPH_GAP * Math.max(0, paragraphs.length - 1);
  const { size } = fitText(paragraphs.join('\n'), {
    width: box.w,
    height: box.h - gaps,
    sizes: [14, 13, 12, 11, 10, 9],
  });
  for (const paragraph of paragraphs) {
    const room = box.y + box.h - y;
    if (room < 0.15) return;
    y += addWords(slide, { ...box, y, h: room }, { text: paragraph, sizes: [size] }) + PARAGRAPH_GAP;
  }
}

function addFigures(slide: Slide, box: Box, figures: readonly KeyFigure[]): void {
  const width = (box.w - GAP * (figures.length - 1)) / figures.length;
  for (const [index, { label, value, detail }] of figures.entries()) {
    const inner = addPanel(slide, { ...box, x: box.x + index * (width + GAP), w: width }, '', '');
    const line = { x: inner.x, w: inner.w };
    addWords(slide, { ...line, y: box.y + 0.1, h: 0.2 }, { text: label, sizes: [10.5, 9.5, 8.5], color: INK.muted });
    addWords(
      slide,
      { ...line, y: box.y + 0.32, h: 0.42 },
      { text: value, sizes: [22, 20, 18, 16, 14, 12, 10], bold: true, valign: 'middle' },
    );
    addWords(slide, { ...line, y: box.y + 0.75, h: 0.33 }, { text: detail, sizes: [10, 9, 8.5], color: INK.muted });
  }
}

const sayRows = ({ rows }: SourceNote): string => (rows === '' ? '' : ` (${rows})`);

/** What a speaker can say, and where each number of the slide comes from. */
function notesOf(content: ReportContent, { headline, lead, blocks, sources }: ReportSection): string {
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.alt] : []));
  return [
    `${headline}.${lead === '' ? '' : ` ${lead}`}`,
    ...charts,
    '',
    'Where the numbers come from:',
    ...sources.map((note) => `${note.what}: ${note.channel}; ${note.formula}${sayRows(note)}.`),
    '',
    `Portfolio ${content.portfolio}, ${content.date}, content ${content.contentHash}.`,
    ...(content.redaction === '' ? [] : [content.redaction]),
  ].join('\n');
}
