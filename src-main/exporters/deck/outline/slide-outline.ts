import { assertNever } from '#domain/base/assert-never';
import type { Page, Placed, Setting } from '../layout/page';
import type { Logo } from '../slide/logo';
import type { FittedTable } from '../slide/fit-table';
import type { Paragraph } from '../slide/words';
import type { Box } from '../template/box';
import type { Palette } from '../template/palette';
import type { Layout, Template } from '../template/template';
import { chartOutline } from './chart-outline';
import { frameSvg, lineSvg, rectSvg, wordsSvg } from './svg';

/** Ground and art of a layout: pictures and shapes of the template are boxes here. */
function groundOf({ palette, art }: Layout, { width, height }: Template): string {
  const whole = { x: 0, y: 0, w: width, h: height };
  const soft = palette.of('muted').hex;
  return [
    rectSvg(whole, `fill="#${palette.of('ground').hex}"`),
    ...art.map((box) => rectSvg(box, `fill="#${soft}" fill-opacity="0.14"`)),
  ].join('');
}

const ALIGNED: Readonly<Record<string, 'middle' | 'right'>> = { ctr: 'middle', r: 'right' };

/** A slide of a deck, drawn of the same plan as its file: the same words on the same lines, at the same place and size. */
export function slideOutline(
  page: Page,
  template: Template,
  setting: Setting,
  { logo, footer, number }: { readonly logo: Logo | undefined; readonly footer: string; readonly number: number },
): string {
  const { stage } = page;
  const { layout, titleBox, title } = stage;
  const { palette } = layout;
  const hex = palette.of('text').hex;
  const { reserve } = setting.measure;
  const inner = (box: Box): Box => ({ ...box, x: box.x + 0.1, w: box.w - 0.2 });
  const size = page.titleSize ?? title.size ?? layout.titleSize;
  const muted = palette.of('muted').hex;
  const titleAlign = ALIGNED[title.align ?? layout.titleAlign] ?? 'left';
  const feet = layout.places.flatMap(({ type, box, size: own }) => {
    const text = type === 'ftr' ? footer : type === 'sldNum' ? String(number) : '';
    if (text === '' || box === null) return [];
    const look = {
      size: own ?? 9 * setting.scale,
      hex: muted,
      anchor: 'ctr',
      align: type === 'sldNum' ? 'right' : 'left',
    } as const;
    return [wordsSvg(text, inner(box), look).svg];
  });
  const mark = stage.logo && logo ? pictureSvg(stage.logo.box, logo) : '';
  const body = [
    groundOf(layout, template),
    wordsSvg(page.title, inner(titleBox), {
      size,
      hex,
      bold: template.own,
      anchor: title.anchor,
      align: titleAlign,
      reserve,
    }).svg,
    page.lead === null
      ? ''
      : wordsSvg(page.lead.text, inner(page.lead.box), { size: page.lead.size, hex: muted, reserve }).svg,
    ...page.items.map((item) => itemSvg(item, palette, setting)),
    ...feet,
    mark,
  ].join('');
  return frameSvg(template.width, template.height, page.title, body);
}

function pictureSvg({ x, y, w, h }: Box, { bytes, ending }: Logo): string {
  const [left, top, wide, high] = [x, y, w, h].map((inches) => (inches * 72).toFixed(1));
  return `<image x="${left}" y="${top}" width="${wide}" height="${high}" href="data:image/${ending};base64,${Buffer.from(bytes).toString('base64')}"/>`;
}

function itemSvg(item: Placed, palette: Palette, { scale, measure }: Setting): string {
  switch (item.kind) {
    case 'words':
      return paragraphsSvg(item.paragraphs, item.box, palette, measure.reserve);
    case 'table':
      return tableSvg(item.fitted, item.box, palette, scale, measure.reserve);
    case 'chart':
      return chartOutline(item.chart, item.box, palette, scale);
    default:
      return assertNever(item);
  }
}

function paragraphsSvg(paragraphs: readonly Paragraph[], box: Box, palette: Palette, reserve: number): string {
  let { y } = box;
  return paragraphs
    .map(({ text, size, bold, tone = 'text', before = 0, bullet = false }) => {
      const indent = bullet ? (size * 0.9) / 72 : 0;
      const drawn = wordsSvg(
        text,
        { ...box, x: box.x + indent, w: box.w - indent, y: y + before / 72 },
        { size, hex: palette.of(tone).hex, bold, reserve },
      );
      y = drawn.below;
      return drawn.svg;
    })
    .join('');
}

function tableSvg(fitted: FittedTable, box: Box, palette: Palette, scale: number, reserve: number): string {
  const { table, size, widths, head, heights } = fitted;
  const cells = (row: readonly string[], y: number, header: boolean): string => {
    let { x } = box;
    const drawn = row.map((text, at) => {
      const w = widths[at] ?? 0;
      const cell = { x: x + 0.06 * scale, y: y + 0.04 * scale, w: w - 0.12 * scale, h: 0 };
      x += w;
      const align = table.columns[at]?.align ?? 'left';
      const letters = { size: header ? size * 0.92 : size, bold: header || at === 0 || at === table.highlight };
      return wordsSvg(text, cell, { ...letters, hex: palette.of(header ? 'muted' : 'text').hex, align, reserve }).svg;
    });
    return drawn.join('');
  };
  let y = box.y + head;
  const rows = table.rows.map((row, at) => {
    const svg = cells(row, y, false);
    y += heights[at] ?? 0;
    return `${svg}${lineSvg(
      [
        [box.x, y],
        [box.x + box.w, y],
      ],
      palette.of('pale').hex,
      0.5,
    )}`;
  });
  const titles = table.columns.map(({ title }) => title);
  const rule = box.y + head;
  return `${cells(titles, box.y, true)}${lineSvg(
    [
      [box.x, rule],
      [box.x + box.w, rule],
    ],
    palette.of('muted').hex,
    1,
  )}${rows.join('')}`;
}

const PLACES: Readonly<Record<string, string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  body: 'Words',
  obj: 'Content',
  chart: 'Chart',
  tbl: 'Table',
  pic: 'Picture',
  ftr: 'Foot',
  sldNum: 'No.',
  dt: 'Date',
};

/** A layout of a template with its places, for whoever chooses one. */
export function layoutOutline(layout: Layout, template: Template): string {
  const { palette, places, name } = layout;
  const hex = palette.of('text').hex;
  const drawn = places.flatMap(({ type, box }) => {
    if (box === null) return [];
    const label = wordsSvg(PLACES[type] ?? 'Place', box, {
      size: Math.min(30, Math.max(14, box.h * 24)) * template.scale,
      hex,
      align: 'middle',
      anchor: 'ctr',
    });
    return [`${rectSvg(box, `fill="none" stroke="#${hex}" stroke-width="2" stroke-dasharray="8 6"`)}${label.svg}`];
  });
  return frameSvg(template.width, template.height, name, [groundOf(layout, template), ...drawn].join(''));
}
