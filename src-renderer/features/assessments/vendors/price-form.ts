import type { VendorOffer } from '#contract/assessments';
import { minorDigits } from '#domain/base/money';
import { writeNumber } from '#domain/base/typed-number';
import { type Notation, notationOf, typedCost, typedNumber } from '../../../lib/typed';

export type Price = NonNullable<VendorOffer['price']>;

/** Amounts and shares of an offer as they are typed; empty: not known. */
export const PRICE_FIELDS = [
  { key: 'oneOffMinor', label: 'Once', hint: 'set-up, licences, migration', kind: 'money' },
  { key: 'perYearMinor', label: 'A year', hint: 'the fixed bill', kind: 'money' },
  { key: 'perModelMinor', label: 'A model and year', hint: '0 where it is not counted', kind: 'money' },
  { key: 'exitMinor', label: 'Leaving it', hint: 'at the end of the plan', kind: 'money' },
  { key: 'escalator', label: 'Growth of the bill, % a year', hint: 'in place of inflation', kind: 'percent' },
  { key: 'coverage', label: 'Replaces of the building, %', hint: '', kind: 'share' },
  { key: 'keepPlatformMinor', label: 'Own platform that stays, a year', hint: 'empty: none', kind: 'money' },
  { key: 'rampMonths', label: 'Months until it is there', hint: 'empty: as when built', kind: 'months' },
] as const;

type FieldKey = (typeof PRICE_FIELDS)[number]['key'];
type Kind = (typeof PRICE_FIELDS)[number]['kind'];

export type PriceForm = Readonly<Record<FieldKey | 'currency' | 'note', string>> & { readonly level: Price['level'] };

export function emptyPrice(currency: string): PriceForm {
  const none = Object.fromEntries(PRICE_FIELDS.map(({ key }) => [key, ''])) as Record<FieldKey, string>; // one a field
  return { ...none, currency, note: '', level: 'L2' };
}

const PERCENT = 100;

export function priceFormOf(price: Price | null, currency: string): PriceForm {
  if (price === null) return emptyPrice(currency);
  const { mark } = notationOf();
  const texts = PRICE_FIELDS.map(({ key, kind }) => {
    const value = price[key];
    if (value === null) return [key, ''];
    const factor = { money: 10 ** -minorDigits(price.currency), percent: PERCENT, share: PERCENT, months: 1 }[kind];
    return [key, writeNumber(Number((value * factor).toPrecision(12)), mark)];
  });
  const { level, note } = price;
  const filled = Object.fromEntries(texts) as Record<FieldKey, string>; // one a field
  return { ...filled, currency: price.currency, note, level };
}

const RANGES: Readonly<Record<Exclude<Kind, 'money'>, { min: number; max: number }>> = {
  percent: { min: -99, max: 500 },
  share: { min: 0, max: 100 },
  months: { min: 0, max: 120 },
};

/** What was typed as a price: `null` where nothing was, a sentence where something cannot be. */
export function priceOf(form: PriceForm, notation: Notation = notationOf()): Price | null | string {
  const note = form.note.trim();
  const typed = PRICE_FIELDS.filter(({ key }) => form[key].trim() !== '');
  if (typed.length === 0 && note === '') return null;
  const currency = form.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return 'Write the currency of the price as three letters, such as EUR.';
  const read = new Map<FieldKey, number>();
  for (const { key, label, kind } of typed) {
    const text = form[key];
    const value =
      kind === 'money'
        ? typedCost(text, currency, notation)
        : typedNumber(text, { ...RANGES[kind], whole: false }, notation);
    if (!value.ok) return `${label}: ${value.message}`;
    read.set(key, kind === 'percent' || kind === 'share' ? value.value / PERCENT : value.value);
  }
  const at = (key: FieldKey): number | null => read.get(key) ?? null;
  return {
    level: form.level,
    currency,
    oneOffMinor: at('oneOffMinor'),
    perYearMinor: at('perYearMinor'),
    perModelMinor: at('perModelMinor'),
    exitMinor: at('exitMinor'),
    keepPlatformMinor: at('keepPlatformMinor'),
    escalator: at('escalator'),
    coverage: at('coverage'),
    rampMonths: at('rampMonths'),
    note,
  };
}
