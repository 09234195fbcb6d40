/** Looking changes nothing: how the options are looked at lies in the address. */
export interface OptionsSearch {
  readonly years?: number;
  readonly growth?: 'continue';
  readonly gate?: number;
  readonly start?: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const whole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

export function readOptionsSearch(raw: Record<string, unknown>): OptionsSearch {
  return {
    ...(whole(raw.years, 1, 10) ? { years: raw.years } : {}),
    ...(raw.growth === 'continue' ? { growth: 'continue' as const } : {}),
    ...(whole(raw.gate, 0, 108) && raw.gate % 12 === 0 ? { gate: raw.gate } : {}),
    ...(typeof raw.start === 'string' && MONTH.test(raw.start) ? { start: raw.start } : {}),
  };
}
