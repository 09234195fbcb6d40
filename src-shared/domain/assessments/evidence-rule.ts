import { counted, sayCount, verb } from '../base/wording';
import type { EvidenceFacts } from './evidence-facts';
import type { AnswerValue } from './questions/question';

export interface EvidenceRule {
  readonly questionId: string;
  /** The highest answer that rows can support; what a higher one asks for does not show in a portfolio. */
  readonly ceiling: 1 | 2 | 3;
  /** What the whole counts, in the plural. */
  readonly unit: string;
  readonly count: (facts: EvidenceFacts) => { readonly part: number; readonly whole: number };
  /** Why the rows are silent although there is something to count: nobody has told them. `null`: they speak. */
  readonly silence?: (facts: EvidenceFacts) => string | null;
  /** The answer that the rows suggest, with a whole above 0; `null`: they are too few. */
  readonly suggests: (facts: EvidenceFacts, share: number) => AnswerValue | null;
  /** `11 of 29 production models have …`. */
  readonly words: (facts: EvidenceFacts) => string;
  /** Further counts that bear on the question without deciding it. */
  readonly also?: (facts: EvidenceFacts) => readonly string[];
}

/**
 * From which share an anchor's word holds: "each", "all" and "complete" from 95 % (one forgotten row of twenty is a slip,
 * not another practice), "most" from 80 %, "at least half" from 50 %.
 */
export const EVIDENCE_SHARES = { each: 0.95, most: 0.8, half: 0.5 } as const;
export function of(part: number, whole: number, noun: string): string {
  return `${sayCount(part)} of ${counted(whole, noun)}`;
}

export function ofModels(part: number, { production }: EvidenceFacts, has: string, have: string): string {
  return `${of(part, production, 'production model')} ${verb(part, has, have)}`;
}
