import type { HeldBecause, MatchedBy } from './identity-types';

/** A row that is kept back. */
export interface Hold {
  readonly outcome: 'ambiguous' | 'held';
  readonly because: HeldBecause | 'several' | 'number_reused' | 'initials';
  /** Places of the models that it may be. */
  readonly candidates: readonly number[];
}

/** That a row would be a model by one step. */
export interface Claim {
  readonly row: number;
  readonly model: number;
  readonly by: MatchedBy;
}

/** Which row is which model, as the steps fill it in. Rows and models by their places in the input. */
export interface Matching {
  readonly modelOf: (row: number) => number | null;
  readonly by: (row: number) => MatchedBy | null;
  readonly holdOf: (row: number) => Hold | null;
  /** Neither matched nor held. */
  readonly rowLeft: (row: number) => boolean;
  /** In the portfolio, not matched, and not a candidate of a row that is kept back. */
  readonly modelLeft: (model: number) => boolean;
  /** Whether a row has been given the model, or is kept back because of it. */
  readonly spokenOf: (model: number) => boolean;
  readonly met: (model: number) => boolean;
  /**
   * Carries out a step's claims together, so that the order of rows decides nothing: a row with one claim to a model that no other
   * row claims is matched; a row with several, and rows that claim one model, are ambiguous.
   */
  readonly settle: (claims: readonly Claim[]) => void;
  readonly hold: (row: number, hold: Hold) => void;
}

/** @param living whether a model is in the portfolio; others are never matched */
export function createMatching(rows: number, living: readonly boolean[]): Matching {
  const modelOfRow = new Int32Array(rows).fill(-1);
  const rowOfModel = new Int32Array(living.length).fill(-1);
  const bys: (MatchedBy | null)[] = new Array<MatchedBy | null>(rows).fill(null);
  const holds = new Map<number, Hold>();
  const contested = new Set<number>();
  const hold = (row: number, kept: Hold): void => {
    holds.set(row, kept);
    for (const model of kept.candidates) contested.add(model);
  };
  const rowLeft = (row: number): boolean => modelOfRow[row] === -1 && !holds.has(row);
  const met = (model: number): boolean => (rowOfModel[model] ?? -1) >= 0;
  return {
    modelOf: (row) => {
      const model = modelOfRow[row] ?? -1;
      return model < 0 ? null : model;
    },
    by: (row) => bys[row] ?? null,
    holdOf: (row) => holds.get(row) ?? null,
    rowLeft,
    met,
    modelLeft: (model) => living[model] === true && !met(model) && !contested.has(model),
    spokenOf: (model) => met(model) || contested.has(model),
    hold,
    settle: (claims) => {
      const ofRow = new Map<number, Set<number>>();
      const ofModel = new Map<number, Set<number>>();
      const byOf = new Map<number, MatchedBy>();
      for (const { row, model, by } of claims) {
        ofRow.set(row, (ofRow.get(row) ?? new Set()).add(model));
        ofModel.set(model, (ofModel.get(model) ?? new Set()).add(row));
        byOf.set(row, by);
      }
      for (const [row, models] of ofRow) {
        const [model = -1] = models;
        if (models.size === 1 && ofModel.get(model)?.size === 1) {
          modelOfRow[row] = model;
          rowOfModel[model] = row;
          bys[row] = byOf.get(row) ?? null;
        } else hold(row, { outcome: 'ambiguous', because: 'several', candidates: [...models] });
      }
    },
  };
}
