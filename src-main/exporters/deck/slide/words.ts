import { xmlText } from '../package/xml';
import type { Palette, Tone } from '../template/palette';

/** One paragraph as it is set. */
export interface Paragraph {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly tone?: Tone;
  readonly align?: 'left' | 'right';
  readonly bullet?: boolean;
  /** Points above it. */
  readonly before?: number;
}

/** Letters of Japanese, Chinese and Korean: they are set in the theme's font for them. */
const SQUARE = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/;
const KANA = /[\u3040-\u30ff]/;
const HANGUL = /[\u1100-\u11ff\uac00-\ud7ff]/;

/** Language of a run: what checks spelling and chooses letters goes by it. */
export function languageOf(text: string, lang: string): string {
  if (!SQUARE.test(text)) return `lang="${lang}"`;
  const asian = KANA.test(text) ? 'ja-JP' : HANGUL.test(text) ? 'ko-KR' : 'zh-CN';
  return `lang="${asian}" altLang="${lang}"`;
}

export const fill = (palette: Palette, tone: Tone): string => `<a:solidFill>${palette.of(tone).xml}</a:solidFill>`;

/** The theme's font for body text, by reference. */
export const BODY_FONT = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

const points = (size: number): number => Math.round(size * 100);

/** A paragraph of a free text or of a cell. */
export function paragraphXml(palette: Palette, paragraph: Paragraph, lang: string): string {
  const { text, size, bold = false, tone = 'text', align = 'left', bullet = false, before = 0 } = paragraph;
  const indent = Math.round(size * 12_700 * 0.9);
  const margin = bullet ? ` marL="${indent}" indent="-${indent}"` : ' marL="0" indent="0"';
  const mark = bullet ? '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>' : '<a:buNone/>';
  return [
    `<a:p><a:pPr${margin} algn="${align === 'right' ? 'r' : 'l'}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>`,
    `<a:spcBef><a:spcPts val="${points(before)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>${mark}</a:pPr>`,
    `<a:r><a:rPr ${languageOf(text, lang)} sz="${points(size)}" b="${bold ? 1 : 0}" dirty="0">${fill(palette, tone)}${BODY_FONT}</a:rPr>`,
    `<a:t>${xmlText(text)}</a:t></a:r></a:p>`,
  ].join('');
}

/** A paragraph of a place, whose look is the layout's; `size`: only where the layout's has no room. */
export function placeParagraph(text: string, size: number | null, lang: string, inner = ''): string {
  const set = size === null ? '' : ` sz="${points(size)}"`;
  return `<a:p><a:r><a:rPr ${languageOf(text, lang)}${set} dirty="0">${inner}</a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p>`;
}
