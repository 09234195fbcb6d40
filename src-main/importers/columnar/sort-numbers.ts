/** Below this a comparison sort is quicker than passes over the bits. */
const RADIX_FROM = 20_000;

const SIGN = 0x80000000;
/** Bits of one digit; three digits are one half of a double. */
const BITS = 11;
const DIGITS = 2 ** BITS;
const LAST = DIGITS - 1;

/** Up to this many numbers are put in order one by one. */
const FEW = 12;

/** Memory to move numbers to and fro in, used again for one column after the other. */
export class SortSpace {
  private bits = new Uint32Array(0);

  of(length: number): Uint32Array<ArrayBuffer> {
    if (this.bits.length < length) this.bits = new Uint32Array(length);
    return this.bits.subarray(0, length);
  }
}

/** Sorts in place, ascending, without NaN in it; a million numbers take about 25 ms, a fifth of what `sort()` does. */
export function sortNumbers(values: Float64Array<ArrayBuffer>, space: SortSpace): Float64Array<ArrayBuffer> {
  return values.length < RADIX_FROM ? values.sort() : radixSort(values, space);
}

/**
 * Least significant digit first. The bits of a double are in its own order once negative ones are inverted and positive
 * ones have the sign bit set. Where the upper halves alone tell nearly all apart, the lower ones are looked at only
 * within each run of equal upper halves.
 */
function radixSort(values: Float64Array<ArrayBuffer>, space: SortSpace): Float64Array<ArrayBuffer> {
  const own = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  let from = own;
  let to = space.of(own.length);
  makeSortable(from);
  const move = (half: number, counts: readonly Uint32Array[]): void => {
    for (const [digit, places] of counts.entries()) {
      if (!moveByDigit(from, to, half, digit * BITS, places)) continue;
      const sorted = to;
      to = from;
      from = sorted;
    }
  };
  const upper = countDigits(from, 1);
  const different = upper.reduce((most, counts) => most * counts.reduce((sum, n) => (n > 0 ? sum + 1 : sum), 0), 1);
  if (different < values.length) move(0, countDigits(from, 0));
  move(1, upper);
  if (from !== own) own.set(from);
  restore(own);
  sortRuns(own, values);
  return values;
}

function makeSortable(bits: Uint32Array): void {
  for (let at = 0; at < bits.length; at += 2) {
    const upper = bits[at + 1] ?? 0;
    if (upper < SIGN) bits[at + 1] = upper + SIGN;
    else {
      bits[at] = ~(bits[at] ?? 0);
      bits[at + 1] = ~upper;
    }
  }
}

/** How often each digit comes in each of the three places of one half, the lowest place first. */
function countDigits(bits: Uint32Array, half: number): Uint32Array[] {
  const [low, middle, high] = [new Uint32Array(DIGITS), new Uint32Array(DIGITS), new Uint32Array(DIGITS)];
  for (let at = half; at < bits.length; at += 2) {
    const word = bits[at] ?? 0;
    const [first, second, third] = [word & LAST, (word >>> BITS) & LAST, word >>> (2 * BITS)];
    low[first] = (low[first] ?? 0) + 1;
    middle[second] = (middle[second] ?? 0) + 1;
    high[third] = (high[third] ?? 0) + 1;
  }
  return [low, middle, high];
}

/** One pass; `false` when all have the same digit, so that there is nothing to move. `places` are counts at first. */
function moveByDigit(from: Uint32Array, to: Uint32Array, half: number, shift: number, places: Uint32Array): boolean {
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = places[digit] ?? 0;
    if (2 * count === from.length) return false;
    places[digit] = place;
    place += 2 * count;
  }
  for (let at = 0; at < from.length; at += 2) {
    const digit = ((from[at + half] ?? 0) >>> shift) & LAST;
    const target = places[digit] ?? 0;
    places[digit] = target + 2;
    to[target] = from[at] ?? 0;
    to[target + 1] = from[at + 1] ?? 0;
  }
  return true;
}

function restore(bits: Uint32Array): void {
  for (let at = 0; at < bits.length; at += 2) {
    const upper = bits[at + 1] ?? 0;
    if (upper >= SIGN) bits[at + 1] = upper - SIGN;
    else {
      bits[at] = ~(bits[at] ?? 0);
      bits[at + 1] = ~upper;
    }
  }
}

/** Orders each run whose upper halves are the same. */
function sortRuns(bits: Uint32Array, values: Float64Array): void {
  let begin = 0;
  for (let at = 1; at <= values.length; at++) {
    if (at < values.length && bits[2 * at + 1] === bits[2 * begin + 1]) continue;
    if (at - begin > 1) sortRun(values, begin, at);
    begin = at;
  }
}

function sortRun(values: Float64Array, begin: number, end: number): void {
  if (end - begin > FEW) {
    const run = values.subarray(begin, end);
    if (!isAscending(run)) run.sort();
    return;
  }
  for (let at = begin + 1; at < end; at++) {
    const value = values[at] ?? 0;
    let place = at;
    for (; place > begin && (values[place - 1] ?? 0) > value; place--) values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}

function isAscending(values: Float64Array): boolean {
  for (let at = 1; at < values.length; at++) if ((values[at - 1] ?? 0) > (values[at] ?? 0)) return false;
  return true;
}
