import { strToU8, zipSync } from 'fflate';

export interface SheetSource {
  readonly name: string;
  /** The inside of `<sheetData>`. */
  readonly rows: string;
  /** `hidden` or `veryHidden`. */
  readonly state?: string;
  /** Such as `A1:B2`. */
  readonly merged?: readonly string[];
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[];
  readonly strings?: readonly string[];
  /** Number format ids of the cell styles; above 163 they are taken from `formats`. */
  readonly styles?: readonly number[];
  readonly formats?: readonly (readonly [id: number, code: string])[];
  readonly from1904?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relations = (inner: string): string => `<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;

const merges = (ranges: readonly string[]): string =>
  ranges.length === 0
    ? ''
    : `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

/** A small workbook as spreadsheet programs write it, by hand. */
export function makeXlsx(source: WorkbookSource): Uint8Array {
  const { sheets, strings = [], styles = [0], formats = [], from1904 = false } = source;
  const names = sheets.map(
    (sheet, i) =>
      `<sheet name="${sheet.name}" sheetId="${i + 1}" state="${sheet.state ?? 'visible'}" r:id="rId${i + 1}"/>`,
  );
  const parts: Record<string, string> = {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
        relation('rId98', 'sharedStrings', '/xl/sharedStrings.xml') +
        relation('rId99', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${sheet.rows}</sheetData>${merges(sheet.merged ?? [])}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
