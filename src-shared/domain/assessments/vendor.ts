import { oneOf, smallNumber } from '../base/wording';
import { COMPONENT_LABELS, COMPONENTS, type Component, forEachComponent } from './components';

/** How far an offer covers a component, the least first. */
export const COVERAGES = ['none', 'partial', 'full'] as const;
export type Coverage = (typeof COVERAGES)[number];

export const COVERAGE_LABELS: Readonly<Record<Coverage, string>> = { none: 'None', partial: 'Partial', full: 'Full' };

export interface OfferedComponent {
  readonly coverage: Coverage;
  /** What shows it: a document, a demonstration, a reference; '' = only said. */
  readonly evidence: string;
}

export interface VendorOffer {
  readonly id: string;
  readonly name: string;
  readonly components: Readonly<Record<Component, OfferedComponent>>;
}

export interface OfferRating {
  /** Without governance an offer is incomplete, whatever else it has; rules.md 4. */
  readonly incomplete: boolean;
  readonly covered: readonly Component[];
  readonly partial: readonly Component[];
  readonly missing: readonly Component[];
  /** Offered in part or in full, with nothing that shows it. */
  readonly unproven: readonly Component[];
  readonly words: string;
}

export interface CombinedOffer {
  /** The best coverage of each component and the ids of the offers that give it; nobody gives `none`. */
  readonly components: Readonly<Record<Component, { readonly coverage: Coverage; readonly by: readonly string[] }>>;
  readonly rating: OfferRating;
}

function names(components: readonly Component[]): string {
  return oneOf(
    components.map((component) => COMPONENT_LABELS[component]),
    'and',
  );
}

/** Who is rated: one offer, or several `together`. */
interface Subject {
  readonly name: string;
  readonly several: boolean;
}

function ratingWords({ name, several }: Subject, rating: Omit<OfferRating, 'words'>): string {
  const { covered, partial, missing, unproven, incomplete } = rating;
  const count = covered.length === 0 ? 'none' : smallNumber(covered.length);
  const covers = `${name} ${several ? 'cover' : 'covers'}`;
  const lacks = several
    ? 'are incomplete: they leave out model governance, whatever else they have'
    : 'is incomplete: it leaves out model governance, whatever else it has';
  const sentences = [
    incomplete ? `${name} ${lacks}.` : '',
    covered.length === COMPONENTS.length
      ? `${covers} all six components.`
      : `${covers} ${count} of the six components in full${covered.length > 0 ? `: ${names(covered)}` : ''}.`,
    partial.length > 0 ? `In part: ${names(partial)}.` : '',
    missing.length > 0 ? `Not at all: ${names(missing)}.` : '',
    unproven.length > 0 ? `Sentence but not shown: ${names(unproven)}.` : '',
  ];
  return sentences.filter((text) => text !== '').join(' ');
}

function ratingOf(subject: Subject, offered: Readonly<Record<Component, OfferedComponent>>): OfferRating {
  const withCoverage = (coverage: Coverage): Component[] =>
    COMPONENTS.filter((component) => offered[component].coverage === coverage);
  const rating = {
    incomplete: offered.model_governance.coverage === 'none',
    covered: withCoverage('full'),
    partial: withCoverage('partial'),
    missing: withCoverage('none'),
    unproven: COMPONENTS.filter(
      (component) => offered[component].coverage !== 'none' && offered[component].evidence.trim() === '',
    ),
  };
  return { ...rating, words: ratingWords(subject, rating) };
}

/** Holds an offer against the six components. */
export function rateOffer(offer: VendorOffer): OfferRating {
  return ratingOf({ name: offer.name, several: false }, offer.components);
}

function bestCoverage(offers: readonly VendorOffer[], component: Component): Coverage {
  const has = (coverage: Coverage): boolean =>
    offers.some((offer) => offer.components[component].coverage === coverage);
  if (has('full')) return 'full';
  return has('partial') ? 'partial' : 'none';
}

/**
 * What several offers give together: the best of each component. Two halves are not taken for a whole: partial offers
 * may well cover the same part.
 */
export function combineOffers(offers: readonly VendorOffer[]): CombinedOffer {
  const best = forEachComponent((component) => {
    const coverage = bestCoverage(offers, component);
    const givers = offers.filter((offer) => coverage !== 'none' && offer.components[component].coverage === coverage);
    const evidence = givers.map((offer) => offer.components[component].evidence.trim()).filter((text) => text !== '');
    return { coverage, by: givers.map(({ id }) => id), evidence: evidence.join('; ') };
  });
  const names = oneOf(
    offers.map((offer) => offer.name),
    'and',
  );
  const several = offers.length > 1;
  const name = several ? `${names} together` : names || 'No offer';
  return {
    components: forEachComponent((component) => ({ coverage: best[component].coverage, by: best[component].by })),
    rating: ratingOf({ name, several }, best),
  };
}
