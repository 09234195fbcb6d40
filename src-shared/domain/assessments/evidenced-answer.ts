import type { AnswerValue } from './questions/question';

/** What the portfolio's rows say to a question, beside what was claimed. */
export interface EvidencedAnswer {
  readonly questionId: string;
  /** `null` = no evidence, which is not "no". Of the updates (`evidence-updates.ts`) a rate, of questions an answer. */
  readonly suggests: number | null;
  /** The highest answer that rows could suggest here. */
  readonly ceiling: AnswerValue;
  readonly counts: { readonly part: number; readonly whole: number };
  /** `11 of 29 production models have a monitoring result in time`. */
  readonly words: string;
  readonly also: readonly string[];
  /** The claim, where it is a number. */
  readonly claimed: number | null;
  /** The claim is one answer or more above what the rows suggest, and the rows could have shown more. */
  readonly contradiction: boolean;
}
