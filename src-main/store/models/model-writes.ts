import type { ModelFields } from '#contract/models/models';
import type { ReviewMonths } from '#domain/models/review';
import type { WriteHandle } from '../journal/handle';
import { lastReviews } from './last-reviews';
import { type DerivedFrom, derivedColumns } from './derived-columns';
import { columnsOf, searchTextOf } from './model-rows';
import { listMovesOf } from './moves';
import type { ModelTableRow, MoveRow } from './tables';

const EMPTY_FIELDS: Omit<ModelFields, 'name'> = {
  purpose: '',
  unit: '',
  businessOwner: '',
  technicalOwner: '',
  type: '',
  origin: null,
  tier: null,
  updateFrequency: null,
  criticality: null,
  personalData: 'unknown',
  annualValueMinor: null,
  annualRunCostMinor: null,
  nextReview: null,
  externalReferences: [],
  tags: [],
  kind: null,
  autonomy: null,
  vendor: '',
  developer: '',
  reviewer: '',
  overseer: '',
  approvedUses: '',
  limitations: '',
  dataSources: '',
  notes: '',
};

export type GivenFields = { readonly [K in keyof ModelFields]?: ModelFields[K] | undefined } & {
  readonly name: string;
};

/** The whole row of a new model: given fields, empty ones for the rest, and what its moves say. */
export function newModelRow(
  id: string,
  fields: GivenFields,
  moves: readonly MoveRow[],
  reviewMonths: ReviewMonths,
  now: string,
): ModelTableRow {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const columns = columnsOf({ ...EMPTY_FIELDS, ...given }) as TypedColumns; // every field has a value now
  const row = {
    ...columns,
    ...derivedColumns({
      moves,
      tier: columns.tier,
      nextReview: columns.next_review,
      lastApprovalAt: null,
      reviewMonths,
    }),
    id,
    health: 'unknown',
    created_at: now,
    updated_at: now,
  };
  return { ...row, search_text: searchTextOf(row) };
}

type TypedColumns = Pick<
  ModelTableRow,
  | 'name'
  | 'purpose'
  | 'unit'
  | 'business_owner'
  | 'technical_owner'
  | 'type'
  | 'origin'
  | 'tier'
  | 'update_frequency'
  | 'criticality'
  | 'personal_data'
  | 'annual_value_minor'
  | 'annual_run_cost_minor'
  | 'next_review'
  | 'external_references'
  | 'tags'
  | 'kind'
  | 'autonomy'
  | 'vendor'
  | 'developer'
  | 'reviewer'
  | 'overseer'
  | 'approved_uses'
  | 'limitations'
  | 'data_sources'
  | 'notes'
>;

export interface ModelChange {
  readonly model: ModelTableRow;
  /** Typed columns that become something else; equal values are ignored. */
  readonly columns: Partial<TypedColumns>;
  /** The moves as they are now; left out when they did not change. */
  readonly moves?: readonly MoveRow[];
  readonly lastApprovalAt?: string | null;
}

/**
 * Changes models and everything that follows from it (search text, stage, review date). Models whose new columns are
 * alike are written by one statement.
 *
 * @returns the ids of the models that really changed
 */
export async function changeModels(
  write: WriteHandle,
  changes: readonly ModelChange[],
  reviewMonths: ReviewMonths,
  now: string,
): Promise<readonly string[]> {
  const moves = await movesWhereNeeded(write, changes);
  const reviews = await lastReviews(
    write.read,
    changes.map(({ model }) => model.id),
  );
  const alike = new Map<string, { columns: Partial<ModelTableRow>; ids: string[] }>();
  const changed: string[] = [];
  for (const change of changes) {
    const columns = changedColumns(
      change,
      moves.get(change.model.id) ?? [],
      reviewMonths,
      reviews.get(change.model.id) ?? null,
    );
    if (Object.keys(columns).length === 0) continue;
    changed.push(change.model.id);
    const key = JSON.stringify(columns);
    const group = alike.get(key);
    if (group) group.ids.push(change.model.id);
    else alike.set(key, { columns, ids: [change.model.id] });
  }
  for (const { columns, ids } of alike.values()) await write.update('models', ids, { ...columns, updated_at: now });
  return changed;
}

/** A change of tier or review date alone moves the due date, for which the moves are needed as well. */
async function movesWhereNeeded(
  write: WriteHandle,
  changes: readonly ModelChange[],
): Promise<ReadonlyMap<string, readonly MoveRow[]>> {
  const given = changes.flatMap((change): [string, readonly MoveRow[]][] =>
    change.moves ? [[change.model.id, change.moves]] : [],
  );
  const missing = changes.filter((change) => !change.moves).map((change) => change.model.id);
  return new Map([...given, ...(await listMovesOf(write.read, missing))]);
}

function changedColumns(
  change: ModelChange,
  moves: readonly MoveRow[],
  reviewMonths: ReviewMonths,
  lastReviewOn: string | null,
): Partial<ModelTableRow> {
  const { model } = change;
  const next: ModelTableRow = { ...model, ...change.columns };
  const from: DerivedFrom = {
    moves,
    tier: next.tier,
    nextReview: next.next_review,
    lastApprovalAt: change.lastApprovalAt === undefined ? model.last_approval_at : change.lastApprovalAt,
    lastReviewOn,
    reviewMonths,
  };
  const all: ModelTableRow = { ...next, ...derivedColumns(from), search_text: searchTextOf(next) };
  return Object.fromEntries(Object.entries(all).filter(([column, value]) => Reflect.get(model, column) !== value));
}
