import type { VendorOffer } from '#contract/assessments';
import { missingPrices } from '#domain/assessments/offer-price';
import { minorDigits } from '#domain/base/money';
import { oneOf } from '#domain/base/wording';
import { offerName, type PlacedOffer } from '#domain/scenarios/options/offers';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import type { Answer } from '../options/options-types';

type OfferAnswer = Answer['offers'][string];

/** As many offers as one question takes. */
export const MOST_OFFERS = 8;

/** What keeps an offer from being held against building; '' where nothing does. */
export function whyNot(offer: VendorOffer, levels: readonly LevelKey[], currency: string): string {
  const { price } = offer;
  if (price === null) return 'nothing is known of its price';
  const missing = missingPrices(price);
  if (missing.length > 0) return `missing: ${oneOf(missing, 'and')}`;
  if (price.currency !== currency) return `its price is in ${price.currency}, the plan in ${currency}`;
  const at = levels.indexOf(price.level);
  if (at < 0) return `the plan has no level ${price.level.slice(1)}`;
  return at === 0 ? `level ${price.level.slice(1)} is today’s way in this plan` : '';
}

/** The offers that can be held against building, as the rules take them. */
export function placedOffers(
  offers: readonly VendorOffer[],
  levels: readonly LevelKey[],
  currency: string,
): readonly PlacedOffer[] {
  return offers
    .filter((offer) => whyNot(offer, levels, currency) === '')
    .flatMap(({ id, price }): PlacedOffer[] => {
      if (price === null) return [];
      const major = (minor: number | null): number => (minor ?? 0) / 10 ** minorDigits(price.currency);
      return [
        {
          id,
          level: price.level,
          oneOff: major(price.oneOffMinor),
          perYear: major(price.perYearMinor),
          perModel: major(price.perModelMinor),
          exit: major(price.exitMinor),
          escalator: price.escalator ?? 0,
          coverage: price.coverage ?? 0,
          ...(price.keepPlatformMinor === null ? {} : { keepPlatform: major(price.keepPlatformMinor) }),
          ...(price.rampMonths === null ? {} : { rampMonths: price.rampMonths }),
        },
      ];
    })
    .slice(0, MOST_OFFERS);
}

export interface OfferLine {
  /** Of its figures: `L2:suite`. */
  readonly id: string;
  readonly offer: VendorOffer;
  readonly answer: OfferAnswer | null;
  /** What keeps it from being held against building. */
  readonly why: string;
}

/** Each offer with its figures or with what is missing; those with figures first. */
export function offerLines(
  offers: readonly VendorOffer[],
  answer: Answer,
  levels: readonly LevelKey[],
  currency: string,
): readonly OfferLine[] {
  const lines = offers.map((offer): OfferLine => {
    const { id, price } = offer;
    const name = price === null ? id : offerName({ id, level: price.level });
    const found = price === null ? undefined : answer.offers[name];
    const why = whyNot(offer, levels, currency);
    return {
      id: name,
      offer,
      answer: found ?? null,
      why: why === '' && !found ? `only ${MOST_OFFERS} are worked out at once` : why,
    };
  });
  return lines.toSorted((a, b) => Number(a.answer === null) - Number(b.answer === null));
}
