import { foldName } from './fold-name';
import { gramsOfName } from './name-grams';
import { termsOfText } from './text-terms';
import type { UnitRelation } from './unit-book';

/** Names whose grams overlap less than this share nothing but chance. */
const NAME = 0.25;
/** Texts with less of the shorter one's words in the other are about different things. */
const TEXT = 0.15;
const FEWEST_TERMS = 6;

/** Whether two units speak against each other: two that are known, and not one told otherwise. */
export const contradict = (relation: UnitRelation): boolean => relation === 'other' || relation === 'other_top';

interface Described {
  readonly name: string;
  readonly texts?: readonly string[];
}

/**
 * Whether neither the names nor the texts of two records have anything in common. Texts too short to tell, or missing on one side,
 * are nothing in common either; names that are missing on both sides leave it to the texts, and without those nothing is claimed.
 */
export function nothingInCommon(a: Described, b: Described): boolean {
  if (a.name !== '' && b.name !== '' && overlap(gramsOf(a.name), gramsOf(b.name), 'dice') >= NAME) return false;
  const [ours, theirs] = [textTerms(a), textTerms(b)];
  if (ours.size < FEWEST_TERMS || theirs.size < FEWEST_TERMS) return a.name !== '' && b.name !== '';
  return overlap(ours, theirs, 'shorter') < TEXT;
}

function gramsOf(name: string): ReadonlySet<number> {
  const grams = new Set<number>();
  gramsOfName(foldName(name), (gram) => grams.add(gram));
  return grams;
}

function textTerms({ texts = [] }: Described): ReadonlySet<number> {
  const terms = new Set<number>();
  for (const text of texts) termsOfText(text, (term) => terms.add(term));
  return terms;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>, of: 'dice' | 'shorter'): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / Math.max(1, of === 'dice' ? (a.size + b.size) / 2 : Math.min(a.size, b.size));
}
