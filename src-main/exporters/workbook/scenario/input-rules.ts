import { type Field, LINE_FIELDS, type LineFieldKey } from '#domain/scenarios/plan/input-fields';
import type { InputRule } from '../../xlsx/cells';
import { capital } from './words';

/** What stands for “more than 0” where 0 itself is out. */
const LEAST_ABOVE = 1e-9;
/** Limits beyond these only keep slips of the keyboard out and are not worth a word. */
const NEAR_ENOUGH_0 = 1e-6;
const BEYOND_WORDS = 1e12;

export const LINE_KEYS = Object.keys(LINE_FIELDS) as LineFieldKey[]; // Object.keys forgets the keys' type

/** A share that a spreadsheet shows as per cent. */
export const isRate = ({ unit, least }: Field): boolean => unit === 'a year' && least < 0;

type NumberRule = Extract<InputRule, { readonly least: number }>;

/** What a field takes, with the sentence for who types something else. */
export function ruleOf(field: Field): NumberRule {
  const { label, unit, least, most, exclusive, otherwise } = field;
  const say = (limit: number): string => (isRate(field) ? `${Math.round(100 * limit)}%` : String(limit));
  const from = exclusive || (least > 0 && least <= NEAR_ENOUGH_0) ? 'more than 0' : `${say(least)} or more`;
  const limits = most >= BEYOND_WORDS ? from : `${from}, at most ${say(most)}`;
  const empty = otherwise === null ? ', or leave the cell empty' : '';
  return {
    kind: 'decimal',
    least: exclusive ? LEAST_ABOVE : least,
    most,
    problem: `${capital(label)} (${unit}): write a number, ${limits}${empty}.`,
    ...(otherwise === null && { mayBeEmpty: true }),
  };
}

export const BASIS: InputRule = {
  kind: 'list',
  among: ['mean', 'end'],
  problem: 'Write mean (of start and end of the year) or end (at its end), and no other word.',
};

export const PAYS: InputRule = {
  kind: 'whole',
  least: 0,
  most: 1,
  mayBeEmpty: true,
  problem: 'Write 1 where the level pays this cost line, 0 where it does not.',
};
