import { collectDateStyles } from '../excel-dates';
import { badFile, breathe } from '../failures';
import { LIMITS } from '../limits';
import type { MergedRange, OpenedFile, Pass, ReadOptions, RecordBlock, SheetReader } from '../table';
import { createXmlScanner } from '../xml-scanner';
import { unpack, type ZipArchive } from '../zip/zip-archive';
import { damagedPart, readWorkbook, scanPart } from './parts';
import { type CellContext, collectMerges, SheetRows } from './sheet-rows';
import { collectStrings } from './strings';

/** A workbook of Excel. Texts that its sheets share are read once; its rows only when they are asked for. */
export async function openXlsx(archive: ZipArchive, { signal }: ReadOptions): Promise<Omit<OpenedFile, 'contentHash'>> {
  const { fileName } = archive;
  const workbook = await readWorkbook(archive, signal);
  if (workbook.sheets.length === 0)
    throw badFile(`${fileName} holds no worksheet. Choose a workbook with a table in it.`);
  let context: Promise<CellContext> | null = null;
  const readContext = async (): Promise<CellContext> => {
    const strings = collectStrings();
    const styles = collectDateStyles();
    if (workbook.sharedStringsPart) await scanPart(archive, workbook.sharedStringsPart, strings.handler, signal);
    if (workbook.stylesPart) await scanPart(archive, workbook.stylesPart, styles.handler, signal);
    return { fileName, strings: strings.strings, dateStyles: styles.dates, from1904: workbook.from1904 };
  };
  return {
    fileName,
    fileKind: 'xlsx',
    sheets: workbook.sheets.slice(0, LIMITS.sheets).map(({ name, state }) => ({ name, state })),
    reader: async (name): Promise<SheetReader> => {
      const sheet = workbook.sheets.find((each) => each.name === name);
      if (!sheet) throw badFile(`${fileName} has no worksheet "${name}".`);
      context ??= readContext();
      const known = await context;
      let merges: Promise<readonly MergedRange[]> | null = null;
      const readOnce = (): Promise<readonly MergedRange[]> =>
        (merges ??= readMerges({ ...archive, unpackedBytes: 0 }, sheet.part, signal));
      return {
        encoding: null,
        delimiter: '',
        labels: null,
        byHand: true,
        records: (pass) => sheetRecords(archive, sheet.part, known, readOnce, pass),
      };
    },
  };
}

async function* sheetRecords(
  archive: ZipArchive,
  part: string,
  context: CellContext,
  readMergesOnce: () => Promise<readonly MergedRange[]>,
  pass: Pass,
): AsyncGenerator<RecordBlock> {
  // What was unpacked before does not count again.
  const fresh: ZipArchive = { ...archive, unpackedBytes: 0 };
  const entry = fresh.entries.get(part);
  if (!entry) throw damagedPart(archive, part);
  const rows = new SheetRows(context, (problem) => pass.report?.(problem));
  const scanner = createXmlScanner(rows);
  const decoder = new TextDecoder('utf-8');
  let done = 0;
  let coming = await readMergesOnce();
  const block = (): RecordBlock => {
    const merges = coming;
    coming = [];
    return { ...rows.takeBlock(), merges };
  };
  try {
    for await (const piece of unpack(fresh, entry)) {
      scanner.push(decoder.decode(piece, { stream: true }), false);
      done += piece.length;
      pass.onProgress?.(done, Math.max(done, entry.unpacked));
      if (rows.length > 0) yield block();
      await breathe(pass.signal);
    }
    scanner.push(decoder.decode(), true);
  } catch (error) {
    throw error instanceof SyntaxError ? damagedPart(archive, part) : error;
  }
  if (rows.length > 0) yield block();
}

/** They stand behind the rows but are needed before them: looked for in the bytes, which is much quicker than reading. */
async function readMerges(
  archive: ZipArchive,
  part: string,
  signal: AbortSignal | undefined,
): Promise<readonly MergedRange[]> {
  const entry = archive.entries.get(part);
  if (!entry) throw damagedPart(archive, part);
  const { handler, merges } = collectMerges();
  const scanner = createXmlScanner(handler);
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let inside = false;
  try {
    for await (const piece of unpack(archive, entry)) {
      const text = inside ? decoder.decode(piece, { stream: true }) : rest + piece.toString('latin1');
      const from = inside ? 0 : indexOfMerges(text);
      if (from >= 0) {
        inside = true;
        scanner.push(text.slice(from), false);
        if (text.includes('</', from) && /<\/(\w+:)?mergeCells>/.test(text.slice(from))) break;
      } else rest = text.slice(-40);
      await breathe(signal);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return merges;
}

/** The tag may have a prefix (`<x:mergeCells`). */
function indexOfMerges(text: string): number {
  const at = text.indexOf('mergeCells');
  return at < 0 ? -1 : text.lastIndexOf('<', at);
}
