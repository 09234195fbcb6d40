import { describe, expect, it } from 'vitest';
import { withItems } from '#domain/assessments/roadmap';
import type { RoadmapItem } from '#domain/assessments/roadmap-item';
import { directPrerequisites, layoutOf, monthAfterDrag, monthsOfKey, neighbour } from './roadmap-layout';
import { editWords, monthName, overloadWords, planHeadline, spanWords } from './roadmap-words';

const item = (id: string, part: Partial<RoadmapItem>): RoadmapItem => ({
  id,
  questionId: id,
  component: 'model_registry',
  title: `${id} title`,
  outcome: '',
  from: 0,
  to: 2,
  effortWeeks: 4,
  dependsOn: [],
  startMonth: 0,
  months: 1,
  ...part,
});
const ITEMS = [
  item('MR1', { months: 2 }),
  item('CD1', { component: 'cicd_pipelines', dependsOn: ['MR1'], startMonth: 3 }),
  item('CD3', { component: 'cicd_pipelines', dependsOn: ['MR1', 'CD1'], startMonth: 5 }),
  item('FS1', { component: 'feature_store', startMonth: 3 }),
];
const plan = withItems({ people: 1, horizonMonths: 12 }, ITEMS);
const layout = layoutOf(plan, '2026-11');

describe('the layout', () => {
  it('groups the items by component, in the order of the plan', () => {
    expect(layout.rows.map(({ key }) => key)).toEqual([
      'feature_store',
      'FS1',
      'model_registry',
      'MR1',
      'cicd_pipelines',
      'CD1',
      'CD3',
    ]);
  });

  it('has a column for each month of the horizon, named, with the year where it begins', () => {
    expect(layout.months).toHaveLength(12);
    expect(layout.months[0]).toMatchObject({ short: 'Nov', year: '2026', name: 'Nov 2026' });
    expect(layout.months[2]).toMatchObject({ short: 'Jan', year: '2027' });
    expect(layoutOf(plan, '2026-12').months[0]?.year).toBe('');
  });

  it('marks months with more work than people, and months after the horizon', () => {
    expect(layout.months[3]).toMatchObject({ busy: 2, overloaded: true });
    const late = layoutOf(withItems({ people: 2, horizonMonths: 5 }, ITEMS), '2026-11').months;
    expect(late).toHaveLength(6);
    expect(late.at(-1)?.beyondHorizon).toBe(true);
  });

  it('draws a line from what ends to what waits, and none that others imply', () => {
    expect(directPrerequisites(ITEMS[2] ?? item('x', {}), new Map(ITEMS.map((one) => [one.id, one])))).toEqual(['CD1']);
    expect(layout.lines.map(({ key }) => key)).toEqual(['MR1-CD1', 'CD1-CD3']);
    expect(layout.lines[0]?.path).toBe('M 2 3.5 H 2.82 V 5.5 H 3');
  });

  it('knows the neighbours across components', () => {
    expect(neighbour(layout.rows, 'FS1', 1)).toBe('MR1');
    expect(neighbour(layout.rows, 'MR1', -1)).toBe('FS1');
    expect(neighbour(layout.rows, 'CD3', 1)).toBe('CD3');
  });
});

it('drags by whole months and never before the first', () => {
  expect(monthAfterDrag(3, 100, 1200, 12)).toBe(4);
  expect(monthAfterDrag(3, -900, 1200, 12)).toBe(0);
  expect(monthAfterDrag(3, 40, 1200, 12)).toBe(3);
  expect(monthAfterDrag(3, 40, 0, 12)).toBe(3);
});

it('moves by one month, with Shift by three', () => {
  expect(monthsOfKey('ArrowRight', false)).toBe(1);
  expect(monthsOfKey('ArrowLeft', true)).toBe(-3);
  expect(monthsOfKey('Enter', false)).toBeNull();
});

describe('the words', () => {
  it('name months and spans', () => {
    expect(monthName('2026-11', 2)).toBe('Jan 2027');
    expect(spanWords('2026-11', { startMonth: 0, months: 1 })).toBe('Nov 2026');
    expect(spanWords('2026-11', { startMonth: 2, months: 3 })).toBe('Jan to Mar 2027');
    expect(spanWords('2026-11', { startMonth: 1, months: 2 })).toBe('Dec 2026 to Jan 2027');
  });

  it('say whether the plan fits', () => {
    expect(planHeadline({ ...plan, overloadedMonths: [] })).toBe('The plan fits in 6 months with 1 person');
    expect(planHeadline(plan)).toBe('The plan takes 6 months, but asks for more than 1 person in 1 month');
    expect(planHeadline({ ...plan, horizonMonths: 4 })).toContain('2 more than the 4 wanted');
    expect(overloadWords(plan, '2026-11')).toEqual(['Feb 2027: 2 pieces of work for 1 person']);
    const long = [item('A', { months: 4 }), item('B', { startMonth: 1, months: 3 }), item('C', { startMonth: 3 })];
    expect(overloadWords(withItems({ people: 1, horizonMonths: 12 }, long), '2026-11')).toEqual([
      'Dec 2026 to Jan 2027: 2 pieces of work for 1 person',
      'Feb 2027: 3 pieces of work for 1 person',
    ]);
  });

  it('say what was held and what was pushed', () => {
    expect(editWords(plan, '2026-11', { id: 'CD1', heldBy: ['MR1'], pushed: ['CD3'] })).toBe(
      'CD1 is now at Feb 2027. It cannot start earlier: it needs MR1 first. Moved later with it, because they wait for it: CD3.',
    );
    expect(editWords(plan, '2026-11', { id: 'gone', heldBy: [], pushed: [] })).toBe('');
  });
});
