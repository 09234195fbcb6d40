import { parseReferences } from '../cells';
import { Coded } from './coded';
import {
  AT,
  type Cell,
  CODED,
  type CodedName,
  NONE,
  REAL_NAMES,
  type RealName,
  WHOLE_NAMES,
  type WholeName,
} from './columns';
import type { GovernedPart } from './governed-part';
import { MovesOfSlots } from './moves-of-slots';
import { SlotsById } from './slots-by-id';
import { grown, Texts } from './texts';

/** As inventories have them; more room is made where they are longer. */
const ID_BYTES = 26;
const NAME_BYTES = 28;

const recordOf = <N extends string, V>(names: readonly N[], make: () => V): Record<N, V> =>
  // fromEntries forgets the names.
  Object.fromEntries(names.map((name) => [name, make()])) as Record<N, V>;

/**
 * All models with what is counted and listed of them, as columns: a *slot* a model, which it keeps while it is there. A
 * million of them take 200 MB here, and one count over them milliseconds.
 */
export class HeldModels {
  ids: Texts;
  names: Texts;
  /** 'system: id, system: id' of the external references; '' = none. */
  references: Texts;
  readonly coded: Readonly<Record<CodedName, Coded>>;
  readonly whole: Record<WholeName, Int32Array>;
  readonly real: Record<RealName, Float64Array>;
  readonly moves: MovesOfSlots;
  /** `null` until rule packs are asked. */
  governed: GovernedPart | null = null;
  private byId: SlotsById;
  private capacity: number;
  private ordered: Uint32Array;
  private count = 0;
  private next = 0;
  private readonly free: number[] = [];

  constructor(models: number, moves: number) {
    const room = Math.ceil(models * 1.05) + 64;
    this.capacity = room;
    this.ids = new Texts(room, ID_BYTES);
    this.names = new Texts(room, NAME_BYTES);
    this.references = new Texts(room, 0);
    this.coded = recordOf(CODED, () => new Coded(room));
    this.whole = recordOf(WHOLE_NAMES, () => new Int32Array(room).fill(NONE));
    this.real = recordOf(REAL_NAMES, () => new Float64Array(room).fill(Number.NaN));
    this.moves = new MovesOfSlots(room, moves);
    this.byId = new SlotsById(this.ids, room);
    this.ordered = new Uint32Array(room);
  }

  /** Slots there is room for. */
  get room(): number {
    return this.capacity;
  }

  get size(): number {
    return this.count;
  }

  /** The slots of all models in the order of their names, and then of their ids. */
  get order(): Uint32Array {
    return this.ordered.subarray(0, this.count);
  }

  /** -1: there is no such model. */
  slotOf(id: string): number {
    return this.byId.find(id);
  }

  /** Takes a new model in; its place among the others is given by `setOrder` or `place`. */
  add(id: string): number {
    const slot = this.free.pop() ?? this.next;
    if (slot === this.next) this.next += 1;
    if (this.next > this.capacity) this.makeRoom();
    this.governed?.forgetOrder();
    this.ids.set(slot, id);
    this.byId.add(slot);
    this.renew(slot);
    return slot;
  }

  /** As of a model of which no other rows tell: what they tell is given afterwards. */
  renew(slot: number): void {
    this.moves.clear(slot);
    this.governed?.renew(slot);
    this.whole.openIncidents[slot] = 0;
    for (const name of ['lastResultDay', 'healthSinceDay', 'firstResultDay'] as const) this.whole[name][slot] = NONE;
  }

  /** @param row of `SELECT_CELLS` */
  setCells(slot: number, row: readonly Cell[]): void {
    this.names.set(slot, String(row[AT.name]));
    this.references.set(slot, referenceWords(String(row[AT.references])));
    this.whole.updatedDay[slot] = dayOf(row[AT.updatedAt]);
    this.whole.tier[slot] = whole(row[AT.whole]);
    this.whole.monitoringKnown[slot] = whole(row[AT.whole + 1]);
    this.whole.purposeSaid[slot] = whole(row[AT.whole + 2]);
    for (let at = 0; at < REAL_NAMES.length; at += 1) {
      const value = row[AT.real + at];
      const name = REAL_NAMES[at];
      if (name) this.real[name][slot] = typeof value === 'number' ? value : Number.NaN;
    }
    for (let at = 0; at < CODED.length; at += 1) {
      const value = row[AT.coded + at];
      const name = CODED[at];
      if (name) this.coded[name].set(slot, typeof value === 'string' ? value : null);
    }
  }

  /** Of models that were kept: their texts lie in the first slots. */
  restoreTexts(ids: Texts, names: Texts, references: Texts): void {
    const models = ids.slots;
    Object.assign(this, { ids, names, references });
    for (const texts of [ids, names, references]) texts.grow(this.capacity);
    this.byId = new SlotsById(ids, this.capacity);
    for (let slot = 0; slot < models; slot += 1) this.byId.add(slot);
    this.next = models;
  }

  setOrder(slots: Uint32Array): void {
    this.ordered.set(slots);
    this.count = slots.length;
  }

  /** Puts a slot where its name belongs. */
  place(slot: number): void {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(this.ordered[middle] ?? 0, slot) < 0) low = middle + 1;
      else high = middle;
    }
    this.ordered.copyWithin(low + 1, low, this.count);
    this.ordered[low] = slot;
    this.count += 1;
  }

  /** Takes a slot out of the order, before its name becomes another one. */
  displace(slot: number): void {
    const at = this.ordered.indexOf(slot);
    if (at === -1 || at >= this.count) return;
    this.ordered.copyWithin(at, at + 1, this.count);
    this.count -= 1;
  }

  /** Of a model that was taken out of the order. */
  remove(slot: number): void {
    this.byId.remove(slot);
    this.moves.clear(slot);
    this.governed?.renew(slot);
    this.governed?.forgetOrder();
    this.free.push(slot);
  }

  private compare(a: number, b: number): number {
    return this.names.compare(a, b, true) || this.ids.compare(a, b, false);
  }

  private makeRoom(): void {
    this.capacity = Math.ceil(this.capacity * 1.25);
    const { capacity } = this;
    this.governed?.grow(capacity);
    for (const texts of [this.ids, this.names, this.references, this.moves]) texts.grow(capacity);
    for (const name of CODED) this.coded[name].grow(capacity);
    for (const name of WHOLE_NAMES) this.whole[name] = grown(this.whole[name], capacity);
    for (const name of REAL_NAMES) this.real[name] = grown(this.real[name], capacity);
    this.ordered = grown(this.ordered, capacity);
  }
}

const whole = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : NONE);

const dayOf = (cell: Cell | undefined): number =>
  typeof cell === 'string' ? Math.floor(Date.parse(cell) / 86_400_000) : NONE;

const referenceWords = (cell: string): string =>
  cell === '[]'
    ? ''
    : parseReferences(cell)
        .map(({ system, id }) => `${system}: ${id}`)
        .join(', ');
