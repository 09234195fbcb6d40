import { type Coverage, coverageOf } from './coverage';
import { type DoubleRecord, type DoubleRows, doublesWithin } from './doubles-within';
import { answerStep, idStep, keyStep } from './id-steps';
import { type IdentityContext, identityContext } from './identity-context';
import type { IdentityInput, RowDecision } from './identity-types';
import { createMatching, type Matching } from './matching';
import { type NumberChanged, nameStep, silentUnitStep } from './name-step';
import { type Compared, compareLeft, coversLeft, findOffers, type LikenessMemory, newMemory } from './offers';
import { describeRows } from './row-decisions';
import type { IdNote } from './row-ids';
import { sayUnitQuestion } from './unit-question-words';
import type { UnitQuestion } from './unit-questions';
import { type UnitStepResult, unitStep } from './unit-step';

/** A question about a unit, with the rows whose outcome hangs on it. */
export interface AskedQuestion extends UnitQuestion {
  readonly rows: readonly number[];
  readonly sentence: string;
}

export interface IdentityDecision extends Coverage {
  /** One for each row, in their order. */
  readonly rows: readonly RowDecision[];
  /** Questions about units, those that settle most first; each is put once for all of its rows. */
  readonly asks: readonly AskedQuestion[];
  readonly doublesInFile: readonly DoubleRows[];
  /** Renamed rows that exchanged their names, to be told in one line. */
  readonly swaps: readonly (readonly [number, number])[];
  readonly idNotes: readonly IdNote[];
  /** How many of the rows that nothing met were compared by likeness. */
  readonly compared: { readonly rows: number; readonly of: number };
}

/**
 * Whose row is whose, for a file that is brought again; decides nothing that a person should. Without a question a row is matched by an
 * id of its system, by the key that the source remembers, or by name and unit where both are unique on both sides; all of a step's
 * matches are made together, so the order of rows never matters. Names that occur several times are ambiguous, another spelling of a
 * unit is asked about once, likeness is only offered.
 *
 * `memory` is to be given again for an input that differs in `said` alone.
 *
 * Every row has exactly one outcome, and every model of the source is met, missing, not spoken of, or a candidate of a row kept back.
 * Source: rules.md 9.
 */
export function decideIdentities(input: IdentityInput, memory: LikenessMemory = newMemory()): IdentityDecision {
  const run = runSteps(input);
  const { context, matching, units, changed } = run;
  const offers = findOffers(context, matching, [...changed, ...units.changed], comparedFor(input, run, memory));
  const rows = describeRows(context, {
    matching,
    book: units.book,
    restsOn: units.restsOn,
    asked: units.asked,
    offers: offers.byRow,
  });
  // Only what doubles are found by: a decision is kept longer than what it was made of.
  const { ids, rowNames, rowUnits } = context;
  const file = { rows: input.rows, ids, rowNames, rowUnits };
  const { doubles } = memory;
  return {
    ...coverageOf(context, matching, units.book, offers.offered),
    rows,
    asks: units.asked.map(({ question }, place) => ({
      ...question,
      rows: rows.filter((row) => row.asks.includes(place)).map(({ row }) => row),
      sentence: sayUnitQuestion(question),
    })),
    get doublesInFile() {
      return rememberedDoubles(file, doubles);
    },
    swaps: swapsOf(rows),
    idNotes: context.ids.notes,
    compared: offers.compared,
  };
}

interface Run {
  readonly context: IdentityContext;
  readonly matching: Matching;
  readonly units: UnitStepResult;
  readonly changed: readonly NumberChanged[];
}

/** All that comes before likeness. */
function runSteps(input: IdentityInput): Run {
  const context = identityContext(input);
  const matching = createMatching(input.rows.length, context.living);
  answerStep(context, matching, true);
  idStep(context, matching);
  answerStep(context, matching, false);
  keyStep(context, matching);
  const changed = [
    ...nameStep(context, matching, context.book, ['same']),
    ...nameStep(context, matching, context.book, ['same', 'inside']),
    ...silentUnitStep(context, matching),
  ];
  const units = unitStep(context, matching);
  holdForLater(context, matching);
  holdWaiting(context, matching);
  return { context, matching, units, changed };
}

/**
 * Likeness is measured before the answers of the moment: so an answer about one row changes nothing of the others, and the second
 * answer need not wait for all to be measured again. Where an answer leaves more open than before, all is measured again.
 */
function comparedFor(input: IdentityInput, run: Run, memory: LikenessMemory): Compared {
  const measure = ({ context, matching, units }: Run): Compared => compareLeft(context, matching, units.book);
  if (memory.compared === null && !input.said?.length) {
    memory.compared = measure(run);
    return memory.compared;
  }
  memory.compared ??= measure(runSteps({ ...input, said: [] }));
  return coversLeft(memory.compared, run.context, run.matching) ? memory.compared : measure(run);
}

/** A card that was put off keeps its row back as long as its model is not met otherwise. */
function holdForLater(context: IdentityContext, matching: Matching): void {
  const open = [...context.input.rows.keys()]
    .filter((row) => matching.rowLeft(row))
    .map((row) => {
      const later = context.answersOf(row).filter(({ model }) => context.answerTo(row, model) === 'later');
      return {
        row,
        candidates: [...new Set(later.map(({ model }) => model))].filter((model) => matching.modelLeft(model)),
      };
    });
  // All are found before one is held: a model that keeps one row back keeps the others back too.
  for (const { row, candidates } of open) {
    if (candidates.length > 0) matching.hold(row, { outcome: 'held', because: 'later', candidates });
  }
}

/** A row that waited goes on waiting also where the model is a candidate of another row by now, which is offered to nobody. */
function holdWaiting(context: IdentityContext, matching: Matching): void {
  const open = [...context.input.rows.keys()].flatMap((row) => {
    if (!matching.rowLeft(row)) return [];
    const candidates = context.waitedFor(row).filter((model) => context.living[model] && !matching.met(model));
    return candidates.length > 0 && !candidates.some((model) => matching.modelLeft(model)) ? [{ row, candidates }] : [];
  });
  for (const { row, candidates } of open) matching.hold(row, { outcome: 'ambiguous', because: 'several', candidates });
}

type FileRows = Pick<IdentityContext, 'ids' | 'rowNames' | 'rowUnits'> & Pick<IdentityInput, 'rows'>;

/** What is said of one row changes nothing of what two rows say: they are compared again only where they are other rows. */
function rememberedDoubles(file: FileRows, memory: LikenessMemory['doubles']): readonly DoubleRows[] {
  const records = file.rows.map(({ name, texts = [] }, at) => ({
    name,
    namesake: file.rowNames[at] === '' ? '' : `${file.rowNames[at]}|${file.rowUnits[at]}`,
    id: file.ids.own[at] || file.ids.inUnit[at] || '',
    texts,
  }));
  const { last } = memory;
  if (last && isSameFile(last.records, records)) return last.found;
  const found = doublesOf(file, records);
  memory.last = { records, found };
  return found;
}

const isSameFile = (before: readonly DoubleRecord[], now: readonly DoubleRecord[]): boolean =>
  before.length === now.length &&
  before.every((one, at) => {
    const { name, namesake, id, texts = [] } = now[at] ?? {};
    const sameTexts = one.texts === texts || (one.texts.length === 0 && texts.length === 0);
    return one.name === name && one.namesake === namesake && one.id === id && sameTexts;
  });

function doublesOf({ rows }: FileRows, records: readonly DoubleRecord[]): readonly DoubleRows[] {
  return doublesWithin(records).map(({ first, second, reasons }) => ({
    rows: [rows[first]?.row ?? 0, rows[second]?.row ?? 0],
    reasons,
  }));
}

function swapsOf(rows: readonly RowDecision[]): readonly (readonly [number, number])[] {
  const byNames = new Map(
    rows.flatMap(({ row, renamed }) => (renamed ? [[`${renamed.before}\u001f${renamed.after}`, row] as const] : [])),
  );
  return rows.flatMap(({ row, renamed }) => {
    const other = renamed ? byNames.get(`${renamed.after}\u001f${renamed.before}`) : undefined;
    return other !== undefined && other > row ? [[row, other] as const] : [];
  });
}
