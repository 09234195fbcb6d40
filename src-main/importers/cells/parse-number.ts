const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const NEWLINE = 10;
const RETURN = 13;

/** 10⁰ … 10²², the powers that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);

/** A number is gathered in two whole numbers: its first digits, nine once this is reached, and those behind. */
const FULL_HEAD = 1e8;

/** No byte: a delimiter where there is none. */
const NOTHING = -1;

/** Takes the one value of `parseNumber`. */
const found = new Float64Array(1);

/**
 * A figure in ASCII, between `from` and `to`, by the rule of `readFigure` and as exactly as `Number()` reads it; NaN where it
 * is none. Here a column says by itself whether it holds numbers: one with a leading zero (`007`) is a code, and nothing parts
 * thousands. Up to 18 digits are read without making a string of them.
 *
 * @param decimal code of the decimal sign
 */
export function parseNumber(bytes: Buffer, from: number, to: number, decimal: number): number {
  const end = scanNumber(bytes, from, to, NOTHING, decimal, found, 0);
  if (end === to) return found[0] ?? Number.NaN;
  // Only an exponent can still make a number of it.
  const letter = (bytes[end] ?? 0) | 32;
  return letter === 101 ? slowNumber(bytes, from, to, decimal) : Number.NaN;
}

/**
 * Reads on until something ends the cell (the delimiter, a line end or `to`) or cannot be part of a plain number, and
 * answers that place. `values[place]` becomes the number, as `parseNumber` reads it; NaN where the cell is none, or where it
 * takes more than digits and a decimal sign to tell (an exponent, space around it).
 */
export function scanNumber(
  bytes: Buffer,
  from: number,
  to: number,
  delimiter: number,
  decimal: number,
  values: Float64Array,
  place: number,
): number {
  let at = from;
  const first = at < to ? (bytes[at] ?? 0) : 0;
  if (first === MINUS || first === PLUS) at += 1;
  const start = at;
  let head = 0;
  let tail = 0;
  /** Digits of the tail. */
  let more = 0;
  let point = -1;
  values[place] = Number.NaN;
  for (; at < to; at++) {
    const code = bytes[at] ?? 0;
    if (code >= ZERO && code <= NINE) {
      if (head < FULL_HEAD) head = head * 10 + code - ZERO;
      else {
        tail = tail * 10 + code - ZERO;
        more += 1;
      }
    } else if (code === delimiter || code === NEWLINE || code === RETURN) break;
    else if (code === decimal && point < 0) point = at;
    else return at;
  }
  const length = at - start - (point < 0 ? 0 : 1);
  if (length === 0 || hasLeadingZero(bytes, start, at)) return at;
  const behind = point < 0 ? 0 : at - point - 1;
  const value = behind <= 22 ? quotient(head, more, tail, behind) : Number.NaN;
  if (Number.isNaN(value)) values[place] = slowNumber(bytes, from, at, decimal);
  else values[place] = first === MINUS ? -value : value;
  return at;
}

function hasLeadingZero(bytes: Buffer, start: number, to: number): boolean {
  if (bytes[start] !== ZERO || start + 1 >= to) return false;
  const second = bytes[start + 1] ?? 0;
  return second >= ZERO && second <= NINE;
}

const SPLITTER = 2 ** 27 + 1;

const upperHalf = (value: number): number => {
  const big = SPLITTER * value;
  return big - (big - value);
};

/** Of each power: its upper half, its lower half, and what to multiply with instead of dividing by it. */
const UPPER = POWERS.map(upperHalf);
const LOWER = POWERS.map((power, at) => power - (UPPER[at] ?? 0));
const INVERSE = POWERS.map((power) => 1 / power);

/**
 * (head × 10^more + tail) / 10^behind, rounded once; NaN where that is not sure: too many digits, or too near the middle
 * between two doubles.
 *
 * head × 10^more is exact, since head × 5^more fits into 53 bits; with the tail it is exact below 2⁵³. Above, the quotient
 * of the first summand and its remainder are exact (the remainder of a division always fits, and Dekker's product by
 * halves, 1971, finds it); the tail is at most 1.2 × 10⁻⁷ of the whole, so the three roundings of what comes of both are
 * off by less than 2⁻⁷⁴ of it.
 *
 * @param head below 10⁹
 */
function quotient(head: number, more: number, tail: number, behind: number): number {
  if (more > 9) return Number.NaN;
  const top = head * (POWERS[more] ?? 1);
  const divisor = POWERS[behind] ?? 1;
  if (top + tail < 2 ** 53) return (top + tail) / divisor;
  const whole = top / divisor;
  const product = whole * divisor;
  const upper = upperHalf(whole);
  const lower = whole - upper;
  const [high, low] = [UPPER[behind] ?? 0, LOWER[behind] ?? 0];
  const missed = lower * low - (product - upper * high - lower * high - upper * low);
  const rest = (top - product - missed + tail) * (INVERSE[behind] ?? 1);
  const sum = whole + rest;
  const left = whole - sum + rest;
  const doubt = sum * 2 ** -72;
  return sum + (left + doubt) === sum && sum + (left - doubt) === sum ? sum : Number.NaN;
}

const FULL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function slowNumber(bytes: Buffer, from: number, to: number, decimal: number): number {
  if (to - from > 400) return Number.NaN;
  const text = bytes.toString('latin1', from, to);
  const plain = decimal === POINT ? text : text.replace('.', '?').replace(String.fromCharCode(decimal), '.');
  return FULL.test(plain) && !/^[+-]?0\d/.test(plain) ? Number(plain) : Number.NaN;
}
