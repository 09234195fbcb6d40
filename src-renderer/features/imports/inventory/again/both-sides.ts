import type { InventoryPreview } from '#contract/imports/imports';

/** What file and portfolio have in common and what not. The first three add up to the file, all but the first to ours. */
export interface BothSides {
  readonly onlyFile: number;
  readonly refused: number;
  readonly both: number;
  /** Rows that may be models of ours, and the models that they may be: several may fit one. */
  readonly perhapsRows: number;
  readonly perhapsModels: number;
  readonly missing: number;
  readonly notSpokenOf: number;
  /** Models that nobody expects in the file: retired, made here, or brought by another source. */
  readonly others: number;
  readonly fileRows: number;
  readonly models: number;
}

type Counted = Pick<
  InventoryPreview,
  | 'rows'
  | 'creates'
  | 'updates'
  | 'unchanged'
  | 'rejected'
  | 'waiting'
  | 'missing'
  | 'missingModels'
  | 'missingRetired'
  | 'notSpokenOf'
  | 'units'
> & {
  readonly doubles: readonly Pick<InventoryPreview['doubles'][number], 'rowKey' | 'modelId' | 'rivals'>[];
  readonly ambiguous: readonly {
    readonly rowKey: string;
    readonly candidates: readonly { readonly modelId: string }[];
  }[];
};

/**
 * Models that a waiting row may be, where every waiting row is told with them: what is left besides may have come today with another
 * part of the inventory, of which nothing is expected here.
 */
function candidatesOf({ doubles, ambiguous, waiting }: Counted): number {
  const rows = new Set([...doubles, ...ambiguous].map(({ rowKey }) => rowKey));
  if (rows.size < waiting) return Number.POSITIVE_INFINITY;
  const offered = doubles.flatMap(({ modelId, rivals }) => [modelId, ...rivals]);
  return new Set([...offered, ...ambiguous.flatMap(({ candidates }) => candidates.map(({ modelId }) => modelId))]).size;
}

/** @param models how many the portfolio holds before the import */
export function bothSides(preview: Counted, models: number): BothSides {
  const both = Math.min(preview.updates + preview.unchanged, models);
  const offered = preview.missingModels.filter((model) => model.offered).length;
  const missing = preview.missing.length - offered;
  const said = both + missing + preview.notSpokenOf;
  const ofSource = preview.units.reduce((sum, unit) => sum + unit.models, 0);
  // What is neither met nor missing is what a waiting row may be; a model of another source that is met counts as met.
  const left = Math.max(0, Math.min(ofSource - preview.missingRetired, models) - said);
  const perhapsModels = Math.min(left, candidatesOf(preview));
  return {
    onlyFile: preview.creates,
    refused: preview.rejected,
    both,
    perhapsRows: preview.waiting,
    perhapsModels,
    missing,
    notSpokenOf: preview.notSpokenOf,
    others: Math.max(0, models - said - perhapsModels),
    fileRows: preview.rows,
    models,
  };
}

/** Whether the file meets anything that is here: else it comes for the first time, and nothing is to be compared. */
export const comesAgain = (preview: Counted): boolean =>
  preview.updates + preview.unchanged + preview.waiting + preview.missing.length > 0;
