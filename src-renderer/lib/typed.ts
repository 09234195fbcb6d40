import { formsOf, ownForms } from '#domain/base/forms';
import { minorDigits } from '#domain/base/money';
import { accepted, type Parsed, refused } from '#domain/base/parsed';
import { readTypedAmount } from '#domain/base/typed-amount';
import { type DateOrder, readTypedDate } from '#domain/base/typed-date';
import { type DecimalMark, type NumberRange, readTypedNumber } from '#domain/base/typed-number';
import type { Locale } from './format';

export type { NumberRange };

/** How the person writes numbers and days: what decides where a text has two readings. */
export interface Notation {
  readonly mark: DecimalMark;
  readonly order: DateOrder;
}

/** The notation of a locale; `undefined`: of the forms that this person chose, in which the screens show numbers and days. */
export function notationOf(locale?: Locale): Notation {
  return locale === undefined ? ownForms() : formsOf(locale);
}

/** A number as a person types it. */
export const typedNumber = (text: string, range: NumberRange, { mark } = notationOf()): Parsed<number> =>
  readTypedNumber(text, { ...range, mark });

/** An amount as a person types it, in major units of the currency; minor units. */
export const typedAmount = (text: string, currency: string, { mark } = notationOf()): Parsed<number> =>
  readTypedAmount(text, { currency, mark, decimals: 'refused' });

/** The same where it cannot lie below 0. */
export const typedCost = (text: string, currency: string, { mark } = notationOf()): Parsed<number> =>
  readTypedAmount(text, { currency, mark, decimals: 'refused', min: 0 });

/** Money that a scenario holds in major units, which a slider may set to any fraction; typed, it is an amount like any other. */
export function typedMajor(
  text: string,
  currency: string,
  { min, max }: Pick<NumberRange, 'min' | 'max'>,
  notation = notationOf(),
): Parsed<number> {
  const read = typedAmount(text, currency, notation);
  if (!read.ok) return read;
  const major = read.value / 10 ** minorDigits(currency);
  if (major < min || major > max) return refused('out_of_range', `Write an amount from ${min} to ${max}.`);
  return accepted(major);
}

/** A day as a person types it, and as a date field gives it: `2027-03-31`. */
export const typedDay = (text: string, { order } = notationOf()): Parsed<string> => readTypedDate(text, { order });
