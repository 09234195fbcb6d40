import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLabels, type HistogramBin, LABEL_ROW, namedBins, PLOT, SLANT, shareScale } from './histogram-labels';
import { textWidth } from './text-width';

const size = { width: 276, height: 250 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const bins = fc
  .array(fc.record({ reference: share, current: share }), { minLength: 1, maxLength: 24 })
  .map((list): HistogramBin[] => list.map((one, i) => ({ ...one, label: `${i} to < ${i + 1}` })));
const marked = (list: readonly HistogramBin[], places: readonly number[]): Set<string> =>
  new Set(places.flatMap((place) => list[place % list.length]?.label ?? []));

describe('the changes that are written over bins', () => {
  it('stay within the picture, clear of every bar and of each other (property)', () => {
    fc.assert(
      fc.property(bins, fc.array(fc.nat(30), { minLength: 1, maxLength: 2 }), (list, places) => {
        const labels = changeLabels(list, marked(list, places), size);
        expect(labels).toHaveLength(marked(list, places).size);
        const pitch = (size.width - PLOT.left - PLOT.right) / list.length;
        const plot = size.height - PLOT.top - PLOT.bottom;
        const boxes = labels.map(({ bin, text, over, shift, row }) => {
          const middle = PLOT.left + (bin + 0.5) * pitch + shift;
          const y = PLOT.top + (1 - over / shareScale(list).max) * plot - row * LABEL_ROW;
          return { from: middle - textWidth(text) / 2, to: middle + textWidth(text) / 2, y, over };
        });
        for (const { from, to, y, over } of boxes) {
          expect(from).toBeGreaterThanOrEqual(PLOT.left - 1e-9);
          expect(to).toBeLessThanOrEqual(size.width - PLOT.right + 1e-9);
          expect(y).toBeGreaterThanOrEqual(PLOT.top - 2 * LABEL_ROW);
          for (const [i, one] of list.entries())
            if (PLOT.left + (i + 1) * pitch > from && PLOT.left + i * pitch < to)
              expect(Math.max(one.reference, one.current)).toBeLessThanOrEqual(over);
        }
        const [a, b] = boxes;
        if (a && b && a.from < b.to && b.from < a.to)
          expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(LABEL_ROW - 1e-9);
      }),
    );
  });

  it('say by how many points a bin changed', () => {
    const list = [
      { label: 'a', reference: 0.1, current: 0.005 },
      { label: 'b', reference: 0.1, current: 0.189 },
    ];
    expect(changeLabels(list, new Set(['a', 'b']), size).map(({ text }) => text)).toEqual(['−9.5 pts', '+8.9 pts']);
  });
});

it('names the marked bins, and of the others those that do not touch (property)', () => {
  fc.assert(
    fc.property(bins, fc.nat(30), (list, place) => {
      const names = [...namedBins(list, marked(list, [place]), size)].sort((a, b) => a - b);
      expect(names).toContain(place % list.length);
      const pitch = (size.width - PLOT.left - PLOT.right) / list.length;
      if (list.length <= 6) expect(names).toHaveLength(list.length);
      else
        for (const [i, name] of names.slice(1).entries())
          expect((name - (names[i] ?? 0)) * pitch * Math.sin((SLANT / 180) * Math.PI)).toBeGreaterThanOrEqual(
            LABEL_ROW - 1e-9,
          );
    }),
  );
});
