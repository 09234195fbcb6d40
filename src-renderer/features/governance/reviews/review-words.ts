import type { Output } from '#contract/index';
import { sayOverdueKinds } from '#domain/governance/reviews';
import { formatCount, formatDate, formatNumber } from '../../../lib/format';

export type Calendar = Output<'reviews.calendar'>;
export type Review = Calendar['rows'][number];

/** `4 reviews are overdue: 1 by its day and 3 after events; 5 meet in Feb 2027`. */
export function headlineOf({ total, overdue, overdueCalled, months }: Calendar): string {
  if (total === 0) return 'No review is due in the months ahead';
  const most = months.reduce<Calendar['months'][number] | null>(
    (found, one) => (one.due > (found?.due ?? 0) ? one : found),
    null,
  );
  const meet = most !== null && most.due > 1 ? `${most.due} meet in ${monthName(most.month)}` : '';
  if (overdue > 0) {
    const kinds = sayOverdueKinds(overdue, overdueCalled, formatNumber);
    // Of one kind alone the number is said already.
    const both = overdueCalled > 0 && overdueCalled < overdue;
    const which = both ? `: ${kinds}` : kinds.slice(kinds.indexOf(' '));
    return `${formatCount(overdue, 'review')} ${overdue === 1 ? 'is' : 'are'} overdue${which}${meet === '' ? '' : `; ${meet}`}`;
  }
  return meet === ''
    ? `${formatCount(total, 'review')} in the months ahead, none overdue`
    : `No review is overdue; ${meet}`;
}

export function sublineOf({ total, called, broken, months }: Calendar): string {
  const parts = [
    `${formatCount(total, 'review')} overdue or due within ${months.length} months`,
    called > 0 ? `${called} called for by an event` : '',
    broken > 0 ? `${broken} by somebody who also built the model or answers for it (◆)` : '',
  ];
  return `${parts.filter((part) => part !== '').join('; ')}. House rules, to be changed in Settings; a review is done by evidence.`;
}

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const monthShort = (month: string): string => NAMES[Number(month.slice(5)) - 1] ?? month;
const monthName = (month: string): string => `${monthShort(month)} ${month.slice(0, 4)}`;

/** A place in the months shown, 0 to 1; what lies before them stands at their beginning. */
export function placeOf(day: string, months: Calendar['months']): number {
  const index = months.findIndex(({ month }) => month === day.slice(0, 7));
  if (index < 0) return day < (months[0]?.month ?? '') ? 0 : 1;
  return (index + (Number(day.slice(8)) - 1) / 31) / months.length;
}

export function dayWords({ day, overdue, event }: Review): string {
  const date = overdue ? `overdue since ${formatDate(day)}` : formatDate(day);
  if (event === null) return date;
  const what = {
    incident: `incident ${event.name}`,
    drift: 'drift at act',
    change: 'change',
    release: `version ${event.name}`,
  };
  return `${date}, ${what[event.kind]}`;
}
