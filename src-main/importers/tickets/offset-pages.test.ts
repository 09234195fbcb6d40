import { describe, expect, it } from 'vitest';
import { offsetPages } from './offset-pages';

/** A list that is changed while it is read, and its pages of at most three. */
function reading(list: string[], change: (page: number) => void, most = 1_000): Promise<readonly string[]> {
  let page = 0;
  return offsetPages({
    what: 'tickets',
    most,
    refuseMore: 'Narrow the connection',
    idOf: (item) => item,
    fetchPage: async (offset) => {
      change(page++);
      return { items: list.slice(offset, offset + 3), total: list.length };
    },
  });
}
const letters = (text: string): string[] => [...text];

describe('a list that is paged by offset', () => {
  it.each(['', 'a', 'abc', 'abcd', 'abcdefghij'])('is read to its end: %s', async (text) => {
    expect(await reading(letters(text), () => undefined)).toEqual(letters(text));
  });

  it.each([1, 2, 3])('loses none where some in front vanish before page %i', async (when) => {
    const list = letters('abcdefghijkl');
    const found = await reading(list, (page) => {
      if (page === when) list.splice(0, 2);
    });
    expect(found).toEqual(expect.arrayContaining(letters('cdefghijkl')));
  });

  it('gives each once where one comes in front', async () => {
    const list = letters('bcdefgh');
    const found = await reading(list, (page) => {
      if (page === 1) list.unshift('a');
    });
    expect([...found].sort().join('')).toMatch(/^a?bcdefgh$/);
  });

  it('ends where it changes without end, or is longer than anybody reads', async () => {
    const list = letters('abcdefgh');
    let next = 0;
    await expect(reading(list, () => list.unshift(`new ${next++}`))).rejects.toThrow(
      /changes faster than it can be read/,
    );
    await expect(reading(letters('abcdefgh'), () => undefined, 5)).rejects.toThrow(/more than 5 tickets. Narrow/);
  });

  it('ends where fewer may be seen than are counted', async () => {
    const pages = offsetPages({
      what: 'tickets',
      most: 1_000,
      refuseMore: 'x',
      idOf: (item: string) => item,
      fetchPage: async (offset) => ({ items: letters('ab').slice(offset, offset + 3), total: 900 }),
    });
    expect(await pages).toEqual(['a', 'b']);
  });
});
