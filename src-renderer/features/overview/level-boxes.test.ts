import { expect, it } from 'vitest';
import { levelBoxes } from './level-boxes';
import type { Summary } from './overview-types';

type Boxes = Parameters<typeof levelBoxes>[0];
const boxes = (held: number | null, rule: 1 | 2 | 3 | null, cheapest: string | null, withheld: string | null = null) =>
  levelBoxes({
    held: held === null ? null : { level: held, assessmentId: 'a', name: 'A', finishedAt: '2026-10-07T00:00:00.000Z' },
    recommendation: { level: rule } as Boxes['recommendation'], // only the level is read
    investment: cheapest === null ? null : ({ decision: { cheapest }, withheld } as Summary['investment']), // as above
  }).map(({ said }) => said);

it('says of each level what is said of it', () => {
  expect(boxes(1, 3, 'L2')).toEqual(['held today', 'least cost', 'by the rule']);
  expect(boxes(3, 3, 'L3')).toEqual(['', '', 'held today, least cost, by the rule']);
});

it('leaves out what is not known, and a cost that is not to be quoted', () => {
  expect(boxes(null, 2, null)).toEqual(['', 'by the rule', '']);
  expect(boxes(0, 2, 'L1', 'Not before the costs are yours')).toEqual(['', 'by the rule', '']);
  expect(boxes(null, null, null)).toEqual(['', '', '']);
});
