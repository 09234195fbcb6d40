import { foldId, isBareId, isPlaceholderId } from './fold-id';
import { foldName } from './fold-name';
import type { IdentityInput, ImportSource, InventoryRow, PortfolioModel } from './identity-types';
import type { LikenessRecord } from './likeness-corpus';
import { idsIn } from './model-ids';
import { answerKeys } from './row-keys';
import type { SettledPairs } from './settled-pairs';
import { TextTally } from './text-tally';
import { NumberList, TextNumbers } from './text-numbers';
import { placeOfUnit } from './unit-parts';

const SEPARATOR = '\u001f';

/** What has been said of rows and models: none of it is settled without all the others. */
export type Spoken = Pick<IdentityInput, 'answers' | 'said' | 'waited' | 'metToday'>;

/**
 * Finds the rows that `decideIdentities` need not see, one model and one row at a time, so that a long inventory need not be
 * held: those whose id one row and one model have, and that agree with it in name and unit, letter for letter in the unit. The
 * step by ids gives such a row its model whatever the others say. What nothing was said about is settled only.
 *
 * First all models are given, then all rows; rows that share their id with a later one are taken back at the end.
 */
export class Settling {
  readonly #system: string;
  readonly #source: string;
  readonly #metToday: ReadonlySet<string>;
  /** Models that answers and merges name. */
  readonly #named = new Set<string>();
  readonly #answeredKeys: ReadonlySet<string>;
  readonly #ids = new TextNumbers();
  /** By the number of an id. */
  readonly #modelsOfId = new NumberList();
  readonly #rowsOfId = new NumberList();
  /** What tells a model: its id, name and unit together. */
  readonly #tellings = new TextNumbers();
  readonly #modelOfTelling = new NumberList();
  /** By the place of a model. */
  readonly #idOfModel = new NumberList();
  readonly #unitOfModel = new NumberList();
  readonly #flagsOfModel = new NumberList();
  readonly #units: string[] = [];
  readonly #unitNumbers = new Map<string, number>();
  readonly #haveTop: boolean[] = [];
  /** By the number of a row. */
  readonly #modelOfRow = new NumberList();
  readonly #rowTexts: TextTally;
  readonly #modelTexts = new TextTally();

  /** @param copyOf a row in memory of its own: some are kept for their words */
  constructor(
    source: ImportSource,
    { answers, said = [], waited = [], metToday = new Set() }: Spoken,
    copyOf: (row: LikenessRecord) => LikenessRecord = (row) => row,
  ) {
    this.#rowTexts = new TextTally(copyOf);
    this.#system = foldName(source.system);
    this.#source = source.name;
    this.#metToday = metToday;
    const spoken = [...answers, ...said, ...waited];
    for (const { model } of spoken) this.#named.add(model);
    this.#answeredKeys = new Set(spoken.map(({ rowKey }) => rowKey));
  }

  /** Merged models before the living ones: what they have become is not settled. */
  addModel(model: PortfolioModel): void {
    const ids = idsIn(model, this.#system).map((id) => this.#ids.add(id));
    for (const id of ids) this.#modelsOfId.set(id, Math.max(0, this.#modelsOfId.get(id)) + 1);
    if (model.fate?.kind === 'merged') this.#named.add(model.fate.into);
    if (model.fate !== undefined) return;
    const place = this.#idOfModel.length;
    const unit = this.#numberOfUnit(model.unit);
    const ours = model.sources.includes(this.#source);
    this.#idOfModel.push(ids[0] ?? -1);
    this.#unitOfModel.push(unit);
    this.#flagsOfModel.push((ours ? OURS : 0) | (this.#metToday.has(model.id) ? MET_TODAY : 0));
    const [id] = idsIn(model, this.#system);
    const name = foldName(model.name);
    if (ids.length !== 1 || id === undefined || name === '' || this.#named.has(model.id)) return;
    this.#modelOfTelling.set(this.#tellings.add(tellingOf(id, name, model.unit)), place);
  }

  /** Whether the row is settled, unless a later one has its id. */
  addRow(row: InventoryRow): boolean {
    const id = foldId(row.externalId);
    if (isPlaceholderId(id)) return false;
    const number = this.#ids.find(id);
    if (number < 0) return false;
    const rows = Math.max(0, this.#rowsOfId.get(number)) + 1;
    this.#rowsOfId.set(number, rows);
    if (rows > 1 || this.#modelsOfId.get(number) !== 1) return false;
    const name = foldName(row.name);
    const telling = this.#tellings.find(tellingOf(id, name, row.unit));
    const model = telling < 0 ? -1 : this.#modelOfTelling.get(telling);
    if (model < 0) return false;
    // A counter may restart in each unit, and without a unit it tells nothing then.
    if (isBareId(id) && !this.#haveTop[this.#unitOfModel.get(model)]) return false;
    if (this.#answeredKeys.size > 0) {
      const keys = answerKeys(this.#system, id, name, foldName(row.unit));
      if (keys.some((key) => this.#answeredKeys.has(key))) return false;
    }
    this.#flagsOfModel.set(model, this.#flagsOfModel.get(model) | MET | (isBareId(id) ? BARE : 0));
    this.#modelOfRow.set(row.row, model);
    this.#rowTexts.add(row);
    return true;
  }

  /** Numbers of rows that were settled until another one with their id came; each is to be given to `takeBack` once more. */
  contested(): ReadonlySet<number> {
    const found = new Set<number>();
    for (let row = 0; row < this.#modelOfRow.length; row += 1) {
      const model = this.#modelOfRow.get(row);
      if (model >= 0 && this.#rowsOfId.get(this.#idOfModel.get(model)) > 1) found.add(row);
    }
    return found;
  }

  takeBack(row: InventoryRow): void {
    const model = this.#modelOfRow.get(row.row);
    if (model < 0) return;
    this.#modelOfRow.set(row.row, -1);
    this.#flagsOfModel.set(model, this.#flagsOfModel.get(model) & ~(MET | BARE));
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

  /** The place of a row's model among the living ones, by the number of the row; -1 where it is not settled. */
  modelOf(row: number): number {
    return this.#modelOfRow.get(row);
  }

  /** Whether a settled row's unit is one, and so its model's. */
  saysUnit(row: number): boolean {
    return this.#haveTop[this.#unitOfModel.get(this.modelOf(row))] === true;
  }

  pairs(): SettledPairs {
    const units = this.#units.map((unit) => ({ unit, pairs: 0, ours: 0, metToday: 0 }));
    let bareIds = 0;
    for (let model = 0; model < this.#flagsOfModel.length; model += 1) {
      const flags = this.#flagsOfModel.get(model);
      const unit = units[this.#unitOfModel.get(model)];
      if (!unit || (flags & MET) === 0) continue;
      unit.pairs += 1;
      if (flags & OURS) unit.ours += 1;
      if (flags & OURS && flags & MET_TODAY) unit.metToday += 1;
      if (flags & BARE) bareIds += 1;
    }
    return {
      units,
      bareIds,
      sample: [...this.#modelTexts.sample, ...this.#rowTexts.sample],
      copies: { models: (text) => this.#modelTexts.copies(text), rows: (text) => this.#rowTexts.copies(text) },
    };
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
const [OURS, MET_TODAY, MET, BARE] = [1, 2, 4, 8] as const;

const tellingOf = (id: string, name: string, unit: string): string => [id, name, unit].join(SEPARATOR);
