import { typedNumber } from '../../lib/typed';

export type EvaluationFigure = 'passRate' | 'winRate' | 'judgeScore';

export type ReadEvaluation =
  | { readonly ok: true; readonly value: number; readonly n: number | null }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): ReadEvaluation => ({ ok: false, message });

/** What was typed of an evaluation: of a rate how many passed of how many, else the mean and over how many answers, if said. */
export function readEvaluation(
  figure: EvaluationFigure,
  first: string,
  count: string,
  notation: Parameters<typeof typedNumber>[2],
): ReadEvaluation {
  const rate = figure !== 'judgeScore';
  const value = typedNumber(first, { min: rate ? 0 : -1e9, max: 1e12, whole: rate }, notation);
  if (!value.ok) return value;
  const said = count.trim() !== '';
  const n = said ? typedNumber(count, { min: 1, max: 1e12, whole: true }, notation) : null;
  if (n !== null && !n.ok) return n;
  if (!rate) return { ok: true, value: value.value, n: n?.value ?? null };
  if (n === null) return refused('Say of how many answers: a rate without that cannot be judged.');
  const { value: passed } = value;
  if (passed > n.value) return refused(`Write how many passed as a whole number from 0 to ${n.value}.`);
  return { ok: true, value: passed / n.value, n: n.value };
}
