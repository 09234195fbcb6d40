import { minorDigits, toMinor } from '#domain/base/money';
import type { FieldSpec } from './field-specs';

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const ok = (value: unknown): Parsed => ({ ok: true, value });
const no = (message: string): Parsed => ({ ok: false, message });

const LARGEST_MINOR = 9_000_000_000_000_000;

/** Typed money in major units: blanks, apostrophes and thousands commas are read over; the decimal sign is a point. */
export const parseMoney = (text: string, currency: string): Parsed => {
  const bare = text.replace(/[\s'’_]/gu, '').replace(new RegExp(`^${currency}|${currency}$`, 'iu'), '');
  if (bare === '') return ok(null);
  const grouped = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(bare);
  const plain = grouped ? bare.replaceAll(',', '') : bare;
  if (!/^[-−]?\d+(\.\d+)?$/u.test(plain))
    return no(`Write an amount in ${currency} such as 1250000 or 1250000.50, with a point before the cents.`);
  const digits = minorDigits(currency);
  const cents = plain.split('.')[1] ?? '';
  if (cents.length > digits)
    return no(
      digits === 0
        ? `${currency} has no decimals: write a whole amount.`
        : `${currency} has ${digits} decimals at most.`,
    );
  const minor = toMinor(Number(plain.replace('−', '-')), currency);
  return Math.abs(minor) > LARGEST_MINOR ? no('This amount is larger than the portfolio can hold.') : ok(minor);
};

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 31 February over; a real day reads back as itself.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const parseDate = (text: string): Parsed => {
  if (text === '') return ok(null);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return no('Write a date as year-month-day, such as 2027-03-31.');
  return isDay(text) ? ok(text) : no(`${text} does not exist: check the day and the month.`);
};

const parseChoice = (spec: FieldSpec, text: string): Parsed => {
  if (spec.editor.kind !== 'choice') return ok(text);
  if (text === '') return spec.editor.emptyAllowed ? ok(null) : no(`${spec.label} needs one of its values.`);
  if (!spec.editor.options.some((option) => option.value === text)) return no(`${spec.label} does not know “${text}”.`);
  return ok(spec.name === 'tier' ? Number(text) : text);
};

/** What is typed into a field of one text → the value of the patch, or a sentence that says what to change. */
export const parseField = (spec: FieldSpec, text: string, currency: string): Parsed => {
  const trimmed = text.trim();
  switch (spec.editor.kind) {
    case 'money':
      return parseMoney(trimmed, currency);
    case 'date':
      return parseDate(trimmed);
    case 'choice':
      return parseChoice(spec, trimmed);
    case 'line':
      if (spec.name === 'name' && trimmed === '') return no('A model needs a name.');
      return trimmed.length > 500
        ? no(`${spec.label} takes 500 characters at most; these are ${trimmed.length}.`)
        : ok(trimmed);
    case 'text':
      return text.length > 50_000 ? no(`${spec.label} takes 50,000 characters at most.`) : ok(text.trimEnd());
    case 'tags':
    case 'references':
      return no(`${spec.label} is edited as a list.`);
  }
};
