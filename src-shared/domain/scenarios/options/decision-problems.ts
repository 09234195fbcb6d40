import { levelKeys, sayLevel } from '../plan/inputs';
import { fieldProblem, validateInputs } from '../plan/validate-inputs';
import { DECISION_LEVEL_FIELDS, type DecisionInputs, type StagedPath, type Step } from './decision-inputs';
import { MONTHS } from './option-plan';

const LEVEL_KEYS_OF_DECISION = ['dipMonths', 'dipShare', 'platformEscalator'] as const;

/** What is wrong with the inputs of a decision, one sentence each. */
export function decisionProblems(inputs: DecisionInputs): string[] {
  const own = [
    ...levelKeys(inputs).flatMap((level) =>
      LEVEL_KEYS_OF_DECISION.flatMap((key) =>
        fieldProblem(` of ${sayLevel(level)}`, DECISION_LEVEL_FIELDS[key], inputs.levels[level]?.[key]),
      ),
    ),
  ];
  return [...validateInputs(inputs), ...own];
}

const AMOUNTS = [
  ['reuse', 1],
  ['investment', 1e15],
  ['rampMonths', 120],
  ['delayMonths', 120],
] as const;

function stepProblems(step: Step, where: string, inputs: DecisionInputs): string[] {
  const months = MONTHS * inputs.newModels.length;
  const { startMonth } = step;
  const isMonth = Number.isInteger(startMonth) && startMonth >= 0 && startMonth < months;
  return [
    ...(isMonth
      ? []
      : [`${where} begins in month ${startMonth}: enter a whole month from 0 to ${months - 1}, within the plan.`]),
    ...AMOUNTS.flatMap(([key, most]) => {
      const value = step[key];
      if (value === undefined || (value >= 0 && value <= most)) return [];
      return [`${where} has ${value} as its ${key}: enter a number from 0 to ${most}.`];
    }),
  ];
}

function pathProblem(path: StagedPath, inputs: DecisionInputs): string[] {
  const { id, steps } = path;
  const keys = levelKeys(inputs);
  if (steps.length === 0) return [`The path “${id}” has no step: name at least one level above the lowest.`];
  return steps.flatMap((step, at) => {
    const where = `Step ${at + 1} of the path “${id}”`;
    const before = steps[at - 1];
    if (!keys.includes(step.level)) return [`${where} is ${sayLevel(step.level)}, which the case has no costs for.`];
    if (step.level === keys[0]) return [`${where} is ${sayLevel(step.level)}, the lowest: a path begins above it.`];
    const rises = !before || step.level > before.level;
    const later = !before || step.startMonth > before.startMonth;
    return [
      ...(rises ? [] : [`${where} does not rise: each step names a higher level than the one before.`]),
      ...(later ? [] : [`${where} does not begin after the step before: give it a later month.`]),
      ...stepProblems(step, where, inputs),
    ];
  });
}

/** What is wrong with the paths, one sentence each; the inputs are valid. */
export function pathProblems(paths: readonly StagedPath[], inputs: DecisionInputs): string[] {
  return paths.flatMap((path, at) => {
    const again = paths.findIndex(({ id }) => id === path.id) < at;
    const twice = again ? [`Two paths are called “${path.id}”: give each its own name.`] : [];
    return [...twice, ...pathProblem(path, inputs)];
  });
}
