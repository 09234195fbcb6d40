import { remoteProblem } from './remote-failure';

const MOST_PAGES = 10_000;

/** One page of a list; a token that is absent, empty or null says that it is the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: unknown;
}

/**
 * All items of a list that comes in pages. It stops at a token that was given before: such a server would go on for ever.
 *
 * @param fetchPage asks for one page; `null`: the first
 * @param most more items than this are refused, not cut
 * @param narrower what to do then
 */
export async function allPages<T>(
  what: string,
  most: number,
  fetchPage: (token: string | null) => Promise<Page<T>>,
  narrower = 'Narrow the connection to a workspace. Nothing was taken',
): Promise<readonly T[]> {
  const all: T[] = [];
  const given = new Set<string>();
  let token: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next }: Page<T> = await fetchPage(token);
    for (const item of items) all.push(item);
    if (all.length > most)
      throw remoteProblem(`The server has more than ${most.toLocaleString('en')} ${what}`, narrower);
    if (typeof next !== 'string' || next === '') return all;
    if (given.has(next))
      throw remoteProblem(
        `The server gives the same page of its ${what} again and again`,
        'Nothing was taken. Tell its administrators',
      );
    given.add(next);
    token = next;
  }
  throw remoteProblem(`The server’s list of ${what} does not end`, 'Nothing was taken. Tell its administrators');
}
