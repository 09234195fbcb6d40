import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { svgOf } from '../../../components/chart/chart-svg';
import { sampleInk } from '../../../components/chart/testing/sample-ink';
import { compareChart, type SavedSoFar, shownAtFirst } from './compare-chart';

const saved = (id: string, ...flows: readonly number[]): SavedSoFar => ({
  id,
  name: `Scenario ${id}`,
  currency: 'EUR',
  result: { flows: [...flows] },
});
const small = saved('small', -100, 80, 80);
const middle = saved('middle', -200, 150, 200);
const huge = saved('huge', -100, 30_000, 40_000);
const ids = (heads: readonly SavedSoFar[]) => heads.map(({ id }) => id);

describe('shownAtFirst', () => {
  it('leaves out what would make flat lines of the others, and keeps the order', () => {
    expect(ids(shownAtFirst([small, huge, middle]))).toEqual(['small', 'middle']);
    expect(ids(shownAtFirst([middle, small]))).toEqual(['middle', 'small']);
  });

  it('keeps two at least, however far apart they are', () => {
    expect(ids(shownAtFirst([small, huge]))).toEqual(['small', 'huge']);
    expect(ids(shownAtFirst([saved('none', 0, 0), small, huge]))).toHaveLength(2);
  });

  it('never leaves out the smallest two, and never one that is less than five times another that is shown', () => {
    const heads = fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(heads, (flows) => {
        const all = flows.map((row, at) => saved(String(at), ...row));
        const shown = shownAtFirst(all);
        const left = all.filter((head) => !shown.includes(head));
        const reach = ({ result }: SavedSoFar) =>
          Math.max(...result.flows.map((_, at) => Math.abs(result.flows.slice(0, at + 1).reduce((p, q) => p + q, 0))));
        const most = Math.max(...shown.map(reach));
        expect(shown.length).toBeGreaterThanOrEqual(2);
        for (const head of left) expect(reach(head)).toBeGreaterThan(5 * most);
      }),
    );
  });
});

describe('compareChart', () => {
  const size = { width: 560, height: 264 };
  const draw = (shown: readonly string[]): string => {
    const chart = compareChart([small, middle, huge], (id) => shown.includes(id));
    if (chart.kind === 'nothing') throw new Error(chart.reason);
    return svgOf(chart.draw(sampleInk, size), size);
  };

  it('fits its axis to what is shown, and keeps all of them in the table', () => {
    expect(draw(['small', 'middle', 'huge'])).toContain('Scenario huge');
    const fitted = draw(['small', 'middle']);
    expect(fitted).not.toContain('Scenario huge');
    expect(fitted).toContain('200');
    const chart = compareChart([small, middle, huge], (id) => id !== 'huge');
    expect(chart.kind === 'picture' ? chart.table.columns.map(({ label }) => label) : []).toContain(
      'Scenario huge, EUR',
    );
  });

  it('says what to do when none is chosen, and why two currencies are not drawn', () => {
    expect(compareChart([small, middle], () => false)).toMatchObject({ kind: 'nothing' });
    expect(compareChart([small, { ...middle, currency: 'USD' }])).toMatchObject({ kind: 'nothing' });
  });
});
