import { LOOKS, type Look } from './cells';
import { xmlText } from './xml-text';

const FONT = '<sz val="10"/><name val="Calibri"/><family val="2"/>';
const FONTS = [
  `<font>${FONT}</font>`,
  `<font><b/>${FONT}</font>`,
  '<font><b/><sz val="15"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF5B6470"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF1D3FA8"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="10"/><color rgb="FF1D3FA8"/><name val="Calibri"/><family val="2"/></font>',
];
const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
// The first two are fixed by the format.
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fill('FFFFF6D6'),
  fill('FFE9EDF3'),
];
const line = (side: string): string => `<${side} style="thin"><color rgb="FFB4BCC8"/></${side}>`;
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${line('left')}${line('right')}${line('top')}${line('bottom')}<diagonal/></border>`,
  `<border><left/><right/>${line('top')}<bottom/><diagonal/></border>`,
];

interface Dress {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: string;
  /** May be changed in a sheet that is protected. */
  readonly isOpen?: true;
}

const PLAIN = { font: 0, fill: 0, border: 0, alignment: '<alignment vertical="top"/>' };
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const DRESS: Readonly<Record<Look, Dress>> = {
  plain: PLAIN,
  input: { ...PLAIN, font: 4, fill: 2, border: 1, isOpen: true },
  head: { ...PLAIN, font: 1, fill: 3, alignment: '<alignment vertical="center" wrapText="1"/>' },
  title: { ...PLAIN, font: 2 },
  bold: { ...PLAIN, font: 1 },
  note: { ...PLAIN, font: 3 },
  wrap: { ...PLAIN, alignment: WRAPPED },
  total: { ...PLAIN, font: 1, border: 2 },
  link: { ...PLAIN, font: 5 },
  clip: { ...PLAIN, alignment: WRAPPED },
  noteWrap: { ...PLAIN, font: 3, alignment: WRAPPED },
  source: { ...PLAIN, font: 3, alignment: '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>' },
};

/** Formats of our own are numbered from here. */
const FIRST_FORMAT = 164;

/** Collects the combinations of format and look that a workbook uses, and writes them down at its end. */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly used = new Map<string, number>();
  private readonly xfs: string[] = [];

  constructor() {
    this.indexOf(undefined, 'plain', false);
  }

  /** The number of a style; `quoted`: the text stays text when somebody edits the cell. */
  indexOf(format: string | undefined, look: Look, quoted: boolean): number {
    const key = `${LOOKS.indexOf(look)}|${quoted}|${format ?? ''}`;
    const known = this.used.get(key);
    if (known !== undefined) return known;
    const index = this.xfs.length;
    this.used.set(key, index);
    const { font, fill, border, alignment, isOpen } = DRESS[look];
    const marks = `${isOpen ? ' applyProtection="1"' : ''}${quoted ? ' quotePrefix="1"' : ''}`;
    this.xfs.push(
      `<xf numFmtId="${this.formatId(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${marks}>${alignment}${isOpen ? '<protection locked="0"/>' : ''}</xf>`,
    );
    return index;
  }

  private formatId(format: string | undefined): number {
    if (format === undefined) return 0;
    const known = this.formats.get(format);
    if (known !== undefined) return known;
    const id = FIRST_FORMAT + this.formats.size;
    this.formats.set(format, id);
    return id;
  }

  toXml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
    const list = (tag: string, items: readonly string[]): string =>
      items.length === 0 ? '' : `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      list('numFmts', formats),
      list('fonts', FONTS),
      list('fills', FILLS),
      list('borders', BORDERS),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.xfs),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
