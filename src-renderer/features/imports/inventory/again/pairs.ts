import type { InventoryPreview } from '#contract/imports/imports';
import type { Answer, UnitAnswer } from './draft-answers';

/** A row and the models of ours that it may be, the likeliest first. */
export interface Pair {
  readonly row: number;
  readonly rowKey: string;
  readonly name: string;
  readonly unit: string;
  readonly purpose: string;
  readonly band: 'probably' | 'look';
  /** The file says itself what the model was called, or which of ours it is. */
  readonly saysItself: boolean;
  readonly candidates: readonly Candidate[];
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
}

export interface Candidate {
  readonly modelId: string;
  readonly name: string;
  readonly unit: string;
  readonly purpose: string;
}

type Offers = Pick<InventoryPreview, 'doubles' | 'ambiguous'>;

/** What has not been answered yet: offers first, the surest leading, then the rows that fit several models. */
export function openPairs({ doubles, ambiguous }: Offers, answers: readonly Answer[]): readonly Pair[] {
  const said = new Set(answers.map(({ rowKey }) => rowKey));
  const byRow = new Map<number, Pair>();
  for (const offer of doubles) {
    const known = byRow.get(offer.row);
    const candidates = [
      ...(known?.candidates ?? []),
      { modelId: offer.modelId, name: offer.modelName, unit: offer.modelUnit, purpose: offer.modelPurpose },
      ...offer.rivalModels.map((rival) => ({ ...rival, purpose: '' })),
    ];
    byRow.set(offer.row, { ...(known ?? pairOf(offer)), candidates: distinct(candidates) });
  }
  const several = ambiguous.map(
    (one): Pair => ({
      row: one.row,
      rowKey: one.rowKey,
      name: one.name,
      unit: one.unit,
      purpose: '',
      band: 'look',
      saysItself: false,
      candidates: one.candidates.map((candidate) => ({ ...candidate, purpose: '' })),
      reasonsFor: [],
      reasonsAgainst: [one.why],
    }),
  );
  return [...byRow.values(), ...several].filter(({ rowKey }) => !said.has(rowKey));
}

const pairOf = (offer: Offers['doubles'][number]): Pair => ({
  row: offer.row,
  rowKey: offer.rowKey,
  name: offer.name,
  unit: offer.unit,
  purpose: offer.purpose,
  band: offer.band,
  saysItself: offer.because === 'says_former_name' || offer.because === 'cites_reference',
  candidates: [],
  reasonsFor: offer.reasonsFor,
  reasonsAgainst: offer.reasonsAgainst,
});

/** The first of each stays: it knows most. */
const distinct = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter((one, at) => candidates.findIndex(({ modelId }) => modelId === one.modelId) === at);

/** Pairs that one word settles together: the file says which model it is, and no other fits. */
export const sayThemselves = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.filter(({ saysItself, candidates }) => saysItself && candidates.length === 1);

/** It is the one at this place, and so none of the others is said to be another. */
export function sameAs({ rowKey, candidates }: Pair, place: number): readonly Answer[] {
  const chosen = candidates[place];
  return chosen ? [{ rowKey, modelId: chosen.modelId, answer: 'same' }] : [];
}

/** None of them, or not now. */
export const answerAll = ({ rowKey, candidates }: Pair, answer: 'different' | 'later'): readonly Answer[] =>
  candidates.map(({ modelId }) => ({ rowKey, modelId, answer }));

/** Questions about units that have not been answered here. */
export const openQuestions = (
  asks: InventoryPreview['asks'],
  answers: readonly UnitAnswer[],
): InventoryPreview['asks'] =>
  asks.filter(
    ({ aliases }) =>
      !aliases.some((alias) => answers.some((said) => said.short === alias.short && said.scope === alias.scope)),
  );

/** Questions that a yes answers for all: several of ours say so, none says otherwise, and it can only be one unit. */
export const undisputed = (asks: InventoryPreview['asks']): InventoryPreview['asks'] =>
  asks.filter(({ aliases, agree, differ }) => aliases.length === 1 && agree > 0 && differ === 0);
