import { formatCount } from '../../lib/format';

/** Hours as people say them: minutes below an hour, days from two days on. */
export function sayHours(hours: number): string {
  if (hours < 1) return formatCount(Math.round(hours * 60), 'minute');
  if (hours < 48) return formatCount(Math.round(hours * 10) / 10, 'hour');
  return formatCount(Math.round(hours / 2.4) / 10, 'day');
}
