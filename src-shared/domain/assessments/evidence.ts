import { counted } from '../base/wording';
import { type AnswerChoice, type Answers, knownValue } from './answer';
import type { EvidenceFacts } from './evidence-facts';
import type { EvidenceRule } from './evidence-rule';
import { EVIDENCE_RULES } from './evidence-rules';
import { evidencedUpdates } from './evidence-updates';
import type { EvidencedAnswer } from './evidenced-answer';
import type { AnswerValue, QuestionSet } from './questions/question';
import { CORE_QUESTIONS, findQuestion } from './questions/question-sets';

/** For questions that no rule covers. */
export const NO_EVIDENCE_WORDS = 'No evidence: a portfolio cannot show this.';

/**
 * A claim above the ceiling is no contradiction while the rows show all they can: a portfolio cannot see the rest.
 */
function contradicts(claimed: AnswerValue | null, suggests: AnswerValue | null, ceiling: AnswerValue): boolean {
  return claimed !== null && suggests !== null && suggests < ceiling && claimed - suggests >= 1;
}

function wordsOf(rule: EvidenceRule, facts: EvidenceFacts, whole: number, suggests: AnswerValue | null): string {
  if (whole === 0) return `No evidence: there are no ${rule.unit} to count`;
  return suggests === null ? `No evidence: ${rule.silence?.(facts) ?? rule.words(facts)}` : rule.words(facts);
}

function evidenced(rule: EvidenceRule, facts: EvidenceFacts, choice: AnswerChoice): EvidencedAnswer {
  const counts = rule.count(facts);
  const silent = counts.whole === 0 || (rule.silence?.(facts) ?? null) !== null;
  const suggests = silent ? null : rule.suggests(facts, counts.part / counts.whole);
  const claimed = knownValue(choice);
  return {
    questionId: rule.questionId,
    suggests,
    ceiling: rule.ceiling,
    counts,
    words: wordsOf(rule, facts, counts.whole, suggests),
    also: counts.whole === 0 ? [] : (rule.also?.(facts) ?? []),
    claimed,
    contradiction: contradicts(claimed, suggests, rule.ceiling),
  };
}

/** Answers, from rows, each question that rows can answer, in the order of the questions, then the updates; rules.md 4. */
export function evidencedAnswers(
  facts: EvidenceFacts,
  answers: Answers,
  questions: QuestionSet = CORE_QUESTIONS,
): EvidencedAnswer[] {
  const rules = EVIDENCE_RULES.filter(({ questionId }) => findQuestion(questions, questionId) !== null);
  const asked = rules.map((rule) => {
    const claim = Object.hasOwn(answers, rule.questionId) ? answers[rule.questionId]?.value : undefined;
    return evidenced(rule, facts, claim ?? 'unknown');
  });
  return [...asked, ...evidencedUpdates(facts)];
}

/** One sentence over all of them, for the head of the page. */
export function evidenceSummary(evidence: readonly EvidencedAnswer[]): string {
  const seen = evidence.filter(({ suggests, claimed }) => suggests !== null && claimed !== null);
  if (seen.length === 0) return 'No claim can be held against the portfolio yet.';
  const contradicted = seen.filter(({ contradiction }) => contradiction).length;
  return contradicted === 0
    ? `The portfolio bears out ${counted(seen.length, 'claim')} that can be held against it.`
    : `The portfolio does not bear out ${contradicted} of ${counted(seen.length, 'claim')} that can be held against it.`;
}
