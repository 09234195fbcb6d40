import { Parser } from 'htmlparser2';
import type { ByteSource } from '../bytes';
import { decoderFor, type Encoding } from '../encoding/decode';
import { badFile } from '../failures';
import { count, LIMITS } from '../limits';
import type { Pass, RecordBlock, SheetInfo, SheetReader } from '../table';
import { type PageTable, TableCollector } from './table-collector';

/** The tables of a web page, as spreadsheets and business programs put them on the clipboard and into files. */
export async function openPage(
  fileName: string,
  source: ByteSource,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): Promise<{ readonly sheets: readonly SheetInfo[]; reader(name: string): Promise<SheetReader> }> {
  const tables = await readTables(fileName, source, encoding, signal);
  const named = tables.map((table, index) => ({ name: `Table ${index + 1}`, table }));
  const [first] = named;
  if (!first)
    throw badFile(
      `${fileName} is a web page without a table. Open it in a browser, copy the table into a spreadsheet and save that as XLSX.`,
    );
  return {
    sheets: named.length > 1 ? named.map(({ name }) => ({ name, state: 'visible' as const })) : [],
    reader: async (name) => tableReader((named.find((each) => each.name === name) ?? first).table, encoding),
  };
}

async function readTables(
  fileName: string,
  source: ByteSource,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): Promise<readonly PageTable[]> {
  const collector = new TableCollector(fileName);
  const parser = new Parser(collector, { decodeEntities: true, lowerCaseTags: true });
  const decode = decoderFor(encoding);
  let characters = 0;
  let skip = encoding.skip;
  const write = (text: string): void => {
    characters += text.length;
    if (characters > LIMITS.pageCharacters)
      throw badFile(
        `${fileName} is a web page of more than ${count(LIMITS.pageCharacters / 1_048_576)} MB. Save its table as CSV or XLSX.`,
      );
    parser.write(text);
  };
  for await (const piece of source.read(signal)) {
    write(decode(piece.subarray(skip), false));
    skip = 0;
  }
  write(decode(new Uint8Array(0), true));
  parser.end();
  return collector.tables.filter(({ records }) => records.some((record) => record.some((cell) => cell !== '')));
}

function tableReader(table: PageTable, encoding: Encoding): SheetReader {
  return {
    encoding,
    delimiter: '',
    labels: null,
    byHand: true,
    records: (pass) => blocksOf(table, pass),
  };
}

async function* blocksOf({ records, merges }: PageTable, _pass: Pass): AsyncGenerator<RecordBlock> {
  yield { records, numbers: records.map((_, index) => index + 1), merges };
}
