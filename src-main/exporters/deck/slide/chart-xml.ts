import type { ReportChart } from '#domain/reports/content';
import { heightOf, inchesOf, longestWord, widthOf } from '../layout/measure';
import { NAMES, XML_HEAD, xmlText } from '../package/xml';
import type { Palette } from '../template/palette';
import { type ChartPlan, planChart } from './chart-plan';
import { type Drawing, FORMATS, seriesXml } from './chart-series';
import { lettersXml, titleXml } from './chart-text';
import { BODY_FONT, fill } from './words';

interface Frame {
  readonly palette: Palette;
  readonly scale: number;
  /** Inches. */
  readonly width: number;
  readonly height: number;
}

const CATEGORY_AXIS = 1001;
const VALUE_AXIS = 1002;
const CLOSE = { reserve: 1.08 } as const;
/** Of the width of a chart of lying bars, for their names at most. */
const NAMES_SHARE = 0.46;

interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points of names of categories: as large as their number allows. */
function sizeOf({ categories }: ReportChart, plan: ChartPlan, { width, height, scale }: Frame): number {
  const rows = Math.max(1, categories.length);
  const word = Math.max(
    1,
    ...categories.flatMap((name) => name.split(' ')).map((text) => widthOf({ text, size: 72 }, CLOSE)),
  );
  const slot = (width - 1.2 * scale) / rows;
  const room = plan.lying ? lyingSize(categories, rows, width, height - 0.7 * scale) : (slot * 72) / word;
  return Math.max((plan.lying ? 8 : 7.5) * scale, Math.min(11.5 * scale, Math.floor(room * 2) / 2));
}

/** The largest size at which names of bars, on as many lines as they need, stand beside their own bar. */
function lyingSize(categories: readonly string[], rows: number, width: number, height: number): number {
  const fits = (size: number): boolean =>
    categories.every((text) => heightOf({ text, size }, NAMES_SHARE * width - 0.12, CLOSE) <= (height / rows) * 0.95);
  for (let size = 12; size > 7; size -= 0.5) if (fits(size)) return size;
  return 7;
}

function marginsOf(chart: ReportChart, plan: ChartPlan, frame: Frame, size: number): Margins {
  const { width, height, scale } = frame;
  const line = (size * 1.5) / 72;
  const legend = plan.legend ? 0.36 * scale : 0.04 * scale;
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => widthOf({ text, size }, CLOSE)));
  if (plan.lying) {
    const left = Math.min(NAMES_SHARE * width, longest(chart.categories) + 0.12 * scale);
    const value = plan.labelled ? 0.02 : 2 * line;
    return { left, right: plan.labelled && !plan.stacked ? 0.55 * scale : 0.2 * scale, top: legend, bottom: value };
  }
  const ends = plan.series.filter(({ endLabel }) => endLabel).map(({ name }) => `${name}  00,000`);
  const left = plan.labelled ? 0.05 : 0.75 * scale;
  const right = ends.length > 0 ? Math.min(0.35 * width, longest(ends) * 1.08 + 0.1) : 0.15 * scale;
  const slot = (width - left - right) / Math.max(1, chart.categories.length);
  const high = isTurned(chart, plan, size, width - left - right)
    ? longest(chart.categories) + 0.1
    : Math.max(line, ...chart.categories.map((text) => heightOf({ text, size }, slot, CLOSE) + 0.1));
  const names = Math.min(0.4 * height, high);
  return {
    left,
    right,
    top: legend + (plan.labelled ? line : 0.06),
    bottom: (plan.kind === 'scatter' ? 2.2 * line : names) + 0.05,
  };
}

/** A native chart of the content, in the colours and fonts of the theme. */
export function chartXml(chart: ReportChart, frame: Frame): { readonly xml: string; readonly plan: ChartPlan } {
  const plan = planChart(chart);
  const { width, height, palette, scale } = frame;
  const size = sizeOf(chart, plan, frame);
  const m = marginsOf(chart, plan, frame, size);
  const plot = { w: width - m.left - m.right, h: Math.max(0.3, height - m.top - m.bottom) };
  const drawing: Drawing = { chart, plan, palette, scale, size, plot, width, height };
  const share = (value: number, of: number): string => Math.min(1, Math.max(0, value / of)).toFixed(4);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${share(m.left, width)}"/><c:y val="${share(m.top, height)}"/><c:w val="${share(plot.w, width)}"/><c:h val="${share(plot.h, height)}"/></c:manualLayout></c:layout>`;
  const xml = [
    `${XML_HEAD}<c:chartSpace xmlns:c="${NAMES.chart}" xmlns:a="${NAMES.drawing}" xmlns:r="${NAMES.relationships}">`,
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    layout,
    groupXml(drawing),
    plan.kind === 'scatter' ? numberAxis(drawing) : categoryAxis(drawing),
    valueAxis(drawing),
    '<c:spPr><a:noFill/></c:spPr></c:plotArea>',
    legendXml(drawing),
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr>${BODY_FONT}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`,
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('');
  return { xml, plan };
}

const axisIds = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

function groupXml(drawing: Drawing): string {
  const { plan } = drawing;
  const series = seriesXml(drawing);
  if (plan.kind === 'line')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axisIds}</c:lineChart>`;
  if (plan.kind === 'scatter')
    return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axisIds}</c:scatterChart>`;
  const gap = plan.stacked || plan.series.length === 1 ? 45 : 60;
  return `<c:barChart><c:barDir val="${plan.lying ? 'bar' : 'col'}"/><c:grouping val="${plan.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="${gap}"/><c:overlap val="${plan.stacked ? 100 : 0}"/>${axisIds}</c:barChart>`;
}

/** Names of categories may have two lines, those of lines and values one. */
const wrapped = (letters: string): string => letters.replace(' wrap="none"', '');

const TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';

/** Names under a chart are turned where their own slot would break a word of them. */
function isTurned({ categories }: ReportChart, { kind, lying }: ChartPlan, size: number, width: number): boolean {
  if (kind === 'scatter' || lying) return false;
  const slot = width / Math.max(1, categories.length);
  return categories.some((text) => inchesOf(longestWord(text, false), size, CLOSE) > slot);
}

function categoryAxis(drawing: Drawing): string {
  const { chart, plan, palette, size, plot } = drawing;
  const { lying } = plan;
  const level = wrapped(lettersXml(palette, 'text', size));
  const turned = isTurned(chart, plan, size, plot.w);
  const letters = turned ? level.replace('rot="0"', 'rot="-5400000" vert="horz"') : level;
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>${TICKS}`,
    `<c:tickLblPos val="low"/><c:spPr><a:ln w="12700">${fill(palette, 'grey')}</a:ln></c:spPr>${letters}`,
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
  ].join('');
}

/** Places on a line of numbers, such as years: a point may lie between two of them. */
function numberAxis({ palette, size, chart }: Drawing): string {
  return [
    `<c:valAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${chart.categories.length - 1}"/><c:min val="0"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="b"/>${chart.categoryTitle ? titleXml(palette, chart.categoryTitle, size * 0.92, false) : ''}`,
    `<c:numFmt formatCode="0" sourceLinked="0"/>${TICKS}<c:tickLblPos val="none"/><c:spPr><a:ln w="12700">${fill(palette, 'grey')}</a:ln></c:spPr>`,
    `${lettersXml(palette, 'text', size)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/><c:majorUnit val="1"/></c:valAx>`,
  ].join('');
}

function valueAxis({ chart, plan, palette, size }: Drawing): string {
  const { low, high, ticks } = plan.axis;
  const step = (ticks[1] ?? high) - (ticks[0] ?? low);
  const hidden = plan.labelled;
  const lines = `<c:majorGridlines><c:spPr><a:ln w="6350">${fill(palette, 'pale')}</a:ln></c:spPr></c:majorGridlines>${titleXml(palette, chart.unit, size * 0.92, !plan.lying)}`;
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${high}"/><c:min val="${low}"/></c:scaling>`,
    `<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${plan.lying ? 'b' : 'l'}"/>${hidden ? '' : lines}`,
    `<c:numFmt formatCode="${xmlText(FORMATS[chart.format])}" sourceLinked="0"/>${TICKS}<c:tickLblPos val="nextTo"/>`,
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${lettersXml(palette, 'muted', size * 0.92)}<c:crossAx val="${CATEGORY_AXIS}"/>`,
    `<c:crosses val="${plan.lying ? 'max' : 'autoZero'}"/><c:crossBetween val="${plan.kind === 'scatter' ? 'midCat' : 'between'}"/>${step > 0 ? `<c:majorUnit val="${step}"/>` : ''}</c:valAx>`,
  ].join('');
}

/** Invisible series and a name that was there already have no entry. */
function legendXml({ plan, palette, size }: Drawing): string {
  if (!plan.legend) return '';
  const names = plan.series.map(({ name }) => name);
  const left = plan.series.map(({ colour, name }, at) =>
    colour === 'none' || names.indexOf(name) < at
      ? `<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`
      : '',
  );
  return `<c:legend><c:legendPos val="t"/>${left.join('')}<c:overlay val="0"/>${lettersXml(palette, 'text', size)}</c:legend>`;
}
