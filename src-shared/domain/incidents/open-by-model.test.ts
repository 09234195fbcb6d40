import { expect, it } from 'vitest';
import { openByModel } from './open-by-model';
import type { NumberedIncident } from './open-incidents';
import { fact } from './testing/incident-facts';

const incident = (number: number, more: Partial<NumberedIncident>): NumberedIncident => ({
  ...fact(`i${number}`, 0, { modelId: 'm', openedMs: number, ...more }),
  number,
});

it('names the gravest first, those not rated last, of equals the oldest, and leaves out what is over', () => {
  const open = openByModel([
    incident(1, {}),
    incident(2, { severity: 3, openedMs: 9 }),
    incident(3, { severity: 3, openedMs: 8, status: 'mitigated' }),
    incident(4, { severity: 1, status: 'resolved' }),
    incident(5, { severity: 2, status: 'reopened' }),
    incident(6, { modelId: 'other', status: 'closed' }),
    incident(7, { modelId: null }),
  ]);
  expect([...open.keys()]).toEqual(['m', '']);
  expect(open.get('m')?.map(({ number }) => number)).toEqual([5, 3, 2, 1]);
  expect(open.get('m')?.[1]?.openedAt).toBe('1970-01-01T00:00:00.008Z');
});
