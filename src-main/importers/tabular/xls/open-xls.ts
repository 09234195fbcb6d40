import { badFile } from '../failures';
import type { OpenedFile, RecordBlock, SheetReader } from '../table';
import { type CompoundStream, readCompoundFile } from './compound-file';
import { readSheetCells } from './sheet-cells';
import { readWorkbookStream, type XlsWorkbook } from './workbook';

/** What else lies in such a container, by a stream of it. */
const OTHERS: readonly (readonly [stream: string, sentence: string])[] = [
  ['EncryptedPackage', 'is protected by a password. Open it, save it without one, and import that file.'],
  ['WordDocument', 'is a Word document, not a table. Copy its table into a spreadsheet and save that as XLSX.'],
  ['PowerPoint Document', 'is a presentation, not a table. Ask for the table itself as CSV or XLSX.'],
  ['__properties_version1.0', 'is a message of Outlook. Save its attachment and choose that file.'],
  ['Book', 'is a workbook of Excel 95 or before. Open it in Excel or LibreOffice and save it as XLSX.'],
];

/**
 * A workbook of Excel 97 to 2003 (BIFF8). Read by code of our own within the limits of its bytes: what libraries there are
 * are old or read far more than cells (see docs/decisions).
 */
export async function openXls(fileName: string, bytes: Uint8Array): Promise<Omit<OpenedFile, 'contentHash'>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { stream, workbook } = whole(fileName, () => openStream(fileName, buffer));
  return {
    fileName,
    fileKind: 'xls',
    sheets: workbook.sheets.map(({ name, state }) => ({ name, state })),
    reader: async (name): Promise<SheetReader> => {
      const sheet = workbook.sheets.find((each) => each.name === name);
      if (!sheet) throw badFile(`${fileName} has no worksheet "${name}".`);
      return {
        encoding: null,
        delimiter: '',
        labels: null,
        byHand: true,
        async *records(pass): AsyncGenerator<RecordBlock> {
          let block: RecordBlock;
          try {
            block = await readSheetCells(stream, sheet.at, workbook, pass);
          } catch (error) {
            throw error instanceof RangeError ? damaged(fileName) : error;
          }
          yield block;
        },
      };
    },
  };
}

function openStream(fileName: string, bytes: Buffer): { readonly stream: Buffer; readonly workbook: XlsWorkbook } {
  const streams = readCompoundFile(bytes);
  const found = streams.find(({ name }) => name === 'Workbook');
  if (!found) throw badFile(`${fileName} ${whatElse(streams)}`);
  const stream = found.read();
  const workbook = readWorkbookStream(stream);
  if (!workbook) throw badFile(`${fileName} ${sentenceOf('Book')}`);
  if (workbook.encrypted) throw badFile(`${fileName} ${sentenceOf('EncryptedPackage')}`);
  if (workbook.sheets.length === 0)
    throw badFile(`${fileName} holds no worksheet. Choose a workbook with a table in it.`);
  return { stream, workbook };
}

const sentenceOf = (stream: string): string => OTHERS.find(([name]) => name === stream)?.[1] ?? '';

function whatElse(streams: readonly CompoundStream[]): string {
  const found = OTHERS.find(([stream]) => streams.some(({ name }) => name === stream));
  return found?.[1] ?? 'is an old Office document, but no workbook. Choose a table, such as a CSV or XLSX file.';
}

/** Places beyond the end are what a damaged or cut file leads to. */
function whole<T>(fileName: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? damaged(fileName) : error;
  }
}

const damaged = (fileName: string): Error =>
  badFile(
    `${fileName} is damaged: its parts do not fit together. Open it in Excel or LibreOffice and save it as XLSX.`,
  );
