import type PptxGenJS from 'pptxgenjs';
import { fitText } from '#domain/reports/text-width';
import { type Box, FONT, INK } from './look';

export type Slide = PptxGenJS.Slide;

/** Between the border of a panel and what is in it. */
export const PAD = 0.16;

interface Words {
  readonly text: string;
  readonly sizes: readonly number[];
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
}

/** Text in a box that it never leaves; answers the height that it takes. */
export function addWords(
  slide: Slide,
  box: Box,
  { text, sizes, bold = false, color = INK.text, align = 'left', valign = 'top' }: Words,
): number {
  if (text === '') return 0;
  const fitted = fitText(text, { width: box.w, height: box.h, sizes, bold });
  slide.addText(fitted.text, {
    ...box,
    margin: 0,
    fontFace: FONT,
    fontSize: fitted.size,
    bold,
    color,
    align,
    valign,
    wrap: true,
    fit: 'none',
    lang: 'en-GB',
  });
  return fitted.height;
}

/** A white card with its title and one line on how to read it; answers the box that is left for what it shows. */
export function addPanel(slide: Slide, box: Box, title: string, reading: string): Box {
  slide.addShape('roundRect', {
    ...box,
    rectRadius: 0.06,
    fill: { color: INK.panel },
    line: { color: INK.hairline, width: 0.75 },
    objectName: `Panel: ${title}`,
  });
  const inner = { x: box.x + PAD, y: box.y + PAD * 0.75, w: box.w - 2 * PAD };
  const titled =
    title === '' ? 0 : addWords(slide, { ...inner, h: 0.26 }, { text: title, sizes: [13, 12, 11], bold: true });
  const top = inner.y + (titled > 0 ? 0.27 : 0);
  const read = addWords(slide, { ...inner, y: top, h: 0.36 }, { text: reading, sizes: [10.5, 9.5], color: INK.muted });
  const y = top + read + 0.08;
  return { x: inner.x, y, w: inner.w, h: box.y + box.h - PAD * 0.75 - y };
}
