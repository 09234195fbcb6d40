import { describe, expect, it } from 'vitest';
import { pointsOf } from './series-points';
import {
  byVerdict,
  modelHeadline,
  sayBefore,
  sayMethod,
  sayOtherJudges,
  sayPoint,
  saySeries,
  saySizes,
  sayTime,
} from './series-words';
import { sampleSeries } from './testing/sample-series';

describe('a series in words', () => {
  const series = sampleSeries({ v: [0.05, 0.31, 0.12], verdict: ['ok', 'act', 'watch'], nCur: [3000, 5000, null] });

  it('says how it was made and on how many rows', () => {
    expect(sayMethod(series)).toBe('natural logarithm · deciles of the reference · measured by Modelfolio');
    expect(sayMethod({ ...series, method: 'PSI of numbers', base: null, binning: '' })).toBe(
      'PSI of numbers · measured by Modelfolio',
    );
    expect(saySizes(series)).toBe('n = 10,000 in the reference, about 5,000 in each window');
    expect(saySizes({ ...series, nRef: [null], nCur: [] })).toBe('sample sizes not said');
  });

  it('tells the newest and the worst value with their days', () => {
    expect(saySeries(series, pointsOf(series))).toBe(
      'PSI of age: 3 results, the newest 0.12 on 16 Nov 2026 (watch). Highest: 0.31 on 9 Nov 2026. Watch from 0.1, act from 0.25.',
    );
    const lower = { ...series, direction: 'lower' as const, bands: null };
    expect(saySeries(lower, pointsOf(lower))).toContain('Lowest: 0.05 on 2 Nov 2026. It has no band.');
    const empty = sampleSeries({ v: [null], column: '' });
    expect(saySeries(empty, pointsOf(empty))).toBe('PSI of the data set has no value yet.');
  });

  it('tells what stands behind one point', () => {
    const [, second] = pointsOf({ ...series, toolVerdict: [null, 'possible', null] });
    expect(second && sayPoint(second, 'Evidently')).toEqual([
      'Act',
      'n = 10,000 reference, 5,000 current',
      'Evidently says drift is possible',
    ]);
  });

  it('says a time of day only where there is one', () => {
    expect(sayTime(Date.parse('2026-11-02'))).toBe('2 Nov 2026');
    expect(sayTime(Date.parse('2026-11-02T10:30:00Z'))).toBe('2 Nov 2026, 10:30 UTC');
  });

  it('is put before those whose newest verdict is better', () => {
    const ok = sampleSeries({ v: [0.01], id: 2, column: 'a' });
    const act = sampleSeries({ v: [0.4], id: 3, column: 'z', verdict: ['act'] });
    expect([ok, series, act].sort(byVerdict).map(({ id }) => id)).toEqual([3, 1, 2]);
  });
});

it('puts the model’s name before its health', () => {
  expect(modelHeadline('Churn', 'act', 'Act: PSI of age is 0.4, since 12 Nov 2026.')).toBe(
    'Churn is at act: PSI of age is 0.4, since 12 Nov 2026',
  );
  expect(modelHeadline('Churn', 'silent', 'Silent: the last result is of 1 Oct 2026.')).toBe(
    'Churn is silent: the last result is of 1 Oct 2026',
  );
  expect(modelHeadline('Churn', 'unknown', 'Unknown: no drift result.')).toBe('Churn: no drift result');
});

it('says whether an incident was announced', () => {
  expect(sayBefore({ outcome: 'announced', leadDays: 6 })).toBe('alarm 6 days before');
  expect(sayBefore({ outcome: 'announced', leadDays: 0 })).toBe('alarm on the day before');
  expect(sayBefore({ outcome: 'not_announced', leadDays: null })).toBe('no alarm before');
  expect(sayBefore({ outcome: 'unwatched', leadDays: null })).toBe('not measured before');
});

describe('an evaluation', () => {
  const judged = (id: number, method: string, days: readonly string[], metric = 'passRate') => ({
    ...sampleSeries({ v: [0.9] }),
    id,
    column: 'Golden set',
    metric,
    method,
    t: days.map((day) => `${day}T00:00:00.000Z`),
  });
  it('says who else judged it, and that the two are not one line', () => {
    const [one, two] = [
      judged(1, 'LLM judge A 1', ['2026-09-01', '2026-10-01']),
      judged(2, 'LLM judge A 2', ['2026-11-01']),
    ];
    expect(sayOtherJudges(two, [one, two])).toBe(
      'LLM judge A 1 judged it from 1 Sep 2026 to 1 Oct 2026: another scale, not joined with this one.',
    );
    expect(sayOtherJudges(one, [one, two])).toContain('LLM judge A 2 judged it on 1 Nov 2026');
    expect(sayOtherJudges(one, [one])).toBe('');
    expect(sayOtherJudges(judged(3, 'a', ['2026-09-01'], 'psi'), [judged(4, 'b', ['2026-09-01'], 'psi')])).toBe('');
  });
});
