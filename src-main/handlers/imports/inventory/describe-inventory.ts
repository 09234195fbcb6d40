import type { InventoryPreview } from '#contract/imports/imports';
import { describeColumns } from '../../../importers/inventory/columns';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import { groupProblems } from '../ledger';
import { readingFacts } from '../reading-facts';
import { describeRow } from './describe-row';
import type { PreparedInventory } from './prepare-inventory';

const SHOWN_PROBLEMS = 5_000;
const SHOWN_ROWS = 200;
const SHOWN_CHANGES = 5_000;

/** A prepared import as the screen and scripts see it. */
export async function describeInventory(prepared: PreparedInventory, signal: AbortSignal): Promise<InventoryPreview> {
  const { table, plan, mapping, preset, existing } = prepared;
  const known = new Map(existing.map((model) => [model.id, model]));
  return {
    format: 'inventory',
    ...readingFacts(table, table.parts),
    columns: await describeColumns(table, signal),
    mapping,
    preset,
    rows: table.rows.length,
    creates: plan.creates,
    updates: plan.updates,
    unchanged: plan.unchanged,
    rejected: plan.rejected,
    problems: plan.problems.slice(0, SHOWN_PROBLEMS),
    problemsTotal: plan.problems.length,
    problemsByCode: groupProblems(plan.problems),
    sample: shownRows(plan.rows).map((row) => describeRow(row, known.get(row.modelId ?? ''))),
    moves: plan.moves,
    values: plan.values,
    removed: 0,
  };
}

/** The first rows, and all further ones that change what we hold or do not agree with it. */
function shownRows(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  const further = rows
    .slice(SHOWN_ROWS)
    .filter(
      (row) => row.action === 'update' || row.differences.length > 0 || (row.history?.contradicted.length ?? 0) > 0,
    );
  return [...rows.slice(0, SHOWN_ROWS), ...further.slice(0, SHOWN_CHANGES)];
}
