import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';
import { DomainError } from '../../failure/domain-error';
import type { FactChange, FactTable } from '../tables';
import type { JournalBlockRow } from './tables';

/**
 * Tables whose changes come by the hundred thousand and are looked up by their model only: a run of them is compressed
 * into one block, which takes a twentieth of the room. What is sought by its own id stays in rows.
 */
const IN_BLOCKS: ReadonlySet<FactTable> = new Set<FactTable>(['models', 'moves', 'model_sources', 'versions']);

/** Shorter runs are rows: an ordinary edit is read without unpacking anything. */
const FEWEST = 100;
const BETWEEN_CELLS = '\u001f';
const BETWEEN_CHANGES = '\n';
const NOT_THERE = '\u0000';
const THE_SAME = '\u0001';
const SEPARATORS = new RegExp(`[${BETWEEN_CELLS}${BETWEEN_CHANGES}${NOT_THERE}${THE_SAME}]`);
/**
 * Stands before what Brotli packed. Before there was another way blocks were bare deflate streams, none of which begins so: the
 * two bits that name the kind of a stream's first part have one value that means nothing.
 */
const BROTLI = 0b111;
const NO_DEFLATE = 0b110;
/**
 * Finds what the images of a model's row and of its source have in common half a megabyte apart, and takes half the bytes of
 * deflate, which looks back 32 KB; higher levels save a fiftieth more. Zstandard is unknown to the oldest Electron that we run on.
 */
const QUALITY = 5;
/** What a block of a damaged or forged file may unpack to. */
const LARGEST = 512 * 2 ** 20;

export interface Block extends JournalBlockRow {
  readonly models: readonly string[];
}

export interface Packed {
  readonly rows: readonly FactChange[];
  readonly blocks: readonly Block[];
}

/**
 * Parts neighbouring changes of one entry into what is stored as rows and what as blocks. Blocks are compressed in a thread of the
 * system, while whoever writes goes on.
 */
export async function packed(changes: readonly FactChange[]): Promise<Packed> {
  const rows: FactChange[] = [];
  const blocks: Promise<Block>[] = [];
  let run: FactChange[] = [];
  const close = (): void => {
    if (run.length < FEWEST) rows.push(...run);
    else blocks.push(blockOf(run));
    run = [];
  };
  for (const change of changes) {
    if (fitsBlock(change)) run.push(change);
    else {
      close();
      rows.push(change);
    }
  }
  close();
  return { rows, blocks: await Promise.all(blocks) };
}

/** Images are JSON, which holds control characters only where another program wrote it; what holds one would be taken apart wrongly. */
const fitsBlock = ({ entity, entity_id, model_id, before, after }: FactChange): boolean =>
  IN_BLOCKS.has(entity) && ![entity_id, model_id, before, after].some((text) => text !== null && SEPARATORS.test(text));

async function blockOf(changes: readonly FactChange[]): Promise<Block> {
  const first = changes[0];
  if (!first) throw new Error('a block of no changes');
  const text = changes
    .map(({ entity, entity_id, model_id, before, after }) =>
      [
        entity,
        entity_id,
        model_id === entity_id ? THE_SAME : (model_id ?? NOT_THERE),
        before ?? NOT_THERE,
        after ?? NOT_THERE,
      ].join(BETWEEN_CELLS),
    )
    .join(BETWEEN_CHANGES);
  return {
    seq: first.seq,
    ord: first.ord,
    changes: changes.length,
    data: await compressed(Buffer.from(text)),
    models: modelsOf(changes),
  };
}

const compressing = promisify(brotliCompress);

async function compressed(text: Buffer): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  return Buffer.concat([Buffer.of(BROTLI), await compressing(text, { params })]);
}

/** The models that changes concern, each once. */
export const modelsOf = (changes: readonly FactChange[]): readonly string[] => [
  ...new Set(changes.flatMap(({ model_id }) => (model_id === null ? [] : [model_id]))),
];

/**
 * The changes of a block, in their order.
 *
 * @throws DomainError `bad_file` for data that this program did not write
 */
export function unpacked({ seq, ord, changes, data }: JournalBlockRow): readonly FactChange[] {
  const found = textOf(data)
    ?.split(BETWEEN_CHANGES)
    .map((line, index): FactChange => {
      const [entity = '', id = '', model = '', before = NOT_THERE, after = NOT_THERE] = line.split(BETWEEN_CELLS);
      return {
        seq,
        ord: ord + index,
        entity: entity as FactTable, // what is none fails where it is used, and the hash of the entry tells it
        entity_id: id,
        model_id: model === THE_SAME ? id : there(model),
        before: there(before),
        after: there(after),
      };
    });
  if (found?.length === changes) return found;
  throw new DomainError(
    'bad_file',
    `The journal is damaged: a part of entry ${seq} cannot be read. Check it under Settings, and go back to a backup.`,
  );
}

const there = (cell: string): string | null => (cell === NOT_THERE ? null : cell);

function textOf(data: Buffer): string | null {
  try {
    const bounds = { maxOutputLength: LARGEST };
    const isDeflated = ((data[0] ?? 0) & NO_DEFLATE) !== NO_DEFLATE;
    const text = isDeflated ? inflateRawSync(data, bounds) : brotliDecompressSync(data.subarray(1), bounds);
    return text.toString('utf8');
  } catch {
    return null;
  }
}
