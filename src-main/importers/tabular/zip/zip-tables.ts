import type { ByteSource } from '../bytes';
import { badFile } from '../failures';
import { LIMITS } from '../limits';
import { openText, surveySource } from '../open-text';
import type { OpenedFile, ReadOptions, SheetReader } from '../table';
import { unpack, type ZipArchive, type ZipEntry } from './zip-archive';

const TABLE = /\.(csv|tsv|tab|txt|json|jsonl|ndjson|html?)$/i;
const WORKBOOK = /\.(xlsx|xlsm|xls|ods)$/i;
/** What a Mac and other programs add for themselves. */
const OWN = /(^|\/)(__MACOSX\/|\.)/;

/** Names of the files in an archive that may be tables. */
export const tableMembers = (archive: ZipArchive): readonly string[] =>
  [...archive.entries.keys()].filter((name) => TABLE.test(name) && !OWN.test(name));

/** An archive of text tables: one is the table, several are to be chosen among. */
export async function openZippedTables(
  archive: ZipArchive,
  options: ReadOptions,
): Promise<Omit<OpenedFile, 'contentHash'>> {
  const { fileName } = archive;
  const members = tableMembers(archive);
  const [first] = members;
  if (first === undefined) throw badFile(`${fileName} ${whatElse(archive)}`);
  const opened = await openMember(archive, first, options);
  if (members.length === 1) return { ...opened, fileName, reader: opened.reader };
  return {
    fileName,
    fileKind: opened.fileKind,
    sheets: members.slice(0, LIMITS.sheets).map((name) => ({ name, state: 'visible' })),
    reader: async (name): Promise<SheetReader> => {
      const member = name === first ? opened : await openMember(archive, name, options);
      return member.reader('');
    },
  };
}

async function openMember(
  archive: ZipArchive,
  name: string,
  options: ReadOptions,
): Promise<Omit<OpenedFile, 'contentHash'>> {
  const entry = archive.entries.get(name);
  if (!entry) throw badFile(`${archive.fileName} has no file ${name}. Choose one of those in it.`);
  const source = entryBytes(archive, entry);
  const survey = await surveySource(source, options.signal);
  return openText(name.split('/').at(-1) ?? name, source, survey, options);
}

/** A member may be read several times: what it unpacks to counts once for each. */
function entryBytes(archive: ZipArchive, entry: ZipEntry): ByteSource {
  return { size: entry.unpacked, read: () => unpack({ ...archive, unpackedBytes: 0 }, entry) };
}

function whatElse({ entries }: ZipArchive): string {
  const names = [...entries.keys()].filter((name) => !OWN.test(name) && !name.endsWith('/'));
  const workbook = names.find((name) => WORKBOOK.test(name));
  if (workbook !== undefined)
    return `is an archive with the workbook ${workbook} in it. Unpack it and choose that file.`;
  if (names.length === 0) return 'is an archive without a file in it. Choose a table, such as a CSV or XLSX file.';
  return `is an archive without a table in it: it holds ${names.slice(0, 3).join(', ')}. Choose a table, such as a CSV or XLSX file.`;
}
