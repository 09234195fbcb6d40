import type { InventoryPreview } from '#contract/imports/imports';
import type { Job } from '../../../jobs/job-list';
import { listAsked, listFirstBrought } from '../../../store/imports/missing';
import type { ReadHandle } from '../../../store/journal/handle';
import { readingFacts } from '../reading-facts';
import { describeIdentities, missingOf } from './describe-identities';
import { describeRow } from './describe-row';
import type { PreparedInventory } from './prepare-inventory';

const SHOWN_PROBLEMS = 5_000;
/** Rows that are shown as they would be stored. */
const SHOWN_ROWS = 200;
/** … and further ones that change a model, or do not agree with what we hold. */
const SHOWN_CHANGES = 5_000;

/** A prepared import as the screen and scripts see it. */
export async function describeInventory(
  prepared: PreparedInventory,
  job: Job,
  read: ReadHandle,
): Promise<InventoryPreview> {
  const { head, mapping, preset, find } = prepared;
  const plan = await prepared.plan({
    keep: SHOWN_ROWS,
    keepTold: SHOWN_CHANGES,
    onProgress: (done, total) => job.progress('Comparing with the portfolio', done, total),
  });
  const missing = missingOf(prepared.identified);
  const known = await find(plan.rows.flatMap(({ modelId }) => modelId ?? []));
  return {
    format: 'inventory',
    ...readingFacts(head, plan.parts),
    columns: await prepared.columns(job.signal),
    mapping,
    preset,
    rows: plan.rowsRead,
    creates: plan.creates,
    updates: plan.updates,
    unchanged: plan.unchanged,
    rejected: plan.rejected,
    problems: plan.problems.slice(0, SHOWN_PROBLEMS),
    problemsTotal: plan.problemsTotal,
    problemsByCode: plan.problemsByCode,
    sample: plan.rows.map((row) => describeRow(row, known.get(row.modelId ?? ''))),
    moves: plan.moves,
    values: plan.values,
    changes: plan.changes,
    removed: 0,
    waiting: plan.waiting,
    ...(await describeIdentities(prepared.identified, prepared.source, find, {
      brought: await listFirstBrought(
        read,
        missing.map(({ model }) => model),
      ),
      asked: missing.length === 0 ? new Map() : await listAsked(read, prepared.source.known?.id ?? ''),
    })),
  };
}
