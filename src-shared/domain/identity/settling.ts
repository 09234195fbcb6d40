import { foldId, isBareId, isPlaceholderId } from './fold-id';
import { foldName } from './fold-name';
import type { IdentityInput, InventoryRow, PortfolioModel } from './identity-types';
import type { LikenessRecord } from './likeness-record';
import { idsIn } from './model-ids';
import { answerKeys, comparableKey, rowKeyText } from './row-keys';
import type { SettledPairs } from './settled-pairs';
import { NumberList, TextNumbers } from './text-numbers';
import { TextTally } from './text-tally';
import { placeOfUnit } from './unit-parts';

const SEPARATOR = '\u001f';

/** What has been said of rows and models: none of it is settled without all the others. */
export type Spoken = Pick<IdentityInput, 'answers' | 'said' | 'waited' | 'metToday'>;

/** Rows go by their numbers. */
export interface SettledRows {
  /** The place of its model among the living ones; -1 where the row is not settled. */
  readonly modelOf: (row: number) => number;
  /** Whether its unit is one, and so its model's. */
  readonly saysUnit: (row: number) => boolean;
  readonly hasId: (row: number) => boolean;
}

/** The source of the rows, and the fields that key them. */
export type Brought = Pick<IdentityInput, 'source' | 'key'>;

/**
 * Finds the rows that `decideIdentities` need not see, one model and one row at a time, so that a long inventory need not be
 * held: those whose id one row and one model have, and that agree with it in name and unit, letter for letter in the unit; and
 * where neither has an id, those that alone have a name, and its key; bare counters are no such ids. The steps by ids, keys and names give such a row its model
 * whatever the others say. What nothing was said about is settled only.
 *
 * First all models are given, then all rows; rows that share their id, name or key with a later one are taken back at the end.
 */
export class Settling {
  readonly #system: string;
  readonly #source: string;
  readonly #key: readonly string[];
  readonly #metToday: ReadonlySet<string>;
  /** Models that answers and merges name. */
  readonly #named = new Set<string>();
  readonly #answeredKeys: ReadonlySet<string>;
  readonly #ids: TextNumbers;
  /** By the number of an id. */
  readonly #modelsOfId = new NumberList();
  readonly #rowsOfId = new NumberList();
  readonly #names: TextNumbers;
  readonly #modelsOfName = new NumberList();
  readonly #rowsOfName = new NumberList();
  /** Rows with a bare counter: whether they count anew is told by the models that are named as they are. */
  readonly #countersOfName = new NumberList();
  readonly #keys: TextNumbers;
  readonly #modelsOfKey = new NumberList();
  readonly #rowsOfKey = new NumberList();
  /** What tells a model: its id, name and unit together. */
  readonly #tellings: TextNumbers;
  readonly #modelOfTelling = new NumberList();
  /** By the place of a model. */
  readonly #idOfModel = new NumberList();
  readonly #nameOfModel = new NumberList();
  /** The key of its row in this source, -1 for none. */
  readonly #keyOfModel = new NumberList();
  readonly #unitOfModel = new NumberList();
  readonly #flagsOfModel = new NumberList();
  readonly #units: string[] = [];
  readonly #unitNumbers = new Map<string, number>();
  readonly #haveTop: boolean[] = [];
  /** By the number of a row. */
  readonly #modelOfRow = new NumberList();
  readonly #rowTexts: TextTally;
  readonly #modelTexts = new TextTally();

  /** @param models so many are expected, @param copyOf a row in memory of its own: some are kept for their words */
  constructor(
    { source, key }: Brought,
    { answers, said = [], waited = [], metToday = new Set() }: Spoken,
    models = 0,
    copyOf: (row: LikenessRecord) => LikenessRecord = (row) => row,
  ) {
    this.#ids = new TextNumbers(models);
    this.#names = new TextNumbers(models);
    this.#keys = new TextNumbers(models);
    this.#tellings = new TextNumbers(models);
    this.#rowTexts = new TextTally(copyOf);
    this.#system = foldName(source.system);
    this.#source = source.name;
    this.#key = key;
    this.#metToday = metToday;
    const spoken = [...answers, ...said, ...waited];
    for (const { model } of spoken) this.#named.add(model);
    this.#answeredKeys = new Set(spoken.map(({ rowKey }) => rowKey));
  }

  /** Merged models before the living ones: what they have become is not settled. */
  addModel(model: PortfolioModel): void {
    const ids = idsIn(model, this.#system).map((id) => this.#ids.add(id));
    for (const id of ids) count(this.#modelsOfId, id);
    const name = foldName(model.name);
    const nameNumber = this.#names.add(name);
    count(this.#modelsOfName, nameNumber);
    const keys = this.#keysOf(model).map((key) => this.#keys.add(key));
    for (const key of keys) count(this.#modelsOfKey, key);
    if (model.fate?.kind === 'merged') this.#named.add(model.fate.into);
    if (model.fate !== undefined) return;
    const place = this.#idOfModel.length;
    const unit = this.#numberOfUnit(model.unit);
    const ours = model.sources.includes(this.#source);
    this.#idOfModel.push(ids[0] ?? -1);
    this.#unitOfModel.push(unit);
    this.#flagsOfModel.push((ours ? OURS : 0) | (this.#metToday.has(model.id) ? MET_TODAY : 0));
    this.#nameOfModel.push(nameNumber);
    this.#keyOfModel.push(keys[0] ?? -1);
    const [id = ''] = idsIn(model, this.#system);
    // Bare counters may start anew in a unit or in a file: that is told by all of them together.
    if (ids.length > 1 || isBareId(id) || (id === '' && keys.length > 1) || name === '' || this.#named.has(model.id))
      return;
    this.#modelOfTelling.set(this.#tellings.add(tellingOf(id, name, model.unit)), place);
  }

  /** Whether the row is settled, unless a later one has its id, or without one its name or key. */
  addRow(row: InventoryRow): boolean {
    const folded = foldId(row.externalId);
    const id = isPlaceholderId(folded) ? '' : folded;
    const name = foldName(row.name);
    const number = id === '' ? -1 : this.#ids.find(id);
    const nameNumber = this.#names.find(name);
    const keyText = rowKeyText(this.#key, row);
    const key = keyText === '' ? -1 : this.#keys.find(keyText);
    if (number >= 0) count(this.#rowsOfId, number);
    if (nameNumber >= 0) count(this.#rowsOfName, nameNumber);
    if (nameNumber >= 0 && isBareId(id)) count(this.#countersOfName, nameNumber);
    if (key >= 0) count(this.#rowsOfKey, key);
    const telling = this.#tellings.find(tellingOf(id, name, row.unit));
    const model = telling < 0 ? -1 : this.#modelOfTelling.get(telling);
    if (model < 0 || this.#isShared(model)) return false;
    if (id === '' && this.#keyOfModel.get(model) !== key) return false;
    // A name without a unit tells nothing where others have units.
    if (id === '' && !this.#haveTop[this.#unitOfModel.get(model)]) return false;
    if (this.#answeredKeys.size > 0) {
      const keys = answerKeys(this.#system, id, name, foldName(row.unit));
      if (keys.some((key) => this.#answeredKeys.has(key))) return false;
    }
    this.#flagsOfModel.set(model, this.#flagsOfModel.get(model) | MET);
    this.#modelOfRow.set(row.row, model);
    this.#rowTexts.add(row);
    return true;
  }

  /** Numbers of rows that were settled until another one with their id, name or key came; each is to be given to `takeBack` once more. */
  contested(): ReadonlySet<number> {
    const found = new Set<number>();
    for (let row = 0; row < this.#modelOfRow.length; row += 1) {
      const model = this.#modelOfRow.get(row);
      if (model >= 0 && this.#isShared(model)) found.add(row);
    }
    return found;
  }

  takeBack(row: InventoryRow): void {
    const model = this.#modelOfRow.get(row.row);
    if (model < 0) return;
    this.#modelOfRow.set(row.row, -1);
    this.#flagsOfModel.set(model, this.#flagsOfModel.get(model) & ~MET);
    this.#rowTexts.remove(row);
  }

  /** Whether a living model is settled, by its place among them. */
  isSettled(place: number): boolean {
    return (this.#flagsOfModel.get(place) & MET) !== 0;
  }

  /** A settled model once more, so that what it is called and how it is described counts for what is common. */
  describe(model: PortfolioModel): void {
    this.#modelTexts.add(model);
  }

  /** Whose the settled rows are, without all that it took to find out. */
  rows(): SettledRows {
    const modelOfRow = this.#modelOfRow;
    const saysUnit = Uint8Array.from({ length: this.#unitOfModel.length }, (_, model) =>
      Number(this.#haveTop[this.#unitOfModel.get(model)] === true),
    );
    const hasId = Uint8Array.from({ length: this.#idOfModel.length }, (_, model) =>
      Number(this.#idOfModel.get(model) >= 0),
    );
    return {
      modelOf: (row) => modelOfRow.get(row),
      saysUnit: (row) => saysUnit[modelOfRow.get(row)] === 1,
      hasId: (row) => hasId[modelOfRow.get(row)] === 1,
    };
  }

  pairs(): SettledPairs {
    const units = this.#units.map((unit) => ({ unit, pairs: 0, ours: 0, metToday: 0 }));
    for (let model = 0; model < this.#flagsOfModel.length; model += 1) {
      const flags = this.#flagsOfModel.get(model);
      const unit = units[this.#unitOfModel.get(model)];
      if (!unit || (flags & MET) === 0) continue;
      unit.pairs += 1;
      if (flags & OURS) unit.ours += 1;
      if (flags & OURS && flags & MET_TODAY) unit.metToday += 1;
    }
    return {
      units,
      sample: [...this.#modelTexts.sample, ...this.#rowTexts.sample],
      copies: { models: (text) => this.#modelTexts.copies(text), rows: (text) => this.#rowTexts.copies(text) },
    };
  }

  /** Whether several models, or several rows, have its id, or without one its name or key. */
  #isShared(model: number): boolean {
    const id = this.#idOfModel.get(model);
    if (this.#countersOfName.get(this.#nameOfModel.get(model)) > 0) return true;
    if (id >= 0) return this.#modelsOfId.get(id) > 1 || this.#rowsOfId.get(id) > 1;
    const [name, key] = [this.#nameOfModel.get(model), this.#keyOfModel.get(model)];
    if (this.#modelsOfName.get(name) > 1 || this.#rowsOfName.get(name) > 1) return true;
    return key >= 0 && (this.#modelsOfKey.get(key) > 1 || this.#rowsOfKey.get(key) > 1);
  }

  /** How its rows were keyed in this source. */
  #keysOf({ rowKeys = [] }: PortfolioModel): readonly string[] {
    const keys = rowKeys.filter(({ source }) => source === this.#source).map(({ key }) => comparableKey(key));
    return keys.length < 2 ? keys : [...new Set(keys)];
  }

  #numberOfUnit(unit: string): number {
    const known = this.#unitNumbers.get(unit);
    if (known !== undefined) return known;
    this.#unitNumbers.set(unit, this.#units.length);
    this.#haveTop.push(placeOfUnit(unit).top !== null);
    return this.#units.push(unit) - 1;
  }
}

/** What is noted of a model. */
const [OURS, MET_TODAY, MET] = [1, 2, 4] as const;

const count = (counts: NumberList, number: number): void => counts.set(number, Math.max(0, counts.get(number)) + 1);

const tellingOf = (id: string, name: string, unit: string): string => [id, name, unit].join(SEPARATOR);
