import { DomainError } from '../../../failure/domain-error';
import type { ByteSource } from '../bytes';
import { badFile } from '../failures';
import { tellFileKind } from '../file-kind';
import { count, LIMITS } from '../limits';
import { openText, surveySource } from '../open-text';
import type { OpenedFile, ReadOptions, SheetInfo, SheetReader } from '../table';
import { openXls } from '../xls/open-xls';
import { openZip, unpack, type ZipArchive, type ZipEntry } from './zip-archive';

const TABLE = /\.(csv|tsv|tab|txt|json|jsonl|ndjson|html?)$/i;
const WORKBOOK = /\.(xlsx|xlsm|xls|ods)$/i;
/** What a Mac and other programs add for themselves, and what Excel keeps beside an open workbook. */
const OWN = /(^|\/)(__MACOSX\/|\.|~\$)/;

type Opened = Omit<OpenedFile, 'contentHash'>;

interface Member {
  /** As a person chooses it: the file, and of a workbook among others the sheet. */
  readonly name: string;
  readonly state: SheetInfo['state'];
  reader(): Promise<SheetReader>;
}

/**
 * An archive of texts and workbooks: one is the table, several are to be chosen among.
 *
 * @param openBook opens an archive that is a workbook itself
 */
export async function openZippedTables(
  archive: ZipArchive,
  options: ReadOptions,
  openBook: (inner: ZipArchive) => Promise<Opened>,
): Promise<Opened> {
  const { fileName } = archive;
  const names = tableMembers(archive);
  refuseLargeBooks(archive, names);
  const [first, ...others] = names;
  if (first === undefined) throw badFile(`${fileName} ${whatElse(archive)}`);
  const open = (name: string): Promise<Opened> => openMember(archive, name, options, openBook);
  if (others.length === 0) return { ...(await open(first)), fileName };
  const members: Member[] = [];
  let fileKind: Opened['fileKind'] | null = null;
  for (const name of names.slice(0, LIMITS.sheets)) {
    if (!WORKBOOK.test(name)) {
      members.push({ name, state: 'visible', reader: async () => (await open(name)).reader('') });
      fileKind ??= name === first ? (await open(name)).fileKind : null;
      continue;
    }
    const book = await openOrFailure(() => open(name));
    if (book instanceof DomainError) members.push({ name, state: 'visible', reader: () => Promise.reject(book) });
    else members.push(...sheetsOf(name, book));
    if (!(book instanceof DomainError)) fileKind ??= book.fileKind;
  }
  return {
    fileName,
    fileKind: fileKind ?? 'csv',
    sheets: members.slice(0, LIMITS.sheets).map(({ name, state }) => ({ name, state })),
    reader: (name): Promise<SheetReader> => {
      const member = members.find((one) => one.name === name);
      if (!member) throw badFile(`${fileName} has no table ${name}. Choose one of those in it.`);
      return member.reader();
    },
  };
}

/** Names of the files in an archive that may be tables. */
function tableMembers({ entries }: ZipArchive): readonly string[] {
  return [...entries.keys()].filter((name) => (TABLE.test(name) || WORKBOOK.test(name)) && !OWN.test(name));
}

const sheetsOf = (member: string, { sheets, reader }: Opened): readonly Member[] =>
  sheets.length === 0
    ? [{ name: member, state: 'visible', reader: () => reader('') }]
    : sheets.map(({ name, state }) => ({ name: `${member}: ${name}`, state, reader: () => reader(name) }));

/** One workbook that cannot be read is no reason not to read the others: it fails when it is chosen. */
async function openOrFailure(open: () => Promise<Opened>): Promise<Opened | DomainError> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'bad_file') return error;
    throw error;
  }
}

/** Workbooks are held in memory, as they are where they are files of their own. */
function refuseLargeBooks({ fileName, entries }: ZipArchive, names: readonly string[]): void {
  const books = names.filter((name) => WORKBOOK.test(name));
  const bytes = books.reduce((sum, name) => sum + (entries.get(name)?.unpacked ?? 0), 0);
  if (bytes <= LIMITS.fileBytes) return;
  const [size, limit] = [bytes, LIMITS.fileBytes].map((each) => count(Math.ceil(each / 1_048_576)));
  throw badFile(
    `${fileName} holds workbooks of ${size} MB together; up to ${limit} MB can be read. Unpack it and import them one by one.`,
  );
}

async function openMember(
  archive: ZipArchive,
  name: string,
  options: ReadOptions,
  openBook: (inner: ZipArchive) => Promise<Opened>,
): Promise<Opened> {
  const entry = archive.entries.get(name);
  if (!entry) throw badFile(`${archive.fileName} has no file ${name}. Choose one of those in it.`);
  const own = name.split('/').at(-1) ?? name;
  const source = entryBytes(archive, entry);
  if (WORKBOOK.test(name)) {
    const pieces: Buffer[] = [];
    for await (const piece of source.read(options.signal)) pieces.push(Buffer.from(piece));
    const bytes = Buffer.concat(pieces);
    const kind = tellFileKind(own, bytes);
    if (kind === 'zip') return openBook(openZip(own, bytes));
    if (kind === 'compound') return openXls(own, bytes);
    if (kind === 'gzip') throw badFile(`${own} in ${archive.fileName} is packed once more. Unpack it first.`);
  }
  // Programs write web pages and texts under the name of a workbook as well.
  return openText(own, source, await surveySource(source, options.signal), options);
}

/** A member may be read several times: what it unpacks to counts once for each. */
function entryBytes(archive: ZipArchive, entry: ZipEntry): ByteSource {
  return { size: entry.unpacked, read: () => unpack({ ...archive, unpackedBytes: 0 }, entry) };
}

function whatElse({ entries }: ZipArchive): string {
  const names = [...entries.keys()].filter((name) => !OWN.test(name) && !name.endsWith('/'));
  if (names.length === 0) return 'is an archive without a file in it. Choose a table, such as a CSV or XLSX file.';
  return `is an archive without a table in it: it holds ${names.slice(0, 3).join(', ')}. Choose a table, such as a CSV or XLSX file.`;
}
