import { wrapText } from '#domain/reports/text-width';
import { xmlText } from '../package/xml';
import type { Box } from '../template/box';

/** Dots of an inch: a point of a letter is a dot. */
const DOTS = 72;
const LEADING = 1.2;

const dots = (inches: number): string => (inches * DOTS).toFixed(1);

export const rectSvg = ({ x, y, w, h }: Box, look: string): string =>
  `<rect x="${dots(x)}" y="${dots(y)}" width="${dots(Math.max(0, w))}" height="${dots(Math.max(0, h))}" ${look}/>`;

export const lineSvg = (points: readonly (readonly [x: number, y: number])[], hex: string, wide: number): string =>
  `<polyline points="${points.map(([x, y]) => `${dots(x)},${dots(y)}`).join(' ')}" fill="none" stroke="#${hex}" stroke-width="${wide}"/>`;

interface Letters {
  readonly size: number;
  readonly hex: string;
  readonly bold?: boolean | undefined;
  readonly align?: 'left' | 'right' | 'middle' | undefined;
  readonly anchor?: string | null | undefined;
  /** More room in a line than letters need, for a client's font. */
  readonly reserve?: number;
}

/** Words in a box, on the lines on which the slide has them; returns where the next begin as well. */
export function wordsSvg(
  text: string,
  { x, y, w, h }: Box,
  { size, hex, bold = false, align = 'left', anchor, reserve = 1 }: Letters,
): { readonly svg: string; readonly below: number } {
  const lines = wrapText(text, (w * DOTS) / size / reserve, bold);
  const tall = (lines.length * size * LEADING) / DOTS;
  const top = anchor === 'b' ? y + h - tall : anchor === 'ctr' ? y + (h - tall) / 2 : y;
  const at = align === 'right' ? x + w : align === 'middle' ? x + w / 2 : x;
  const look = `font-size="${size.toFixed(1)}" fill="#${hex}"${bold ? ' font-weight="700"' : ''}${align === 'left' ? '' : ` text-anchor="${align === 'right' ? 'end' : 'middle'}"`}`;
  const rows = lines.map(
    (line, number) =>
      `<tspan x="${dots(at)}" y="${(top * DOTS + size * (0.95 + number * LEADING)).toFixed(1)}">${xmlText(line)}</tspan>`,
  );
  return { svg: `<text ${look}>${rows.join('')}</text>`, below: top + tall };
}

export const frameSvg = (width: number, height: number, title: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${dots(width)} ${dots(height)}" font-family="Arial, Helvetica, sans-serif"><title>${xmlText(title)}</title>${body}</svg>`;
