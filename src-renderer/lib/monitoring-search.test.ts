import { expect, it } from 'vitest';
import { readMonitoringSearch } from './monitoring-search';

it('reads what an address of the monitoring page can hold', () => {
  const whole = { by: 'quarter', until: '2026-11-23', unit: 'Retail', tier: 1, health: 'act' };
  expect(readMonitoringSearch(whole)).toEqual(whole);
});

it('leaves out what does not fit', () => {
  const odd = { by: 'day', until: '2026-13-45', unit: '', tier: 4, health: 'fine' };
  expect(readMonitoringSearch(odd)).toEqual({});
  expect(readMonitoringSearch({ until: 20261123, tier: 'none' })).toEqual({ tier: 'none' });
});
