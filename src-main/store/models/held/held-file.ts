import {
  type ArrayPlace,
  type ArrayReader,
  type KeptArray,
  type KeptState,
  keptBytes,
  keptIn,
} from '../../kept/kept-file';
import { CODED, REAL_NAMES, WHOLE_NAMES } from './columns';
import { HeldModels } from './held-models';
import { Texts } from './texts';

const FORM = { mark: 'MFHELD01', edition: 3 } as const;

export interface HeldState extends KeptState {
  readonly day: string;
  /** What the models were read from. */
  readonly sources: readonly string[];
}

interface Layout {
  readonly texts: Readonly<Record<string, readonly [bytes: ArrayPlace, starts: ArrayPlace]>>;
  readonly arrays: Readonly<Record<string, ArrayPlace>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** The models as a file. */
export const heldBytes = (held: HeldModels, state: HeldState): readonly Uint8Array[] =>
  keptBytes(FORM, state, (put) => layoutOf(held, put));

function layoutOf(held: HeldModels, put: (array: KeptArray) => ArrayPlace): Layout {
  const { order } = held;
  const text = (own: Texts): [ArrayPlace, ArrayPlace] => {
    const { bytes, starts } = own.inOrder(order);
    return [put(bytes), put(starts)];
  };
  const gathered = <A extends KeptArray>(values: A): A => {
    const sorted = new (values.constructor as new (length: number) => A)(order.length); // of the same class
    for (let row = 0; row < order.length; row += 1) sorted[row] = values[order[row] ?? 0] ?? 0;
    return sorted;
  };
  const texts = { ids: text(held.ids), names: text(held.names), references: text(held.references) };
  const arrays: Record<string, ArrayPlace> = {};
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
  return { texts, arrays, values };
}

/** What was kept, where it is whole and of this program, structure and portfolio; `null`: it is of no use. */
export function heldOf(
  file: Buffer,
  of: Pick<HeldState, 'version' | 'format' | 'path'>,
): { readonly held: HeldModels; readonly state: HeldState } | null {
  const found = keptIn<HeldState, Layout>(FORM, file, of);
  return found && { held: restored(found.body, found.array), state: found.state };
}

function restored({ texts, arrays, values }: Layout, array: ArrayReader): HeldModels {
  const place = (name: string): ArrayPlace => {
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
