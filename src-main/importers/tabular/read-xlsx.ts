import { badFile } from './failures';
import type { RawRows, ReadOptions } from './table';
import { collectDateStyles } from './xlsx-dates';
import { readWorkbook, scanPart } from './xlsx-parts';
import { type CellContext, collectRows } from './xlsx-sheet';
import { collectStrings } from './xlsx-strings';
import { openZip, type ZipArchive } from './zip-archive';

/** Reads one worksheet: the one that is asked for, else the first with data. */
export async function readXlsx(
  fileName: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<RawRows & { sheets: readonly string[]; sheet: string }> {
  const { signal } = options;
  const archive = openZip(fileName, bytes);
  const workbook = await readWorkbook(archive, signal);
  const sheets = workbook.sheets.map((sheet) => sheet.name);
  const wanted = options.sheet;
  const candidates = workbook.sheets.filter((sheet) => wanted === undefined || sheet.name === wanted);
  if (wanted !== undefined && candidates.length === 0) {
    throw badFile(`${fileName} has no worksheet "${wanted}". It has: ${sheets.join(', ')}. Choose one of these.`);
  }
  const strings = collectStrings();
  const styles = collectDateStyles();
  if (workbook.sharedStringsPart) await scanPart(archive, workbook.sharedStringsPart, strings.handler, signal);
  if (workbook.stylesPart) await scanPart(archive, workbook.stylesPart, styles.handler, signal);
  const { from1904 } = workbook;
  const context: CellContext = { fileName, strings: strings.strings, dateStyles: styles.dates, from1904 };
  for (const candidate of candidates) {
    const raw = await readSheet(archive, candidate.part, context, signal);
    options.onProgress?.(bytes.length, bytes.length);
    if (raw.records.length > 0) return { ...raw, sheets, sheet: candidate.name };
  }
  const where =
    wanted === undefined ? 'None of its worksheets' : `Its worksheet "${wanted}" is empty: none of its cells`;
  throw badFile(`${fileName} holds no rows. ${where} has data.`);
}

async function readSheet(
  archive: ZipArchive,
  part: string,
  context: CellContext,
  signal: AbortSignal | undefined,
): Promise<RawRows> {
  const rows = collectRows(context);
  await scanPart(archive, part, rows.handler, signal);
  return { records: rows.records, numbers: rows.numbers, problems: rows.problems };
}
