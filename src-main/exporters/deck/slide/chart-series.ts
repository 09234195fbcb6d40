import type { ReportChart } from '#domain/reports/content';
import { widthOf } from '../layout/measure';
import { xmlText } from '../package/xml';
import type { Palette, Tone } from '../template/palette';
import { columnName, SHEET } from './chart-book';
import type { ChartPlan, PlottedSeries } from './chart-plan';
import { BARE, hundredths, lettersUpon, lettersXml, shownXml } from './chart-text';
import { BODY_FONT, fill } from './words';

export const FORMATS: Readonly<Record<ReportChart['format'], string>> = {
  count: '#,##0',
  one_decimal: '#,##0.0',
  thousands: '#,##0,',
  millions: '#,##0.0,,',
  share: '0%',
};

/** Where the plot lies in the frame of the chart, and how it is drawn. */
export interface Drawing {
  readonly chart: ReportChart;
  readonly plan: ChartPlan;
  readonly palette: Palette;
  readonly scale: number;
  /** Points of names and labels. */
  readonly size: number;
  /** Inches of the plot. */
  readonly plot: { readonly w: number; readonly h: number };
  /** The whole frame, inches. */
  readonly width: number;
  readonly height: number;
}

const toneOf = ({ colour }: PlottedSeries): Tone => (colour === 'none' ? 'ground' : colour);

function reference(drawing: Drawing, index: number): string {
  const { series } = drawing.plan;
  const column = columnName(index + 1);
  return `<c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(series[index]?.name ?? '')}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function categoriesXml({ plan: { sheet } }: Drawing, tag: 'cat' | 'xVal'): string {
  const { categories } = sheet;
  const numeric = categories.every((one) => typeof one === 'number');
  const kind = numeric ? 'num' : 'str';
  const points = categories.map((one, at) => `<c:pt idx="${at}"><c:v>${xmlText(String(one))}</c:v></c:pt>`);
  const code = numeric ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${tag}><c:${kind}Ref><c:f>${SHEET}!$A$2:$A$${categories.length + 1}</c:f><c:${kind}Cache>${code}<c:ptCount val="${categories.length}"/>${points.join('')}</c:${kind}Cache></c:${kind}Ref></c:${tag}>`;
}

function valuesXml({ chart, plan }: Drawing, index: number, tag: 'val' | 'yVal'): string {
  const column = columnName(index + 1);
  const values = plan.series[index]?.values ?? [];
  const points = values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`));
  return `<c:${tag}><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${values.length + 1}</c:f><c:numCache><c:formatCode>${xmlText(FORMATS[chart.format])}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef></c:${tag}>`;
}

export function seriesXml(drawing: Drawing): string {
  const ends = endOffsets(drawing);
  return drawing.plan.series
    .map((one, index) => {
      const head = `<c:idx val="${index}"/><c:order val="${index}"/>${reference(drawing, index)}`;
      const data =
        drawing.plan.kind === 'scatter'
          ? `${categoriesXml(drawing, 'xVal')}${valuesXml(drawing, index, 'yVal')}<c:smooth val="0"/>`
          : `${categoriesXml(drawing, 'cat')}${valuesXml(drawing, index, 'val')}${drawing.plan.kind === 'line' ? '<c:smooth val="0"/>' : ''}`;
      const look = drawing.plan.kind === 'bar' ? barLook(drawing, one) : lineLook(drawing, one, ends[index] ?? 0);
      return `<c:ser>${head}${look}${data}</c:ser>`;
    })
    .join('');
}

function lineLook(drawing: Drawing, one: PlottedSeries, offset: number): string {
  const { palette, size, chart, plan } = drawing;
  const tone = toneOf(one);
  if (one.mark !== null) {
    const dot = `<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr><a:solidFill>${palette.of('ground').xml}</a:solidFill><a:ln w="22225">${fill(palette, 'text')}</a:ln></c:spPr></c:marker>`;
    const at = one.values.findIndex((value) => value !== null);
    const label = `<c:dLbl><c:idx val="${at}"/>${raised(drawing, one, at)}${BARE}${lettersXml(palette, 'text', size)}<c:dLblPos val="r"/>${shownXml({ series: true })}</c:dLbl>`;
    return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${dot}<c:dLbls>${label}${shownXml({})}</c:dLbls>`;
  }
  if (one.colour === 'none') return axisNames(drawing);
  const line = `<c:spPr><a:ln w="28575" cap="rnd">${fill(palette, tone)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
  const last = one.values.findLastIndex((value) => value !== null);
  if (last < 0) return `${line}<c:dLbls>${shownXml({})}</c:dLbls>`;
  const moved = `<c:layout><c:manualLayout><c:x val="0.004"/><c:y val="${offset.toFixed(4)}"/></c:manualLayout></c:layout>`;
  const label = `<c:dLbl><c:idx val="${last}"/>${moved}<c:numFmt formatCode="${xmlText(FORMATS[chart.format])}" sourceLinked="0"/>${BARE}${lettersXml(palette, readable(palette, tone), size, true)}<c:dLblPos val="r"/>${shownXml({ series: true, value: plan.series.length > 0 })}<c:separator>  </c:separator></c:dLbl>`;
  return `${line}<c:dLbls>${label}${shownXml({})}</c:dLbls>`;
}

/** The names of the categories under the axis of numbers that their lines are drawn on. */
function axisNames({ chart, palette, size }: Drawing): string {
  const look = `<a:defRPr sz="${hundredths(size)}" b="0">${fill(palette, 'text')}${BODY_FONT}</a:defRPr>`;
  const labels = chart.categories.map(
    (name, at) =>
      `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>${look}</a:pPr><a:r><a:rPr lang="en-GB" sz="${hundredths(size)}" b="0">${fill(palette, 'text')}${BODY_FONT}</a:rPr><a:t>${xmlText(name)}</a:t></a:r></a:p></c:rich></c:tx>${BARE}<c:dLblPos val="b"/>${shownXml({ value: true })}</c:dLbl>`,
  );
  return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:dLbls>${labels.join('')}${shownXml({})}</c:dLbls>`;
}

const CLOSE = { reserve: 1.08 } as const;
/** Inches between a point and its words. */
const BESIDE = 0.15;

/** Words of points stand in lines at the head of the plot, over their points: lines that cross leave no room beside them. */
function raised({ chart, plan, plot, width, height, size }: Drawing, one: PlottedSeries, at: number): string {
  const row = plan.series.filter(({ mark }) => mark !== null).indexOf(one);
  const { low, high } = plan.axis;
  const own = (1 - ((one.values[at] ?? low) - low) / (high - low || 1)) * plot.h;
  const wanted = ((row + 0.6) * size * 1.35) / 72;
  // The names of lines stand right of the plot.
  const from = (Number(plan.sheet.categories[at] ?? 0) / (chart.categories.length - 1 || 1)) * plot.w;
  const over = Math.max(0, from + widthOf({ text: one.name, size }, CLOSE) + BESIDE - plot.w);
  return `<c:layout><c:manualLayout><c:x val="${(-over / width).toFixed(4)}"/><c:y val="${(Math.min(0, wanted - own) / height).toFixed(4)}"/></c:manualLayout></c:layout>`;
}

/** Pale lines have names in the colour of text. */
const readable = (palette: Palette, tone: Tone): Tone =>
  ['accent', 'act', 'level2', 'level3'].includes(tone) && palette.of(tone).hex !== palette.of('ground').hex
    ? tone
    : 'text';

/** How far the names at the ends of lines are moved, so that none covers another: shares of the frame's height. */
function endOffsets({ plan, plot, height, size }: Drawing): number[] {
  const { low, high } = plan.axis;
  const place = (value: number): number => (1 - (value - low) / (high - low || 1)) * plot.h;
  const ends = plan.series.flatMap(({ values, endLabel }, index) => {
    const value = values.findLast((one) => one !== null);
    return endLabel && value != null ? [{ index, at: place(value) }] : [];
  });
  const gap = (size * 1.35) / 72;
  const sorted = ends.toSorted((a, b) => a.at - b.at);
  let lastAt = Number.NEGATIVE_INFINITY;
  const placed = sorted.map(({ index, at }) => {
    lastAt = Math.max(at, lastAt + gap);
    return { index, from: at, to: lastAt };
  });
  const over = Math.max(0, lastAt - plot.h);
  const offsets = plan.series.map(() => 0);
  for (const { index, from, to } of placed) offsets[index] = (to - over * Number(to !== from) - from) / height;
  return offsets;
}

/** A piece of a stack that is narrower than its number goes without it: the table beside or the words say it. */
const fits = ({ plan, plot, size }: Drawing, value: number, text: string): boolean => {
  const span = plan.axis.high - plan.axis.low || 1;
  const inches = (Math.abs(value) / span) * (plan.lying ? plot.w : plot.h);
  return inches >= (plan.lying ? widthOf({ text, size, bold: true }, { reserve: 1 }) : (size * 1.1) / 72);
};

function barLook(drawing: Drawing, one: PlottedSeries): string {
  const { palette, plan, chart, size } = drawing;
  const plain = '<c:invertIfNegative val="0"/>';
  const none = `<c:dLbls>${shownXml({})}</c:dLbls>`;
  if (one.colour === 'none') return `<c:spPr><a:noFill/></c:spPr>${plain}${none}`;
  const colour = palette.of(one.colour);
  const paint = `<c:spPr><a:solidFill>${colour.xml}</a:solidFill></c:spPr>`;
  const points = (chart.categoryColours ?? [])
    .map((token, at) =>
      token === 'none'
        ? ''
        : `<c:dPt><c:idx val="${at}"/>${plain}<c:bubble3D val="0"/><c:spPr>${fill(palette, token)}</c:spPr></c:dPt>`,
    )
    .join('');
  if (!plan.labelled) return `${paint}${plain}${points}${none}`;
  const code = xmlText(FORMATS[chart.format]);
  const format = `<c:numFmt formatCode="${code}" sourceLinked="0"/>${BARE}`;
  if (!plan.stacked)
    return `${paint}${plain}${points}<c:dLbls>${format}${lettersXml(palette, 'text', size, true)}<c:dLblPos val="outEnd"/>${shownXml({ value: true })}</c:dLbls>`;
  const hidden = one.values
    .map((value, at) =>
      value === null || fits(drawing, value, String(value))
        ? ''
        : `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`,
    )
    .join('');
  return `${paint}${plain}${points}<c:dLbls>${hidden}${format}${lettersUpon(palette.upon(colour).xml, size)}<c:dLblPos val="ctr"/>${shownXml({ value: true })}</c:dLbls>`;
}
