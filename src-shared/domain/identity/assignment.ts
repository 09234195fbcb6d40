import { grouped } from './grouped';
import { bandOf, type LikenessBand, TIE } from './likeness';

/** A row and a model that were compared. */
export interface ScoredPair {
  readonly row: number;
  readonly model: number;
  readonly score: number;
  /** The row was kept back for the model before, and nobody has said since whether it is the model. */
  readonly waited?: boolean;
}

/** What is offered for a row: the model that fits best, and those that fit nearly as well. */
export interface AssignedOffer {
  readonly pair: ScoredPair;
  readonly band: LikenessBand;
  /** Other models that fit this row, other rows that fit this model, nearly as well; best first. */
  readonly rivalModels: readonly ScoredPair[];
  readonly rivalRows: readonly ScoredPair[];
}

/**
 * One to one, best first: a model is offered for one row, a row gets one offer. Where the second best is near on either side, both
 * have to be looked at. A pair is no rival if one of its ends has found something clearly better. A row that waited before is offered
 * the model that it waited for also where another row has that by now: only an answer ends waiting.
 */
export function assignOffers(pairs: readonly ScoredPair[]): readonly AssignedOffer[] {
  const worth = pairs.filter((pair) => bandOf(pair.score + TIE) !== null);
  const best = [...worth].sort((a, b) => b.score - a.score || a.row - b.row || a.model - b.model);
  const byRow = new Map<number, ScoredPair>();
  const byModel = new Map<number, ScoredPair>();
  for (const pair of best) {
    if (bandOf(pair.score) === null || byRow.has(pair.row) || byModel.has(pair.model)) continue;
    byRow.set(pair.row, pair);
    byModel.set(pair.model, pair);
  }
  for (const pair of best) if (pair.waited === true && !byRow.has(pair.row)) byRow.set(pair.row, pair);
  const ofRow = grouped(best, (pair) => pair.row);
  const ofModel = grouped(best, (pair) => pair.model);
  return [...byRow.values()].map((pair) => {
    const near = (other: ScoredPair): boolean => other !== pair && other.score > pair.score - TIE;
    const rivalModels = (ofRow.get(pair.row) ?? []).filter(
      (other) => near(other) && !clearlyBetter(byModel.get(other.model), other),
    );
    const rivalRows = (ofModel.get(pair.model) ?? []).filter(
      (other) => near(other) && !clearlyBetter(byRow.get(other.row), other),
    );
    const tied = rivalModels.length + rivalRows.length > 0;
    return { pair, band: tied ? 'look' : (bandOf(pair.score) ?? 'look'), rivalModels, rivalRows };
  });
}

const clearlyBetter = (taken: ScoredPair | undefined, than: ScoredPair): boolean =>
  taken !== undefined && taken.score >= than.score + TIE;
