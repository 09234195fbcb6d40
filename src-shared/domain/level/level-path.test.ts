import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayMonth, shiftMonth } from '../base/calendar';
import { type Addition, evenGrowth, whenLevelChanges } from './level-path';

const from = '2026-11';
const add = (month: string, models: number, updatesPerYear = 1): Addition => ({ month, models, updatesPerYear });

describe('when the level changes', () => {
  it('tells the month and by when to start, from a year and from two years ahead', () => {
    const path = whenLevelChanges({ models: 14, load: 56, additions: [add('2029-03', 7, 4)], from });
    expect(path).toMatchObject({
      today: 2,
      changes: [{ month: '2029-03', before: 2, level: 3, models: 21, load: 84, rises: true }],
      startBy: '2027-03',
      startByLatest: '2028-03',
      alreadyLate: false,
    });
    expect(path.words).toBe(
      'Level 3 instead of 2 is needed from Mar 2029 on, with 21 models and 84 updates a year. Building it takes 12 to 24 months: begin by Mar 2027, and by Mar 2028 at the latest.',
    );
  });

  it('is already late when not even 12 months are left, and not yet with exactly 12', () => {
    const at = (month: string) => whenLevelChanges({ models: 14, load: 56, additions: [add(month, 7)], from });
    expect(at('2027-10')).toMatchObject({ alreadyLate: true, startByLatest: '2026-10' });
    expect(at('2027-10').words).toContain('it is already late, work should have begun by Oct 2026');
    expect(at('2027-11')).toMatchObject({ alreadyLate: false, startByLatest: '2026-11' });
    expect(at('2027-11').words).toContain('begin now, and by Nov 2026 at the latest; Nov 2025 would have been safe');
  });

  it('finds each change on the way, in the order of the months and not of the input', () => {
    const additions = [add('2028-06', 20), add('2027-01', 1), add('2027-02', 2), add('2027-02', 0)];
    const path = whenLevelChanges({ models: 1, load: 1, additions, from });
    expect(path.changes.map(({ month, level, models }) => [month, level, models])).toEqual([
      ['2027-02', 2, 4],
      ['2028-06', 3, 24],
    ]);
    expect(path.startBy).toBe('2025-02');
  });

  it('counts updates as well as models', () => {
    const path = whenLevelChanges({ models: 2, load: 2, additions: [add('2027-05', 1, 52)], from });
    expect(path.changes).toMatchObject([{ month: '2027-05', level: 2, models: 3, load: 54 }]);
  });

  it('asks for nothing to be built for level 1', () => {
    const path = whenLevelChanges({ models: 0, load: 0, additions: [add('2026-12', 1)], from });
    expect(path).toMatchObject({
      today: null,
      changes: [{ level: 1, before: null }],
      startBy: null,
      alreadyLate: false,
    });
    expect(path.words).toBe('Level 1 is needed from Dec 2026 on, with 1 model and 1 update a year.');
  });

  it('sees retirements lower the level, and leaves out what lies in the past', () => {
    const path = whenLevelChanges({ models: 4, load: 4, additions: [add('2026-10', 30), add('2027-01', -2)], from });
    expect(path.changes).toMatchObject([{ level: 1, before: 2, rises: false, startBy: null, models: 2, load: 2 }]);
    const gone = whenLevelChanges({ models: 1, load: 1, additions: [add('2027-01', -5)], from });
    expect(gone.changes).toMatchObject([{ level: null, models: 0 }]);
    expect(gone.words).toContain('no model is in production');
  });

  it('says when nothing changes', () => {
    expect(whenLevelChanges({ models: 5, load: 5, additions: [], from }).words).toBe(
      'No growth is planned: the recommendation stays at level 2.',
    );
    expect(whenLevelChanges({ models: 5, load: 5, additions: [add('2027-01', 1)], from }).words).toBe(
      'The plans do not change the recommendation: level 2.',
    );
    expect(whenLevelChanges({ models: 0, load: 0, additions: [], from }).words).toContain('nothing to recommend');
  });

  it('without retirements the level only rises', () => {
    const additions = fc.array(
      fc.record({
        month: fc.nat(60).map((count) => shiftMonth(from, count)),
        models: fc.nat(9),
        updatesPerYear: fc.constantFrom(0.5, 1, 4, 12, 52, 365),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.nat(25), fc.nat(300), additions, (models, load, planned) => {
        const path = whenLevelChanges({ models, load: models === 0 ? 0 : load, additions: planned, from });
        expect(path.changes.every(({ rises }) => rises)).toBe(true);
        expect(path.changes.length).toBeLessThanOrEqual(3);
        const months = path.changes.map(({ month }) => month);
        expect(months).toEqual(months.toSorted());
      }),
    );
  });
});

describe('even growth', () => {
  it('adds whole models, and as many in all as the rate says', () => {
    expect(evenGrowth({ from, modelsPerMonth: 0.5, updatesPerYear: 12, months: 6 })).toEqual([
      { month: '2027-01', models: 1, updatesPerYear: 12 },
      { month: '2027-03', models: 1, updatesPerYear: 12 },
      { month: '2027-05', models: 1, updatesPerYear: 12 },
    ]);
    const total = (modelsPerMonth: number) =>
      evenGrowth({ from, modelsPerMonth, updatesPerYear: 1 }).reduce((sum, { models }) => sum + models, 0);
    expect([total(1), total(2.5), total(0.1), total(0)]).toEqual([24, 60, 2, 0]);
    expect(evenGrowth({ from, modelsPerMonth: 0.1, updatesPerYear: 1 })[0]?.month).toBe('2027-09');
  });
});

it('months move over years and are read as people write them', () => {
  expect([shiftMonth('2026-11', 2), shiftMonth('2026-11', -24), shiftMonth('2026-01', -1)]).toEqual([
    '2027-01',
    '2024-11',
    '2025-12',
  ]);
  expect([sayMonth('2026-11'), sayMonth('2027-01')]).toEqual(['Nov 2026', 'Jan 2027']);
});
