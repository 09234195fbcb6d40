import { expect, it } from 'vitest';
import { followIncidentHours, incidentHoursOf } from './incident-follow';
import { presetInputs } from './scenario-presets';

const before = { ...presetInputs('expected'), loadedAnnual: 90_000, hoursPerYear: 1_800, incidentCost: 2_500 };

it('lets the cost of an incident follow what a person-hour costs', () => {
  const dearer = { ...before, loadedAnnual: 112_000 };
  expect(followIncidentHours(before, dearer, 50).incidentCost).toBeCloseTo(50 * (112_000 / 1_800), 9);
  expect(followIncidentHours(before, { ...before, hoursPerYear: 1_500 }, 50).incidentCost).toBe(3_000);
});

it('leaves a cost that was entered, that was changed besides, or whose hour is what it was', () => {
  const dearer = { ...before, loadedAnnual: 112_000 };
  expect(followIncidentHours(before, dearer, null)).toBe(dearer);
  const both = { ...dearer, incidentCost: 4_000 };
  expect(followIncidentHours(before, both, 50)).toBe(both);
  const other = { ...before, discountRate: 0.2 };
  expect(followIncidentHours(before, other, 50)).toBe(other);
});

it('knows the hours only of a cost that was measured by them', () => {
  const path = 'incidentCost';
  const measured = { kind: 'measured', measure: 'incidentHours', measured: 51.9 } as const;
  expect(incidentHoursOf([{ path, origin: measured }])).toBe(51.9);
  expect(incidentHoursOf([{ path, origin: { kind: 'entered' } }])).toBeNull();
  expect(incidentHoursOf([])).toBeNull();
});
