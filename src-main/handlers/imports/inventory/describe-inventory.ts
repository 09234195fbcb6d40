import type { InventoryPreview } from '#contract/imports/imports';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import { listAsked, listFirstBrought } from '../../../store/imports/missing';
import type { ReadHandle } from '../../../store/journal/handle';
import { readingFacts } from '../reading-facts';
import { dutyChanges } from './answer-duties';
import { describeIdentities, missingOf } from './describe-identities';
import { describeRow } from './describe-row';
import type { PreparedInventory } from './prepare-inventory';

const SHOWN_PROBLEMS = 5_000;
/** Rows that are shown as they would be stored. */
const SHOWN_ROWS = 200;
/** … and further ones that change a model, or do not agree with what we hold. */
const SHOWN_CHANGES = 5_000;

const becomesModel = ({ action }: PlannedRow): boolean => action !== 'refuse' && action !== 'wait';

/** A prepared import as the screen and scripts see it. */
export async function describeInventory(
  prepared: PreparedInventory,
  job: Job,
  read: ReadHandle,
): Promise<InventoryPreview> {
  const { head, mapping, preset, find } = prepared;
  const duties = { changes: 0, kept: 0 };
  const answering = mapping.duties && { duties: mapping.duties, fileName: head.fileName, now: '', newId: () => '' };
  const plan = await prepared.plan({
    keep: SHOWN_ROWS,
    keepTold: SHOWN_CHANGES,
    ...(answering && {
      take: async (rows: readonly PlannedRow[]) => {
        const changes = await dutyChanges(read, rows.filter(becomesModel), answering);
        duties.changes += changes.facts.length + changes.answers.length;
        duties.kept += changes.kept;
      },
    }),
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
    duties: mapping.duties === undefined ? null : { pack: mapping.duties.pack, answers: plan.duties, ...duties },
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
