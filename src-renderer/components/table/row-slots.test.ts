import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlots, bySlot, type RowSlots } from './row-slots';

const views = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 20 });
const range = (start: number, count: number): number[] => Array.from({ length: count }, (_, i) => start + i);

describe('the elements of the rows in sight', () => {
  it('stay with their rows, are never shared, and are no more than needed', () => {
    fc.assert(
      fc.property(views, fc.nat(200), (steps, focused) => {
        let slots: RowSlots = new Map();
        for (const [start, count] of steps) {
          const positions = [...new Set([...range(start, count), focused])];
          const next = assignSlots(slots, positions);
          expect([...next.keys()].sort((a, b) => a - b)).toEqual(positions.toSorted((a, b) => a - b));
          expect(new Set(next.values()).size).toBe(positions.length);
          for (const position of positions)
            if (slots.has(position)) expect(next.get(position)).toBe(slots.get(position));
          // At most 30 rows in sight and the focused one, before and after.
          expect(Math.max(...next.values())).toBeLessThan(31);
          slots = next;
        }
      }),
    );
  });

  it('are listed in a fixed order', () => {
    const slots = assignSlots(assignSlots(new Map(), [0, 1, 2]), [1, 2, 3]);
    expect(bySlot(slots)).toEqual([
      { position: 3, slot: 0 },
      { position: 1, slot: 1 },
      { position: 2, slot: 2 },
    ]);
  });
});
