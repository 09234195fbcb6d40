/** Who or what judged the answers of an evaluation. */
export const EVALUATORS = ['llm', 'human', 'check'] as const;
export type Evaluator = (typeof EVALUATORS)[number];
export const EVALUATOR_LABELS: Readonly<Record<Evaluator, string>> = {
  llm: 'LLM judge',
  human: 'People',
  check: 'Check',
};

export interface EvaluatorParts {
  readonly by: Evaluator;
  /** Of the judging model, the panel, or the check. */
  readonly name: string;
  readonly version: string;
  /** What tells the prompt of the judge, or the set of questions, from another one: a hash or a version. */
  readonly prompt: string;
}

/**
 * The method of an evaluation's series: `LLM judge GPT-5 2026-10, prompt 9f2c`. Another judge, another version of it or another
 * prompt is another method, and so another series; rules.md 6.
 */
export function evaluatorMethod({ by, name, version, prompt }: EvaluatorParts): string {
  const clean = (text: string): string => text.trim().replace(/\s+/g, ' ');
  const who = [EVALUATOR_LABELS[by], clean(name), clean(version)].filter((part) => part !== '').join(' ');
  return clean(prompt) === '' ? who : `${who}, prompt ${clean(prompt)}`;
}
