import { type Change, isDecidable, type Row, ruleField } from './again-rows';
import type { Decision } from './draft-answers';

/** A field, how many rows differ in it, and who is right by now; `null`: not the same one in all of them. */
export interface RuleLine {
  readonly field: string;
  readonly count: number;
  readonly decision: Decision | null;
}

/** A value that is given where we had none overrules nobody. */
const isFilled = ({ kind, before, decision }: Change): boolean =>
  kind === '' && decision === 'file' && (before === '' || before === '[]');

/** What may be ruled about, contradictions of moves first, then what was asked about, then by how often it occurs. */
export function ruleLines(
  rows: readonly Row[],
  asked: ReadonlySet<string>,
  rules: readonly { readonly field: string; readonly decision: Decision }[],
): readonly RuleLine[] {
  const found = new Map<string, { count: number; asked: number; decisions: Set<Decision> }>();
  for (const row of rows) {
    for (const change of row.changes.filter(isDecidable)) {
      const field = ruleField(change);
      // What is added to a history is answered where it stands: it contradicts nothing.
      if (field === 'move.added' || isFilled(change)) continue;
      const line = found.get(field) ?? { count: 0, asked: 0, decisions: new Set() };
      line.count += 1;
      if (asked.has(`${row.modelId} ${field}`)) line.asked += 1;
      line.decisions.add(change.decision);
      found.set(field, line);
    }
  }
  const ruled = new Map(rules.map(({ field, decision }) => [field, decision]));
  const place = (field: string, asked: number): number => (field.startsWith('move.') ? 0 : asked > 0 ? 1 : 2);
  return [...found]
    .sort(([a, one], [b, other]) => place(a, one.asked) - place(b, other.asked) || other.count - one.count)
    .map(([field, { count, decisions }]) => {
      const [only] = decisions;
      return { field, count, decision: ruled.get(field) ?? (decisions.size === 1 && only ? only : null) };
    });
}
