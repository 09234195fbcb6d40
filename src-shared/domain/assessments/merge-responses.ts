import { type AnswerChoice, knownValue } from './answer';
import type { AnswerValue, EvidenceGrade } from './questions/question';

export interface Response {
  /** Name or id; of several responses of one respondent the last counts. */
  readonly respondent: string;
  readonly value: AnswerChoice;
  readonly grade?: EvidenceGrade | undefined;
}

/** What several people answered to one question. */
export interface CombinedResponse {
  /** Lower median of the known values; without any, `not_applicable` where all who know say so, else `unknown`. */
  readonly value: AnswerChoice;
  /** The best grade among those who gave this value, at least 1 where two of them did. */
  readonly grade: EvidenceGrade;
  /** Largest − smallest known value, 0–3. */
  readonly spread: number;
  /** Two or more steps apart, or not of one mind whether the question applies: worth a talk before it is scored. */
  readonly disagree: boolean;
  readonly unknowns: number;
  readonly notApplicable: number;
  /** Respondents. */
  readonly n: number;
}

/** From two answers apart people describe different practices, not shades of one. */
const DISAGREEMENT_FROM = 2;

function lastOfEach(responses: readonly Response[]): Response[] {
  return [...new Map(responses.map((response) => [response.respondent, response])).values()];
}

/**
 * Of an even number the lower of the two middle values: with half of the room below, rounding up would credit a practice
 * that half of the room does not see, and a level is only as good as its weakest answer.
 */
function lowerMedian(sorted: readonly AnswerValue[]): AnswerValue | null {
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

function gradeOf(latest: readonly Response[], value: AnswerChoice): EvidenceGrade {
  if (value === 'unknown') return 0;
  const same = latest.filter((response) => response.value === value);
  const agreed: EvidenceGrade = same.length > 1 ? 1 : 0;
  return same.reduce<EvidenceGrade>((best, { grade = 0 }) => (grade > best ? grade : best), agreed);
}

/** One answer out of those of several respondents, and how far they are apart; DORA's "does the team agree?". */
export function combineResponses(responses: readonly Response[]): CombinedResponse {
  const latest = lastOfEach(responses);
  const known = latest.flatMap(({ value }) => knownValue(value) ?? []).toSorted((a, b) => a - b);
  const notApplicable = latest.filter(({ value }) => value === 'not_applicable').length;
  const value = lowerMedian(known) ?? (notApplicable > 0 ? 'not_applicable' : 'unknown');
  const spread = (known.at(-1) ?? 0) - (known[0] ?? 0);
  return {
    value,
    grade: gradeOf(latest, value),
    spread,
    disagree: spread >= DISAGREEMENT_FROM || (notApplicable > 0 && known.length > 0),
    unknowns: latest.filter((response) => response.value === 'unknown').length,
    notApplicable,
    n: latest.length,
  };
}
