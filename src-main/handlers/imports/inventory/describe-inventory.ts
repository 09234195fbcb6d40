import type { InventoryPreview } from '#contract/imports/imports';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import { listAsked, listFirstBrought } from '../../../store/imports/missing';
import type { ReadHandle } from '../../../store/journal/handle';
import { readingFacts } from '../reading-facts';
import { dutyChanges } from './answer-duties';
import { describeIdentities, missingOf } from './describe-identities';
import { describeRow } from './describe-row';
import { freshEvidence } from './note-evidence';
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
  const evidence = { rows: 0, fresh: 0 };
  const noting = { fileName: head.fileName, now: '', newId: () => '' };
  const tells = mapping.duties !== undefined || mapping.evidence !== undefined;
  const look = async (all: readonly PlannedRow[]): Promise<void> => {
    const rows = all.filter(becomesModel);
    if (mapping.duties) {
      const changes = await dutyChanges(read, rows, { duties: mapping.duties, ...noting });
      duties.changes += changes.facts.length + changes.answers.length;
      duties.kept += changes.kept;
    }
    evidence.rows += rows.reduce((sum, row) => sum + row.evidence.length, 0);
    evidence.fresh += (await freshEvidence(read, rows, noting)).length;
  };
  const plan = await prepared.plan({
    keep: SHOWN_ROWS,
    keepTold: SHOWN_CHANGES,
    ...(tells && { take: look }),
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
    evidence: mapping.evidence === undefined ? null : evidence,
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
