import { shortMoney } from '../../base/short-money';
import { counted, sayCount } from '../../base/wording';
import type { Pair } from './comparison-flows';
import { type InvestmentInputs, sayLevel } from './inputs';
import { sayReadings } from './noted-incidents';
import { type PortfolioYear, portfolioPath } from './portfolio-path';

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

/** Most living models of any year. */
export function mostModels(portfolio: readonly Pick<PortfolioYear, 'living'>[]): number {
  return Math.max(0, ...portfolio.map(({ living }) => living));
}

/** Instead of a sum that somebody would quote: building for so many models is only assumed for a few. */
export function sayBuildingUnknown(inputs: InvestmentInputs, { b }: Pair): string {
  const most = Math.round(mostModels(portfolioPath(inputs)));
  const now = inputs.modelsAtStart ?? 0;
  const today = now > 0 && now !== most ? ` (${sayCount(now)} now)` : '';
  return `What ${sayLevel(b)} costs to build for ${sayCount(most)} models${today} has yet to be entered`;
}

/** An amount in a sentence that is kept: short, with as many figures as its case can carry; small ones to the unit. */
export function sayAmount(amount: number, currency: string, digits: number): string {
  return shortMoney(amount, currency, digits);
}
