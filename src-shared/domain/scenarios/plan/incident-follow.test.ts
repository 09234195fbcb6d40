import { describe, expect, it } from 'vitest';
import { explainYear } from '../explain/explain';
import { simulate } from '../uncertainty/simulate';
import { withDerived } from './derived-inputs';
import { followIncidentHours, followParents, incidentHoursOf } from './incident-follow';
import { parsePath, withValue } from './input-path';
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

const derived = {
  ...withDerived({ ...before, incidentHours: 50, derived: ['incidentCost', 'levels.L3.incidentsPerModel'] }),
  incidentCost: 2_500.004,
};

describe('derived inputs', () => {
  it('follow a parent that moves, and are left to the last digit where none does', () => {
    expect(followParents(derived, { ...derived, discountRate: 0.2 }).incidentCost).toBe(2_500.004);
    expect(followParents(derived, { ...derived, loadedAnnual: 180_000 }).incidentCost).toBe(5_000);
    expect(followParents(derived, { ...derived, incidentReductionL3: 0.5 }).levels.L3?.incidentsPerModel).toBe(1);
  });

  it('are numbers of their own once one is given', () => {
    expect(followParents(derived, { ...derived, incidentCost: 3_000 }).derived).toEqual([
      'levels.L3.incidentsPerModel',
    ]);
    const place = parsePath('levels.L3.incidentsPerModel');
    if (!place) throw new Error('no such input');
    expect(withValue(derived, place, 0.1)).toMatchObject({ derived: ['incidentCost'] });
  });

  it('move with what is drawn, run by run', () => {
    const range = { path: 'incidentHours', low: 10, mode: 50, high: 200 };
    const plan = { ...derived, derived: ['incidentCost'] };
    const hour = before.loadedAnnual / before.hoursPerYear;
    const cost = { path: 'incidentCost', low: 10 * hour, mode: 50 * hour, high: 200 * hour };
    const asked = { compare: 'L3 vs L1', runs: 300, seed: 4 };
    const byParent = simulate({ ...asked, inputs: plan, uncertain: [range] });
    const byNumber = simulate({ ...asked, inputs: { ...plan, derived: [] }, uncertain: [cost] });
    expect(byParent.sd).toBeGreaterThan(0);
    for (const key of ['mean', 'p10', 'p90'] as const) expect(byParent[key]).toBeCloseTo(byNumber[key], 4);
  });

  it('are explained down to their parents', () => {
    const line = explainYear(derived, 'L3', 1).lines.find(({ key }) => key === 'incident');
    expect(line?.used.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['incidentHours', 'hoursPerYear', 'levels.L1.incidentsPerModel', 'incidentReductionL3']),
    );
  });
});
