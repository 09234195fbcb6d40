import type { Output } from '#contract/index';

type Found = Pick<Output<'search.find'>['hits'][number], 'kind' | 'id'>;
export type RecentThing = Found;

const KEY = 'modelfolio.recent';
const MOST = 20;
const MOST_PORTFOLIOS = 12;

const PLACES: readonly { readonly kind: Found['kind']; readonly path: RegExp }[] = [
  { kind: 'model', path: /^\/(?:models|monitoring)\/([^/]+)$/ },
  { kind: 'incident', path: /^\/incidents\/([^/]+)$/ },
  { kind: 'scenario', path: /^\/investment\/([^/]+)(?:\/options)?$/ },
  { kind: 'assessment', path: /^\/assessments\/([^/]+)(?:\/result)?$/ },
];
/** Pages of their own, which are no thing. */
const PAGES: ReadonlySet<string> = new Set(['meeting', 'compare', 'start', 'vendors', 'measure']);

/** The thing that a page is about; `null`: it is about none. */
export function thingOf(pathname: string): RecentThing | null {
  for (const { kind, path } of PLACES) {
    const id = path.exec(pathname)?.[1];
    if (id !== undefined && !PAGES.has(id)) return { kind, id: decodeURIComponent(id) };
  }
  return null;
}

const isThing = (value: unknown): value is RecentThing =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'kind' in value &&
  PLACES.some(({ kind }) => kind === value.kind);

/** The latest first, by portfolio; only ids are kept, never names. */
function readAll(): [string, readonly RecentThing[]][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((entry: unknown): [string, readonly RecentThing[]][] =>
      Array.isArray(entry) && typeof entry[0] === 'string' && Array.isArray(entry[1])
        ? [[entry[0], entry[1].filter(isThing).slice(0, MOST)]]
        : [],
    );
  } catch {
    return [];
  }
}

/** What was opened lately in a portfolio on this computer, the last first. */
export const recentThings = (portfolio: string): readonly RecentThing[] =>
  readAll().find(([of]) => of === portfolio)?.[1] ?? [];

export function noteThing(portfolio: string, thing: RecentThing): void {
  const all = readAll();
  const own = all.find(([of]) => of === portfolio)?.[1] ?? [];
  const rest = own.filter(({ kind, id }) => kind !== thing.kind || id !== thing.id);
  const others = all.filter(([of]) => of !== portfolio).slice(0, MOST_PORTFOLIOS - 1);
  try {
    localStorage.setItem(KEY, JSON.stringify([[portfolio, [thing, ...rest].slice(0, MOST)], ...others]));
  } catch {
    // A full store forgets what was recent, and nothing else.
  }
}
