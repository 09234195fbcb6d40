/** What a vendor asks for, where it is known: money in minor units of the currency beside it. */
export const migration0013 = {
  version: 13,
  name: 'offer-prices',
  sql: `
ALTER TABLE vendor_offers ADD COLUMN level TEXT;
ALTER TABLE vendor_offers ADD COLUMN currency TEXT;
ALTER TABLE vendor_offers ADD COLUMN one_off_minor INTEGER;
ALTER TABLE vendor_offers ADD COLUMN per_year_minor INTEGER;
ALTER TABLE vendor_offers ADD COLUMN per_model_minor INTEGER;
ALTER TABLE vendor_offers ADD COLUMN exit_minor INTEGER;
ALTER TABLE vendor_offers ADD COLUMN keep_platform_minor INTEGER;
ALTER TABLE vendor_offers ADD COLUMN escalator REAL;
ALTER TABLE vendor_offers ADD COLUMN build_share REAL;
ALTER TABLE vendor_offers ADD COLUMN ramp_months REAL;
ALTER TABLE vendor_offers ADD COLUMN price_note TEXT;
`,
};
