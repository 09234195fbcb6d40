import { createHash } from 'node:crypto';
import type { Head } from '../journal/changed-since';
import type { KeptPlace } from './kept-place';

const HASH_BYTES = 32;
const LENGTH_BYTES = 8;
const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type Kinds = typeof KINDS;

export type KeptArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
/** Where an array lies behind the layout. */
export type ArrayPlace = readonly [kind: keyof Kinds, at: number, length: number];
/** Gives the array of a place, and throws where one of another class lies there. */
export type ArrayReader = <K extends keyof Kinds>(place: ArrayPlace, wanted: K) => InstanceType<Kinds[K]>;

/** What a subject's files begin with, and which edition of them is written: it counts on with each change of what lies in them. */
export interface KeptForm {
  readonly mark: string;
  readonly edition: number;
}

/** Of what moment of which portfolio the rows are, and who read them. */
export interface KeptState extends Pick<KeptPlace, 'version' | 'format' | 'path'> {
  readonly head: Head;
}

interface Layout<State, Body> {
  readonly edition: number;
  readonly state: State;
  readonly body: Body;
}

const upTo8 = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * Rows as a file: a layout in JSON, arrays behind it, and a digest of all of it at the end.
 *
 * @param body puts its arrays and answers where they lie, with whatever else JSON can say
 */
export function keptBytes<State extends KeptState>(
  { mark, edition }: KeptForm,
  state: State,
  body: (put: (array: KeptArray) => ArrayPlace) => unknown,
): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = 0;
  const put = (array: KeptArray): ArrayPlace => {
    const at = upTo8(end);
    parts.push(new Uint8Array(at - end), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    end = at + array.byteLength;
    return [array.constructor.name as keyof Kinds, at, array.length]; // of one of these classes
  };
  const layout: Layout<State, unknown> = { edition, state, body: body(put) };
  const json = Buffer.from(JSON.stringify(layout));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const head = mark.length + LENGTH_BYTES + json.length;
  const all = [Buffer.from(mark), length, json, new Uint8Array(upTo8(head) - head), ...parts];
  const hash = createHash('sha256');
  for (const part of all) hash.update(part);
  return [...all, hash.digest()];
}

/**
 * What was kept, where it is whole and of this program, structure and portfolio; `null`: it is of no use.
 *
 * @typeParam Body what `keptBytes` was told: its digest says that we wrote it
 */
export function keptIn<State extends KeptState, Body>(
  { mark, edition }: KeptForm,
  file: Buffer,
  of: Pick<KeptState, 'version' | 'format' | 'path'>,
): { readonly state: State; readonly body: Body; readonly array: ArrayReader } | null {
  const start = mark.length + LENGTH_BYTES;
  const content = file.subarray(0, file.length - HASH_BYTES);
  if (file.length < start + HASH_BYTES || content.toString('latin1', 0, mark.length) !== mark) return null;
  if (!createHash('sha256').update(content).digest().equals(file.subarray(content.length))) return null;
  const length = content.readUInt32LE(mark.length);
  const layout = JSON.parse(content.toString('utf8', start, start + length)) as Layout<State, Body>;
  const { state, body } = layout;
  const mine = state.version === of.version && state.format === of.format && state.path === of.path;
  if (layout.edition !== edition || !mine) return null;
  const base = upTo8(start + length);
  const of64 = content.byteOffset % 8 === 0 ? content : Buffer.from(content);
  const array: ArrayReader = <K extends keyof Kinds>([kind, at, count]: ArrayPlace, wanted: K) => {
    if (kind !== wanted) throw new Error(`a kept file has ${kind} in the place of ${wanted}`);
    const made = new KINDS[wanted](of64.buffer as ArrayBuffer, of64.byteOffset + base + at, count); // of a file, not shared
    return made as InstanceType<Kinds[K]>; // the class that was asked for
  };
  return { state, body, array };
}
