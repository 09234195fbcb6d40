import { inside, writeRelationships } from '../package/relationships';
import { NAMES, XML_HEAD, xmlText } from '../package/xml';
import type { PartContent } from '../package/zip-parts';
import { zipParts } from '../package/zip-parts';

/** The numbers of a chart as it refers to them: names in the first row and column. */
export interface ChartSheet {
  /** A number where the axis is one. */
  readonly categories: readonly (string | number)[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export const SHEET = 'Sheet1';

/** `A` … `Z`, `AA` … */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

const type = (part: string, kind: string): string =>
  `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

/** The workbook behind a chart, which “Edit data” opens; texts are shared, the form that every reader knows. */
export function chartBook({ categories, series }: ChartSheet): Uint8Array {
  const texts: string[] = [];
  const places = new Map<string, number>();
  const cell = (column: number, row: number, value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return '';
    const at = `${columnName(column)}${row}`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    const known = places.get(value) ?? texts.push(value) - 1;
    places.set(value, known);
    return `<c r="${at}" t="s"><v>${known}</v></c>`;
  };
  const head = `<row r="1">${series.map(({ name }, at) => cell(at + 1, 1, name)).join('')}</row>`;
  const rows = categories.map(
    (category, at) =>
      `<row r="${at + 2}">${cell(0, at + 2, category)}${series.map(({ values }, index) => cell(index + 1, at + 2, values[at])).join('')}</row>`,
  );
  const parts: readonly (readonly [string, PartContent])[] = [
    [
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${NAMES.types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('worksheets/sheet1.xml', 'worksheet')}${type('sharedStrings.xml', 'sharedStrings')}${type('styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', writeRelationships([inside('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `${XML_HEAD}<workbook xmlns="${NAMES.sheet}" xmlns:r="${NAMES.relationships}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      writeRelationships([
        inside('rId1', 'worksheet', 'xl/worksheets/sheet1.xml'),
        inside('rId2', 'sharedStrings', 'xl/sharedStrings.xml'),
        inside('rId3', 'styles', 'xl/styles.xml'),
      ]),
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${XML_HEAD}<worksheet xmlns="${NAMES.sheet}"><sheetData>${head}${rows.join('')}</sheetData></worksheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `${XML_HEAD}<sst xmlns="${NAMES.sheet}" uniqueCount="${texts.length}">${texts.map((text) => `<si><t>${xmlText(text)}</t></si>`).join('')}</sst>`,
    ],
    [
      'xl/styles.xml',
      `${XML_HEAD}<styleSheet xmlns="${NAMES.sheet}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`,
    ],
  ];
  return zipParts(new Map(parts));
}
