import { findAll, numberOf, type XmlElement } from '../package/xml';

/** English Metric Units of an inch. */
export const EMU = 914_400;

/** Inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const emu = (inches: number): number => Math.round(inches * EMU);

/** Where a shape, picture or group says that it lies; `null`: it does not. */
export function boxOf(shape: XmlElement): Box | null {
  const offset = findAll(shape, 'off')[0];
  const extent = findAll(shape, 'ext').find(({ attributes }) => 'cx' in attributes);
  const [x, y, w, h] = [
    numberOf(offset, 'x'),
    numberOf(offset, 'y'),
    numberOf(extent, 'cx'),
    numberOf(extent, 'cy'),
  ].map((value) => (value === null ? null : value / EMU));
  return x == null || y == null || w == null || h == null ? null : { x, y, w, h };
}

export const area = ({ w, h }: Box): number => Math.max(0, w) * Math.max(0, h);

/** What two boxes share, in square inches. */
export function shared(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** The box without what a logo covers: it costs height or width, whichever is less. */
export function without(box: Box, taken: Box, gap: number): Box {
  if (shared(box, taken) === 0) return box;
  const sides: readonly Box[] = [
    { ...box, h: taken.y - gap - box.y },
    { ...box, w: taken.x - gap - box.x },
    { ...box, y: taken.y + taken.h + gap, h: box.y + box.h - taken.y - taken.h - gap },
    { ...box, x: taken.x + taken.w + gap, w: box.x + box.w - taken.x - taken.w - gap },
  ];
  const left = sides.filter(({ w, h }) => w > 0 && h > 0).toSorted((a, b) => area(b) - area(a))[0];
  return left !== undefined && area(left) > 0.5 * area(box) ? left : box;
}

/** A mark beside a title costs width only: its height is the layout's. */
export function sideways(box: Box, art: readonly Box[], gap: number): Box {
  let { x, w } = box;
  for (const one of art) {
    if (shared({ ...box, x, w }, one) === 0 || one.w > 0.5 * w) continue;
    const fromRight = x + w - one.x;
    const fromLeft = one.x + one.w - x;
    w -= Math.min(fromRight, fromLeft) + gap;
    if (fromLeft < fromRight) x += fromLeft + gap;
  }
  return { ...box, x, w };
}
