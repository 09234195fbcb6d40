import type { IdentityContext } from './identity-context';
import { unitsOf } from './identity-context';
import type { Matching } from './matching';
import { type NumberChanged, nameStep } from './name-step';
import { namesakesLeft } from './namesakes';
import { type UnitBook, unitBook } from './unit-book';
import { levelsOf } from './unit-levels';
import { type AskedUnit, unitQuestions } from './unit-questions';

export interface UnitStepResult {
  readonly asked: readonly AskedUnit[];
  /** By row, the places in `asked` of the questions that its outcome rests on. */
  readonly restsOn: ReadonlyMap<number, readonly number[]>;
  readonly changed: readonly NumberChanged[];
  /** The units as they stand if the questions are answered with yes. */
  readonly book: UnitBook;
}

/**
 * Puts the questions about units and goes on as if each had been answered with yes: what is matched by that is marked with its question.
 * Rows whose unit may mean several are ambiguous until it is answered.
 */
export function unitStep(context: IdentityContext, matching: Matching): UnitStepResult {
  const asked: AskedUnit[] = [];
  const restsOn = new Map<number, readonly number[]>();
  const changed: NumberChanged[] = [];
  let book = context.book;
  for (const level of ['top', 'below'] as const) {
    const found = unitQuestions(context, matching, book, level);
    if (found.length === 0) continue;
    for (const one of found) {
      asked.push(one);
      if (one.question.because !== 'initials_fit_several') continue;
      for (const row of holdAmbiguous(context, matching, book, level, one)) restsOn.set(row, [asked.length - 1]);
    }
    const taken = asked.filter(({ question }) => question.because !== 'initials_fit_several');
    book = unitBook(unitsOf(context.input), [
      ...context.input.aliases,
      ...taken.flatMap(({ question }) => question.aliases),
    ]);
    const before = context.input.rows.map((_, row) => matching.rowLeft(row));
    changed.push(
      ...nameStep(context, matching, book, ['same']),
      ...nameStep(context, matching, book, ['same', 'inside']),
    );
    for (const [row, wasLeft] of before.entries()) {
      const model = matching.modelOf(row);
      if (!wasLeft || model === null) continue;
      restsOn.set(row, questionsOf(context, asked, row, model));
    }
  }
  return { asked, restsOn, changed, book };
}

function holdAmbiguous(
  context: IdentityContext,
  matching: Matching,
  book: UnitBook,
  level: 'top' | 'below',
  { rowUnits, modelUnits }: AskedUnit,
): readonly number[] {
  const levels = levelsOf(book, level);
  const keys = (units: readonly number[]): ReadonlySet<string> => new Set(units.map(levels.key));
  const [theirs, ours] = [keys(rowUnits), keys(modelUnits)];
  const held: number[] = [];
  for (const { rows, models } of namesakesLeft(context, matching)) {
    const candidates = models.filter(
      (model) => context.living[model] && ours.has(levels.key(context.modelUnits[model] ?? -1)),
    );
    if (candidates.length === 0) continue;
    for (const row of rows) {
      if (!theirs.has(levels.key(context.rowUnits[row] ?? -1))) continue;
      matching.hold(row, { outcome: 'ambiguous', because: 'initials', candidates });
      held.push(row);
    }
  }
  return held;
}

/** The questions between a row's unit and its model's, as they stood before any answer. */
function questionsOf(
  context: IdentityContext,
  asked: readonly AskedUnit[],
  row: number,
  model: number,
): readonly number[] {
  const { book, rowUnits, modelUnits } = context;
  const about = (unit: number, units: readonly number[], scope: string): boolean =>
    units.some((other) => {
      if (scope === '') return book.units[unit]?.group === book.units[other]?.group;
      const relation = book.relation(unit, other);
      return relation === 'same' || relation === 'inside';
    });
  return asked.flatMap(({ question, rowUnits: theirs, modelUnits: ours }, place) => {
    const fits =
      about(rowUnits[row] ?? -1, theirs, question.scope) && about(modelUnits[model] ?? -1, ours, question.scope);
    return fits ? place : [];
  });
}
