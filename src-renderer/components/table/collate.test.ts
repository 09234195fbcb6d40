import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collate, compareTexts, recollate } from './collate';

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', 'a 10', 'A 9', 'á 9', 'model_1', 'model 1'),
  ),
  {
    maxLength: 200,
  },
);

describe('ranks of texts', () => {
  it('are those of the collator, equal texts share one, empty texts come last', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const { ranks, empty } = collate(list);
        const full = list.map((text, index) => ({ text, rank: ranks[index] ?? -1 })).filter(({ text }) => text !== '');
        const sorted = full.toSorted((a, b) => a.rank - b.rank);
        sorted.forEach((entry, i) => {
          const before = sorted[i - 1];
          if (before)
            expect(Math.sign(compareTexts(before.text, entry.text))).toBe(Math.sign(before.rank - entry.rank));
        });
        list.forEach((text, index) => {
          if (text === '') expect(ranks[index]).toBe(empty);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('put changed texts where a new sort would', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(220), fc.string({ maxLength: 4 })), { maxLength: 8 }),
        (list, edits) => {
          const changed = new Set<number>();
          const after = [...list];
          for (const [index, text] of edits) {
            const at = Math.min(index, after.length);
            after[at] = text;
            changed.add(at);
          }
          expect(recollate(collate(list), after, changed)).toEqual(collate(after));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sorts numbers in texts by their value', () => {
    expect([...collate(['item 10', 'item 9', 'Item 010', 'item']).ranks]).toEqual([2, 1, 2, 0]);
  });
});
