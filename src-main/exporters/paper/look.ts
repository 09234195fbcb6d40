import type { ColourToken } from '#domain/reports/content';

/** The light colours of the screen, for a slide is white paper. Inches and points. */
export const INK = {
  background: 'F6F7F9',
  panel: 'FFFFFF',
  hairline: 'E3E6EB',
  text: '1B2330',
  muted: '5B667A',
  accent: '2457C5',
  soft: 'E8EEFB',
} as const;

export const COLOURS: Readonly<Record<Exclude<ColourToken, 'none'>, string>> = {
  accent: INK.accent,
  ok: '0F7B6C',
  watch: 'B7791F',
  act: 'C2410C',
  silent: '64748B',
  unknown: 'C3CAD5',
  level1: '8A94A6',
  level2: '3B6FD4',
  level3: '0B7A75',
  grey: 'B4BDCA',
};

/** Metric-compatible letters are on every system: PowerPoint, Keynote and LibreOffice lay out alike. */
export const FONT = 'Arial';

export const SLIDE = { width: 13.333, height: 7.5 } as const;
export const MARGIN = 0.5;
export const GAP = 0.18;
/** Where the blocks of a slide lie. */
export const BODY = { top: 1.95, bottom: 6.92 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
