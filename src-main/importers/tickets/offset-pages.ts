import { remoteProblem } from '../remote/remote-failure';

interface OffsetPages<T> {
  readonly what: string;
  readonly most: number;
  /** What to do where there are more; `null`: the rest is left. */
  readonly refuseMore: string | null;
  readonly idOf: (item: T) => string;
  /** `total`: how many the list has, as the server counts them at that moment. */
  readonly fetchPage: (offset: number) => Promise<{ readonly items: readonly T[]; readonly total: number }>;
}

/** So often something that was read before may vanish from a list while it is read. */
const MOST_STEPS_BACK = 50;
const MOST_PAGES = 20_000;

/**
 * All items of a list that is paged by offset, each once, in an order that no change of an item moves. Where one in front
 * vanishes, the rest moves up and a page would begin behind one that was never given. So each page begins with the last
 * item of the page before; where it does not, a step back is taken.
 */
export async function offsetPages<T>({
  what,
  most,
  refuseMore,
  idOf,
  fetchPage,
}: OffsetPages<T>): Promise<readonly T[]> {
  const all = new Map<string, T>();
  let offset = 0;
  let anchor: string | null = null;
  let steps = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, total } = await fetchPage(offset);
    const [first] = items;
    if (anchor !== null && (first === undefined || idOf(first) !== anchor)) {
      steps += 1;
      if (steps > MOST_STEPS_BACK)
        throw remoteProblem(`The server’s list of ${what} changes faster than it can be read`, 'Try again later');
      offset = Math.max(0, Math.min(offset, total) - 20);
      anchor = null;
      continue;
    }
    for (const item of items) all.set(idOf(item), item);
    if (refuseMore === null && all.size >= most) return [...all.values()].slice(0, most);
    if (refuseMore !== null && Math.max(all.size, total) > most)
      throw remoteProblem(`The server has more than ${most.toLocaleString('en')} ${what}`, refuseMore);
    if (offset + items.length >= total) return [...all.values()];
    const last = items.at(-1);
    // Fewer than what it counts, and nothing but what was known: somebody may not see the rest.
    if (last === undefined || items.length < 2) {
      steps += 1;
      if (steps > MOST_STEPS_BACK) return [...all.values()];
      offset += Math.max(items.length, 20);
      anchor = null;
    } else {
      anchor = idOf(last);
      offset += items.length - 1;
    }
  }
  throw remoteProblem(`The server’s list of ${what} does not end`, 'Nothing was taken. Tell its administrators');
}
