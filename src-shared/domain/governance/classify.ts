import { holds, type Lookup } from './condition';
import type { Classification } from './rule-pack';

/**
 * The class that the answers lead to; `null`: not known. Rules are gone through in order up to the first that holds; where those
 * that may hold before it lead elsewhere, nobody can say.
 */
export function classify({ derive }: Classification, lookup: Lookup): string | null {
  const possible = new Set<string>();
  for (const rule of derive) {
    const truth = holds(rule.when, lookup);
    if (truth === 'no') continue;
    possible.add(rule.class);
    if (truth === 'yes') return possible.size === 1 ? rule.class : null;
  }
  return null;
}
