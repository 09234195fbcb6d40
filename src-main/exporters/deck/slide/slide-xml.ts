import { assertNever } from '#domain/base/assert-never';
import type { ReportChart } from '#domain/reports/content';
import type { Page, Placed, Setting } from '../layout/page';
import { NAMES, SLIDE_NAMES, XML_HEAD } from '../package/xml';
import type { Box } from '../template/box';
import type { Stage } from '../template/choose-layouts';
import type { Placeholder } from '../template/placeholders';
import { chartBook } from './chart-book';
import { chartXml } from './chart-xml';
import type { Logo } from './logo';
import { frameShape, groundShape, pictureShape, placeShape, textShape } from './shapes';
import { tableXml } from './table';
import { fill, paragraphXml, placeParagraph } from './words';

/** A chart of a slide: the id by which the slide names it, its part and the workbook behind it. */
export interface DrawnChart {
  readonly id: string;
  readonly xml: string;
  readonly book: Uint8Array;
}

export interface DrawnSlide {
  readonly xml: string;
  readonly charts: readonly DrawnChart[];
  readonly layout: string;
  readonly notes: string;
  /** The slide shows the logo of the deck. */
  readonly logo: boolean;
}

/** Relationships 1 and 2 of a slide are its layout and its notes. */
export const LOGO_ID = 'rId3';
const FIRST_CHART = 10;

const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table';

interface Pen {
  readonly stage: Stage;
  readonly setting: Setting;
  readonly number: number;
  readonly footer: string;
  readonly nextId: () => number;
  readonly charts: DrawnChart[];
}

/** A slide; shapes stand in the order in which they are read: title, lead, content, footer, number. */
export function slideXml(
  page: Page,
  setting: Setting,
  number: number,
  logo: Logo | undefined,
  footer: string,
): DrawnSlide {
  let id = 1;
  const nextId = (): number => {
    id += 1;
    return id;
  };
  const { stage } = page;
  const pen: Pen = { stage, setting, number, footer, nextId, charts: [] };
  const shapes = [
    titleXml(page, pen),
    leadXml(page, pen),
    groundXml(page, pen),
    ...itemsXml(page, pen),
    ...feetXml(pen),
    logoXml(logo, pen),
  ];
  const xml = [
    `${XML_HEAD}<p:sld ${SLIDE_NAMES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>`,
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
    `${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  ].join('');
  return {
    xml,
    charts: pen.charts,
    layout: stage.layout.part,
    notes: page.notes,
    logo: logo !== undefined && stage.logo !== undefined,
  };
}

function same(a: Box, b: Box | null): boolean {
  return b !== null && [a.x - b.x, a.y - b.y, a.w - b.w, a.h - b.h].every((value) => Math.abs(value) < 1e-6);
}

function titleXml({ title, titleSize }: Page, { stage, setting, nextId }: Pen): string {
  const paragraphs = placeParagraph(title, titleSize, setting.lang, stage.layout.titleFill);
  const box = same(stage.titleBox, stage.title.box) ? undefined : stage.titleBox;
  return placeShape({ id: nextId(), name: 'Title', place: stage.title, box, paragraphs });
}

function leadXml({ lead }: Page, { stage, setting, nextId }: Pen): string {
  if (lead === null) return '';
  if (stage.lead === null) {
    const paragraphs = paragraphXml(stage.layout.palette, { ...lead, tone: 'muted' }, setting.lang);
    const { x, y, w, h } = lead.box;
    return textShape({ id: nextId(), name: 'Lead', box: { x: x + 0.1, y, w: w - 0.2, h }, paragraphs });
  }
  const plain = lead.text
    .split('\n')
    .map((line) => placeParagraph(line, lead.size, setting.lang))
    .join('')
    .replaceAll('<a:p>', '<a:p><a:pPr marL="0" indent="0"><a:buNone/></a:pPr>');
  const box = same(lead.box, stage.lead.box) ? undefined : lead.box;
  return placeShape({ id: nextId(), name: 'Lead', place: stage.lead, box, paragraphs: plain });
}

function groundXml({ items }: Page, { stage, setting, nextId }: Pen): string {
  if (!stage.layout.covered || items.length === 0) return '';
  const { x, y, w, h } = stage.body;
  const rim = 0.12 * setting.scale;
  const box = { x: x - rim, y: y - rim, w: w + 2 * rim, h: h + 2 * rim };
  return groundShape({ id: nextId(), box, fill: fill(stage.layout.palette, 'ground') });
}

function itemsXml({ items }: Page, pen: Pen): string[] {
  let place = pen.stage.place;
  const take = (...types: readonly string[]): Placeholder | null => {
    if (place === null || !types.includes(place.type)) return null;
    const taken = place;
    place = null;
    return taken;
  };
  return items.map((item) => itemXml(item, pen, take));
}

type Take = (...types: readonly string[]) => Placeholder | null;

function itemXml(item: Placed, pen: Pen, take: Take): string {
  const { stage, setting, nextId } = pen;
  const { palette } = stage.layout;
  switch (item.kind) {
    case 'words': {
      const paragraphs = item.paragraphs.map((one) => paragraphXml(palette, one, setting.lang)).join('');
      return textShape({ id: nextId(), name: item.name, box: item.box, paragraphs });
    }
    case 'table': {
      const { table } = item.fitted;
      const names = table.columns.map(({ title }) => title).filter((title) => title !== '');
      return frameShape({
        id: nextId(),
        name: `Table: ${table.title === '' ? names.join(', ') : table.title}`,
        alt: `${table.title === '' ? 'Table' : table.title}: ${table.rows.length} ${table.noun[table.rows.length === 1 ? 0 : 1]} by ${names.join(', ')}. ${table.reading}`.trim(),
        box: item.box,
        place: take('obj', 'tbl'),
        uri: TABLE_URI,
        inner: tableXml(item.fitted, palette, setting.scale, setting.lang),
      });
    }
    case 'chart':
      return chartFrame(item.chart, item.box, pen, take);
    default:
      return assertNever(item);
  }
}

function chartFrame(chart: ReportChart, box: Box, { stage, setting, nextId, charts }: Pen, take: Take): string {
  const { palette } = stage.layout;
  const { xml, plan } = chartXml(chart, { palette, scale: setting.scale, width: box.w, height: box.h });
  const id = `rId${FIRST_CHART + charts.length}`;
  charts.push({ id, xml, book: chartBook(plan.sheet) });
  return frameShape({
    id: nextId(),
    name: `Chart: ${chart.title}`,
    alt: chart.alt,
    box,
    place: take('obj', 'chart'),
    uri: NAMES.chart,
    inner: `<c:chart xmlns:c="${NAMES.chart}" r:id="${id}"/>`,
  });
}

function logoXml(logo: Logo | undefined, { stage, nextId }: Pen): string {
  if (!logo || !stage.logo) return '';
  return pictureShape({ id: nextId(), name: 'Logo', alt: logo.alt, ...stage.logo, picture: LOGO_ID });
}

/** Only such feet as the layout has a place for. */
function feetXml({ stage, setting, number, footer, nextId }: Pen): string[] {
  return stage.layout.places.flatMap((place) => {
    if (place.type === 'ftr' && footer !== '') {
      const run = `<a:p><a:r><a:rPr lang="${setting.lang}" dirty="0"><a:latin typeface="+mn-lt"/></a:rPr><a:t>${footer}</a:t></a:r></a:p>`;
      return [placeShape({ id: nextId(), name: 'Footer', place, paragraphs: run })];
    }
    if (place.type !== 'sldNum') return [];
    const field = `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${setting.lang}"/><a:t>${number}</a:t></a:fld><a:endParaRPr lang="${setting.lang}"/></a:p>`;
    return [placeShape({ id: nextId(), name: 'Slide number', place, paragraphs: field, alt: `Slide ${number}` })];
  });
}
