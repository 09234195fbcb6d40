/** One line of the table of `npm run bench`. Less is better in all of them. */
export type Figure = Measured | LeftOut;

interface Measured {
  /** With its unit: `import of a CSV file, s`. */
  readonly what: string;
  /** What it is measured of, one for each of `ours`: `100,000 models`. */
  readonly of: readonly string[];
  /** `null`: this system does not say it. */
  readonly ours: readonly (number | null)[];
  readonly peer?: Peer;
  readonly bar?: Bar;
}

interface Peer {
  readonly name: string;
  readonly value: number;
}

interface Bar {
  readonly most: number;
  /** What is held against it; the last of `ours` where it is not said. */
  readonly value?: number | null;
  /** What the bar is of where that is not the last of `ours`: `at 100,000`. */
  readonly of?: string;
}

interface LeftOut {
  readonly what: string;
  readonly leftOut: string;
}

/** A figure of one size. */
export function figure(
  what: string,
  of: string,
  ours: number | null,
  more: { readonly most?: number; readonly peer?: Peer } = {},
): Figure {
  const { most, peer } = more;
  return { what, of: [of], ours: [ours], ...(peer && { peer }), ...(most !== undefined && { bar: { most } }) };
}

const HEAD = ['what', 'of', 'ours', 'slope', 'peer', 'peer / ours', 'bar', ''] as const;
const ALIGN = ['---', '---', '---:', '---:', '---:', '---:', '---:', '---'] as const;

/** In Markdown, so that README quotes it as it is. The slope is the last size's figure over that of the size before. */
export function figuresTable(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(HEAD), line(ALIGN), ...figures.map((one) => line(cellsOf(one)))].join('\n');
}

/** Those that are over their bar. */
export const missedOf = (figures: readonly Figure[]): readonly Figure[] => figures.filter((one) => held(one) === false);

function cellsOf(one: Figure): readonly string[] {
  if ('leftOut' in one) return [one.what, `left out: ${one.leftOut}`, '', '', '', '', '', ''];
  const { what, of, ours, peer, bar } = one;
  const last = ours.at(-1) ?? null;
  const before = ours.at(-2) ?? null;
  const is = held(one);
  return [
    what,
    of.join(' · '),
    ours.map(number).join(' · '),
    last !== null && before !== null && before > 0 ? number(last / before) : '',
    peer ? `${number(peer.value)} (${peer.name})` : '',
    peer && last !== null && last > 0 && peer.value > 0 ? number(peer.value / last) : '',
    bar ? [number(bar.most), bar.of ?? ''].join(' ').trim() : '',
    is === null ? '' : is ? 'met' : '**missed**',
  ];
}

/** `null`: there is no bar, or nothing to hold against it. */
function held(one: Figure): boolean | null {
  if ('leftOut' in one || !one.bar) return null;
  const { most, value = one.ours.at(-1) ?? null } = one.bar;
  return value === null || Number.isNaN(value) ? null : value <= most;
}

function number(value: number | null): string {
  if (value === null || Number.isNaN(value)) return 'unknown here';
  return value < 10 ? value.toFixed(value < 1 ? 2 : 1) : Math.round(value).toLocaleString('en-US');
}
