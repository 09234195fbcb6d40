import { describe, expect, it } from 'vitest';
import { type Calendar, headlineOf, placeOf } from './review-words';

const months = ['2026-12', '2027-01'].map((month) => ({ month, due: 0 }));
const calendar: Calendar = {
  total: 0,
  overdue: 0,
  overdueCalled: 0,
  called: 0,
  broken: 0,
  months,
  workload: [],
  workloadRest: null,
  owners: [],
  ownersRest: null,
  rows: [],
};

describe('the calendar of reviews', () => {
  it('says what is late before what is to come', () => {
    expect(headlineOf(calendar)).toBe('No review is due in the months ahead');
    expect(headlineOf({ ...calendar, total: 3, overdue: 1, months: [{ month: '2027-02', due: 2 }] })).toBe(
      '1 review is overdue by its day; 2 meet in Feb 2027',
    );
    expect(headlineOf({ ...calendar, total: 4, overdue: 4, overdueCalled: 3 })).toBe(
      '4 reviews are overdue: 1 by its day and 3 after events',
    );
    expect(headlineOf({ ...calendar, total: 1, overdue: 1, overdueCalled: 1 })).toBe(
      '1 review is overdue after an event',
    );
    expect(headlineOf({ ...calendar, total: 1, months: [{ month: '2027-02', due: 1 }] })).toBe(
      '1 review in the months ahead, none overdue',
    );
  });

  it('has each day at its place among the months', () => {
    expect(placeOf('2026-12-01', months)).toBe(0);
    expect(placeOf('2027-01-01', months)).toBe(0.5);
    expect(placeOf('2026-07-28', months)).toBe(0);
    expect(placeOf('2027-03-01', months)).toBe(1);
  });
});
