import { expect, it } from 'vitest';
import { isoDay } from '#domain/base/calendar';
import { laneBars } from './thin-lane';

const AXIS = { from: '2020-01-01', to: '2026-01-01' };
const span = (n: number, mark: 'act' | 'ok') => ({
  key: `${n}`,
  lane: 'drift' as const,
  from: `${isoDay(18_262 + n)}T00:00:00.000Z`,
  to: `${isoDay(18_263 + n)}T00:00:00.000Z`,
  mark,
  label: '',
  title: `${n}`,
});

it('places few spans as they are, and one that began before at the beginning', () => {
  const [bar] = laneBars([{ ...span(0, 'act'), from: '2019-01-01', to: null }], AXIS, '2026-01-01');
  expect(bar).toMatchObject({ start: 0, width: 1, open: true });
});

it('draws the gravest of each stretch of thousands', () => {
  const spans = Array.from({ length: 2000 }, (_, n) => span(n, n === 777 ? 'act' : 'ok'));
  const bars = laneBars(spans, AXIS, '2026-01-01');
  expect(bars.length).toBeLessThanOrEqual(300);
  expect(bars.filter(({ mark }) => mark === 'act').length).toBeGreaterThan(0);
  expect(bars.find(({ mark }) => mark === 'act')?.title).toMatch(/^The gravest of \d+ .*: 777$/);
  expect(Math.max(...bars.map(({ start, width }) => start + width))).toBeLessThanOrEqual(1);
});
