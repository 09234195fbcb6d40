import { xmlText } from '../package/xml';
import type { Palette, Tone } from '../template/palette';
import { BODY_FONT, fill } from './words';

/** Points times the scale of the slide, as OOXML counts them. */
export const hundredths = (size: number): number => Math.round(size * 100);

/** How letters of an axis, label or legend look. */
export function lettersXml(palette: Palette, tone: Tone, size: number, bold = false): string {
  return `<c:txPr><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(size)}" b="${bold ? 1 : 0}">${fill(palette, tone)}${BODY_FONT}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

/** Letters of a colour that follows from what is under them. */
export function lettersUpon(xml: string, size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(size)}" b="1"><a:solidFill>${xml}</a:solidFill>${BODY_FONT}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

export function titleXml(palette: Palette, text: string, size: number, upright: boolean): string {
  const look = `sz="${hundredths(size)}" b="0"`;
  const inner = `${fill(palette, 'muted')}${BODY_FONT}`;
  return `<c:title><c:tx><c:rich><a:bodyPr${upright ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${inner}</a:defRPr></a:pPr><a:r><a:rPr lang="en-GB" ${look}>${inner}</a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

interface Shown {
  readonly value?: boolean;
  readonly series?: boolean;
}

/** What a label says, in the order that the schema has. */
export const shownXml = ({ value = false, series = false }: Shown): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${series ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

export const BARE = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
