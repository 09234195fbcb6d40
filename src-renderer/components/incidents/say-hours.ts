import { formatCount, formatNumber } from '../../lib/format';

/** Hours as people say them: minutes below an hour, days from two days on. */
export function sayHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return formatCount(minutes, 'minute');
  if (Math.round(hours * 10) < 480) return `${tenths(hours)} ${Math.round(hours * 10) === 10 ? 'hour' : 'hours'}`;
  return `${tenths(hours / 24)} days`;
}

/** From one to the other, the unit said once where it is the same: `1.7 to 2.8 hours`. */
export function sayRange(low: number, high: number): string {
  const [from = '', unit] = sayHours(low).split(' ');
  const to = sayHours(high);
  return unit === to.split(' ')[1] ? `${from} to ${to}` : `${sayHours(low)} to ${to}`;
}

const tenths = (value: number): string => formatNumber(Math.round(value * 10) / 10, 1);
