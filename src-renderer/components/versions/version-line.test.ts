import { describe, expect, it } from 'vitest';
import { middleOf } from '#domain/base/period';
import type { LiveEvent } from '#domain/models/live-versions';
import { axisOf, versionLine, yearsOf } from './version-line';

const release = (version: string, from: string | null, until: string | null = null): LiveEvent => ({
  kind: 'release',
  version,
  from: from === null ? null : middleOf(from.length === 7 ? `${from}-01` : from, from.length === 7 ? 'month' : 'day'),
  until: until === null ? null : middleOf(until, 'day'),
});
const axis = { from: '2024-01-01', to: '2026-01-01' };

describe('the bars of a history', () => {
  it('go from one release to the next, the last to today', () => {
    const { spans, undated } = versionLine(
      [release('0.9', null), release('1', '2024-01-01'), release('2', '2025-01-01')],
      axis,
      '2026-01-01',
    );
    expect(undated).toEqual(['0.9']);
    expect(
      spans.map(({ version, start, end, liveToday }) => [version, start.toFixed(2), end.toFixed(2), liveToday]),
    ).toEqual([
      ['1', '0.00', '0.50', false],
      ['2', '0.50', '1.00', true],
    ]);
    expect(spans[0]?.title).toBe('1: live from 1 Jan 2024 until 1 Jan 2025');
  });

  it('leave a gap, share the height where two are live, and say where only the month is known', () => {
    const { spans } = versionLine(
      [release('1', '2024-01-01', '2024-06-01'), release('2', '2025-01-01', '2025-09-01'), release('3', '2025-07')],
      axis,
      '2026-01-01',
    );
    expect(spans.map(({ lane, vague }) => [lane, vague])).toEqual([
      [0, false],
      [1, false],
      [2, true],
    ]);
    expect(spans[0]?.end).toBeLessThan(0.25);
  });

  it('stand on an axis from the first year to today', () => {
    expect(axisOf([[release('1', '2023-05-10')], []], '2026-11-29')).toEqual({ from: '2023-01-01', to: '2026-11-29' });
    expect(yearsOf({ from: '2023-01-01', to: '2026-11-29' }).map(({ year }) => year)).toEqual([
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
    expect(yearsOf({ from: '1990-01-01', to: '2026-11-29' }).length).toBeLessThan(10);
  });
});
