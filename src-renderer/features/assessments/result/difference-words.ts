import { formatNumber } from '../../../lib/format';

/** A difference as shape, number and word; colour is never all there is. */
export interface DifferenceMark {
  readonly direction: 'up' | 'down' | 'same';
  readonly shape: '▲' | '▼' | '=';
  /** How much, without a sign: the word says which way. */
  readonly number: string;
  readonly word: 'higher' | 'lower' | 'the same';
}

/** Smaller than this shows as 0 with two decimals, and is none. */
const NOTICEABLE = 0.005;

/** `null`: one of the two has no such figure, or they do not measure the same. */
export function differenceMark(value: number | null, digits: number): DifferenceMark | null {
  if (value === null) return null;
  if (Math.abs(value) < NOTICEABLE) return { direction: 'same', shape: '=', number: '0', word: 'the same' };
  const size = formatNumber(Math.abs(value), digits);
  return value > 0
    ? { direction: 'up', shape: '▲', number: size, word: 'higher' }
    : { direction: 'down', shape: '▼', number: size, word: 'lower' };
}

/** This minus the other; `null` where either is missing. */
export function minus(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || b === null || a === undefined || b === undefined ? null : a - b;
}
