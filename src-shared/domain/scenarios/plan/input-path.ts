import { assertNever } from '../../base/assert-never';
import { notDeriving } from './derived-inputs';
import {
  type Field,
  isKeyOf,
  LEVEL_FIELDS,
  type LevelFieldKey,
  PLAN_FIELDS,
  type PlanKey,
  YEAR_FIELDS,
  type YearKey,
} from './input-fields';
import { horizonOf, type InvestmentInputs, LEVEL_KEYS, type LevelKey, levelOf, sayLevel } from './inputs';

/** Where a number stands in the inputs. */
export type InputPath =
  | { readonly kind: 'plan'; readonly key: PlanKey }
  | { readonly kind: 'year'; readonly key: YearKey; readonly year: number }
  | { readonly kind: 'level'; readonly level: LevelKey; readonly key: LevelFieldKey };

/**
 * Reads `incidentCost`, `newModels.0` (or `newModels[0]`) and `levels.L1.operateFte` (or `L1.operateFte`).
 * `null`: no number of the inputs is called that.
 */
export function parsePath(path: string): InputPath | null {
  const parts = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  if (parts[0] === 'levels') parts.shift();
  const [first = '', second = '', ...more] = parts;
  if (more.length > 0) return null;
  if (parts.length === 1) return isKeyOf(PLAN_FIELDS, first) ? { kind: 'plan', key: first } : null;
  if (isKeyOf(YEAR_FIELDS, first)) {
    return /^\d{1,3}$/.test(second) ? { kind: 'year', key: first, year: Number(second) } : null;
  }
  const level = LEVEL_KEYS.find((key) => key === first);
  return level && isKeyOf(LEVEL_FIELDS, second) ? { kind: 'level', level, key: second } : null;
}

export function fieldAt(path: InputPath): Field {
  switch (path.kind) {
    case 'plan':
      return PLAN_FIELDS[path.key];
    case 'year':
      return YEAR_FIELDS[path.key];
    case 'level':
      return LEVEL_FIELDS[path.key];
    default:
      return assertNever(path);
  }
}

/** Whether these inputs have that place: the level is given, the year lies within the plan. */
export function hasPlace(inputs: InvestmentInputs, path: InputPath): boolean {
  if (path.kind === 'level') return inputs.levels[path.level] !== undefined;
  return path.kind === 'plan' || path.year < horizonOf(inputs);
}

function given(inputs: InvestmentInputs, path: InputPath): number | undefined {
  switch (path.kind) {
    case 'plan':
      return inputs[path.key];
    case 'year':
      return inputs[path.key]?.[path.year];
    case 'level':
      return levelOf(inputs, path.level)[path.key];
    default:
      return assertNever(path);
  }
}

/** The number there, or what counts in its place; `null`: left out, and that means something else. */
export function valueAt(inputs: InvestmentInputs, path: InputPath): number | null {
  return given(inputs, path) ?? fieldAt(path).otherwise ?? null;
}

/** The inputs with one number replaced; the rest is shared. A derived one that is given is a number of its own. */
export function withValue(inputs: InvestmentInputs, path: InputPath, value: number): InvestmentInputs {
  switch (path.kind) {
    case 'plan':
      return notDeriving({ ...inputs, [path.key]: value }, path.key);
    case 'year': {
      const years = inputs.newModels.map((_, year) => inputs[path.key]?.[year] ?? 0);
      return { ...inputs, [path.key]: years.with(path.year, value) };
    }
    case 'level': {
      const level = { ...levelOf(inputs, path.level), [path.key]: value };
      const changed = { ...inputs, levels: { ...inputs.levels, [path.level]: level } };
      return notDeriving(changed, `levels.${path.level}.${path.key}`);
    }
    default:
      return assertNever(path);
  }
}

/** The inputs with an optional number of a level left out; RangeError where a number is needed. */
export function withoutValue(inputs: InvestmentInputs, path: InputPath): InvestmentInputs {
  if (path.kind !== 'level' || fieldAt(path).otherwise === undefined) {
    throw new RangeError(`The case cannot do without ${sayPath(path)}: enter a number.`);
  }
  const level = { ...levelOf(inputs, path.level), [path.key]: undefined };
  return { ...inputs, levels: { ...inputs.levels, [path.level]: level } };
}

/** A number and where it belongs. */
export interface PlacedValue {
  readonly place: InputPath;
  readonly value: number;
}

/** The inputs with many numbers replaced at once: what a simulation does in each run. */
export function withValues(inputs: InvestmentInputs, values: readonly PlacedValue[]): InvestmentInputs {
  const plan: Partial<Record<PlanKey, number>> = {};
  const levels: Partial<Record<LevelKey, Partial<Record<LevelFieldKey, number>>>> = {};
  const years: PlacedValue[] = [];
  for (const one of values) {
    const { place, value } = one;
    if (place.kind === 'plan') plan[place.key] = value;
    else if (place.kind === 'year') years.push(one);
    else {
      const changes = levels[place.level] ?? {};
      changes[place.key] = value;
      levels[place.level] = changes;
    }
  }
  const merged = LEVEL_KEYS.flatMap((key) => {
    const changes = levels[key];
    return changes ? [[key, { ...levelOf(inputs, key), ...changes }] as const] : [];
  });
  const changed = { ...inputs, ...plan, levels: { ...inputs.levels, ...Object.fromEntries(merged) } };
  return years.reduce<InvestmentInputs>((now, { place, value }) => withValue(now, place, value), changed);
}

/** The path in words: `level 1: people per model`, `new models in year 2`. */
export function sayPath(path: InputPath): string {
  const { label } = fieldAt(path);
  if (path.kind === 'plan') return label;
  return path.kind === 'year' ? `${label} in year ${path.year + 1}` : `${sayLevel(path.level)}: ${label}`;
}
