const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SMALL_E = 101;
const LARGE_E = 69;

/** 10⁰ … 10²², the powers that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);

/** Digits of each of both parts that a number is gathered in: whole numbers that need no double. */
const PART = 9;

/**
 * A number in ASCII, between `from` and `to`, as exactly as `Number()` reads it; NaN where it is none. A number with a
 * leading zero (`007`) is a code, not a number. Up to 18 digits are read without making a string of them.
 *
 * @param decimal code of the decimal sign
 */
export function parseNumber(bytes: Buffer, from: number, to: number, decimal: number): number {
  let at = from;
  const first = bytes[at] ?? 0;
  if (first === MINUS || first === PLUS) at += 1;
  const start = at;
  let head = 0;
  let tail = 0;
  let digits = 0;
  let point = to;
  for (; at < to; at++) {
    const code = bytes[at] ?? 0;
    if (code >= ZERO && code <= NINE) {
      if (digits < PART) head = head * 10 + code - ZERO;
      else if (digits < 2 * PART) tail = tail * 10 + code - ZERO;
      // Leading zeros are no digits of the number.
      if (head > 0) digits += 1;
    } else if (code === decimal && point === to) point = at;
    // Only an exponent can still make a number of it.
    else return code === SMALL_E || code === LARGE_E ? slowNumber(bytes, from, to, decimal) : Number.NaN;
  }
  const behind = point === to ? 0 : to - point - 1;
  if (start === to || (point < to && to - start === 1) || hasLeadingZero(bytes, start, to)) return Number.NaN;
  if (digits > 2 * PART || behind > 22) return slowNumber(bytes, from, to, decimal);
  const more = digits > PART ? digits - PART : 0;
  const value =
    digits <= SAFE_DIGITS
      ? (head * (POWERS[more] ?? 1) + tail) / (POWERS[behind] ?? 1)
      : wideQuotient(head, more, tail, behind);
  if (Number.isNaN(value)) return slowNumber(bytes, from, to, decimal);
  return first === MINUS ? -value : value;
}

/** Digits that a double surely holds as a whole number. */
const SAFE_DIGITS = 15;

function hasLeadingZero(bytes: Buffer, start: number, to: number): boolean {
  const second = bytes[start + 1] ?? 0;
  return start + 1 < to && bytes[start] === ZERO && second >= ZERO && second <= NINE;
}

const SPLITTER = 2 ** 27 + 1;

/** The rounding error of a × b, found by halves (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const [bigA, bigB] = [SPLITTER * a, SPLITTER * b];
  const [highA, highB] = [bigA - (bigA - a), bigB - (bigB - b)];
  const [lowA, lowB] = [a - highA, b - highB];
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/**
 * (head × 10^more + tail) / 10^behind, rounded once, in a pair of doubles; NaN where it lies too near the middle between
 * two doubles to be sure of the nearer one.
 */
function wideQuotient(head: number, more: number, tail: number, behind: number): number {
  const [scale, divisor] = [POWERS[more] ?? 1, POWERS[behind] ?? 1];
  const top = head * scale;
  const low = productError(head, scale, top) + tail;
  const quotient = top / divisor;
  const product = quotient * divisor;
  const rest = (top - product - productError(quotient, divisor, product) + low) / divisor;
  const sum = quotient + rest;
  const left = quotient - sum + rest;
  const doubt = sum * 2 ** -98;
  return sum + (left + doubt) === sum && sum + (left - doubt) === sum ? sum : Number.NaN;
}

const FULL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function slowNumber(bytes: Buffer, from: number, to: number, decimal: number): number {
  if (to - from > 400) return Number.NaN;
  const text = bytes.toString('latin1', from, to);
  const plain = decimal === POINT ? text : text.replace('.', '?').replace(String.fromCharCode(decimal), '.');
  return FULL.test(plain) && !/^[+-]?0\d/.test(plain) ? Number(plain) : Number.NaN;
}
