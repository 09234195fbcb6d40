import type { ColourToken } from '#domain/reports/content';

type Shades = Readonly<Record<'light' | 'dark', string>>;

/** The colours of the screen (its tokens), by the scheme of whoever reads; paper is light. */
const INK = {
  ground: { light: '#f6f7f9', dark: '#0f141b' },
  panel: { light: '#ffffff', dark: '#161d27' },
  line: { light: '#e3e6eb', dark: '#273140' },
  text: { light: '#1b2330', dark: '#e6eaf0' },
  muted: { light: '#556075', dark: '#98a5b8' },
  link: { light: '#2457c5', dark: '#7ea6ff' },
  soft: { light: '#e8eefb', dark: '#1b2740' },
  'on-strong': { light: '#ffffff', dark: '#0f141b' },
  'on-pale': { light: '#1b2330', dark: '#e6eaf0' },
} as const satisfies Readonly<Record<string, Shades>>;

/** The same thing has the same colour on every screen and in every report. */
const TOKENS: Readonly<Record<Exclude<ColourToken, 'none'>, Shades>> = {
  accent: { light: '#2457c5', dark: '#7ea6ff' },
  ok: { light: '#0d7466', dark: '#3fbfa8' },
  watch: { light: '#8f5d12', dark: '#e0a93b' },
  act: { light: '#b93c0a', dark: '#f0764a' },
  silent: { light: '#58657a', dark: '#8fa0b8' },
  unknown: { light: '#c3cad5', dark: '#3b4656' },
  level1: { light: '#7a8598', dark: '#8794a8' },
  level2: { light: '#2f66c8', dark: '#7ea6ff' },
  level3: { light: '#0a7570', dark: '#3fbfa8' },
  grey: { light: '#b4bdca', dark: '#566377' },
};

const PALE: ReadonlySet<ColourToken> = new Set(['unknown', 'grey']);

/** The class that fills with a colour; its letters are those of `uponClass`. */
export const fillClass = (token: ColourToken): string => `f-${token}`;
export const strokeClass = (token: ColourToken): string => `s-${token}`;
export const uponClass = (token: ColourToken): 'on-pale' | 'on-strong' => (PALE.has(token) ? 'on-pale' : 'on-strong');

const colours: Readonly<Record<string, Shades>> = { ...INK, ...TOKENS };

const properties = (scheme: 'light' | 'dark'): string =>
  Object.entries(colours)
    .map(([name, shades]) => `--${name}:${shades[scheme]}`)
    .join(';');

/** Colours as custom properties; dark where a screen asks for it, never on paper. */
export const COLOUR_STYLE = [
  `:root{color-scheme:light dark;${properties('light')}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${properties('dark')}}}`,
  ...Object.keys(TOKENS).map((name) => `.f-${name}{fill:var(--${name})}.s-${name}{stroke:var(--${name})}`),
].join('\n');
