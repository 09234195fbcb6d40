import { describe, expect, it } from 'vitest';
import { middleOf } from '../base/period';
import { firstBelievableDays, whyUnlikely } from './plausible-dates';

const recent = [
  '2019-03-01',
  '2020-05-01',
  '2021-01-01',
  '2022-01-01',
  '2023-01-01',
  '2023-06-01',
  '2024-01-01',
  '2025-01-01',
];

describe('the first days that are believed', () => {
  it('are those of 1995 while few days are known, and any for a proposal', () => {
    const first = firstBelievableDays(recent.slice(0, 7));
    expect(first).toEqual({ proposed: '1950-01-01', later: '1995-01-01' });
    expect(whyUnlikely(middleOf('1994-12-31', 'day'), false, first)).toContain('31 Dec 1994 is earlier');
    expect(whyUnlikely(middleOf('1994-12-31', 'day'), true, first)).toBeNull();
    expect(whyUnlikely(middleOf('1995-01-01', 'day'), false, first)).toBeNull();
  });

  it('lie fifteen years before the lower quartile of the other days, which one slip does not move', () => {
    const first = firstBelievableDays(recent);
    expect(first).toEqual({ proposed: '2005-01-01', later: '2005-01-01' });
    expect(firstBelievableDays([...recent, '1999-01-01']).later >= '2004-01-01').toBe(true);
    expect(whyUnlikely(middleOf('2003-01-01', 'month'), false, first)).toContain('Jan 2003 lies more than 15 years');
    expect(whyUnlikely(middleOf('2003-01-01', 'month'), true, first)).not.toBeNull();
  });

  it('never doubt a span that reaches into the believable', () => {
    const first = firstBelievableDays(recent);
    expect(whyUnlikely(middleOf('2005-01-01', 'year'), false, first)).toBeNull();
  });

  it('of an old portfolio are no earlier than 1995', () => {
    const old = recent.map((day) => `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`);
    expect(firstBelievableDays(old)).toEqual({ proposed: '1987-01-01', later: '1995-01-01' });
  });
});
