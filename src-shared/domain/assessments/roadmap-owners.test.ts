import { describe, expect, it } from 'vitest';
import type { RoadmapSettings } from './planned-roadmap';
import type { RoadmapItem } from './roadmap-item';
import { doneIn, dueTooEarly, stepOf, withDecision, withStep } from './roadmap-owners';

const bare: RoadmapSettings = { horizonMonths: 24, start: '2026-12', edits: [{ id: 'CD5', startMonth: 3 }] };

describe('naming a step', () => {
  it('keeps what else is known of it and of the plan', () => {
    const owned = withStep(bare, { id: 'MR5', owner: 'Ada' });
    const both = withStep(withStep(owned, { id: 'CD5', owner: 'Grace' }), { id: 'MR5', due: '2027-01-15' });
    expect(stepOf(both, 'MR5')).toEqual({ id: 'MR5', owner: 'Ada', due: '2027-01-15' });
    expect(stepOf(both, 'CD5')).toEqual({ id: 'CD5', owner: 'Grace' });
    expect(both.edits).toEqual(bare.edits);
    expect(stepOf(both, 'FS2')).toEqual({ id: 'FS2' });
  });

  it('takes back what is emptied, and leaves nothing behind', () => {
    const both = withStep(bare, { id: 'MR5', owner: 'Ada', due: '2027-01-15' });
    const undated = withStep(both, { id: 'MR5', due: '' });
    expect(undated.steps).toEqual([{ id: 'MR5', owner: 'Ada' }]);
    expect(withStep(undated, { id: 'MR5', owner: '' })).toEqual(bare);
  });
});

it('names sponsor and day of the decision apart, and takes them back', () => {
  const sponsored = withDecision(bare, { sponsor: 'Ada' });
  const both = withDecision(sponsored, { decisionDay: '2026-12-15' });
  expect(both).toEqual({ ...bare, sponsor: 'Ada', decisionDay: '2026-12-15' });
  expect(withDecision(withDecision(both, { decisionDay: '' }), { sponsor: '' })).toEqual(bare);
});

it('finds a day before the month in which the plan has the step done, and lets a day within it stand', () => {
  const item: RoadmapItem = {
    id: 'MR5',
    questionId: 'MR5',
    component: 'model_registry',
    title: 'Register',
    from: 0,
    to: 2,
    startMonth: 1,
    months: 3,
    effortWeeks: 12,
    dependsOn: [],
    outcome: '',
  };
  expect(doneIn(bare, item)).toBe('2027-03');
  const early = (due: string): number => dueTooEarly([item], withStep(bare, { id: 'MR5', due })).length;
  expect(early('2027-02-28')).toBe(1);
  expect(early('2027-03-01')).toBe(0);
  expect(early('2028-01-01')).toBe(0);
  expect(dueTooEarly([item], withStep(bare, { id: 'MR5', owner: 'Ada' }))).toEqual([]);
});
