import { type Month, sayMonth } from '#domain/base/calendar';
import { carried } from '#domain/base/carried';
import { dateOfYears } from '#domain/scenarios/options/plan-calendar';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { formatCompactMoney, formatNumber, formatPercent } from '../../../lib/format';
import { levelName } from '../page/level-words';
import type { Answer, Turn } from './options-types';

/** One number that, moved alone, makes another level the cheapest: where it stands, and where the answer turns. */
export interface TurnStrip {
  readonly by: string;
  readonly label: string;
  /** Shares of the strip, 0–1, lowest first. */
  readonly parts: readonly { readonly level: LevelKey; readonly from: number; readonly to: number }[];
  readonly stands: { readonly at: number; readonly text: string };
  readonly turns: readonly { readonly at: number; readonly text: string }[];
  /** The whole of it in a sentence. */
  readonly words: string;
}

interface Told {
  readonly currency: string;
  /** Figures that a turn carries; left out: three. */
  readonly digits?: number;
  /** First month of the plan; left out: it has none. */
  readonly startDate?: Month | null;
}

const MOST_STRIPS = 6;
/** How much of the strip lies beyond what is marked on it, as a factor. */
const BEYOND = 2;

const LABELS: Readonly<Record<string, string>> = {
  years: 'Years judged over, present value',
  models: 'Models at the end of the plan',
  updatesPerYear: 'Updates a model and year',
  loadedAnnual: 'Cost of a person a year',
  discountRate: 'Discount rate',
  operateFte: 'People per model, today’s way',
  incidentCost: 'Cost of an incident',
};

export function turnLabel(by: string): string {
  const level = /^levels\.(L[123])\./.exec(by)?.[1];
  if (level === undefined) return LABELS[by] ?? by;
  return by.endsWith('operateFte')
    ? `People per model, level ${level.slice(1)}`
    : `Platform of level ${level.slice(1)}, fixed bill a year`;
}

export function sayTurnValue(by: string, value: number, currency: string): string {
  if (by === 'discountRate') return formatPercent(value);
  if (by === 'loadedAnnual' || by === 'incidentCost' || by.endsWith('platformFixed'))
    return formatCompactMoney(value, currency);
  if (by.endsWith('operateFte')) return formatNumber(value, 3);
  return formatNumber(value, value < 100 ? 1 : 0);
}

/** How far off the nearest turn is, as a factor told in logs. */
const nearness = (turns: readonly Turn[]): number =>
  Math.min(
    ...turns.map(({ at, current }) =>
      at > 0 && current > 0 ? Math.abs(Math.log(at / current)) : Number.POSITIVE_INFINITY,
    ),
  );

/** A horizon at which the answer turns is a date as soon as the plan has a start. */
function turnDate(by: string, years: number, startDate: Month | null): string {
  const date = by === 'years' && startDate !== null ? dateOfYears(startDate, years).date : null;
  return date === null ? '' : `, ${sayMonth(date)}`;
}

function strip(by: string, turns: readonly Turn[], { currency, digits, startDate }: Required<Told>): TurnStrip | null {
  const [first] = turns;
  if (!first) return null;
  const { current } = first;
  const say = (value: number): string => sayTurnValue(by, value, currency);
  const turnText = (at: number): string => `${say(carried(at, current, digits))}${turnDate(by, at, startDate)}`;
  const marked = [current, ...turns.map(({ at }) => at)];
  const positive = marked.filter((value) => value > 0);
  const isYears = by === 'years';
  const low = isYears ? 1 : Math.min(...positive) / BEYOND;
  const high = isYears ? 10 : Math.max(...positive) * BEYOND;
  const place = (value: number): number => {
    const share = isYears ? (value - low) / (high - low) : Math.log(Math.max(value, low) / low) / Math.log(high / low);
    return Math.min(1, Math.max(0, share));
  };
  const edges = [0, ...turns.map(({ at }) => place(at)), 1];
  const levels = [first.from, ...turns.map(({ to }) => to)];
  const parts = levels.map((level, at) => ({ level, from: edges[at] ?? 0, to: edges[at + 1] ?? 1 }));
  const told = turns.map(
    ({ at, from, to }) => `${levelName(from)} below ${turnText(at)}, ${levelName(to).toLowerCase()} above`,
  );
  return {
    by,
    label: turnLabel(by),
    parts,
    stands: { at: place(current), text: say(current) },
    turns: turns.map(({ at }) => ({ at: place(at), text: turnText(at) })),
    words: `${turnLabel(by)}, now ${say(current)}. Cheapest: ${told.join('; ')}.`,
  };
}

/** The numbers that turn the answer, the nearest first; those that are further off in words. */
export function turnStrips(
  { turns, noTurns }: Pick<Answer, 'turns' | 'noTurns'>,
  { currency, digits = 3, startDate = null }: Told,
): { readonly strips: readonly TurnStrip[]; readonly others: readonly string[] } {
  const names = [...new Set(turns.map(({ by }) => by))]
    .map((by) => ({ by, own: turns.filter((turn) => turn.by === by) }))
    .toSorted((a, b) => nearness(a.own) - nearness(b.own));
  const all = names.flatMap(({ by, own }) => strip(by, own, { currency, digits, startDate }) ?? []);
  const none = noTurns.map(({ by, range: [low, high], cheapest }) => {
    const say = (value: number): string => sayTurnValue(by, value, currency);
    return `${turnLabel(by)}: ${levelName(cheapest).toLowerCase()} stays the cheapest from ${say(low)} to ${say(high)}.`;
  });
  return { strips: all.slice(0, MOST_STRIPS), others: [...all.slice(MOST_STRIPS).map(({ words }) => words), ...none] };
}
