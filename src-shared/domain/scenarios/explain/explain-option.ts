import type { DecisionRequest } from '../options/decide';
import { BASELINE, levelPath } from '../options/decision-inputs';
import { withoutLastStep } from '../options/joint-simulation';
import { MONTHS, pathWithin } from '../options/option-plan';
import { planAxis } from '../options/plan-axis';
import { ruleNow } from '../options/rule-of-thumb';
import { withHiring } from '../options/team';
import { planOver } from '../plan/carried-years';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf, type LevelKey, levelKeys, sayLevel } from '../plan/inputs';
import { explainCarries } from './explain-carries';
import { peopleNumbers } from './explain-option-people';
import { explainOptionYear, type OptionYear } from './explain-option-year';
import { type Ran, runFigures } from './explain-runs';
import { booksOf } from './option-books';
import {
  firstYearFigure,
  heldFigures,
  investmentFigure,
  type OptionFigure,
  type Placed,
  type Scene,
  sumFigures,
} from './option-figures';

export interface OptionExplanation {
  readonly id: string;
  readonly figures: readonly OptionFigure[];
  readonly years: readonly OptionYear[];
}

/** What of a decision its figures are reckoned from. */
export type OptionsAsked = Pick<
  DecisionRequest,
  'inputs' | 'horizon' | 'growth' | 'paths' | 'startDate' | 'fiscalYearStart' | 'team' | 'thresholds'
>;

interface RunScene extends Scene {
  readonly ran: Ran | null;
  readonly peopleKnown: boolean;
  readonly baseline: LevelKey;
}

function explained(scene: RunScene, placed: Placed): OptionExplanation {
  const { path, own } = placed;
  const years = own.costs.yearCost.map((_, at) => explainOptionYear(own, at + 1));
  const people = own.costs.people.at(-1)?.total ?? 0;
  return {
    id: path.id,
    figures: [
      ...(placed.previous ? [investmentFigure(placed)] : []),
      ...sumFigures(scene, placed, years),
      ...heldFigures(scene, placed),
      firstYearFigure(placed),
      // Ids of levels are their keys; others are not found.
      ...runFigures(scene.ran, path.id as LevelKey, scene),
      {
        key: 'people',
        value: people,
        words: 'share of the work done at a level × the people whom it takes to deploy + operate + update + mend',
        numbers: peopleNumbers(own, planAxis(MONTHS * years.length, scene.house), scene.startDate),
      },
      ...(scene.rule ? [{ key: 'carries' as const, ...explainCarries(scene.rule, scene.given.updatesPerYear) }] : []),
    ],
    years,
  };
}

/**
 * Every headline figure of the options of a plan, opened: levels lowest first, then the paths. From the printed numbers a
 * calculator comes to each. The request must be valid (`decisionRequestProblems`).
 */
export function explainOptions(
  request: OptionsAsked,
  ran: Ran | null = null,
  peopleKnown = false,
): OptionExplanation[] {
  const { growth = 'hold', startDate = null, thresholds } = request;
  const given = withDerived(withHiring(request.inputs, request.team));
  const years = request.horizon ?? horizonOf(given);
  const inputs = planOver(given, years, growth);
  const paths = (request.paths ?? []).map((path) => pathWithin(path, years));
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const before = paths.map((path) => withoutLastStep(path) ?? BASELINE);
  const options = [...keys.map((key) => levelPath(key, baseline)), ...paths];
  const books = booksOf(inputs, [...options, ...before]);
  const house = { startDate, fiscalYearStart: request.fiscalYearStart ?? 1 };
  const scene: RunScene = {
    given,
    inputs,
    startDate,
    house,
    rule: ruleNow(given, thresholds),
    ran,
    peopleKnown,
    baseline,
  };
  const [today] = books;
  if (!today) return [];
  const previousOf = (at: number): Placed['previous'] => {
    if (at === 0) return null;
    if (at < keys.length) {
      const [found, key] = [books[at - 1], keys[at - 1] ?? baseline];
      return found ? { books: found, name: sayLevel(key), path: levelPath(key, baseline) } : null;
    }
    const own = before[at - keys.length];
    const found = books[options.length + at - keys.length];
    const name = own === BASELINE ? 'today’s way' : 'stopping at its gate';
    const stays = options[at]?.steps.length === 0;
    return own && found && !stays ? { books: found, name, path: own } : null;
  };
  return options.flatMap((path, at): OptionExplanation[] => {
    const own = books[at];
    return own ? [explained(scene, { path, own, today, previous: previousOf(at) })] : [];
  });
}
