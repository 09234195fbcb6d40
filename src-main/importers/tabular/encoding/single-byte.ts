import { decoderOf } from './decode';
import { HEAD_START, LETTER_MODELS, type LetterModel, MARKS } from './letters';

/** How much likelier a text is than bytes by chance, in nats, if it is written so. */
export interface Likelihood {
  readonly encoding: string;
  readonly nats: number;
}

const HIGH = 128;
/** Shares of letters, marks and everything else among the characters beside ASCII. */
const SHARES = { letters: 0.93, marks: 0.06, others: 0.01 } as const;
/** How often a letter is a capital, which hardly ever stands behind a small one. */
const CAPITALS = 0.06;
const CAPITAL_INSIDE = -3;
/** A letter beside ASCII that stands alone is a word of few languages; else, as a mark inside a word, it is a dash or a quote of another encoding. */
const ODD_PLACE = -6;
const WORDS_OF_ONE_LETTER = /[àèéóúêôâåöæøí]/i;
/** No other mark stands between two letters. */
const INSIDE_WORDS = /[’–—‘·]/;
const IMPOSSIBLE = -8;

interface Table {
  readonly encoding: string;
  readonly model: LetterModel;
  /** Nats of each byte from 0x80 on. */
  readonly nats: Float64Array;
  /** 1 small letter, 2 capital, 0 other. */
  readonly cases: Uint8Array;
  /** 1 for a letter that is no word, 2 for a mark that stands in no word. */
  readonly places: Uint8Array;
}

const decoded = new Map<string, readonly string[]>();

/** The characters of the bytes from 0x80 on. */
export function highCharacters(encoding: string): readonly string[] {
  const known = decoded.get(encoding);
  if (known) return known;
  const decode = decoderOf(encoding);
  const characters = Array.from({ length: HIGH }, (_, index) => decoderOf(encoding)(Buffer.from([HIGH + index]), true));
  decode(Buffer.alloc(0), true);
  decoded.set(encoding, characters);
  return characters;
}

let tables: readonly Table[] | null = null;

const allTables = (): readonly Table[] =>
  (tables ??= LETTER_MODELS.flatMap((model) => model.encodings.map((encoding) => tableOf(encoding, model))));

function tableOf(encoding: string, model: LetterModel): Table {
  const chance = new Map<string, number>();
  for (const [letter, weight] of weighted(model.letters, SHARES.letters)) {
    chance.set(letter, weight);
    const capital = letter.toUpperCase();
    if (capital !== letter && capital.length === 1) chance.set(capital, weight * CAPITALS);
  }
  const marks = model.letters === '' ? SHARES.letters + SHARES.marks : SHARES.marks;
  for (const [mark, weight] of weighted(MARKS, marks)) chance.set(mark, weight);
  const characters = highCharacters(encoding);
  const nats = Float64Array.from(characters, (character) => natsOf(character, chance));
  const cases = Uint8Array.from(characters, caseOf);
  const places = Uint8Array.from(characters, (character) => placeOf(character, model));
  return { encoding, model, nats, cases, places };
}

/** The share of each character, the first one having the largest. */
function weighted(characters: string, share: number): readonly (readonly [string, number])[] {
  const each = [...characters];
  const sum = each.reduce((total, _, rank) => total + 1 / (rank + 2), 0);
  return each.map((character, rank) => [character, share / (rank + 2) / sum]);
}

function natsOf(character: string, chance: ReadonlyMap<string, number>): number {
  if (character === '\ufffd' || /\p{Cc}|\p{Co}/u.test(character)) return IMPOSSIBLE;
  return Math.log((chance.get(character) ?? SHARES.others / 70) * HIGH);
}

function placeOf(character: string, { wholeWords }: LetterModel): number {
  if (/\p{L}/u.test(character)) return wholeWords || WORDS_OF_ONE_LETTER.test(character) ? 0 : 1;
  return INSIDE_WORDS.test(character) ? 0 : 2;
}

function caseOf(character: string): number {
  if (/\p{Ll}/u.test(character)) return 1;
  return /\p{Lu}/u.test(character) ? 2 : 0;
}

/** Each encoding with one byte a character, under the language in which the text is likeliest. */
export function singleByteLikelihoods(sample: Uint8Array): readonly Likelihood[] {
  const best = new Map<string, number>();
  for (const table of allTables()) {
    const nats = natsUnder(table, sample) - (HEAD_START[table.encoding] ?? 0);
    if (nats > (best.get(table.encoding) ?? Number.NEGATIVE_INFINITY)) best.set(table.encoding, nats);
  }
  return [...best].map(([encoding, nats]) => ({ encoding, nats }));
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte >= HIGH || ((byte | 32) >= 97 && (byte | 32) <= 122));

function natsUnder({ nats, cases, places, model }: Table, sample: Uint8Array): number {
  // By chance a byte beside ASCII would be followed by another one as often as not.
  const [together, apart] = model.wholeWords ? [Math.log(1.7), Math.log(0.3)] : [Math.log(0.16), Math.log(1.84)];
  let total = 0;
  let before = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte < HIGH) {
      before = byte >= 97 && byte <= 122 ? 1 : 0;
      continue;
    }
    const now = cases[byte - HIGH] ?? 0;
    total += nats[byte - HIGH] ?? 0;
    total += (sample[at + 1] ?? 0) >= HIGH ? together : apart;
    if (now === 2 && before === 1) total += CAPITAL_INSIDE;
    const [left, right] = [isLetter(sample[at - 1]), isLetter(sample[at + 1])];
    if ((places[byte - HIGH] === 1 && !left && !right) || (places[byte - HIGH] === 2 && left && right))
      total += ODD_PLACE;
    before = now;
  }
  return total;
}
