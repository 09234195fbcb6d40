import type { ModelTableRow } from '../models/tables';

export interface DueCount {
  /** `overdue`, or a month: `2026-11`. */
  readonly month: string;
  readonly reviewer: string;
  /** The business owner, else the technical one. */
  readonly owner: string;
  readonly count: number;
}

/** Who is named with a review. */
export type ReviewNames = Pick<ModelTableRow, 'reviewer' | 'developer' | 'technical_owner' | 'business_owner'>;

/** How often the same names stand together. */
export type DueNames = ReviewNames & { readonly count: number };
