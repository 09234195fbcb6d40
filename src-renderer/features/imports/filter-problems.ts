import type { Problem } from '#contract/imports/parts';
import { searcher } from '#domain/base/search-text';

export interface ProblemGroup {
  readonly code: string;
  readonly effect: string;
  readonly column: string;
  readonly count: number;
  readonly message: string;
}

export const groupKey = (of: Pick<Problem, 'code' | 'column'> & { readonly effect: string }): string =>
  `${of.code}\n${of.effect}\n${of.column}`;

/** `impossible_date` → `Impossible date`. */
export const codeWords = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Problems of a group ('' = of all) in which every typed word occurs. */
export function filterProblems(problems: readonly Problem[], group: string, search: string): readonly Problem[] {
  const finds = searcher(search);
  return problems.filter(
    (problem) =>
      (group === '' || groupKey(problem) === group) &&
      finds(String(problem.row), problem.column, problem.value, problem.message),
  );
}

/** Groups counted here, for a ledger entry that holds only the list. */
export function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const key = groupKey(problem);
    const known = groups.get(key);
    const { code, effect, column, message } = problem;
    groups.set(key, known ? { ...known, count: known.count + 1 } : { code, effect, column, message, count: 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
