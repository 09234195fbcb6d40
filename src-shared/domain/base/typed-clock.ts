/** A time of day as it was written. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes before (−) or after UTC; `null`: the text does not say. */
  readonly offset: number | null;
}

export const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: null };

const CLOCK = /^(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?\s?m\b\.?)?\s*(.*)$/i;
const OFFSET = /^(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?$/i;

/** Abbreviations that mean one offset everywhere; `IST` and `CST` do not. Minutes. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
};

/** `14:05`, `2:05 pm`, `14:05:09.123+02:00`; null where the text is none. Whether there is such an hour is not its question. */
export function readClock(text: string): Clock | 'ambiguous_zone' | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const offset = readOffset((match[6] ?? '').trim());
  if (offset === undefined) return null;
  if (offset === 'ambiguous_zone') return offset;
  const hour = Number(match[1]);
  const half = match[5]?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  return {
    hour: half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0),
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
    // Cut, not rounded: the last nanosecond of a day belongs to that day.
    millisecond: Number(`${match[4] ?? ''}000`.slice(0, 3)),
    offset,
  };
}

/** Minutes; `null`: none given; `undefined`: not an offset. */
function readOffset(text: string): number | null | undefined | 'ambiguous_zone' {
  if (text === '') return null;
  const plain = text.replace(/^\(|\)$/g, '').replace(/\[.*\]$/, '');
  const known = ABBREVIATIONS[plain.toLowerCase()];
  if (known !== undefined) return known;
  const match = OFFSET.exec(plain);
  if (match) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  return /^[A-Z]{2,5}$/i.test(plain) ? 'ambiguous_zone' : undefined;
}

export const isTime = ({ hour, minute, second }: Clock): boolean => hour <= 23 && minute <= 59 && second <= 59;
