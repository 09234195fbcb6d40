import type { ThreePoint } from '../statistics/pert';

export const EVIDENCE_GRADES = ['A', 'B', 'C', 'D'] as const;
/** A official statistics, B primary source, C secondary source or blog, D assumption without a source. */
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** A default with everything that is known about it; an assumption until somebody replaces it. */
export interface CostDefault extends ThreePoint {
  readonly key: string;
  /** `US`, `EU`, `DE/EU` or `any`. */
  readonly region: string;
  /** Money is in the currency named here, never converted. */
  readonly unit: string;
  readonly grade: EvidenceGrade;
  readonly source: string;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}
