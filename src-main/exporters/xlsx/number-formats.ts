import { type DayOrder, formsOf } from '#domain/base/forms';
import { minorDigits } from '#domain/base/money';

/** Number format codes in the order of the locale; the program that opens the file puts in its own separators. */
export interface NumberFormats {
  readonly count: string;
  /** With one digit, always: a place that may be empty would leave the mark alone (`50.`). */
  readonly number: string;
  /** With two. */
  readonly precise: string;
  readonly share: string;
  readonly factor: string;
  readonly date: string;
  readonly instant: string;
  money(currency: string): string;
  /** Of what was worked out: whole units, for nobody knows it to the cent. */
  sum(currency: string): string;
}

/** English names of months (LCID 0x409), as the sentences beside them have: without it a program takes its own language's. */
const DAYS: Readonly<Record<DayOrder, string>> = {
  dmy: '[$-409]d mmm yyyy',
  mdy: '[$-409]mmm d, yyyy',
  ymd: 'yyyy-mm-dd',
};

function moneyCode(locale: string, currency: string, digits: number): string {
  const amount = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  const forms = formsOf(locale);
  // English of every country writes `$`, as the sentences do.
  const parts = (forms.english ? formsOf('en-US') : forms).numbers({ style: 'currency', currency }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  const symbol = `[$${(parts[at]?.value ?? currency).replace(/[[\]"]/g, '')}]`;
  const leads = at < parts.findIndex(({ type }) => type === 'integer');
  const gap = parts[leads ? at + 1 : at - 1]?.type === 'literal' ? ' ' : '';
  return leads ? `${symbol}${gap}${amount}` : `${amount}${gap}${symbol}`;
}

export function numberFormats(locale: string): NumberFormats {
  const forms = formsOf(locale);
  const date = DAYS[forms.order];
  return {
    count: '#,##0',
    number: '#,##0.0',
    precise: '#,##0.00',
    share: '0.0%',
    factor: '0.0000',
    date,
    instant: `${date} ${forms.clock(15, 0) === '15:00' ? 'hh:mm' : 'h:mm AM/PM'}`,
    money: (currency) => moneyCode(locale, currency, minorDigits(currency)),
    sum: (currency) => moneyCode(locale, currency, 0),
  };
}
