import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../base/calendar';
import { openIncidents } from '../incidents/open-incidents';
import { fact } from '../incidents/testing/incident-facts';
import { incidentItems } from './attention-incidents';

describe('incidentItems', () => {
  it('names the grave ones by tier and the old ones beside', () => {
    const numbered = (id: string, day: number, rest: object) => ({ ...fact(id, day, rest), number: day });
    const models = new Map([
      ['m', { id: 'm', name: 'M', unit: '', tier: 1 as const, production: [], deployments: [] }],
    ]);
    const all = [
      numbered('a', 99, { severity: 2, modelId: 'm' }),
      numbered('b', 98, { severity: 1 }),
      numbered('c', 97, { severity: 2 }),
      numbered('d', 10, { severity: 4 }),
      numbered('e', 95, { severity: 4 }),
    ];
    const items = incidentItems(openIncidents(all, models, 100 * DAY_MS), '1970-04-11');
    expect(items.map(({ tier, attention }) => [tier, attention.severity, attention.title])).toEqual([
      [1, 'act', '1 SEV 1 or 2 incident of a tier 1 model is open'],
      [null, 'act', '2 SEV 1 or 2 incidents of models without a tier or not known are open'],
      [null, 'watch', '1 incident has been open for more than 30 days'],
    ]);
    expect(items[0]?.attention.action).toMatchObject({ modelId: 'm', incidents: { open: true, tier: [1] } });
    // Only those that are counted: opened more than 30 days ago.
    expect(items[2]?.attention.action.incidents).toMatchObject({ openedTo: new Date(70 * DAY_MS).toISOString() });
    expect(items[1]?.attention.detail).toContain('1 of them is SEV 1. The oldest, incident 97,');
  });
});
