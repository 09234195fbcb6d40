import type { ImportField, Mapping } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { markShownBy } from '#domain/base/typed-number';
import { breathe, throwIfCancelled } from '../tabular/failures';
import type { Table } from '../tabular/table';
import { type CompiledMapping, cellText, compileMapping } from './compile-mapping';
import { createMatcher } from './match-rows';
import type { FieldRules } from './merge-fields';
import { type PlanContext, planRow, tellsStage } from './plan-row';
import type { ExistingModel, InventoryPlan, PlannedRow } from './plan-types';
import { createRowReader } from './read-row';
import { stageMissing } from './row-problems';

export interface PlanRequest {
  readonly table: Table;
  readonly mapping: Mapping;
  /** ISO code of the portfolio's currency. */
  readonly currency: string;
  /** ISO instant; lifecycle dates behind its day are refused. */
  readonly now: string;
  readonly existing: readonly ExistingModel[];
  /** Who is right about a field (`unit`) or a kind of contradiction (`move.date`), where somebody has said. */
  readonly rules?: FieldRules;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneRows: number, totalRows: number) => void;
}

const STEP = 1_000;

/** What an import would do, row by row, without doing it. Lets other work pass every thousand rows. */
export async function planInventory(request: PlanRequest): Promise<InventoryPlan> {
  const { table, mapping, signal } = request;
  throwIfCancelled(signal);
  const compiled = compileMapping(table, mapping);
  const rowProblems: Problem[] = [];
  const context: PlanContext = {
    mapping: compiled,
    duplicates: mapping.duplicates,
    matcher: createMatcher(compiled.key, mapping.externalSystem, request.existing),
    distrusted: new Set(table.problems.filter((problem) => problem.effect === 'row_refused').map(({ row }) => row)),
    report: (problem) => rowProblems.push(problem),
    rules: request.rules ?? (() => undefined),
    seen: new Map(),
  };
  const readRow = createRowReader(compiled, {
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal ?? markShownBy(amountCells(table, compiled)),
    currency: request.currency,
    today: request.now.slice(0, 10),
    externalSystem: mapping.externalSystem,
  });
  const rows: PlannedRow[] = [];
  for (const [index, cells] of table.rows.entries()) {
    rows.push(planRow(readRow(table.rowNumbers[index] ?? 0, cells), context));
    if (index % STEP !== STEP - 1) continue;
    request.onProgress?.(index + 1, table.rows.length);
    await breathe(signal);
  }
  request.onProgress?.(table.rows.length, table.rows.length);
  const wholeFile = [...compiled.problems];
  const creates = countOf(rows, 'create');
  if (creates > 0 && !tellsStage(compiled)) wholeFile.push(stageMissing(0, '', ''));
  rowProblems.sort((a, b) => a.row - b.row);
  return {
    rows,
    problems: [...wholeFile, ...table.problems, ...rowProblems],
    creates,
    updates: countOf(rows, 'update'),
    unchanged: countOf(rows, 'unchanged'),
    rejected: countOf(rows, 'refuse'),
    ...countDifferences(rows),
  };
}

const AMOUNTS: readonly ImportField[] = ['annualValue', 'annualRunCost'];

function* amountCells({ rows }: Table, { fields, isEmpty }: CompiledMapping): Generator<string> {
  for (const field of fields) {
    if (AMOUNTS.includes(field.field)) for (const row of rows) yield cellText(field, row, isEmpty);
  }
}

const countOf = (rows: readonly PlannedRow[], action: PlannedRow['action']): number =>
  rows.reduce((count, row) => count + (row.action === action ? 1 : 0), 0);

function countDifferences(rows: readonly PlannedRow[]): Pick<InventoryPlan, 'moves' | 'values'> {
  const moves = { added: 0, kept: 0, contradicted: 0 };
  const values = { changed: 0, kept: 0, contradicted: 0 };
  for (const { history, differences } of rows) {
    if (history) {
      moves.added += history.added.length + history.refined.length;
      moves.kept += history.kept;
      moves.contradicted += history.contradicted.length;
    }
    for (const { decision } of differences) {
      if (decision === 'file') values.changed += 1;
      else if (decision === 'ours') values.kept += 1;
      else values.contradicted += 1;
    }
  }
  return { moves, values };
}
