import { createHash } from 'node:crypto';
import type { Head } from '../../journal/changed-since';
import { CODED, REAL_NAMES, WHOLE_NAMES } from './columns';
import { HeldModels } from './held-models';
import { Texts } from './texts';

/** Counts on with each change of what lies in such a file or what it means. */
const EDITION = 2;
const MARK = Buffer.from('MFHELD01');
const HASH_BYTES = 32;

type Array = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type Place = readonly [kind: keyof typeof KINDS, at: number, length: number];

/** Of what state of which file the models are. */
export interface HeldState {
  /** Of the program: another one may read rows otherwise. */
  readonly version: string;
  /** How many migrations the file has seen. */
  readonly format: number;
  readonly path: string;
  readonly head: Head;
  readonly day: string;
  /** What the models were read from. */
  readonly sources: readonly string[];
}

interface Layout {
  readonly edition: number;
  readonly state: HeldState;
  readonly texts: Readonly<Record<string, readonly [bytes: Place, starts: Place]>>;
  readonly arrays: Readonly<Record<string, Place>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** The models as a file: a layout in JSON, arrays behind it, and a digest of all of it at the end. */
export function heldBytes(held: HeldModels, state: HeldState): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = 0;
  const put = (array: Array): Place => {
    const at = Math.ceil(end / 8) * 8;
    parts.push(new Uint8Array(at - end), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    end = at + array.byteLength;
    return [array.constructor.name as Place[0], at, array.length]; // of one of these classes
  };
  const { order } = held;
  const text = (own: Texts): [Place, Place] => {
    const { bytes, starts } = own.inOrder(order);
    return [put(bytes), put(starts)];
  };
  const gathered = <A extends Array>(values: A): A => {
    const sorted = new (values.constructor as new (length: number) => A)(order.length); // of the same class
    for (let row = 0; row < order.length; row += 1) sorted[row] = values[order[row] ?? 0] ?? 0;
    return sorted;
  };
  const texts = { ids: text(held.ids), names: text(held.names), references: text(held.references) };
  const arrays: Record<string, Place> = {};
  const values: Record<string, readonly string[]> = {};
  for (const name of CODED) {
    arrays[name] = put(gathered(held.coded[name].codes));
    values[name] = held.coded[name].values;
  }
  for (const name of WHOLE_NAMES) arrays[name] = put(gathered(held.whole[name]));
  for (const name of REAL_NAMES) arrays[name] = put(gathered(held.real[name]));
  const moves = held.moves.inOrder(order);
  arrays.moveCounts = put(moves.counts);
  arrays.moveStages = put(moves.stages);
  arrays.moveTimes = put(moves.times);
  values.moveDates = held.moves.dates;
  const layout: Layout = { edition: EDITION, state, texts, arrays, values };
  const json = Buffer.from(JSON.stringify(layout));
  const length = Buffer.alloc(8);
  length.writeUInt32LE(json.length);
  const gap = new Uint8Array(Math.ceil((MARK.length + 8 + json.length) / 8) * 8 - (MARK.length + 8 + json.length));
  const all = [MARK, length, json, gap, ...parts];
  const hash = createHash('sha256');
  for (const part of all) hash.update(part);
  return [...all, hash.digest()];
}

/** What was kept, where it is whole and of this program, format and file; `null`: it is of no use. */
export function heldOf(
  file: Buffer,
  of: Pick<HeldState, 'version' | 'format' | 'path'>,
): { readonly held: HeldModels; readonly state: HeldState } | null {
  const content = file.subarray(0, file.length - HASH_BYTES);
  if (file.length < MARK.length + 8 + HASH_BYTES || !content.subarray(0, MARK.length).equals(MARK)) return null;
  if (!createHash('sha256').update(content).digest().equals(file.subarray(content.length))) return null;
  const length = content.readUInt32LE(MARK.length);
  const start = MARK.length + 8;
  const layout = JSON.parse(content.toString('utf8', start, start + length)) as Layout; // its digest says that we wrote it
  const { state } = layout;
  const mine = state.version === of.version && state.format === of.format && state.path === of.path;
  if (layout.edition !== EDITION || !mine) return null;
  const base = Math.ceil((start + length) / 8) * 8;
  const of64 = content.byteOffset % 8 === 0 ? content : Buffer.from(content);
  const array = <K extends keyof typeof KINDS>(
    [kind, at, count]: Place,
    wanted: K,
  ): InstanceType<(typeof KINDS)[K]> => {
    if (kind !== wanted) throw new Error(`the kept models have ${kind} in the place of ${wanted}`);
    const made = new KINDS[wanted](of64.buffer as ArrayBuffer, of64.byteOffset + base + at, count); // of a file, not shared
    return made as InstanceType<(typeof KINDS)[K]>; // the class that was asked for
  };
  return { held: restored(layout, array), state };
}

type Reader = <K extends keyof typeof KINDS>(place: Place, wanted: K) => InstanceType<(typeof KINDS)[K]>;

function restored({ texts, arrays, values }: Layout, array: Reader): HeldModels {
  const place = (name: string): Place => {
    const found = arrays[name];
    if (found === undefined) throw new Error(`the kept models lack ${name}`);
    return found;
  };
  const text = (name: string): Texts => {
    const found = texts[name];
    if (found === undefined) throw new Error(`the kept models lack ${name}`);
    return Texts.of(array(found[0], 'Uint8Array').slice(), array(found[1], 'Uint32Array'));
  };
  const counts = array(place('moveCounts'), 'Uint32Array');
  const stages = array(place('moveStages'), 'Uint8Array');
  const held = new HeldModels(counts.length, stages.length);
  held.restoreTexts(text('ids'), text('names'), text('references'));
  for (const name of CODED) {
    const [kind] = place(name);
    held.coded[name].restore(values[name] ?? [], array(place(name), kind));
  }
  for (const name of WHOLE_NAMES) held.whole[name].set(array(place(name), 'Int32Array'));
  for (const name of REAL_NAMES) held.real[name].set(array(place(name), 'Float64Array'));
  const times = array(place('moveTimes'), 'Uint32Array');
  held.moves.restore(counts, stages, times, values.moveDates ?? []);
  held.setOrder(Uint32Array.from(counts.keys()));
  return held;
}
