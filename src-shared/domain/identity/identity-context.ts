import { foldId, isBareId, isPlaceholderId } from './fold-id';
import { foldName } from './fold-name';
import { grouped } from './grouped';
import type { IdentityAnswer, IdentityInput, PortfolioModel } from './identity-types';
import { idsOfRows, type RowIds } from './row-ids';
import { answerKeys } from './row-keys';
import { type UnitBook, unitBook } from './unit-book';

/** What the steps read, worked out once. Rows and models go by their places in the input. */
export interface IdentityContext {
  readonly input: IdentityInput;
  readonly book: UnitBook;
  readonly rowNames: readonly string[];
  readonly modelNames: readonly string[];
  readonly rowUnits: Int32Array;
  readonly modelUnits: Int32Array;
  readonly living: readonly boolean[];
  /** The model that a merged one has become, at last; itself for others, -1 if it is not given. */
  readonly survivors: Int32Array;
  readonly ids: RowIds;
  /** Models by an id of the file's system, folded; merged and deleted ones too. */
  readonly byId: ReadonlyMap<string, readonly number[]>;
  /** Ids of the file's system that a model has, folded. */
  readonly idsOf: (model: number) => readonly string[];
  readonly rowKeys: (row: number) => readonly string[];
  readonly answerTo: (row: number, model: number) => IdentityAnswer['answer'] | null;
  /** Whether anybody has said anything of a row; most have not, and need not be asked for. */
  readonly answersOf: (
    row: number,
  ) => readonly { readonly model: number; readonly answer: IdentityAnswer['answer']; readonly byId: boolean }[];
}

export function identityContext(input: IdentityInput): IdentityContext {
  const { portfolioModels: models, rows, source } = input;
  const book = unitBook(unitsOf(input), input.aliases);
  const rowUnits = Int32Array.from(rows, (row) => book.numberOf(row.unit));
  const modelUnits = Int32Array.from(models, (model) => book.numberOf(model.unit));
  const groupOf = (unit: number): number => book.units[unit]?.group ?? -1;
  const system = foldName(source.system);
  const idsOf = models.map((model) => idsIn(model, system));
  const places = new Map(models.map((model, at) => [model.id, at]));
  const survivors = Int32Array.from(models, (_, at) => survivorOf(models, places, at));
  const byId = new Map<string, number[]>();
  for (const [at, ids] of idsOf.entries()) {
    if ((survivors[at] ?? -1) < 0) continue;
    for (const id of ids) {
      const known = byId.get(id);
      if (known) known.push(at);
      else byId.set(id, [at]);
    }
  }
  const restarts = [...byId].some(
    ([id, found]) => isBareId(id) && new Set(found.map((at) => groupOf(modelUnits[at] ?? -1))).size > 1,
  );
  const ids = idsOfRows(rows, (row) => groupOf(rowUnits[row] ?? -1), restarts);
  const rowNames = rows.map(({ name }) => foldName(name));
  const unitNames = book.units.map(({ text }) => foldName(text));
  const rowKeys = (row: number): readonly string[] =>
    answerKeys(system, ids.own[row] ?? '', rowNames[row] ?? '', unitNames[rowUnits[row] ?? -1] ?? '');
  const answers = grouped(input.answers, ({ rowKey }) => rowKey);
  const answersOf: IdentityContext['answersOf'] = (row) => {
    if (answers.size === 0) return [];
    return rowKeys(row).flatMap((key) =>
      (answers.get(key) ?? []).flatMap(({ model, answer }) => {
        const at = places.get(model);
        return at === undefined ? [] : { model: at, answer, byId: key.startsWith('id') };
      }),
    );
  };
  return {
    input,
    book,
    rowNames,
    modelNames: models.map(({ name }) => foldName(name)),
    rowUnits,
    modelUnits,
    living: models.map(({ fate }) => fate === undefined),
    survivors,
    ids,
    byId,
    idsOf: (model) => idsOf[model] ?? [],
    rowKeys,
    answersOf,
    answerTo: (row, model) => answersOf(row).findLast((answer) => answer.model === model)?.answer ?? null,
  };
}

/** Every unit that a book for this input needs. */
export function* unitsOf({ portfolioModels, rows }: IdentityInput): Iterable<string> {
  for (const { unit } of portfolioModels) yield unit;
  for (const { unit } of rows) yield unit;
}

const NO_IDS: readonly string[] = [];

function idsIn(model: PortfolioModel, system: string): readonly string[] {
  if (model.references.length === 0) return NO_IDS;
  const ours = model.references.filter((reference) => foldName(reference.system) === system);
  return ours.map(({ id }) => foldId(id)).filter((id) => !isPlaceholderId(id));
}

/** A chain of merges is followed to its end; one that bites its tail, or leads to a model that is not given, has none: -1. */
function survivorOf(models: readonly PortfolioModel[], places: ReadonlyMap<string, number>, from: number): number {
  let at = from;
  for (let steps = 0; steps <= models.length; steps += 1) {
    const fate = models[at]?.fate;
    if (fate?.kind !== 'merged') return at;
    const next = places.get(fate.into);
    if (next === undefined || next === from) return -1;
    at = next;
  }
  return -1;
}
