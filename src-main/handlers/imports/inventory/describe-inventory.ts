import type { InventoryPreview } from '#contract/imports/imports';
import { describeColumns } from '../../../importers/inventory/columns';
import type { ImportedFields, PlannedRow } from '../../../importers/inventory/plan-types';
import { groupProblems } from '../ledger';
import { readingFacts } from '../reading-facts';
import type { PreparedInventory } from './prepare-inventory';

const SHOWN_PROBLEMS = 5_000;
const SHOWN_ROWS = 200;

/** A prepared import as the screen and scripts see it. */
export async function describeInventory(prepared: PreparedInventory, signal: AbortSignal): Promise<InventoryPreview> {
  const { table, plan, mapping, preset, existing } = prepared;
  const before = new Map(existing.map((model) => [model.id, model.fields]));
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
    sample: plan.rows.slice(0, SHOWN_ROWS).map((row) => sampleRow(row, before)),
  };
}

function sampleRow(row: PlannedRow, before: ReadonlyMap<string, ImportedFields>): InventoryPreview['sample'][number] {
  const known = row.modelId === null ? undefined : before.get(row.modelId);
  const shown = row.action === 'update' ? row.patch : row.fields;
  return {
    row: row.row,
    action: row.action,
    modelId: row.modelId,
    name: row.fields.name ?? '',
    stage: row.stage ?? '',
    values: Object.entries(shown).map(([field, value]) => ({
      field,
      text: asText(value),
      before: known ? asText(Reflect.get(known, field)) : '',
    })),
  };
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
