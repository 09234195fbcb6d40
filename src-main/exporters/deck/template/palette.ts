import type { ColourToken } from '#domain/reports/content';
import { attributeOf, findAll, findFirst, type XmlElement } from '../package/xml';
import { contrast, distance, hue, luminance, mix, saturation } from './colour-maths';

/** A colour as a slide names it (of the theme, never as red, green and blue), and what it comes to in this template. */
export interface Colour {
  readonly xml: string;
  /** `RRGGBB`; only to measure contrast with. */
  readonly hex: string;
}

/** `pale`: lines and grounds; `muted`: words that stand back. */
export type Tone = Exclude<ColourToken, 'none'> | 'text' | 'muted' | 'pale' | 'ground';

export interface Palette {
  readonly of: (tone: Tone) => Colour;
  /** Words upon a bar of this colour. */
  readonly upon: (colour: Colour) => Colour;
  /** The master shows a picture instead of a colour. */
  readonly picture: boolean;
}

const WHITE = 'FFFFFF';
const BLACK = '000000';
/** Contrast of a line or bar against its ground, and of words (WCAG 2.2). */
const SEEN = 3;
const READ = 4.5;
const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'tx2'] as const;
const USUAL_MAP: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

const named = (key: string, inner = ''): string =>
  inner === '' ? `<a:schemeClr val="${key}"/>` : `<a:schemeClr val="${key}">${inner}</a:schemeClr>`;

/** The colours of a theme by their name there. */
function schemeOf(theme: XmlElement): ReadonlyMap<string, string> {
  const scheme = findFirst(theme, 'clrScheme');
  return new Map(
    (scheme?.children ?? []).flatMap((one) => {
      const [colour] = one.children;
      const hex = colour && (attributeOf(colour, 'lastClr') ?? attributeOf(colour, 'val'));
      return hex !== undefined && /^[0-9A-Fa-f]{6}$/.test(hex) ? [[one.name, hex.toUpperCase()] as const] : [];
    }),
  );
}

/** The accents of our own theme are the colours of the product, so that the same thing has the same colour on screen and slide. */
const OWN: Partial<Record<Tone, string>> = {
  accent: 'accent1',
  act: 'accent2',
  ok: 'accent3',
  watch: 'accent4',
  silent: 'accent5',
  level1: 'accent6',
  level2: 'accent1',
  level3: 'accent3',
};

/**
 * Which colours of a theme can be read on the ground of this master, and told apart. State never hangs on hue alone: words
 * and order carry it, for a client's theme may have one colour or none.
 */
export function paletteOf(theme: XmlElement, master: XmlElement, own: boolean): Palette {
  const scheme = schemeOf(theme);
  const map = findFirst(master, 'clrMap')?.attributes ?? {};
  const hexOf = (key: string): string =>
    scheme.get(map[key] ?? USUAL_MAP[key] ?? key) ?? (key === 'bg1' ? WHITE : BLACK);
  const background = groundOf(master, hexOf);
  const key = contrast(hexOf('tx1'), background) >= READ ? 'tx1' : 'bg1';
  const text: Colour = { xml: named(key), hex: hexOf(key) };
  const dark = luminance(text.hex) < luminance(background);
  const shade = (share: number): Colour => ({
    xml: named(
      key,
      `<a:lumMod val="${Math.round((1 - share) * 100)}000"/>${dark ? `<a:lumOff val="${Math.round(share * 100)}000"/>` : ''}`,
    ),
    hex: mix(text.hex, dark ? WHITE : BLACK, share),
  });
  const accents = ACCENTS.map((name): Colour => ({ xml: named(name), hex: hexOf(name) }));
  const seen = accents.filter(({ hex }) => contrast(hex, background) >= SEEN);
  const first = seen.find(({ hex }) => saturation(hex) > 40) ?? seen.at(-1) ?? text;
  const apart = (from: readonly Colour[], least: number) => (colour: Colour) =>
    from.every(({ hex }) => distance(hex, colour.hex) > least);
  const [grey, soft] = [shade(0.45), shade(0.65)];
  const second = seen.find(apart([first, grey], 90)) ?? shade(0.2);
  const third = seen.find(apart([first, second, grey], 70)) ?? shade(0.3);
  // What is well is never drawn in a colour that warns, whatever the theme has.
  const within = (from: number, to: number, least: readonly Colour[]) => (colour: Colour) =>
    saturation(colour.hex) > 40 && hue(colour.hex) >= from && hue(colour.hex) <= to && apart(least, 60)(colour);
  const red = (least: readonly Colour[]) => (colour: Colour) =>
    within(0, 35, least)(colour) || within(340, 360, least)(colour);
  const act = seen.find(red([first, grey])) ?? seen.find(red([grey])) ?? second;
  const watch = seen.find(within(36, 75, [act, grey])) ?? seen.find(within(190, 300, [act, grey])) ?? third;
  const well =
    seen.find(within(80, 189, [act, watch, grey])) ?? seen.find(within(190, 300, [act, watch, grey])) ?? soft;
  const tones: Readonly<Record<Tone, Colour>> = {
    text,
    muted: contrast(shade(0.35).hex, background) >= READ ? shade(0.35) : text,
    pale: shade(0.85),
    ground: { xml: named(key === 'tx1' ? 'bg1' : 'tx1'), hex: background },
    grey: soft,
    accent: first,
    act,
    watch,
    ok: well,
    silent: grey,
    unknown: shade(0.8),
    level1: grey,
    level2: first,
    level3: second,
  };
  const ours = (tone: Tone): Colour | undefined => {
    const name = own ? OWN[tone] : undefined;
    return name === undefined ? undefined : { xml: named(name), hex: hexOf(name) };
  };
  const opposite: Colour = { xml: named(key === 'tx1' ? 'bg1' : 'tx1'), hex: hexOf(key === 'tx1' ? 'bg1' : 'tx1') };
  return {
    of: (tone) => ours(tone) ?? tones[tone],
    upon: ({ hex }) => (contrast(text.hex, hex) >= contrast(opposite.hex, hex) ? text : opposite),
    picture: findAll(master, 'bg').some((ground) => findFirst(ground, 'blip') !== undefined),
  };
}

function groundOf(master: XmlElement, hexOf: (key: string) => string): string {
  const ground = findFirst(master, 'bg');
  const typed = findFirst(ground, 'srgbClr')?.attributes.val;
  if (typed !== undefined && /^[0-9A-Fa-f]{6}$/.test(typed)) return typed.toUpperCase();
  const name = findFirst(ground, 'schemeClr')?.attributes.val;
  return name === undefined || name === 'phClr' ? hexOf('bg1') : hexOf(name);
}
