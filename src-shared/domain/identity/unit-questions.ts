import { grouped } from './grouped';
import type { IdentityContext } from './identity-context';
import type { Matching } from './matching';
import { namesakesLeft } from './namesakes';
import type { UnitAlias } from './unit-alias';
import type { UnitBook } from './unit-book';
import { type Level, levelsOf } from './unit-levels';

/** A question about a unit, put once before anything is written; a yes is kept as an alias, a no as `not_same`. */
export interface UnitQuestion {
  /** The name in question: the file's, unless an abbreviation of the portfolio fits several units of the file. */
  readonly unit: string;
  readonly side: 'file' | 'portfolio';
  /** What it may be called on the other side; more than one where the initials fit several. */
  readonly means: readonly string[];
  /** The unit above both, '' at the top. */
  readonly scope: string;
  readonly because: 'initials' | 'initials_fit_several' | 'now_called';
  /** Models that are met if it is so, and models of the old unit that have other units in the file. */
  readonly agree: number;
  readonly differ: number;
  /** What a yes is kept as, one for each of `means`. */
  readonly aliases: readonly UnitAlias[];
}

/** A question with the units that it is about, by their numbers in the book. */
export interface AskedUnit {
  readonly question: UnitQuestion;
  readonly rowUnits: readonly number[];
  readonly modelUnits: readonly number[];
}

/** Fewer models that agree are no reason to think that a unit has a new name. */
const FEWEST_TO_AGREE = 2;

/** Two units whose namesakes say that they may be one. */
interface Correspondence {
  readonly rowUnit: number;
  readonly modelUnit: number;
  names: number;
}

/**
 * The questions that the names of left rows and models suggest: a unit whose initials another one is, and a unit that no row has any
 * more and whose models turn up in one that is new to them. First about top units, then, once those are settled, inside of them.
 */
export function unitQuestions(
  context: IdentityContext,
  matching: Matching,
  book: UnitBook,
  level: 'top' | 'below',
): readonly AskedUnit[] {
  const levels = levelsOf(book, level);
  const { initials, called } = correspondences(context, matching, levels);
  const asked: AskedUnit[] = [];
  const settled = new Set<string>();
  const living = new Set(context.modelUnits.filter((_, model) => context.living[model] !== false));
  const inRows = new Set(context.rowUnits);
  for (const one of initials) {
    const theirs = fitting(living, levels, (unit) => levels.initials(one.rowUnit, unit));
    const ours = fitting(inRows, levels, (unit) => levels.initials(unit, one.modelUnit));
    const ofPortfolio = theirs.length < 2 && ours.length > 1;
    const about = (other: Correspondence): string =>
      ofPortfolio ? `portfolio ${levels.key(other.modelUnit)}` : `file ${levels.key(other.rowUnit)}`;
    if (settled.has(about(one))) continue;
    settled.add(about(one));
    const agree = initials.filter((other) => about(other) === about(one)).reduce((sum, { names }) => sum + names, 0);
    const because = theirs.length > 1 || ofPortfolio ? 'initials_fit_several' : 'initials';
    asked.push(
      ofPortfolio
        ? ask(levels, ours, [one.modelUnit], because, agree, 0)
        : ask(levels, [one.rowUnit], theirs, because, agree, 0),
    );
  }
  const byOld = grouped(called, ({ modelUnit }) => levels.key(modelUnit));
  for (const of of byOld.values()) {
    const [first, ...others] = of.sort((a, b) => b.names - a.names);
    const differ = others.reduce((sum, { names }) => sum + names, 0);
    if (!first || first.names < FEWEST_TO_AGREE || first.names < 2 * differ) continue;
    if (levels.livesOn(first.modelUnit, inRows)) continue;
    asked.push(ask(levels, [first.rowUnit], [first.modelUnit], 'now_called', first.names, differ));
  }
  return asked.sort((a, b) => b.question.agree - a.question.agree);
}

/** One unit of each name that fits. */
function fitting(units: ReadonlySet<number>, levels: Level, fits: (unit: number) => boolean): readonly number[] {
  const found = new Map<string, number>();
  for (const unit of units) if (fits(unit) && !found.has(levels.key(unit))) found.set(levels.key(unit), unit);
  return [...found.values()];
}

/** What the names say: by initials, and where neither side has another namesake, by themselves. */
function correspondences(context: IdentityContext, matching: Matching, levels: Level) {
  const initials = new Map<string, Correspondence>();
  const called = new Map<string, Correspondence>();
  const count = (into: Map<string, Correspondence>, rowUnit: number, modelUnit: number): void => {
    const key = `${levels.key(rowUnit)}>${levels.key(modelUnit)}`;
    const known = into.get(key);
    if (known) known.names += 1;
    else into.set(key, { rowUnit, modelUnit, names: 1 });
  };
  for (const { rows, models } of namesakesLeft(context, matching)) {
    const rowUnits = grouped(rows, (row) => context.rowUnits[row] ?? -1);
    const modelUnits = grouped(
      models.filter((model) => context.living[model]),
      (model) => context.modelUnits[model] ?? -1,
    );
    for (const [rowUnit, ours] of rowUnits) {
      const near = [...modelUnits.keys()].filter((unit) => levels.mayBeOne(rowUnit, unit));
      const letters = near.filter((unit) => levels.initials(rowUnit, unit));
      for (const unit of letters) count(initials, rowUnit, unit);
      const [unit] = near;
      if (letters.length > 0 || unit === undefined || near.length > 1 || ours.length > 1) continue;
      if ((modelUnits.get(unit)?.length ?? 0) > 1) continue;
      if ([...rowUnits.keys()].some((other) => other !== rowUnit && levels.mayBeOne(other, unit))) continue;
      count(called, rowUnit, unit);
    }
  }
  return { initials: [...initials.values()], called: [...called.values()] };
}

function ask(
  levels: Level,
  rowUnits: readonly number[],
  modelUnits: readonly number[],
  because: UnitQuestion['because'],
  agree: number,
  differ: number,
): AskedUnit {
  const ours = modelUnits.map(levels.nameOf);
  const theirs = rowUnits.map(levels.nameOf);
  const ofFile = rowUnits.length === 1;
  const scope = levels.scopeOf(modelUnits[0] ?? -1);
  const aliases = theirs.flatMap((file) =>
    ours.map(
      (portfolio): UnitAlias =>
        because === 'now_called'
          ? { short: portfolio, full: file, scope, kind: 'now_called' }
          : { short: file, full: portfolio, scope, kind: 'same' },
    ),
  );
  return {
    question: {
      unit: (ofFile ? theirs[0] : ours[0]) ?? '',
      side: ofFile ? 'file' : 'portfolio',
      means: ofFile ? ours : theirs,
      scope,
      because,
      agree,
      differ,
      aliases,
    },
    rowUnits,
    modelUnits,
  };
}
