import { host } from '../../client/host';
import type { ChartInk } from './chart-ink';
import { csvOf, fileNameOf } from './chart-text';
import type { ChartPicture, ChartSize } from './chart-types';
import type { ECharts } from './echarts-parts';

const HEAD = 34;
const PIXELS = 2;
const MARGIN = 12;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The drawing with its title over it: a picture that leaves the page has to say what it is. */
export async function svgWithTitle(
  title: string,
  picture: ChartPicture,
  ink: ChartInk,
  size: ChartSize,
): Promise<string> {
  const { svgOf } = await import('./chart-svg');
  const inner = svgOf(picture.draw(ink, size), size);
  const height = size.height + HEAD;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}">`,
    `<title>${escaped(title)}</title><desc>${escaped(picture.words)}</desc>`,
    `<rect width="100%" height="100%" fill="${ink.panel}"/>`,
    `<text x="${MARGIN}" y="22" font-family="${escaped(ink.font)}" font-size="14" font-weight="600" fill="${ink.text}">${escaped(title)}</text>`,
    inner.replace('<svg ', `<svg y="${HEAD}" `),
    '</svg>',
  ].join('');
}

export async function saveSvg(title: string, picture: ChartPicture, ink: ChartInk, size: ChartSize): Promise<boolean> {
  const text = await svgWithTitle(title, picture, ink, size);
  return host.saveFile(fileNameOf(title, 'svg'), new TextEncoder().encode(text));
}

export function saveCsv(title: string, { table }: ChartPicture): Promise<boolean> {
  return host.saveFile(fileNameOf(title, 'csv'), new TextEncoder().encode(csvOf(table)));
}

/** What is on the screen, zoom and all, at twice its size. */
export async function savePng(title: string, chart: ECharts, ink: ChartInk): Promise<boolean> {
  const drawn = chart.renderToCanvas({ pixelRatio: PIXELS, backgroundColor: ink.panel });
  const page = document.createElement('canvas');
  page.width = drawn.width;
  page.height = drawn.height + HEAD * PIXELS;
  const pen = page.getContext('2d');
  if (!pen) throw new Error('The picture could not be drawn. Save it as SVG instead.');
  pen.fillStyle = ink.panel;
  pen.fillRect(0, 0, page.width, page.height);
  pen.fillStyle = ink.text;
  pen.font = `600 ${14 * PIXELS}px ${ink.font}`;
  // A long title is set closer, not cut.
  pen.fillText(title, MARGIN * PIXELS, 22 * PIXELS, page.width - 2 * MARGIN * PIXELS);
  pen.drawImage(drawn, 0, HEAD * PIXELS);
  const blob = await new Promise<Blob | null>((resolve) => page.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be drawn. Save it as SVG instead.');
  return host.saveFile(fileNameOf(title, 'png'), new Uint8Array(await blob.arrayBuffer()));
}
