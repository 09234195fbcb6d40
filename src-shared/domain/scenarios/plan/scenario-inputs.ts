import { isKeyOf, LEVEL_FIELD_KEYS, LINE_FIELDS, PARENT_KEYS, PLAN_FIELDS, YEAR_FIELDS } from './input-fields';
import { fieldAt, hasPlace, parsePath, valueAt } from './input-path';
import { type InvestmentInputs, LEVEL_KEYS, levelKeys } from './inputs';

/**
 * Every number of the inputs by its path, also those that are left out: the plan, its years, then level by level. Parents of
 * derived inputs only where the case has them.
 */
export function inputPaths(inputs: InvestmentInputs): string[] {
  const parents: readonly string[] = PARENT_KEYS.filter((key) => inputs[key] === undefined);
  const plan = Object.keys(PLAN_FIELDS).filter((key) => !parents.includes(key));
  const years = Object.keys(YEAR_FIELDS).flatMap((key) => inputs.newModels.map((_, year) => `${key}.${year}`));
  const levels = levelKeys(inputs).flatMap((key) => LEVEL_FIELD_KEYS.map((field) => `levels.${key}.${field}`));
  return [...plan, ...years, ...levels];
}

/** The number at a path, `null` where it is left out or the inputs have no such place. */
export function numberAt(inputs: InvestmentInputs, path: string): number | null {
  const place = parsePath(path);
  return place && hasPlace(inputs, place) ? valueAt(inputs, place) : null;
}

/** The paths whose numbers differ, also those that only one of the two has. */
export function changedPaths(before: InvestmentInputs, after: InvestmentInputs): string[] {
  const paths = new Set([...inputPaths(before), ...inputPaths(after)]);
  const isNew = (path: string): boolean =>
    PARENT_KEYS.some((key) => key === path && (before[key] === undefined) !== (after[key] === undefined));
  return [...paths].filter((path) => isNew(path) || numberAt(before, path) !== numberAt(after, path));
}

export function isMoney(path: string): boolean {
  const place = parsePath(path);
  return place !== null && fieldAt(place).money === true;
}

function moneyMapped<T extends object>(
  given: T,
  isAmount: (key: string) => boolean,
  change: (amount: number) => number,
) {
  const entries = Object.entries(given).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'number' && isAmount(key) ? change(value) : value,
  ]);
  return Object.fromEntries(entries) as T; // the same keys, each amount still a number
}

/** The inputs with every amount of money changed: between the major units of the rules and the minor ones of a file. */
export function withMoney(inputs: InvestmentInputs, change: (amount: number) => number): InvestmentInputs {
  const ofLine = (key: string): boolean => isKeyOf(LINE_FIELDS, key) && LINE_FIELDS[key].money === true;
  const levels = LEVEL_KEYS.flatMap((key) => {
    const level = inputs.levels[key];
    return level ? [[key, moneyMapped(level, (name) => isMoney(`levels.${key}.${name}`), change)] as const] : [];
  });
  const { costLines } = inputs;
  return {
    ...moneyMapped(inputs, isMoney, change),
    levels: Object.fromEntries(levels),
    ...(costLines && { costLines: costLines.map((line) => moneyMapped(line, ofLine, change)) }),
  };
}
