import { Zip, ZipDeflate } from 'fflate';
import { DomainError } from '../../failure/domain-error';
import { BesideRows } from './beside-rows';
import { type DefinedName, quoteSheet, type Sheet } from './cells';
import { printNames } from './print-setup';
import { filterRange, rowXml, sheetEnd, sheetStart } from './sheet-xml';
import { Styles } from './styles';
import { xmlText } from './xml-text';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly creator: string;
    /** ISO. */
    readonly created: string;
  };
}

/** A sheet has no more; a program would not open it. */
const MOST_ROWS = 1_048_576;

/** Rows are packed in pieces of about this many characters. */
const PIECE = 256 * 1024;

/** Local parts of a date are what a zip holds: made anew, they are the same bytes in every time zone. */
const zipTime = (): Date => new Date(1980, 0, 1, 0, 0, 0);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook in one piece; see `writeXlsxTo`. */
export async function writeXlsx(workbook: Workbook, onRow?: (rows: number) => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  await writeXlsxTo(workbook, async (part) => void parts.push(part), onRow);
  return Buffer.concat(parts);
}

/**
 * A workbook (XLSX) as bytes, one part behind the other: reproducible, for the same content gives the same bytes. Rows are packed as
 * they come, so that memory holds one piece of them. `onRow` is told how many rows are written, and may throw to stop.
 */
export async function writeXlsxTo(
  workbook: Workbook,
  put: (part: Uint8Array) => Promise<void>,
  onRow?: (rows: number) => void,
): Promise<void> {
  const archive = new Archive();
  const styles = new Styles();
  const builtIn: string[] = [];
  let written = 0;
  for (const [at, sheet] of workbook.sheets.entries()) {
    const part = archive.open(`xl/worksheets/sheet${at + 1}.xml`);
    let piece = sheetStart(sheet, at === 0);
    const beside = new BesideRows();
    let row = 0;
    for await (const cells of sheet.rows) {
      row += 1;
      if (row > MOST_ROWS) throw tooManyRows(sheet);
      piece += rowXml(cells, row, { styles, beside }, sheet.columns);
      if (piece.length < PIECE) continue;
      part(piece, false);
      piece = '';
      for (const packed of archive.taken()) await put(packed);
      onRow?.(written + row);
      // A long sheet lets other calls, a cancel among them, take their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    part(piece + sheetEnd(sheet, row, beside), true);
    const { targets } = beside;
    if (targets.length > 0) archive.add(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, addressesXml(targets));
    written += row;
    builtIn.push(...builtInNames(sheet, at, row));
  }
  archive.add('xl/styles.xml', styles.toXml());
  archive.add('xl/workbook.xml', workbookXml(workbook, builtIn));
  archive.add('xl/_rels/workbook.xml.rels', relationsXml(workbook));
  archive.add('docProps/core.xml', coreXml(workbook));
  archive.add('docProps/app.xml', APP);
  archive.add('_rels/.rels', ROOT_RELATIONS);
  archive.add('[Content_Types].xml', typesXml(workbook));
  archive.end();
  for (const packed of archive.taken()) await put(packed);
}

function tooManyRows({ name }: Sheet): DomainError {
  const most = MOST_ROWS.toLocaleString('en-US');
  return new DomainError(
    'refused',
    `${name} has more than ${most} rows, the most that a sheet of an XLSX workbook holds. Write it as CSV, or choose fewer rows.`,
  );
}

class Archive {
  private chunks: Uint8Array[] = [];
  private failure: Error | null = null;
  private readonly encoder = new TextEncoder();
  private readonly zip = new Zip((error, chunk) => {
    if (error) this.failure = error;
    else this.chunks.push(chunk);
  });

  open(name: string): (text: string, last: boolean) => void {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = zipTime();
    this.zip.add(file);
    return (text, last) => {
      file.push(this.encoder.encode(text), last);
      if (this.failure) throw this.failure;
    };
  }

  add(name: string, text: string): void {
    this.open(name)(text, true);
  }

  end(): void {
    this.zip.end();
    if (this.failure) throw this.failure;
  }

  /** What was packed since. */
  taken(): readonly Uint8Array[] {
    const { chunks } = this;
    this.chunks = [];
    return chunks;
  }
}

/** Names that a program itself knows: the table with filters, what is printed and what every page repeats. */
function builtInNames(sheet: Sheet, at: number, last: number): string[] {
  const range = filterRange(sheet, last);
  const filtered =
    range === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xmlText(`${quoteSheet(sheet.name)}!${range}`)}</definedName>`,
        ];
  const printed = printNames(sheet, last).map(
    ([name, place]) => `<definedName name="${name}" localSheetId="${at}">${xmlText(place)}</definedName>`,
  );
  return [...filtered, ...printed];
}

function workbookXml({ sheets, names }: Workbook, builtIn: readonly string[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const defined = names.map(({ name, place }) => `<definedName name="${name}">${xmlText(place)}</definedName>`);
  const all = [...builtIn, ...defined];
  return [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000"/></bookViews>',
    `<sheets>${list.join('')}</sheets>`,
    all.length > 0 ? `<definedNames>${all.join('')}</definedNames>` : '',
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

function relationsXml({ sheets }: Workbook): string {
  const list = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}${styles}</Relationships>`;
}

/** Addresses outside of the workbook that the links of a sheet lead to. */
function addressesXml(targets: BesideRows['targets']): string {
  const list = targets.map(
    ([id, address]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${xmlText(address)}" TargetMode="External"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function coreXml({ properties }: Workbook): string {
  const { title, subject, creator, created } = properties;
  const at = (tag: string): string => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${xmlText(created)}</dcterms:${tag}>`;
  return [
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject>`,
    `<dc:creator>${xmlText(creator)}</dc:creator>${at('created')}${at('modified')}</cp:coreProperties>`,
  ].join('');
}

const APP = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Modelfolio</Application></Properties>`;

const ROOT_RELATIONS = [
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  `<Relationship Id="rId3" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/>`,
  '</Relationships>',
].join('');

function typesXml({ sheets }: Workbook): string {
  const list = sheets.map(
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
    list.join(''),
    '</Types>',
  ].join('');
}
