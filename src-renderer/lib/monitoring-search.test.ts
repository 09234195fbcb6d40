import { expect, it } from 'vitest';
import { readMeasureSearch, readModelDriftSearch, readMonitoringSearch } from './monitoring-search';

it('reads what an address of the monitoring page can hold', () => {
  const whole = { by: 'quarter', until: '2026-11-23', unit: 'Retail', tier: 1, health: 'act' };
  expect(readMonitoringSearch(whole)).toEqual(whole);
});

it('leaves out what does not fit', () => {
  const odd = { by: 'day', until: '2026-13-45', unit: '', tier: 4, health: 'fine' };
  expect(readMonitoringSearch(odd)).toEqual({});
  expect(readMonitoringSearch({ until: 20261123, tier: 'none' })).toEqual({ tier: 'none' });
});

it('reads which series is shown', () => {
  expect(readModelDriftSearch({ series: 7, with: 8 })).toEqual({ series: 7, with: 8 });
  expect(readModelDriftSearch({ series: 'x', with: 1.5 })).toEqual({});
});

it('reads the model that drift is measured for', () => {
  expect(readMeasureSearch({ model: 'm1' })).toEqual({ model: 'm1' });
  expect([readMeasureSearch({ model: '' }), readMeasureSearch({ model: 7 })]).toEqual([{}, {}]);
});
