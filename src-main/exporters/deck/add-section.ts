import type PptxGenJS from 'pptxgenjs';
import { assertNever } from '#domain/assert-never';
import type { KeyFigure, ReportBlock, ReportContent, ReportSection } from '#domain/report/content';
import { fitText } from '#domain/report/text-width';
import { addChart } from './add-chart';
import { addTable, tableHeight } from './add-table';
import { BODY, type Box, GAP, INK, MARGIN, SLIDE } from './look';
import { notesOf } from './notes';
import { addPanel, addWords, type Slide } from './panel';

const WIDTH = SLIDE.width - 2 * MARGIN;
const FIGURES_HEIGHT = 1.12;

type DrawnBlock = Exclude<ReportBlock, { kind: 'figures' }>;

/** One slide: what it is about, the finding, what stands behind it, and its blocks. */
export function addSection(pptx: PptxGenJS, master: string, content: ReportContent, section: ReportSection): void {
  const slide = pptx.addSlide({ masterName: master });
  addWords(
    slide,
    { x: MARGIN, y: 0.36, w: WIDTH, h: 0.24 },
    { text: section.title, sizes: [12], bold: true, color: INK.accent },
  );
  addHeadline(slide, section);
  const figures = section.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  const blocks = section.blocks.filter((block): block is DrawnBlock => block.kind !== 'figures');
  if (figures.length > 0) addFigures(slide, { x: MARGIN, y: BODY.top, w: WIDTH, h: FIGURES_HEIGHT }, figures);
  const top = BODY.top + (figures.length > 0 ? FIGURES_HEIGHT + GAP : 0);
  for (const [block, box] of placed(blocks, { x: MARGIN, y: top, w: WIDTH, h: BODY.bottom - top }))
    addBlock(pptx, slide, box, block);
  slide.addNotes(notesOf(content, section));
}

/** A short finding stands in large letters, and the line behind it moves up under it. */
function addHeadline(slide: Slide, { headline, lead }: ReportSection): void {
  const box = { x: MARGIN, y: 0.62, w: WIDTH, h: 0.84 };
  const used = addWords(slide, box, { text: headline, sizes: [24, 22, 20, 18, 16], bold: true });
  const y = box.y + used + 0.06;
  addWords(
    slide,
    { x: MARGIN, y, w: WIDTH, h: BODY.top - 0.08 - y },
    { text: lead, sizes: [13, 12, 11, 10], color: INK.muted },
  );
}

/** Side by side; tables under each other, for their sentences need the width. */
function placed(blocks: readonly DrawnBlock[], body: Box): (readonly [DrawnBlock, Box])[] {
  const [first, second] = blocks;
  if (!first) return [];
  if (!second) return [[first, body]];
  if (first.kind === 'table' && second.kind === 'table') {
    const room = body.h - GAP;
    const wanted = tableHeight(first, body.w - 0.32) + 0.85;
    const upper = Math.min(Math.max(wanted, 1.2), room * 0.55);
    return [
      [first, { ...body, h: upper }],
      [second, { ...body, y: body.y + upper + GAP, h: room - upper }],
    ];
  }
  const half = (body.w - GAP) / 2;
  return [
    [first, { ...body, w: half }],
    [second, { ...body, x: body.x + half + GAP, w: half }],
  ];
}

function addBlock(pptx: PptxGenJS, slide: Slide, box: Box, block: DrawnBlock): void {
  switch (block.kind) {
    case 'chart':
      addChart(pptx, slide, addPanel(slide, box, block.title, block.reading), block);
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

function addParagraphs(slide: Slide, box: Box, paragraphs: readonly string[]): void {
  let y = box.y;
  // The size at which all of them have room together.
  const gaps = 0.12 * Math.max(0, paragraphs.length - 1);
  const { size } = fitText(paragraphs.join('\n'), {
    width: box.w,
    height: box.h - gaps,
    sizes: [14, 13, 12, 11, 10, 9],
  });
  for (const paragraph of paragraphs) {
    const room = box.y + box.h - y;
    if (room < 0.15) return;
    y += addWords(slide, { ...box, y, h: room }, { text: paragraph, sizes: [size] }) + 0.12;
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
