import { hiresOver } from '../options/hiring';
import { PARTS } from '../options/option-parts';
import { decisionLevel, MONTHS } from '../options/option-plan';
import { sayLevel } from '../plan/inputs';
import { yearRecipes } from '../plan/year-recipes';
import { inflatorOf } from '../plan/yearly-cost';
import { type CostLine, componentLine, usedAt } from './explain';
import type { OptionBooks } from './option-books';
import { sayFactor, sayRateFactor } from './say-figure';

/** A year of an option, opened: `lines` add up to `total`; `under` says how their own numbers come about. */
export interface OptionYear {
  /** From 1. */
  readonly year: number;
  readonly total: number;
  readonly lines: readonly CostLine[];
  readonly under: readonly CostLine[];
}

export const sayShare = (share: number): string => `${sayFactor(100 * share)}%`;

const work = ['deploy', 'operate', 'retrain', 'incident'] as const;

/** The work of a place that is fully there, by what is done: `560,000 + 1,000,000 + …`. */
function workTerms({ full }: OptionBooks, place: number, at: number): string {
  return work.map((key) => sayFactor(full[place]?.[key][at] ?? 0)).join(' + ');
}

function billOf(books: OptionBooks, place: number, at: number): CostLine[] {
  const { inputs, option, full, levels, portfolio } = books;
  const key = levels[place];
  const months = option.billedMonths(place, MONTHS * at, MONTHS * (at + 1));
  if (key === undefined || months === 0) return [];
  const { platformFixed, platformPerModel, platformEscalator, platformKept = 0 } = decisionLevel(inputs, key);
  const living = portfolio[at]?.living ?? 0;
  const factor = platformEscalator === undefined ? inflatorOf(inputs, at + 1) : (1 + platformEscalator) ** at;
  const value = (months / MONTHS) * (full[place]?.platform[at] ?? 0);
  if (value === 0) return [];
  const bill = `(${sayFactor(platformFixed)} + ${sayFactor(platformPerModel)} × ${sayFactor(living)})`;
  const grown = factor === 1 ? '' : ` × ${sayRateFactor(factor)}`;
  const inflator = inflatorOf(inputs, at + 1);
  const own = `${sayFactor(platformKept)}${inflator === 1 ? '' : ` × ${sayRateFactor(inflator)}`}`;
  const all = platformKept === 0 ? `${bill}${grown}` : `(${bill}${grown} + ${own})`;
  const kept = platformKept === 0 ? '' : `, + own platform that is kept${inflator === 1 ? '' : ' × inflation'}`;
  // What a contract says is no input of the plan.
  const isOffer = platformEscalator !== undefined;
  const part = months === MONTHS ? '' : ` × ${sayFactor(months)} / ${MONTHS}`;
  const rate = platformEscalator === undefined ? 'inflation' : 'growth of the contract';
  return [
    {
      key: 'platform',
      words: `platform of ${sayLevel(key)}: (fixed cost + cost per model × living models)${factor === 1 ? '' : ` × ${rate}`}${kept}${part === '' ? '' : ', × its months of the year'}`,
      numbers: `${all}${part} = ${sayFactor(value)}`,
      value,
      used: isOffer ? [] : usedAt(inputs, [`levels.${key}.platformFixed`, `levels.${key}.platformPerModel`]),
    },
  ];
}

/** The bills of a year (from 1). */
export const platformLines = (books: OptionBooks, year: number): CostLine[] =>
  books.levels.flatMap((_, place) => billOf(books, place, year - 1));

/** What of the cost lines falls into a year (from 1). */
export function costLines({ inputs, option }: OptionBooks, year: number): CostLine[] {
  const at = year - 1;
  const inflator = inflatorOf(inputs, year);
  const [from, to] = [MONTHS * at, MONTHS * (at + 1)];
  const lines = option.linesDue(from, to).map(({ label, oneOff, yearly, due }): CostLine => {
    const terms = [
      ...(oneOff === 0 || due.oneOff === 0 ? [] : [`${sayFactor(oneOff)} × ${sayFactor(due.oneOff)}`]),
      ...(yearly === 0 || due.months === 0 ? [] : [`${sayFactor(yearly)} × ${sayFactor(due.months)} / ${MONTHS}`]),
    ];
    const sum = terms.length > 1 || inflator !== 1 ? `(${terms.join(' + ')})` : terms.join('');
    const value = inflator * (oneOff * due.oneOff + (yearly * due.months) / MONTHS);
    return {
      key: 'line',
      words: `${label}: one-off × what of it falls into this year + yearly cost × months${inflator === 1 ? '' : ', × inflation'}`,
      numbers: `${sum}${inflator === 1 ? '' : ` × ${sayRateFactor(inflator)}`} = ${sayFactor(value)}`,
      value,
      used: [],
    };
  });
  return lines.filter(({ value }) => value !== 0);
}

/** What is paid in a year beside work and platform, as one sum each; how they come about is the plan's own list of lines. */
function otherLines(books: OptionBooks, at: number): CostLine[] {
  const { option, costs } = books;
  const parts = costs.yearParts[at];
  if (!parts) return [];
  const [from, to] = [MONTHS * at, MONTHS * (at + 1)];
  const dip: CostLine[] =
    parts.dip === 0
      ? []
      : [
          {
            key: 'line',
            words: 'work that the change-over costs, month by month: share lost × work of the month',
            numbers: `${option
              .dipTerms(from, to, at)
              .map(({ lost, work: paid }) => `${sayFactor(lost)} × ${sayFactor(paid)} / ${MONTHS}`)
              .join(' + ')} = ${sayFactor(parts.dip)}`,
            value: parts.dip,
            used: [],
          },
        ];
  const exit: CostLine[] =
    parts.exit === 0
      ? []
      : [
          {
            key: 'exit',
            words: 'cost of leaving the platform, in the month in which it is left',
            numbers: sayFactor(parts.exit),
            value: parts.exit,
            used: [],
          },
        ];
  return [...costLines(books, at + 1), ...dip, ...exit, ...hiringOf(books, at)];
}

/** What the hires of a year cost, where hiring is in the costs. */
function hiringOf({ inputs, costs }: OptionBooks, at: number): CostLine[] {
  const { hiring } = inputs;
  const value = costs.yearParts[at]?.hiring ?? 0;
  if (!hiring || value === 0) return [];
  const needs = costs.people.map(({ total }) => total);
  const hires = hiresOver(hiring, needs)[at] ?? 0;
  const factor = inflatorOf(inputs, at + 1);
  const grown = factor === 1 ? '' : ` × ${sayRateFactor(factor)}`;
  return [
    {
      key: 'line',
      words: `hires for the people of the year, at most ${sayFactor(hiring.ceiling ?? hiring.teamToday)} in all × cost of a hire${grown === '' ? '' : ' × inflation'}`,
      numbers: `${sayFactor(hires)} × ${sayFactor(hiring.hiringCost ?? 0)}${grown} = ${sayFactor(value)}`,
      value,
      used: [],
    },
  ];
}

/** How a year of an option comes about: its shares of the work, its platform, lines and the rest. */
export function explainOptionYear(books: OptionBooks, year: number): OptionYear {
  const { inputs, costs, levels, portfolio, full } = books;
  const at = year - 1;
  const shares = costs.shares[at] ?? [];
  const portfolioYear = portfolio[at];
  const shared = levels.flatMap((key, place): CostLine[] => {
    const share = shares[place] ?? 0;
    if (share === 0) return [];
    const value = share * (full[place]?.work[at] ?? 0);
    return [
      {
        key: 'ramp',
        words: `share of the work done at ${sayLevel(key)} × (deploying + operating + updates + incidents)`,
        numbers: `${sayShare(share)} × (${workTerms(books, place, at)}) = ${sayFactor(value)}`,
        value,
        used: usedAt(inputs, place === 0 ? [] : [`levels.${key}.rampMonths`, `levels.${key}.delayMonths`]),
      },
    ];
  });
  const under = levels.flatMap((key, place) => {
    if ((shares[place] ?? 0) === 0 || !portfolioYear) return [];
    return yearRecipes(inputs, key, portfolioYear).flatMap((recipe) => {
      if (recipe.key === 'platform') return [];
      const line = componentLine(inputs, key, year, recipe, full[place]?.[recipe.key][at] ?? 0);
      return [{ ...line, words: `${sayLevel(key)}: ${line.words}` }];
    });
  });
  return {
    year,
    total: costs.yearCost[at] ?? 0,
    lines: [...shared, ...platformLines(books, year), ...otherLines(books, at)],
    under,
  };
}

/** A month of an option, from 1: `29.6% × 2,140,000 / 12 + 20,000 / 12 = 54,310.21`. */
export function monthTerms(books: OptionBooks, month: number): string {
  const { option, full, levels, costs } = books;
  const at = Math.floor((month - 1) / MONTHS);
  const shares = option.sharesBetween(month - 1, month);
  const parts = costs.monthParts[month - 1];
  const terms = [
    ...levels.flatMap((_, place) => {
      const share = shares[place] ?? 0;
      const of = full[place]?.work[at] ?? 0;
      return share === 0 || of === 0 ? [] : [`${sayShare(share)} × ${sayFactor(of)} / ${MONTHS}`];
    }),
    ...levels.flatMap((_, place) => {
      const months = option.billedMonths(place, month - 1, month);
      const bill = full[place]?.platform[at] ?? 0;
      if (months === 0 || bill === 0) return [];
      return [`${months === 1 ? '' : `${sayFactor(months)} × `}${sayFactor(bill)} / ${MONTHS}`];
    }),
    ...(['dip', 'lines', 'exit', 'hiring'] as const).flatMap((key) => {
      const value = parts?.[key] ?? 0;
      return value === 0 ? [] : [sayFactor(value)];
    }),
  ];
  const total = parts ? PARTS.reduce((sum, key) => sum + parts[key], 0) : 0;
  return `${terms.length === 0 ? '0' : terms.join(' + ')} = ${sayFactor(total)}`;
}
