import type { EvidenceFacts } from '#domain/assessments/evidence-facts';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { findEntry } from '../journal/journal';
import type { FactTable } from '../tables';
import { noteReads, type Traced, traced, untraced } from '../trace/trace';

/** Tables whose rows are no evidence: answering a question changes only these, thirty times in an hour. */
const NO_EVIDENCE: readonly FactTable[] = [
  'assessments',
  'assessment_answers',
  'vendor_offers',
  'views',
  'presets',
  'scenarios',
  'scenario_values',
];

/** A handful of units, assessed in one sitting. */
const MOST_KEPT = 20;

const kept = new Map<string, Traced<EvidenceFacts>>();

/** The state of all rows that are evidence, as the hash of the last change to one of them; `null`: there is none yet. */
async function stateOf(read: ReadHandle): Promise<string | null> {
  const row = await tables(read)
    .selectFrom('journal_changes')
    .select('seq')
    .where('entity', 'not in', [...NO_EVIDENCE])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  // What lies in blocks is of models, so always evidence.
  const block = await tables(read)
    .selectFrom('journal_blocks')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = Math.max(row?.seq ?? 0, block?.seq ?? 0);
  return (await findEntry(read, seq))?.hash ?? null;
}

/**
 * Counts once for each state of the portfolio: over 100,000 models the counts take a second, and an answer that is given
 * has to be kept at once. The journal's hashes chain, so one stands for everything before it, in whichever file.
 *
 * @param scope what else the counts depend on, such as unit and day
 */
export async function rememberedEvidence(
  read: ReadHandle,
  scope: object,
  count: () => Promise<EvidenceFacts>,
): Promise<EvidenceFacts> {
  const state = await untraced(() => stateOf(read));
  if (state === null) return count();
  const key = JSON.stringify([state, scope]);
  const known = kept.get(key);
  if (known) {
    noteReads(known.reads);
    return known.value;
  }
  const counted = await traced(count);
  kept.set(key, counted);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return counted.value;
}
