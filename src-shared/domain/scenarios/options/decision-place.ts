import { type Field, isKeyOf } from '../plan/input-fields';
import { fieldAt, hasPlace, type InputPath, parsePath, sayPath, valueAt } from '../plan/input-path';
import { LEVEL_KEYS, type LevelKey, levelOf, sayLevel } from '../plan/inputs';
import { draftOf as planDraft } from '../plan/run-costs';
import {
  DECISION_LEVEL_FIELDS,
  type DecisionInputs,
  type DecisionLevel,
  type DecisionLevelKey,
} from './decision-inputs';

/** Where a number stands in the inputs of a decision. */
export type DecisionPlace =
  | InputPath
  | { readonly kind: 'decisionLevel'; readonly level: LevelKey; readonly key: DecisionLevelKey };

/** As `parsePath`, with `levels.L2.dipShare`. */
export function parseDecisionPath(path: string): DecisionPlace | null {
  const plain = parsePath(path);
  if (plain) return plain;
  const [first = '', second = '', ...more] = path.replace(/^levels\./, '').split('.');
  const level = LEVEL_KEYS.find((key) => key === first);
  if (!level || more.length > 0 || !isKeyOf(DECISION_LEVEL_FIELDS, second)) return null;
  return { kind: 'decisionLevel', level, key: second };
}

export function decisionFieldAt(place: DecisionPlace): Field {
  if (place.kind === 'decisionLevel') return DECISION_LEVEL_FIELDS[place.key];
  return fieldAt(place);
}

export function sayDecisionPath(place: DecisionPlace): string {
  if (place.kind === 'decisionLevel') return `${sayLevel(place.level)}: ${DECISION_LEVEL_FIELDS[place.key].label}`;
  return sayPath(place);
}

export function hasDecisionPlace(inputs: DecisionInputs, place: DecisionPlace): boolean {
  return place.kind === 'decisionLevel' ? inputs.levels[place.level] !== undefined : hasPlace(inputs, place);
}

/** The number there, or what counts in its place; `null`: left out, and that means something else. */
export function decisionValueAt(inputs: DecisionInputs, place: DecisionPlace): number | null {
  if (place.kind !== 'decisionLevel') return valueAt(inputs, place);
  const level: DecisionLevel = levelOf(inputs, place.level);
  return level[place.key] ?? DECISION_LEVEL_FIELDS[place.key].otherwise ?? null;
}

/** Inputs whose places are overwritten one after the other, nothing else being made anew; see `draftOf` of the plan. */
export interface DecisionDraft {
  readonly inputs: DecisionInputs;
  /** A year beyond the plan is passed over: a plan may have been cut. */
  readonly set: (place: DecisionPlace, value: number) => void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function decisionDraft(given: DecisionInputs): DecisionDraft {
  const draft = planDraft(given);
  // The draft is a copy of `given` with its levels copied too: the same keys, open to be written.
  const inputs = draft.inputs as Mutable<DecisionInputs>;
  const levels = draft.inputs.levels as { [key in LevelKey]?: Mutable<DecisionLevel> };
  const years = inputs.newModels.length;
  const set: DecisionDraft['set'] = (place, value) => {
    if (place.kind === 'decisionLevel') {
      const level = levels[place.level];
      if (level) level[place.key] = value;
    } else if (place.kind !== 'year' || place.year < years) draft.set(place, value);
  };
  return { inputs, set };
}

/** The inputs with one number replaced. */
export function withDecisionValue(inputs: DecisionInputs, place: DecisionPlace, value: number): DecisionInputs {
  const draft = decisionDraft(inputs);
  draft.set(place, value);
  return draft.inputs;
}
