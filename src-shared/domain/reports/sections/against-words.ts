import { parsePair } from '../../scenarios/plan/comparison-flows';

/** `level 3 against staying at level 1`. */
export function againstWords(compare: string): string {
  const pair = parsePair(compare);
  return pair === null ? compare : `level ${pair.b.slice(1)} against staying at level ${pair.a.slice(1)}`;
}
