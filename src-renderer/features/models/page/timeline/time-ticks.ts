import { instantMs } from '#domain/base/calendar';
import { type Axis, placeOf, yearsOf } from '../../../../components/versions/version-line';

export interface Tick {
  readonly label: string;
  /** Share of the axis, 0 to 1. */
  readonly at: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const YEAR_MS = 366 * 86_400_000;
/** Nearer to an end than this a label would leave the picture. */
const LAST = 0.97;

/** Years, with quarters between them up to four years and with every second month up to one and a half. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const years = (instantMs(axis.to) - instantMs(axis.from)) / YEAR_MS;
  if (years > 4) return yearsOf(axis).map(({ year, at }) => ({ label: year, at }));
  const step = years > 1.5 ? 3 : 2;
  const ticks: Tick[] = [];
  const first = Number(axis.from.slice(0, 4));
  for (let month = 0; ; month += step) {
    const year = first + Math.floor(month / 12);
    const day = `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (day > axis.to.slice(0, 10)) return ticks;
    const at = placeOf(day, axis);
    if (day >= axis.from.slice(0, 10) && at <= LAST)
      ticks.push({ label: month % 12 === 0 ? String(year) : (MONTHS[month % 12] ?? ''), at });
  }
}
