import { shortMoney } from '../../base/short-money';
import { counted, sayCount } from '../../base/wording';
import type { Pair } from './comparison-flows';
import { type InvestmentInputs, sayLevel } from './inputs';
import { sayReadings } from './noted-incidents';
import { livingAtEnd } from './portfolio-path';

/** How a surface writes amounts and numbers: screens and reports for their reader, sentences that are kept in English. */
export interface Saying {
  readonly money: (amount: number) => string;
  readonly counted: (value: number, one: string) => string;
}

/** What of a result its finding is made of. */
export interface Finding {
  readonly npv: number;
  readonly payback: number | null;
  readonly years: number;
  /** While it is open whether noted amounts count: what the plan is worth where they do. Left out: nothing is open. */
  readonly readings?: readonly { readonly npv: number }[] | undefined;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A time in years, in the one form that every surface has: `2 years 2 months`, `8 months`, `less than a month`; `at once` is
 * only what takes no time at all.
 */
export function sayTime(years: number, say: Saying['counted'] = counted): string {
  const months = Math.round(years * 12);
  if (months === 0) return years === 0 ? 'at once' : 'less than a month';
  const whole = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [whole > 0 ? say(whole, 'year') : '', rest > 0 ? say(rest, 'month') : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** When something comes: `after 1 year 6 months`, `at once`, `in less than a month`. */
export function sayWhen(years: number, say: Saying['counted'] = counted): string {
  const time = sayTime(years, say);
  if (years === 0) return time;
  return `${Math.round(years * 12) === 0 ? 'in' : 'after'} ${time}`;
}

/** Of a payback by flows at ends of years: how much later than that it may be behind within a year, before it is said. */
const WITHIN = 0.25;

/**
 * Flows at the ends of years lie straight between them, while a change that pays back within months is behind for the first of
 * these: `behind until month 5` beside `1 month`. '' where both say about the same.
 *
 * @param years payback by years; @param month the month after which it is never behind again
 */
export function sayBehind(years: number | null, month: number | null): string {
  if (years === null || month === null) return '';
  const later = month - 12 * years;
  return later > Math.max(1, WITHIN * 12 * years) ? `behind until month ${month}` : '';
}

/**
 * The finding of a comparison in a sentence without its stop; the same words on every surface, and in one sentence with what
 * an open question would make of it.
 */
export function sayFinding(finding: Finding, pair: Pair, say: Saying): string {
  const npvs = (finding.readings ?? []).map(({ npv }) => npv);
  return `${sayPlain(finding, pair, say)}${sayReadings(finding.npv, npvs, say.money)}`;
}

function sayPlain({ npv, payback, years }: Finding, { b }: Pair, say: Saying): string {
  const level = capital(sayLevel(b));
  const over = `over ${say.counted(years, 'year')}`;
  if (Math.abs(npv) < 0.5) return `${level} neither returns nor costs anything ${over}`;
  const money = say.money(Math.abs(npv));
  if (npv < 0) {
    const back =
      payback === null ? 'and never pays back' : `though it pays back ${sayWhen(payback, say.counted)}, undiscounted`;
    return `${level} costs ${money} more than it saves ${over} ${back}`;
  }
  if (payback === null) return `${level} returns ${money} ${over}, but is not paid back at its end`;
  return `${level} returns ${money} ${over} and pays back ${sayWhen(payback, say.counted)}`;
}

/** The most models that there are at the start or at the end of a year: what has to be built for, and not the mean of a year. */
export function mostModels(inputs: InvestmentInputs): number {
  return Math.max(0, inputs.modelsAtStart ?? 0, ...livingAtEnd(inputs));
}

/** Instead of a sum that somebody would quote: building for so many models is only assumed for a few. */
export function sayBuildingUnknown(inputs: InvestmentInputs, { b }: Pair): string {
  const most = Math.round(mostModels(inputs));
  const now = inputs.modelsAtStart ?? 0;
  const today = now > 0 && now !== most ? ` (${sayCount(now)} now)` : '';
  return `What ${sayLevel(b)} costs to build for ${sayCount(most)} models${today} has yet to be entered`;
}

/** An amount in a sentence that is kept: short, with as many figures as its case can carry; small ones to the unit. */
export function sayAmount(amount: number, currency: string, digits: number): string {
  return shortMoney(amount, currency, digits);
}
