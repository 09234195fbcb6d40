import { counted, oneOf, shortText } from '../base/wording';
import { foldName } from './fold-name';
import type { IdentityContext } from './identity-context';
import type { HeldBecause, PortfolioModel, RowDecision, RowOffer } from './identity-types';
import type { Hold, Matching } from './matching';
import type { UnitBook } from './unit-book';
import type { AskedUnit } from './unit-questions';

/** What the steps have found out, of which rows are described. */
export interface Found {
  readonly matching: Matching;
  /** The units as they stand if the questions are answered with yes. */
  readonly book: UnitBook;
  readonly restsOn: ReadonlyMap<number, readonly number[]>;
  readonly asked: readonly AskedUnit[];
  readonly offers: ReadonlyMap<number, RowOffer>;
}

export function describeRows(context: IdentityContext, found: Found): readonly RowDecision[] {
  return context.input.rows.map((_, row) => describeRow(context, found, row));
}

function describeRow(context: IdentityContext, found: Found, at: number): RowDecision {
  const { input, ids } = context;
  const row = input.rows[at];
  if (!row) throw new Error(`There is no row at place ${at}.`);
  const id = ids.own[at] || ids.inUnit[at] ? row.externalId.trim() : null;
  const plain: RowDecision = {
    row: row.row,
    outcome: 'created',
    model: null,
    by: null,
    renamed: null,
    moved: null,
    agreesInUnit: false,
    unitHere: null,
    restored: false,
    metToday: false,
    candidates: [],
    held: null,
    why: '',
    offers: [],
    asks: [],
    alsoIn: [],
    id,
    keys: context.rowKeys(at),
  };
  const asks = found.restsOn.get(at) ?? [];
  const hold = found.matching.holdOf(at);
  if (hold) return { ...plain, ...describeHold(context, at, hold), asks };
  const place = found.matching.modelOf(at);
  const model = place === null ? undefined : input.portfolioModels[place];
  if (place === null || !model) {
    const unitHere = context.unitHere(context.rowUnits[at] ?? -1);
    if (context.rowNames[at] !== '') return { ...plain, unitHere, offers: [found.offers.get(at) ?? []].flat() };
    return {
      ...plain,
      outcome: 'refused',
      why: `Row ${row.row} has no name, and no number that is known here: name it in the file.`,
    };
  }
  const renamed =
    context.rowNames[at] === '' || context.rowNames[at] === context.modelNames[place]
      ? null
      : { before: model.name, after: row.name };
  return {
    ...plain,
    outcome: renamed ? 'renamed' : 'matched',
    model: model.id,
    by: asks.some((ask) => found.asked[ask]?.question.because === 'now_called')
      ? 'unit question'
      : found.matching.by(at),
    renamed,
    moved: movedBetween(context, found.book, at, place),
    agreesInUnit: agreesInUnit(context, at, place),
    metToday: input.metToday?.has(model.id) === true,
    restored: model.fate?.kind === 'deleted',
    asks,
    alsoIn: alsoIn(model, input.source.name, input.source.system),
  };
}

function movedBetween(context: IdentityContext, book: UnitBook, row: number, model: number): RowDecision['moved'] {
  const [rowUnit, modelUnit] = [context.rowUnits[row] ?? 0, context.modelUnits[model] ?? 0];
  const relation = book.relation(rowUnit, modelUnit);
  if (relation === 'same' || relation === 'silent') return null;
  const before = context.input.portfolioModels[model]?.unit ?? '';
  const after = context.input.rows[row]?.unit ?? '';
  if (relation !== 'inside') return { before, after, kind: 'moved' };
  return { before, after, kind: levels(book, rowUnit) > levels(book, modelUnit) ? 'finer' : 'coarser' };
}

/** By names that stand for one another; what a unit is called since is another name, which ours has not yet. */
function agreesInUnit({ writtenBook, rowUnits, modelUnits }: IdentityContext, row: number, model: number): boolean {
  const [rowUnit, modelUnit] = [rowUnits[row] ?? 0, modelUnits[model] ?? 0];
  const book = writtenBook();
  switch (book.relation(rowUnit, modelUnit)) {
    case 'same':
      return true;
    case 'inside':
      return levels(book, rowUnit) <= levels(book, modelUnit);
    case 'initials':
      return (book.units[rowUnit]?.text.length ?? 0) < (book.units[modelUnit]?.text.length ?? 0);
    default:
      return false;
  }
}

/** How exactly a unit is told: its longest path, and one of several alternatives less exactly than one alone. */
const levels = (book: UnitBook, unit: number): number => {
  const below = book.units[unit]?.place.below ?? [];
  return Math.max(0, ...below.map((path) => path.length)) - (below.length > 1 ? 0.5 : 0);
};

/** Where a source meets a model for the first time, the systems that the model is known from, or else its sources. */
function alsoIn(model: PortfolioModel, source: string, system: string): readonly string[] {
  if (model.sources.length === 0 || model.sources.includes(source)) return [];
  const others = model.references
    .map((reference) => reference.system)
    .filter((name) => foldName(name) !== foldName(system));
  return [...new Set(others.length > 0 ? others : model.sources)];
}

function describeHold(context: IdentityContext, at: number, hold: Hold): Partial<RowDecision> {
  const models = hold.candidates.flatMap((model) => context.input.portfolioModels[model] ?? []);
  return {
    outcome: hold.outcome,
    candidates: models.map(({ id }) => id),
    held: heldBecause(hold),
    why: whyHeld(context, at, hold, models),
  };
}

function heldBecause({ because }: Hold): HeldBecause | null {
  switch (because) {
    case 'several':
    case 'number_reused':
    case 'initials':
      return null;
    default:
      return because;
  }
}

function whyHeld(context: IdentityContext, at: number, hold: Hold, models: readonly PortfolioModel[]): string {
  const row = context.input.rows[at];
  const name = shortText(models[0]?.name ?? '');
  switch (hold.because) {
    case 'several':
      return models.length === 1
        ? `Several rows of the file may be “${name}”: say which one is.`
        : `${counted(models.length, 'model')} of yours may be this row: say which one is.`;
    case 'number_reused':
      return `The number ${row?.externalId.trim()} is that of “${name}”, but nothing else of it is the same: was the number given anew?`;
    case 'initials':
      return `${row?.unit} may be ${oneOf([...new Set(models.map(({ unit }) => unit))])}: answer the question about the unit first.`;
    case 'later':
      return `Whether it is “${name}” was to be decided later.`;
    case 'left_out':
      return `“${name}” was deleted here, and its rows are to stay out.`;
    case 'deleted':
      return `“${name}” was deleted here: bring it back, leave the row out, or say that it is another model.`;
    case 'merged_away':
      return `Its model was merged into “${name}”, which another row of the file is: nothing is written for this one.`;
  }
}
