import { expect, it } from 'vitest';
import { collisionsIn } from '../client/collisions';
import { type Collision, useConflicts } from './conflicts';

const collision: Collision = {
  ...{ table: 'models', id: 'm1', name: 'Churn', field: 'tier', seen: 2, theirs: 1, mine: 3 },
  ...{ by: 'Bo', at: '2026-11-26T08:41:00.000Z', seq: 7 },
};

it('asks about one command after the other, in the order in which they were refused', async () => {
  const { ask, answer } = useConflicts.getState();
  const both = [ask([collision]), ask([{ ...collision, field: 'notes' }])];
  expect(useConflicts.getState().questions.map(({ collisions }) => collisions[0]?.field)).toEqual(['tier', 'notes']);
  answer('mine');
  answer('theirs');
  expect(await Promise.all(both)).toEqual(['mine', 'theirs']);
  expect(useConflicts.getState().questions).toEqual([]);
  // Nothing is asked any more: an answer is to nobody.
  answer('mine');
});

it('tells a collision from the other conflicts that there are', () => {
  expect(collisionsIn({ collisions: [collision] })).toEqual([collision]);
  for (const detail of [undefined, null, 'x', {}, { collisions: [] }, { collisions: 'x' }])
    expect(collisionsIn(detail)).toBeNull();
});
