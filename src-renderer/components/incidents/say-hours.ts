import { formatCount } from '../../lib/format';

/** Hours as people say them: minutes below an hour, days from two days on. */
export function sayHours(hours: number): string {
  if (hours < 1) return formatCount(Math.round(hours * 60), 'minute');
  if (hours < 48) return `${tenths(hours)} ${Math.round(hours * 10) === 10 ? 'hour' : 'hours'}`;
  return `${tenths(hours / 24)} days`;
}

const tenths = (value: number): string =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(Math.round(value * 10) / 10);
