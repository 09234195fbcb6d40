import type { Problem } from '#contract/imports/parts';

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
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    if (group !== '' && groupKey(problem) !== group) return false;
    if (words.length === 0) return true;
    const text = `${problem.row} ${problem.column} ${problem.value} ${problem.message}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
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
