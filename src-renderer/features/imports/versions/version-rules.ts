import type { Decision } from '#domain/models/history/told';

/** A kind of contradiction, of how many versions, and who is right by now; `null`: not the same one in all of them. */
export interface RuleLine {
  readonly field: string;
  readonly count: number;
  readonly decision: Decision | null;
}

interface Sentence {
  readonly field: string;
  readonly decision: Decision;
}

/**
 * What may be ruled about, the commonest first.
 *
 * @param rules kept and given ones, the latest last
 */
export function ruleLines(contradictions: readonly Sentence[], rules: readonly Sentence[]): readonly RuleLine[] {
  const ruled = new Map(rules.map(({ field, decision }) => [field, decision]));
  const fields = new Map<string, { count: number; decisions: Set<Decision> }>();
  for (const { field, decision } of contradictions) {
    const line = fields.get(field) ?? { count: 0, decisions: new Set() };
    line.count += 1;
    line.decisions.add(decision);
    fields.set(field, line);
  }
  return [...fields]
    .map(([field, { count, decisions }]): RuleLine => {
      const [only] = decisions;
      return { field, count, decision: ruled.get(field) ?? (decisions.size === 1 && only ? only : null) };
    })
    .sort((a, b) => b.count - a.count);
}
