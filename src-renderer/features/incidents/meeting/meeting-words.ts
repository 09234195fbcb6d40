import type { Output } from '#contract/index';
import { sayHours } from '../../../components/incidents/say-hours';
import { formatCount, formatDate, formatNumber, formatPercent } from '../../../lib/format';
import type { Metrics, MetricsGroup } from '../incident-types';
import type { MeetingWindow } from './meeting-window';

type Ageing = Output<'incidents.ageing'>;
type Trend = NonNullable<Metrics['trend']>;
export type TrendName = Trend['timeToResolve']['trend'];
type Summary = Pick<MetricsGroup['recovery'], 'median' | 'n'>;

export const TREND_WORDS: Readonly<Record<TrendName, string>> = {
  longer: '▲ longer than before',
  shorter: '▼ shorter than before',
  no_clear_change: 'no clear change',
  too_few: 'too few to say',
};

const be = (count: number): string => (count === 1 ? 'is' : 'are');

/** The finding, as it is read aloud: how many, what is open, and how long it usually takes. */
export function meetingHeadline(all: MetricsGroup, ageing: Ageing, window: MeetingWindow, enough: number): string {
  const severe = ageing.groups.reduce((sum, group) => sum + group.severe, 0);
  const graver = severe === 0 ? '' : `, ${formatNumber(severe)} of them SEV 1 or SEV 2`;
  // Those may be older than the window.
  const open =
    ageing.open === 0 ? 'none is open today' : `${formatNumber(ageing.open)} ${be(ageing.open)} open today${graver}`;
  if (all.opened === 0) return `No incident was opened ${window.words}; ${open}`;
  const { median, n } = all.timeToResolve;
  const usual =
    median === null || n < enough
      ? `too few are resolved to name a usual time (n = ${n})`
      : `half of those resolved took ${sayHours(median)} or less`;
  const opened = window.from === undefined ? window.words : `opened ${window.words}`;
  return `${formatCount(all.opened, 'incident')} ${opened}; ${open}; ${usual}`;
}

const medianWords = ({ median, n }: Summary): string =>
  median === null ? `none (n = ${n})` : `${sayHours(median)} (n = ${formatNumber(n)})`;

/** Since when, and against the window before; below ten in one of the two nothing is called a trend. */
export function meetingSubline({ from, trend, enough }: Metrics): string {
  if (trend === null)
    return from === null
      ? ''
      : `Counted from the first incident, on ${formatDate(from)}. Choose a window to see it against the one before.`;
  const { opened, timeToResolve: resolve } = trend;
  const before = `${formatCount(opened.before, 'incident')} in the window of the same length before`;
  if (resolve.trend === 'too_few')
    return `${before}. Fewer than ${enough} were resolved in one of the two (n = ${resolve.before.n} and ${resolve.now.n}): no trend is drawn.`;
  const words = { longer: 'longer', shorter: 'shorter', no_clear_change: 'no clear change' }[resolve.trend];
  return `${before}. Median from opening to resolution: ${words}, ${medianWords(resolve.now)} against ${medianWords(resolve.before)}.`;
}

/** `15% (5.2–36%), n = 20`; a share without cases is not 0. */
export function proportionWords(
  { rate, low, high, n }: Pick<MetricsGroup['changeFailRate'], 'rate' | 'low' | 'high' | 'n'>,
  none: string,
): string {
  if (rate === null || low === null || high === null) return `${none} (n = ${formatNumber(n)})`;
  return `${formatPercent(rate)} (${formatPercent(low)} to ${formatPercent(high)}), n = ${formatNumber(n)}`;
}

/** An age in days: `less than a day`, `7 to 30 days`. */
export function ageWords(fromDays: number, toDays: number | null): string {
  if (toDays === null) return `${fromDays} days and more`;
  if (fromDays === 0) return 'less than a day';
  return `${fromDays} to ${toDays} days`;
}
