import { minorDigits } from '#domain/base/money';

/** Number format codes in the order of the locale; the program that opens the file puts in its own separators. */
export interface NumberFormats {
  readonly count: string;
  readonly number: string;
  readonly share: string;
  readonly factor: string;
  readonly date: string;
  readonly instant: string;
  money(currency: string): string;
}

function dateCode(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
  }).formatToParts(Date.UTC(2026, 10, 23));
  const codes: Readonly<Record<string, string>> = { year: 'yyyy', month: 'mm', day: 'dd' };
  const code = parts.map(({ type, value }) => codes[type] ?? (/^[./ -]+$/.test(value) ? value : '')).join('');
  return ['yyyy', 'mm', 'dd'].every((part) => code.includes(part)) ? code.trim() : 'yyyy-mm-dd';
}

function moneyCode(locale: string, currency: string): string {
  const digits = minorDigits(currency);
  const amount = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  const symbol = `[$${(parts[at]?.value ?? currency).replace(/[[\]"]/g, '')}]`;
  const leads = at < parts.findIndex(({ type }) => type === 'integer');
  const gap = parts[leads ? at + 1 : at - 1]?.type === 'literal' ? ' ' : '';
  return leads ? `${symbol}${gap}${amount}` : `${amount}${gap}${symbol}`;
}

export function numberFormats(locale: string): NumberFormats {
  const date = dateCode(locale);
  return {
    count: '#,##0',
    number: '#,##0.##',
    share: '0.0%',
    factor: '0.0000',
    date,
    instant: `${date} hh:mm`,
    money: (currency) => moneyCode(locale, currency),
  };
}
