import { COMMON_SIGNS } from './letters';
import type { Likelihood } from './single-byte';

/** Two bytes by chance, both beside ASCII. */
const PAIRS = 128 * 128;
const INVALID = -8;
/** Share of the frequent signs in a text. */
const COMMON = 0.35;

/** How a pair of bytes is read: the share of its class in a text and how many signs the class has. */
type ClassOf = (lead: number, trail: number) => readonly [share: number, signs: number] | null;

const RARE = [0.003, 9_000] as const;

const CLASSES: readonly (readonly [encoding: string, classOf: ClassOf])[] = [
  [
    'gb18030',
    (lead, trail) => {
      if (lead < 0x81 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return null;
      if (trail < 0xa1 || lead < 0xa1) return RARE;
      if (lead >= 0xb0 && lead <= 0xd7) return [0.86, 3_755];
      if (lead >= 0xd8 && lead <= 0xf7) return [0.03, 3_008];
      return lead === 0xa1 ? [0.07, 94] : lead === 0xa3 ? [0.03, 94] : RARE;
    },
  ],
  [
    'big5',
    (lead, trail) => {
      if (lead < 0x81 || lead === 0xff || trail < 0x40 || (trail > 0x7e && trail < 0xa1) || trail === 0xff) return null;
      if (lead >= 0xa4 && lead <= 0xc6) return [0.88, 5_401];
      if (lead >= 0xc9 && lead <= 0xf9) return [0.02, 7_652];
      return lead >= 0xa1 && lead <= 0xa3 ? [0.08, 408] : RARE;
    },
  ],
  [
    'shift_jis',
    (lead, trail) => {
      const leads = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
      if (!leads || trail < 0x40 || trail === 0x7f || trail > 0xfc) return null;
      if (lead === 0x82 && trail >= 0x9f) return [0.38, 83];
      if (lead === 0x83 && trail <= 0x96) return [0.14, 86];
      if (lead === 0x81) return [0.06, 147];
      if (lead >= 0x88 && lead <= 0x97) return [0.4, 2_965];
      return lead === 0x82 ? [0.01, 62] : RARE;
    },
  ],
  [
    'euc-kr',
    (lead, trail) => {
      if (lead < 0x81 || lead > 0xfd || trail < 0x41 || trail === 0xff) return null;
      if (trail < 0xa1 || lead < 0xa1) return RARE;
      if (lead >= 0xb0 && lead <= 0xc8) return [0.94, 2_350];
      return lead <= 0xa3 ? [0.04, 282] : RARE;
    },
  ],
  [
    'euc-jp',
    (lead, trail) => {
      if (lead === 0x8e) return trail >= 0xa1 && trail <= 0xdf ? [0.005, 63] : null;
      if (lead < 0xa1 || lead > 0xfc || trail < 0xa1 || trail > 0xfe) return null;
      if (lead === 0xa4) return [0.38, 83];
      if (lead === 0xa5) return [0.14, 86];
      if (lead >= 0xb0 && lead <= 0xcf) return [0.4, 2_965];
      return lead === 0xa1 ? [0.07, 94] : RARE;
    },
  ],
];

/** Japanese in Shift_JIS may also hold katakana of half width, of one byte each. */
const isHalfWidth = (encoding: string, byte: number): boolean =>
  encoding === 'shift_jis' && byte >= 0xa1 && byte <= 0xdf;

/** Each encoding with two bytes a sign; those under which the text holds what cannot be are far below the others. */
export function doubleByteLikelihoods(sample: Uint8Array): readonly Likelihood[] {
  return CLASSES.map(([encoding, classOf]) => ({
    encoding,
    nats: natsOfPairs(sample, encoding, classOf) + natsOfCommonSigns(sample, encoding),
  }));
}

function natsOfPairs(sample: Uint8Array, encoding: string, classOf: ClassOf): number {
  let total = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    if (isHalfWidth(encoding, lead)) {
      total += Math.log((0.02 / 63) * 128);
      continue;
    }
    const found = classOf(lead, sample[at + 1] ?? 0);
    if (!found) {
      total += INVALID;
      continue;
    }
    const [share, signs] = found;
    at += 1;
    // Signs come in runs: behind one there is mostly another.
    total += Math.log((share / signs) * PAIRS) + Math.log((sample[at + 1] ?? 0) >= 0x80 ? 1.6 : 0.4);
  }
  return total;
}

/** What the frequent signs add over the average of their class. */
function natsOfCommonSigns(sample: Uint8Array, encoding: string): number {
  const common = COMMON_SIGNS[encoding === 'euc-jp' ? 'shift_jis' : encoding] ?? '';
  const extra = Math.max(0, Math.log(COMMON / common.length / (0.88 / 3_755)));
  const text = new TextDecoder(encoding).decode(sample);
  let found = 0;
  for (const sign of text) if (sign.charCodeAt(0) >= 0x80 && common.includes(sign)) found += 1;
  return found * extra;
}
