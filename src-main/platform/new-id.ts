import { randomBytes } from 'node:crypto';

/** Crockford's base 32, whose letters sort as their values do. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
/** 45 bits of a millisecond: until the year 3084. */
const TIME_LETTERS = 9;
const CHANCE_LETTERS = LENGTH - TIME_LETTERS;
/** Chance starts in the lower half of its 35 bits, so that counting up within a millisecond never runs over. */
const CHANCES = 2 ** (5 * CHANCE_LETTERS - 1);

let moment = 0;
let momentText = '';
let chance = 0;

/**
 * An id for a row: 16 characters, a millisecond followed by 35 bits of chance, each id of a process greater than the one
 * before, as ULIDs are. The rows of an import so lie in the file in the order in which they came: every index grows at
 * its end, where ids of pure chance would write each of its pages many times over.
 *
 * Whoever knows one can guess the next: what must not be guessed is a `secretId`.
 */
export function newId(): string {
  const now = Date.now();
  if (now > moment) {
    moment = now;
    momentText = inBase32(moment, TIME_LETTERS);
    chance = randomBytes(6).readUIntBE(0, 6) % CHANCES;
  } else {
    chance += 1;
  }
  return momentText + inBase32(chance, CHANCE_LETTERS);
}

/** 80 bits of pure chance, for what opens something to whoever knows it. */
export function secretId(): string {
  let id = '';
  for (const byte of randomBytes(LENGTH)) id += ALPHABET[byte & 31];
  return id;
}

/** The lowest letters of a whole number that may have more than 32 bits. */
function inBase32(value: number, letters: number): string {
  let text = '';
  let rest = value;
  for (let letter = 0; letter < letters; letter += 1) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
