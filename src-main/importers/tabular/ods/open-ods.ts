import { badFile, breathe } from '../failures';
import type { OpenedFile, Pass, ReadOptions, RecordBlock, SheetInfo, SheetReader } from '../table';
import { damagedPart, scanPart } from '../xlsx/parts';
import { createXmlScanner, type XmlHandler } from '../xml-scanner';
import { unpack, type ZipArchive } from '../zip/zip-archive';
import { OdsRows } from './ods-rows';

const CONTENT = 'content.xml';

/** A spreadsheet of OpenDocument (LibreOffice, OpenOffice, Google, Excel). All its sheets are in one part. */
export async function openOds(archive: ZipArchive, { signal }: ReadOptions): Promise<Omit<OpenedFile, 'contentHash'>> {
  const { fileName } = archive;
  if (!archive.entries.has(CONTENT)) throw damagedPart(archive, CONTENT);
  await refuseEncrypted(archive, signal);
  const sheets = await listSheets(archive, signal);
  if (sheets.length === 0) throw badFile(`${fileName} holds no worksheet. Choose a workbook with a table in it.`);
  return {
    fileName,
    fileKind: 'ods',
    sheets,
    reader: async (name): Promise<SheetReader> => ({
      encoding: null,
      delimiter: '',
      labels: null,
      byHand: true,
      records: (pass) =>
        sheetRecords(
          archive,
          sheets.findIndex((sheet) => sheet.name === name),
          pass,
        ),
    }),
  };
}

async function refuseEncrypted(archive: ZipArchive, signal: AbortSignal | undefined): Promise<void> {
  const part = 'META-INF/manifest.xml';
  if (!archive.entries.has(part)) return;
  let encrypted = false;
  const open: XmlHandler['open'] = (name) => {
    encrypted ||= name === 'encryption-data';
  };
  await scanPart({ ...archive, unpackedBytes: 0 }, part, { open, close: () => {}, text: () => {} }, signal);
  if (encrypted)
    throw badFile(
      `${archive.fileName} is protected by a password. Save it without one, or as CSV, and import that file.`,
    );
}

/** Names of the sheets in their order; a sheet is hidden by its style. */
async function listSheets(archive: ZipArchive, signal: AbortSignal | undefined): Promise<readonly SheetInfo[]> {
  const hidden = new Set<string>();
  const sheets: SheetInfo[] = [];
  let style = '';
  let depth = 0;
  const handler: XmlHandler = {
    open(name, attribute) {
      if (name === 'style') style = attribute('name') ?? '';
      else if (name === 'table-properties' && attribute('display') === 'false') hidden.add(style);
      else if (name === 'table') {
        depth += 1;
        const state = hidden.has(attribute('style-name') ?? '\n') ? 'hidden' : 'visible';
        if (depth === 1) sheets.push({ name: attribute('table:name') ?? attribute('name') ?? '', state });
      }
    },
    close(name) {
      if (name === 'table') depth -= 1;
    },
    text: () => {},
  };
  await scanPart({ ...archive, unpackedBytes: 0 }, CONTENT, handler, signal);
  return sheets;
}

async function* sheetRecords(archive: ZipArchive, index: number, pass: Pass): AsyncGenerator<RecordBlock> {
  const fresh: ZipArchive = { ...archive, unpackedBytes: 0 };
  const entry = fresh.entries.get(CONTENT);
  if (!entry) throw damagedPart(archive, CONTENT);
  const rows = new OdsRows(archive.fileName, index, (problem) => pass.report?.(problem));
  const scanner = createXmlScanner(rows);
  const decoder = new TextDecoder('utf-8');
  let done = 0;
  try {
    for await (const piece of unpack(fresh, entry)) {
      scanner.push(decoder.decode(piece, { stream: true }), false);
      done += piece.length;
      pass.onProgress?.(done, Math.max(done, entry.unpacked));
      if (rows.length > 0) yield rows.takeBlock();
      await breathe(pass.signal);
      if (rows.finished) break;
    }
    if (!rows.finished) scanner.push(decoder.decode(), true);
  } catch (error) {
    throw error instanceof SyntaxError ? damagedPart(archive, CONTENT) : error;
  }
  if (rows.length > 0) yield rows.takeBlock();
}
