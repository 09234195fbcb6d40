import { isBareId } from './fold-id';
import { foldName } from './fold-name';
import { grouped } from './grouped';
import type { IdentityAnswer, IdentityInput } from './identity-types';
import { type ModelIds, modelIds } from './model-ids';
import { contradict, nothingInCommon } from './nothing-in-common';
import { countsAnew, withoutCounters } from './recounted-ids';
import { idsOfRows, type RowIds } from './row-ids';
import { answerKeys } from './row-keys';
import { type SettledPairs, settledSum } from './settled-pairs';
import { saidApart, type UnitBook, unitBook } from './unit-book';
import { unitSpelling } from './unit-spelling';

/** What the steps read, worked out once. Rows and models go by their places in the input. */
export interface IdentityContext extends Omit<ModelIds, 'places'> {
  readonly input: IdentityInput;
  readonly book: UnitBook;
  /** The same without what units are called since, by the same numbers. */
  readonly writtenBook: () => UnitBook;
  /** See `unitSpelling`; asked for rows that become models. */
  readonly unitHere: (rowUnit: number) => string | null;
  readonly rowNames: readonly string[];
  readonly modelNames: readonly string[];
  /** Behind those of the rows and models that are given one by one lie those of settled pairs. */
  readonly rowUnits: Int32Array;
  readonly modelUnits: Int32Array;
  readonly living: readonly boolean[];
  readonly ids: RowIds;
  readonly rowKeys: (row: number) => readonly string[];
  /** What was said of a row and a model last; `null` if nothing was. */
  readonly answerTo: (row: number, model: number) => IdentityAnswer['answer'] | null;
  /** All that was said of a row, in its order; of most rows nothing was, and nothing need be asked for. */
  readonly answersOf: (row: number) => readonly RowAnswer[];
  /** Models that a row has waited for before and of which nobody has said since whether it is them; merged ones by their survivors. */
  readonly waitedFor: (row: number) => readonly number[];
}

export interface RowAnswer {
  readonly model: number;
  readonly answer: IdentityAnswer['answer'];
  /** Kept by the row's id, not by its name and unit. */
  readonly byId: boolean;
}

/** Fewer counters that lead to strangers are slips, not another count. */
const FEWEST_STRANGE = 3;

export function identityContext(input: IdentityInput): IdentityContext {
  const { portfolioModels: models, rows, source } = input;
  const book = unitBook(unitsOf(input), input.aliases);
  const rowUnits = unitNumbers(rows, book, input.settled);
  const modelUnits = unitNumbers(models, book, input.settled);
  const { places, ...known } = modelIds(input);
  const system = foldName(source.system);
  const rowNames = rows.map(({ name }) => foldName(name));
  const modelNames = models.map(({ name }) => foldName(name));
  const fileIds = idsOfFile(input, book, rowUnits, modelUnits, known.byId);
  const saidUnits = input.settled?.units.filter(({ pairs }) => pairs > 0) ?? [];
  const unitless = [...rows, ...saidUnits].every(({ unit }) => unit === '');
  const sides = { unitless, rowNames, rowUnits, modelNames, modelUnits, byId: known.byId };
  const ids = countsAnew(fileIds, sides) ? withoutCounters(fileIds, rows) : fileIds;
  const unitNames = book.units.map(({ text }) => foldName(text));
  const rowKeys = (row: number): readonly string[] =>
    answerKeys(system, ids.own[row] ?? '', rowNames[row] ?? '', unitNames[rowUnits[row] ?? -1] ?? '');
  const answersOf = answersByRow(input, places, rowKeys);
  const answerTo = (row: number, model: number): IdentityAnswer['answer'] | null =>
    answersOf(row).findLast((answer) => answer.model === model)?.answer ?? null;
  const living = models.map(({ fate }) => fate === undefined);
  let written: UnitBook | null = null;
  const writtenBook = (): UnitBook => {
    const stand = input.aliases.filter(({ kind }) => kind !== 'now_called');
    written ??= stand.length === input.aliases.length ? book : unitBook(unitsOf(input), stand);
    return written;
  };
  let spelling: ((rowUnit: number) => string | null) | null = null;
  return {
    ...known,
    input,
    book,
    writtenBook,
    unitHere: (rowUnit) => {
      spelling ??= unitSpelling(
        writtenBook(),
        [...modelUnits].filter((_, at) => living[at] !== false),
      );
      return spelling(rowUnit);
    },
    rowNames,
    modelNames,
    rowUnits,
    modelUnits,
    living,
    ids,
    rowKeys,
    answersOf,
    answerTo,
    waitedFor: waitedByRow(input, places, rowKeys, (row, model) => {
      const survivor = known.survivors[model] ?? -1;
      const answered = answerTo(row, model) !== null || answerTo(row, survivor) !== null;
      return answered || saidApart(book, rowUnits[row] ?? -1, modelUnits[survivor] ?? -1) ? -1 : survivor;
    }),
  };
}

function unitNumbers(
  records: readonly { readonly unit: string }[],
  book: UnitBook,
  settled: SettledPairs | undefined,
): Int32Array {
  const numbers = new Int32Array(records.length + settledSum(settled, 'pairs'));
  let end = 0;
  for (const { unit } of records) numbers[end++] = book.numberOf(unit);
  for (const { unit, pairs } of settled?.units ?? []) {
    numbers.fill(book.numberOf(unit), end, end + pairs);
    end += pairs;
  }
  return numbers;
}

/** Every unit that a book for this input needs. */
export function* unitsOf({ portfolioModels, rows, settled }: IdentityInput): Iterable<string> {
  for (const { unit } of settled?.units ?? []) yield unit;
  for (const { unit } of portfolioModels) yield unit;
  for (const { unit } of rows) yield unit;
}

/** The ids of the rows; counters are read with their top unit where models show, or rows would, that each unit has its own. */
function idsOfFile(
  { portfolioModels, rows }: IdentityInput,
  book: UnitBook,
  rowUnits: Int32Array,
  modelUnits: Int32Array,
  byId: ModelIds['byId'],
): RowIds {
  const groupOf = (unit: number | undefined): number => book.units[unit ?? -1]?.group ?? -1;
  const severalTops = (found: readonly number[]): boolean =>
    new Set(found.map((at) => groupOf(modelUnits[at]))).size > 1;
  const groupOfRow = (row: number): number => groupOf(rowUnits[row]);
  const shown = [...byId].some(([id, found]) => isBareId(id) && severalTops(found));
  const ids = idsOfRows(rows, groupOfRow, shown);
  if (shown) return ids;
  let [strange, fitting] = [0, 0];
  for (const [at, id] of ids.own.entries()) {
    const [first, second] = isBareId(id) ? (byId.get(id) ?? []) : [];
    const [row, model] = [rows[at], portfolioModels[first ?? -1]];
    if (first === undefined || second !== undefined || !row || !model) continue;
    const relation = book.relation(rowUnits[at] ?? 0, modelUnits[first] ?? 0);
    if (contradict(relation) && nothingInCommon(model, row)) strange += 1;
    else fitting += 1;
  }
  return strange >= FEWEST_STRANGE && strange > fitting ? idsOfRows(rows, groupOfRow, true) : ids;
}

function answersByRow(
  { answers: kept, said = [] }: IdentityInput,
  places: ReadonlyMap<string, number>,
  rowKeys: (row: number) => readonly string[],
): (row: number) => readonly RowAnswer[] {
  const answers = [...kept, ...said];
  if (answers.length === 0) return () => NO_ANSWERS;
  const byKey = grouped(answers.entries(), ([, { rowKey }]) => rowKey);
  return (row) =>
    rowKeys(row)
      .flatMap((key) => byKey.get(key) ?? [])
      .sort(([a], [b]) => a - b)
      .flatMap(([, { model, answer, rowKey }]) => {
        const at = places.get(model);
        return at === undefined ? [] : { model: at, answer, byId: rowKey.startsWith('id') };
      });
}

const NO_ANSWERS: readonly RowAnswer[] = [];

/** @param openModel the model that a row may still be, -1 where that was answered */
function waitedByRow(
  { waited = [] }: IdentityInput,
  places: ReadonlyMap<string, number>,
  rowKeys: (row: number) => readonly string[],
  openModel: (row: number, model: number) => number,
): (row: number) => readonly number[] {
  if (waited.length === 0) return () => NO_MODELS;
  const byKey = grouped(waited, ({ rowKey }) => rowKey);
  const known = new Map<number, readonly number[]>();
  const find = (row: number): readonly number[] => {
    const models = rowKeys(row).flatMap((key) =>
      (byKey.get(key) ?? []).flatMap(({ model }) => places.get(model) ?? []),
    );
    const open = models.map((model) => openModel(row, model)).filter((model) => model >= 0);
    return open.length === 0 ? NO_MODELS : [...new Set(open)];
  };
  return (row) => {
    const found = known.get(row) ?? find(row);
    known.set(row, found);
    return found;
  };
}

const NO_MODELS: readonly number[] = [];
