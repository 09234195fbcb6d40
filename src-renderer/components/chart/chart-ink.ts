/** The colours and the type of a chart, as they are in the page's theme now. */
export interface ChartInk {
  readonly panel: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  /** Grid lines. */
  readonly line: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly ok: string;
  readonly watch: string;
  readonly act: string;
  readonly silent: string;
  /** The same level has the same colour on every screen. */
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly font: string;
}

const TOKENS = {
  panel: '--mf-panel',
  text: '--mf-text',
  muted: '--mf-muted',
  faint: '--mf-faint',
  line: '--mf-line',
  accent: '--mf-accent',
  accentSoft: '--mf-accent-soft',
  ok: '--mf-ok',
  watch: '--mf-watch',
  act: '--mf-act',
  silent: '--mf-silent',
  level1: '--mf-level-1',
  level2: '--mf-level-2',
  level3: '--mf-level-3',
} as const satisfies Readonly<Record<Exclude<keyof ChartInk, 'font'>, string>>;

/** `read` answers the value of a custom property of the page. */
export function inkFrom(read: (token: string) => string, font: string): ChartInk {
  const colour = (name: keyof typeof TOKENS): string => read(TOKENS[name]).trim();
  return {
    panel: colour('panel'),
    text: colour('text'),
    muted: colour('muted'),
    faint: colour('faint'),
    line: colour('line'),
    accent: colour('accent'),
    accentSoft: colour('accentSoft'),
    ok: colour('ok'),
    watch: colour('watch'),
    act: colour('act'),
    silent: colour('silent'),
    level1: colour('level1'),
    level2: colour('level2'),
    level3: colour('level3'),
    font,
  };
}
