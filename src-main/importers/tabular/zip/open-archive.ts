import { badFile } from '../failures';
import { openOds } from '../ods/open-ods';
import type { OpenedFile, ReadOptions } from '../table';
import { openXlsx } from '../xlsx/open-xlsx';
import { unpack, type ZipArchive } from './zip-archive';
import { openZippedTables } from './zip-tables';

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

/** Documents that are archives, by a part that each of them has. */
const DOCUMENTS: readonly (readonly [part: RegExp, sentence: string])[] = [
  [/^word\//, 'is a Word document, not a table. Copy its table into a spreadsheet and save that as XLSX.'],
  [/^ppt\//, 'is a presentation, not a table. Ask for the table itself as CSV or XLSX.'],
  [
    /^Index\/(Document|Tables)|^Index\.zip$/,
    'is a document of Numbers, Pages or Keynote. In Numbers choose File, Export To, Excel (or CSV), and take that file.',
  ],
  [/^META-INF\/MANIFEST\.MF$/, 'is a program, not a table. Choose a table, such as a CSV or XLSX file.'],
];

type Opened = Omit<OpenedFile, 'contentHash'>;

/** A workbook, or an archive of texts and workbooks; whatever else comes in an archive is refused by name. */
export async function openArchive(archive: ZipArchive, options: ReadOptions): Promise<Opened> {
  return (await openBook(archive, options)) ?? openZippedTables(archive, options, (inner) => bookOnly(inner, options));
}

/** Archives inside one another are not followed: each could hold a thousand times as much as the one around it. */
async function bookOnly(inner: ZipArchive, options: ReadOptions): Promise<Opened> {
  const book = await openBook(inner, options);
  if (book) return book;
  throw badFile(`${inner.fileName} is no workbook but an archive itself. Unpack it first and choose the table inside.`);
}

/** `null`: it is an archive of other files. */
async function openBook(archive: ZipArchive, options: ReadOptions): Promise<Opened | null> {
  const { entries, fileName } = archive;
  const type = await documentType(archive);
  if (type.startsWith(SPREADSHEET)) return openOds(archive, options);
  if (type.startsWith('application/'))
    throw badFile(
      `${fileName} is a document of another sort (${type}). Copy its table into a spreadsheet and save that.`,
    );
  refuseDocuments(archive);
  return entries.has('[Content_Types].xml') || entries.has('xl/workbook.xml') ? openXlsx(archive, options) : null;
}

function refuseDocuments({ entries, fileName }: ZipArchive): void {
  for (const name of entries.keys()) {
    const found = DOCUMENTS.find(([part]) => part.test(name));
    if (found) throw badFile(`${fileName} ${found[1]}`);
  }
}

/** OpenDocument says in its first part what it is; '' where there is none. */
async function documentType(archive: ZipArchive): Promise<string> {
  const entry = archive.entries.get('mimetype');
  if (!entry || entry.unpacked > 200) return '';
  const pieces: Buffer[] = [];
  for await (const piece of unpack(archive, entry)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('latin1').trim();
}
