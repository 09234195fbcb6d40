import type { DateOrder } from '../typed-date';
import type { DecimalMark } from '../typed-number';

/** What is known of how a text was written. */
export type Known = DecimalMark | 'nothing';

/** The value, or the code of the refusal. */
export type Expected<T> = T | string;

/**
 * What people and files write, and what each place must make of it: each test of a place runs through all of it, so that a place
 * which disagrees fails.
 */
export interface NumberCase {
  readonly text: string;
  readonly read: Readonly<Record<Known, Expected<number>>>;
}

export interface AmountCase extends NumberCase {
  readonly currency: string;
  /** In a file, where decimals that the currency does not have are rounded; left out: the same. */
  readonly file?: Readonly<Record<Known, Expected<number>>>;
}

const always = (value: Expected<number>): NumberCase['read'] => ({ '.': value, ',': value, nothing: value });

const one = (text: string, minor: number, currency = 'EUR'): AmountCase => ({ text, currency, read: always(minor) });
const two = (text: string, point: Expected<number>, comma: Expected<number>, currency = 'EUR'): AmountCase => ({
  text,
  currency,
  read: { '.': point, ',': comma, nothing: 'ambiguous_amount' },
});
const none = (text: string, code = 'not_an_amount', currency = 'EUR'): AmountCase => ({
  text,
  currency,
  read: always(code),
});
const rounded = (text: string, minor: number, currency = 'EUR'): AmountCase => ({
  ...none(text, 'too_many_decimals', currency),
  file: always(minor),
});

export const AMOUNT_CASES: readonly AmountCase[] = [
  one('1250', 125_000),
  one(' 1250 ', 125_000),
  one('0', 0),
  one('-0', 0),
  one('12.5', 1_250),
  one('12,5', 1_250),
  one('1250,50', 125_050),
  one('1250.50', 125_050),
  one('1,234.50', 123_450),
  one('1.234,50', 123_450),
  one('1.234,5', 123_450),
  one('1,250,000', 125_000_000),
  one('1.250.000', 125_000_000),
  one('1 250 000', 125_000_000),
  one('1\u00a0250\u00a0000,5', 125_000_050),
  one('1\u202f250,50', 125_050),
  one('1\u2009250.50', 125_050),
  one("1'234.50", 123_450),
  one('1’234.50', 123_450),
  one('1_250_000', 125_000_000),
  one('1,00,000', 10_000_000),
  one('12,34,567.5', 123_456_750),
  one('-3', -300),
  one('−3', -300),
  one('+3', 300),
  one('.5', 50),
  one('5.', 500),
  one('€ 12', 1_200),
  one('€12', 1_200),
  one('-€12.5', -1_250),
  one('€-12.5', -1_250),
  one('12 €', 1_200),
  one('12 EUR', 1_200),
  one('eur 12', 1_200),
  one('$1,000,000', 100_000_000, 'USD'),
  one('US$ 12', 1_200, 'USD'),
  one('A$12', 1_200, 'AUD'),
  one('$12', 1_200, 'AUD'),
  one('12 kr', 1_200, 'SEK'),
  one('Fr. 12', 1_200, 'CHF'),
  one("CHF 1'250", 125_000, 'CHF'),
  one('₹1,00,000', 10_000_000, 'INR'),
  one('1500', 1_500, 'JPY'),
  one('¥1500', 1_500, 'JPY'),
  one('1,500,000', 1_500_000, 'JPY'),
  one('1.2', 1_200, 'KWD'),
  one('1234.567', 1_234_567, 'KWD'),
  // Two readings: the mark decides, where it leaves no more decimals than the currency has.
  two('1.250', 'ambiguous_amount', 125_000),
  two('1,250', 125_000, 'ambiguous_amount'),
  two('-1,250', -125_000, 'ambiguous_amount'),
  two('€ 1,250', 125_000, 'ambiguous_amount'),
  two('12,345', 1_234_500, 'ambiguous_amount'),
  two('1.500', 'ambiguous_amount', 1_500, 'JPY'),
  two('1,500', 1_500, 'ambiguous_amount', 'JPY'),
  two('1.250', 1_250, 1_250_000, 'KWD'),
  two('1,250', 1_250_000, 1_250, 'KWD'),
  // A person does not type what the currency does not have; a formula makes it.
  rounded('12,3456', 1_235),
  rounded('12.3456', 1_235),
  rounded('1234.5678', 123_457),
  rounded('1250,500', 125_050),
  rounded('0.125', 13),
  rounded('-0.125', -13),
  rounded('1250.5', 1_251, 'JPY'),
  none('1e6'),
  none('1E6'),
  none('0x10'),
  none('1,2,3'),
  none('1.2.3'),
  none('1,23,45'),
  none('12 50'),
  none('1,250.500,00'),
  none('1 250,000.5'),
  none('12k'),
  none('€ 1.2m'),
  none('(12)'),
  none('12-'),
  none('--12'),
  none('5 %'),
  none('€12€'),
  none('about 5'),
  none('many'),
  none('NaN'),
  none('Infinity'),
  none('\uff11\uff12'),
  none('12½'),
  none('1'.repeat(100)),
  none('9'.repeat(40), 'amount_too_large'),
  none('99999999999999', 'amount_too_large'),
  none('$12', 'other_currency'),
  none('12 USD', 'other_currency'),
  none('£12', 'other_currency', 'USD'),
];

const number = (text: string, value: Expected<number>): NumberCase => ({ text, read: always(value) });
const either = (text: string, point: number, comma: number): NumberCase => ({
  text,
  read: { '.': point, ',': comma, nothing: 'ambiguous_number' },
});

/** Numbers without a unit, from 0 up. */
export const NUMBER_CASES: readonly NumberCase[] = [
  number('12', 12),
  number(' 12 ', 12),
  number('12 000', 12_000),
  number('1,250,000', 1_250_000),
  number('1.250.000', 1_250_000),
  number("12'000", 12_000),
  number('0,5', 0.5),
  number('.5', 0.5),
  number('0.125', 0.125),
  number('0,125', 0.125),
  number('1250,50', 1250.5),
  number('1,234.5', 1234.5),
  number('1.234,5', 1234.5),
  number('12.3456', 12.3456),
  either('1.250', 1.25, 1250),
  either('1,250', 1250, 1.25),
  either('12.500', 12.5, 12_500),
  either('1,000', 1000, 1),
  number('', 'not_a_number'),
  number('1e6', 'not_a_number'),
  number('0x10', 'not_a_number'),
  number('1,2,3', 'not_a_number'),
  number('12a', 'not_a_number'),
  number('5 %', 'not_a_number'),
  number('1 2', 'not_a_number'),
  number('NaN', 'not_a_number'),
];

export interface DateCase {
  readonly text: string;
  readonly read: Readonly<Record<DateOrder, Expected<string>>>;
  /** Where years may have two digits; left out: the same. */
  readonly shortYears?: Readonly<Record<DateOrder, Expected<string>>>;
}

const each = (day: Expected<string>): DateCase['read'] => ({ dmy: day, mdy: day, ymd: day });
const day = (text: string, value: Expected<string>): DateCase => ({ text, read: each(value) });
const short = (text: string, dmy: string, mdy: string, ymd: string): DateCase => ({
  text,
  read: each('two_digit_year'),
  shortYears: { dmy, mdy, ymd },
});

/** Days by the order that is known; `ymd` tells nothing of a day whose year stands last. */
export const DATE_CASES: readonly DateCase[] = [
  day('2024-05-31', '2024-05-31'),
  day('2024/5/3', '2024-05-03'),
  day('2024.05.31', '2024-05-31'),
  day('2024-05-31T18:00:00', '2024-05-31'),
  day('2024-05-31 18:00', '2024-05-31'),
  day('31 May 2024', '2024-05-31'),
  day('31-May-2024', '2024-05-31'),
  day('31. Mai 2024', '2024-05-31'),
  day('3 février 2024', '2024-02-03'),
  day('May 31, 2024', '2024-05-31'),
  day('September 1st, 2023', '2023-09-01'),
  day('Mon, 1 Jul 2024', '2024-07-01'),
  { text: '31/5/2024', read: { dmy: '2024-05-31', mdy: 'impossible_date', ymd: '2024-05-31' } },
  { text: '5/31/2024', read: { dmy: 'impossible_date', mdy: '2024-05-31', ymd: '2024-05-31' } },
  { text: '3/4/2024', read: { dmy: '2024-04-03', mdy: '2024-03-04', ymd: 'ambiguous_date' } },
  { text: '03-04-2024', read: { dmy: '2024-04-03', mdy: '2024-03-04', ymd: 'ambiguous_date' } },
  { text: '3.4.2024', read: { dmy: '2024-04-03', mdy: '2024-03-04', ymd: '2024-04-03' } },
  day('3/3/2024', '2024-03-03'),
  short('05/03/24', '2024-03-05', '2024-05-03', '2005-03-24'),
  short('29/Feb/16', '2016-02-29', '2016-02-29', '2016-02-29'),
  day('2024', 'date_incomplete'),
  day('2024-05', 'date_incomplete'),
  day('May 2024', 'date_incomplete'),
  day('Q4FY25', 'date_incomplete'),
  day('24-Nov', 'ambiguous_date'),
  day('Nov-24', 'ambiguous_date'),
  day('2024-02-30', 'impossible_date'),
  day('2024-13-01', 'impossible_date'),
  day('1/1/1812', 'impossible_date'),
  day('45292', 'not_a_date'),
  day('Ongoing', 'not_a_date'),
  day('2022-11-16 (first formal action)', 'not_a_date'),
  day('1'.repeat(100_000), 'not_a_date'),
];

export interface TagCase {
  readonly text: string;
  /** Where commas part tags, as a field says that asks for them. */
  readonly typed: Expected<readonly string[]>;
  /** In a cell of a file; left out: the same. */
  readonly file?: readonly string[];
}

const repeated = (count: number): string => Array.from({ length: count }, (_, index) => `t${index}`).join(', ');

export const TAG_CASES: readonly TagCase[] = [
  { text: 'fraud', typed: ['fraud'] },
  { text: ' pii , eu,, pii ', typed: ['pii', 'eu'] },
  { text: 'Churn, churn, CHURN', typed: ['Churn'] },
  { text: 'fraud, credit  risk; Fraud', typed: ['fraud', 'credit risk'] },
  { text: 'a | b\nc', typed: ['a', 'b', 'c'] },
  {
    text: 'Law, Order and Public Justice',
    typed: ['Law', 'Order and Public Justice'],
    file: ['Law, Order and Public Justice'],
  },
  { text: 'x'.repeat(81), typed: 'too_long' },
  { text: repeated(50), typed: repeated(50).split(', ') },
  { text: repeated(51), typed: 'too_many' },
];
