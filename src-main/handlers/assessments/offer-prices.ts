import type { VendorOffer } from '#contract/assessments';
import type { VendorOfferRow } from '../../store/assessments/tables';

type Price = NonNullable<VendorOffer['price']>;
type PriceColumns = Omit<VendorOfferRow, 'id' | 'name' | 'notes' | 'components' | 'created_at'>;

const NONE: PriceColumns = {
  level: null,
  currency: null,
  one_off_minor: null,
  per_year_minor: null,
  per_model_minor: null,
  exit_minor: null,
  keep_platform_minor: null,
  escalator: null,
  build_share: null,
  ramp_months: null,
  price_note: null,
};

/** A price as the file holds it; `null`: none of it is known. */
export function columnsOf(price: Price | null): PriceColumns {
  if (price === null) return NONE;
  return {
    level: price.level,
    currency: price.currency,
    one_off_minor: price.oneOffMinor,
    per_year_minor: price.perYearMinor,
    per_model_minor: price.perModelMinor,
    exit_minor: price.exitMinor,
    keep_platform_minor: price.keepPlatformMinor,
    escalator: price.escalator,
    build_share: price.coverage,
    ramp_months: price.rampMonths,
    price_note: price.note,
  };
}

export function priceOf(row: PriceColumns): Price | null {
  const { level, currency } = row;
  if (level === null || currency === null) return null;
  return {
    level,
    currency,
    oneOffMinor: row.one_off_minor,
    perYearMinor: row.per_year_minor,
    perModelMinor: row.per_model_minor,
    exitMinor: row.exit_minor,
    keepPlatformMinor: row.keep_platform_minor,
    escalator: row.escalator,
    coverage: row.build_share,
    rampMonths: row.ramp_months,
    note: row.price_note ?? '',
  };
}
