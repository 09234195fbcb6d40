import type { ByteSource } from '../bytes';
import { decoderFor, type Encoding } from '../encoding/decode';
import { badFile } from '../failures';
import { count, LIMITS } from '../limits';
import type { Pass, RecordBlock, SheetInfo, SheetReader } from '../table';
import { flattenItem, parseItem } from './flatten';
import { type ItemReceiver, JsonLists } from './json-lists';

/** The lists of objects of a file, by their path; '' is the list at the top. */
export interface JsonFile {
  readonly sheets: readonly SheetInfo[];
  reader(path: string): Promise<SheetReader>;
}

interface Found {
  /** Objects at the top are the items, one after another. */
  readonly lines: boolean;
  readonly counts: ReadonlyMap<string, number>;
}

const LINES_NAME = /\.(jsonl|ndjson|jsonlines)$/i;

/** Finds the lists of objects in a file of JSON or JSON Lines. */
export async function openJson(
  fileName: string,
  source: ByteSource,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): Promise<JsonFile> {
  const found = await findLists(fileName, source, encoding, signal);
  // The list with most items is what the file is about, and is offered first.
  const paths = [...found.counts].sort((a, b) => b[1] - a[1]).map(([path]) => path);
  if (paths.length === 0) {
    throw badFile(
      `${fileName} is JSON, but no list of objects is in it, such as [{"name": "Churn"}, …] or {"data": [{…}]}. Save the rows as a list, or as CSV or XLSX.`,
    );
  }
  const sheets = paths.slice(0, LIMITS.sheets).map((name): SheetInfo => ({ name, state: 'visible' }));
  return {
    sheets: sheets.length > 1 ? sheets : [],
    reader: (path) =>
      listReader({ fileName, source, encoding, lines: found.lines, path: path || (paths[0] ?? '') }, signal),
  };
}

async function findLists(
  fileName: string,
  source: ByteSource,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const counts = new Map<string, number>();
  const lists = new JsonLists(fileName, true, (path) => {
    if (counts.size < LIMITS.sheets || counts.has(path)) counts.set(path, (counts.get(path) ?? 0) + 1);
  });
  for await (const piece of utf8Pieces(source, encoding, signal)) lists.take(piece);
  lists.end();
  if (lists.topObjects > 1 || (lists.topObjects === 1 && LINES_NAME.test(fileName)))
    return { lines: true, counts: new Map([['', lists.topObjects]]) };
  return { lines: false, counts };
}

interface List {
  readonly fileName: string;
  readonly source: ByteSource;
  readonly encoding: Encoding;
  readonly lines: boolean;
  readonly path: string;
}

async function listReader(list: List, signal: AbortSignal | undefined): Promise<SheetReader> {
  const places = await columnPlaces(list, signal);
  const labels = [...places.keys()];
  return {
    encoding: list.encoding,
    delimiter: '',
    labels,
    byHand: false,
    records: (pass) => records(list, places, pass),
  };
}

/** Every name that any item has, in the order in which they come. */
async function columnPlaces(list: List, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  let number = 0;
  await eachItem(list, { signal }, (_path, item) => {
    number += 1;
    for (const [name] of flattenItem(parsed(list, item, number))) if (!places.has(name)) places.set(name, places.size);
    if (places.size > LIMITS.columns)
      throw badFile(
        `The objects of ${list.fileName} have more than ${count(LIMITS.columns)} different names; a table may have so many columns. Leave out what is not needed.`,
      );
  });
  return places;
}

const BLOCK = 2_000;

async function* records(list: List, places: ReadonlyMap<string, number>, pass: Pass): AsyncGenerator<RecordBlock> {
  let block: { records: (readonly string[])[]; numbers: number[] } = { records: [], numbers: [] };
  let number = 0;
  const lists = listsOf(list, (_path, item) => {
    number += 1;
    const record = Array.from({ length: places.size }, () => '');
    for (const [name, text] of flattenItem(parsed(list, item, number))) {
      if (text.length > LIMITS.cell) throw tooLongCell(list, number, name);
      record[places.get(name) ?? 0] = text;
    }
    block.records.push(record);
    block.numbers.push(number);
  });
  let done = 0;
  for await (const piece of utf8Pieces(list.source, list.encoding, pass.signal)) {
    lists.take(piece);
    done += piece.length;
    pass.onProgress?.(done, Math.max(done, list.source.size ?? 0));
    if (block.records.length < BLOCK) continue;
    yield block;
    block = { records: [], numbers: [] };
  }
  lists.end();
  if (block.records.length > 0) yield block;
}

const listsOf = (list: List, receive: ItemReceiver): JsonLists =>
  new JsonLists(list.fileName, !list.lines, (path, item) => {
    if (path === list.path) receive(path, item);
  });

async function eachItem(list: List, pass: Pass, receive: ItemReceiver): Promise<void> {
  const lists = listsOf(list, receive);
  for await (const piece of utf8Pieces(list.source, list.encoding, pass.signal)) lists.take(piece);
  lists.end();
}

function parsed({ fileName }: List, item: Buffer, number: number): object {
  try {
    return parseItem(item.toString('utf8'));
  } catch {
    throw badFile(
      `The object ${count(number)} of ${fileName} is not valid JSON. Look at it in a text editor, or save the file once more.`,
    );
  }
}

const tooLongCell = ({ fileName }: List, number: number, name: string): Error =>
  badFile(
    `“${name.slice(0, 100)}” of object ${count(number)} of ${fileName} is longer than ${count(LIMITS.cell)} characters, the most that can be read.`,
  );

/** JSON is read as UTF-8, whatever it was written in. */
async function* utf8Pieces(
  source: ByteSource,
  encoding: Encoding,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  const asIs = encoding.label === 'utf-8' && encoding.oddLines === undefined;
  const decode = asIs ? null : decoderFor(encoding);
  let skip = encoding.skip;
  for await (const piece of source.read(signal)) {
    const bytes = skip === 0 ? piece : piece.subarray(skip);
    skip = 0;
    yield decode ? Buffer.from(decode(bytes, false)) : bytes;
  }
  if (decode) yield Buffer.from(decode(new Uint8Array(0), true));
}
