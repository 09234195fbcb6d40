import { levelPath } from '../options/decision-inputs';
import { offerName, type PlacedOffer, withOffer } from '../options/offers';
import { decisionLevel } from '../options/option-plan';
import { withHiring } from '../options/team';
import { planOver } from '../plan/carried-years';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf, levelKeys, sayLevel } from '../plan/inputs';
import type { OptionExplanation, OptionsAsked } from './explain-option';
import { explainOptionYear } from './explain-option-year';
import { booksOf } from './option-books';
import { firstYearFigure, heldFigures, type OptionFigure, sumFigures } from './option-figures';
import { sayFactor } from './say-figure';

/** One-off price and what of the building the offer does not replace. */
function investmentOf({ level, oneOff, coverage }: PlacedOffer, own: number, value: number): OptionFigure {
  return {
    key: 'investment',
    value,
    words: `one-off price + (1 − share of the building that it replaces) × building ${sayLevel(level)}`,
    numbers: `${sayFactor(oneOff)} + (1 − ${sayFactor(coverage)}) × ${sayFactor(own)} = ${sayFactor(value)}`,
  };
}

/**
 * Every figure of the offers that are held against building a level, opened as those of the options are. The request must be
 * valid (`decisionRequestProblems`).
 */
export function explainOffers(
  request: OptionsAsked & { readonly offers?: readonly PlacedOffer[] | undefined },
): OptionExplanation[] {
  const { growth = 'hold', startDate = null, offers = [] } = request;
  const given = withDerived(withHiring(request.inputs, request.team));
  const inputs = planOver(given, request.horizon ?? horizonOf(given), growth);
  const [baseline = 'L1'] = levelKeys(inputs);
  const house = { startDate, fiscalYearStart: request.fiscalYearStart ?? 1 };
  const scene = { given, inputs, startDate, house, rule: null };
  return offers.flatMap((offer): OptionExplanation[] => {
    const path = levelPath(offer.level, baseline);
    const [today, build] = booksOf(inputs, [levelPath(baseline, baseline), path]);
    const [own] = booksOf(withOffer(inputs, offer.level, offer), [path]);
    if (!today || !build || !own) return [];
    const placed = { path, own, today, previous: { books: build, name: `building ${sayLevel(offer.level)}`, path } };
    const years = own.costs.yearCost.map((_, at) => explainOptionYear(own, at + 1));
    const held = heldFigures(scene, placed).map(
      (figure): OptionFigure => (figure.key === 'npvVsPrevious' ? { ...figure, key: 'npvVsBuild' } : figure),
    );
    return [
      {
        id: offerName(offer),
        figures: [
          investmentOf(offer, decisionLevel(inputs, offer.level).investment, own.costs.investment),
          firstYearFigure(placed),
          ...sumFigures(scene, placed, years),
          ...held,
        ],
        years,
      },
    ];
  });
}
