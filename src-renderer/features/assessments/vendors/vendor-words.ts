import type { VendorOffer } from '#contract/assessments';
import { COMPONENT_LABELS, COMPONENTS, type Component } from '#domain/assessments/components';
import { missingPrices } from '#domain/assessments/offer-price';
import type { CombinedOffer, Coverage, OfferedComponent } from '#domain/assessments/vendor';
import { counted, oneOf, sayCount, verb } from '#domain/base/wording';
import { formatMoney, formatPercent } from '../../../lib/format';

/** Coverage as shape and word. */
export const COVERAGE_SHAPES: Readonly<Record<Coverage, string>> = { none: '○', partial: '◐', full: '●' };

/** Offered, with nothing that shows it. */
export function isUnproven({ coverage, evidence }: OfferedComponent): boolean {
  return coverage !== 'none' && evidence.trim() === '';
}

/** The page's finding. */
export function vendorsHeadline(offers: readonly VendorOffer[]): string {
  const [only] = offers;
  if (!only) return 'No offer has been held against the six components yet';
  const incomplete = offers.filter((offer) => offer.incomplete);
  if (offers.length === 1) {
    return only.incomplete
      ? `${only.name} is incomplete: it leaves out model governance`
      : `${only.name} has model governance in it`;
  }
  if (incomplete.length === 0) return `All ${sayCount(offers.length)} offers have model governance in them`;
  const [left] = incomplete;
  if (incomplete.length === 1 && left) {
    return `${left.name} is incomplete: it leaves out model governance; ${counted(offers.length - 1, 'other offer')} ${verb(offers.length - 1, 'has', 'have')} it`;
  }
  return incomplete.length === offers.length
    ? `All ${sayCount(offers.length)} offers are incomplete: none has model governance`
    : `${sayCount(incomplete.length)} of ${counted(offers.length, 'offer')} are incomplete: they leave out model governance`;
}

/** Over all offers: what nobody gives, and how much is only said. */
export function vendorsSubline(offers: readonly VendorOffer[]): string {
  if (offers.length === 0)
    return 'A platform is not a capability: what is bought still has to be lived for 12 to 24 months.';
  const nobody = COMPONENTS.filter((component) =>
    offers.every((offer) => offer.components[component].coverage === 'none'),
  );
  const unproven = offers.reduce(
    (sum, offer) => sum + COMPONENTS.filter((component) => isUnproven(offer.components[component])).length,
    0,
  );
  const missing =
    nobody.length === 0
      ? 'Each component is offered by somebody.'
      : `Nobody offers ${oneOf(
          nobody.map((component) =>
            COMPONENT_LABELS[component].replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase()),
          ),
          'or',
        )}.`;
  const said =
    unproven === 0
      ? 'Everything that is offered has something that shows it.'
      : `${counted(unproven, 'claim')} ${verb(unproven, 'is', 'are')} said but not shown.`;
  return `${missing} ${said}`;
}

/** Who gives a component in a combination: `Alpha`, `Alpha and Beta`, `nobody`. */
export function giversOf(combined: CombinedOffer, component: Component, offers: readonly VendorOffer[]): string {
  const { by } = combined.components[component];
  const names = by.flatMap((id) => offers.find((offer) => offer.id === id)?.name ?? []);
  return names.length === 0 ? 'nobody' : oneOf(names, 'and');
}

/** What an offer asks for, line by line, and what is not known of it yet. */
export function priceWords(price: VendorOffer['price']): readonly string[] {
  if (price === null) return ['not known'];
  const { currency, oneOffMinor, perYearMinor, perModelMinor, exitMinor, keepPlatformMinor } = price;
  const { escalator, coverage, note } = price;
  const amount = (minor: number | null, what: string): string[] =>
    minor === null ? [] : [`${formatMoney(minor, currency)} ${what}`];
  const missing = missingPrices(price);
  return [
    `For level ${price.level.slice(1)}`,
    ...amount(oneOffMinor, 'once'),
    ...amount(perYearMinor, 'a year'),
    ...amount(perModelMinor, 'a model and year'),
    ...amount(exitMinor, 'to leave it'),
    ...amount(keepPlatformMinor, 'a year for the own platform that stays'),
    ...(escalator === null ? [] : [`grows by ${formatPercent(escalator)} a year`]),
    ...(coverage === null ? [] : [`replaces ${formatPercent(coverage)} of the building`]),
    ...(missing.length === 0 ? [] : [`Missing: ${oneOf(missing, 'and')}`]),
    ...(note === '' ? [] : [note]),
  ];
}
