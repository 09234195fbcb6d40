import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_PLAN, presetInputs } from '../plan/scenario-presets';
import { projectFlows } from '../plan/project';
import {
  byNeed,
  type CarriedIncident,
  type CarryFacts,
  type CarryPeople,
  carryOf,
  peopleOfPlan,
  quietBefore,
  sayReason,
  sumOf,
} from './carry';
import { savingInPlan, withRetired } from './retire-in-plan';

const NOW = '2026-11-23T10:00:00.000Z';
const YEAR_AGO = '2025-11-23T23:59:59.999Z';
const people: CarryPeople = { hour: 60, perModel: 0.5, updateHours: 40, hoursPerYear: 1_600, hoursOnTop: false };
const incident = (more: Partial<CarriedIncident>): CarriedIncident => ({
  ...{ id: 'i', number: 1, title: 'Wrong', hours: null, cost: null },
  ...more,
});
const facts: CarryFacts = {
  id: 'm',
  name: 'Churn',
  tier: 2,
  unit: 'Retail',
  owner: 'Ada',
  runCost: 80_000,
  value: 100_000,
  incidents: [],
  releases: 4,
  ended: null,
  lastSign: '2026-10-01T00:00:00.000Z',
};
const money = (amount: number): string => `€${amount}`;

describe('what a model costs to carry', () => {
  it('is its run cost and the incidents that have a price', () => {
    const incidents = [incident({ cost: 5_000, hours: 10 }), incident({ hours: 20 }), incident({})];
    const row = carryOf({ ...facts, incidents }, people, YEAR_AGO);
    // Noted 5,000; 20 h × 60; the third is unknown, which is not 0.
    expect([row.incidentCost, row.unpriced, row.carry, row.balance]).toEqual([6_200, 1, 86_200, 13_800]);
    expect(row.incidents.map(({ from }) => from)).toEqual(['noted', 'hours', null]);
    expect(row.people).toBeCloseTo(0.5 + (4 * 40) / 1_600, 12);
    expect(row.reasons).toEqual([]);
  });

  it('adds the hours to a noted amount where the plan says that they are two things', () => {
    const incidents = [incident({ cost: 5_000, hours: 10 })];
    const row = carryOf({ ...facts, incidents }, { ...people, hoursOnTop: true }, YEAR_AGO);
    expect([row.incidentCost, row.incidents[0]?.from]).toEqual([5_600, 'both']);
  });

  it('is not known where no run cost is noted, and hours have no price without a plan', () => {
    const incidents = [incident({ hours: 20 })];
    expect(carryOf({ ...facts, runCost: null, incidents }, people, YEAR_AGO)).toMatchObject({
      ...{ incidentCost: 1_200, carry: null, balance: null, reasons: [] },
    });
    expect(carryOf({ ...facts, incidents }, null, YEAR_AGO)).toMatchObject({
      unpriced: 1,
      people: null,
      carry: 80_000,
    });
    expect(carryOf({ ...facts, value: null }, people, YEAR_AGO).balance).toBeNull();
  });

  it('names what speaks for retiring it, and nothing that nobody knows', () => {
    const dear = carryOf({ ...facts, runCost: 130_000 }, people, YEAR_AGO);
    expect(dear.reasons.map((reason) => sayReason(reason, money))).toEqual([
      'costs €30000 a year more than the value noted',
    ]);
    const ended = { version: '3.1', until: '2026-05-31' };
    const quiet = carryOf({ ...facts, ended, lastSign: '2025-10-01T00:00:00.000Z' }, people, YEAR_AGO);
    expect(quiet.reasons.map((reason) => sayReason(reason, money))).toEqual([
      'version 3.1 ended 31 May 2026, and nothing is said to follow',
      'no move, drift result or incident since Oct 2025',
    ]);
    // No date at all is no sign of death, and where nothing is recorded of most models, silence says nothing of one.
    expect(carryOf({ ...facts, lastSign: null }, people, YEAR_AGO).reasons).toEqual([]);
    const [seen, unseen] = [{ lastSign: '2026-10-01T00:00:00.000Z' }, { lastSign: null }];
    expect(quietBefore([seen, unseen], NOW)).toBe(YEAR_AGO);
    expect(quietBefore([seen, unseen, { lastSign: '2020-01-01T00:00:00.000Z' }], NOW)).toBeNull();
  });

  it('is summed without taking the unknown for nothing, and the dearest candidates come first', () => {
    const rows = [
      carryOf({ ...facts, name: 'Fine' }, people, YEAR_AGO),
      carryOf({ ...facts, name: 'Unknown', runCost: null, value: null }, people, YEAR_AGO),
      carryOf({ ...facts, name: 'Dear', runCost: 150_000 }, people, YEAR_AGO),
      carryOf({ ...facts, name: 'Dearer', runCost: 250_000 }, people, YEAR_AGO),
    ];
    expect(byNeed(rows).map(({ name }) => name)).toEqual(['Dearer', 'Dear', 'Fine', 'Unknown']);
    expect(sumOf(rows)).toMatchObject({
      models: 4,
      runCost: 480_000,
      withoutRunCost: 1,
      value: 300_000,
      withoutValue: 1,
    });
  });
});

describe('in the plan', () => {
  const inputs = presetInputs('expected', { ...EXAMPLE_PLAN, modelsAtStart: 20 });

  it('a retirement is a number of its first year, and saves what the plan itself says', () => {
    const after = withRetired(inputs, 3);
    expect([after.retired?.[0], inputs.retired?.[0] ?? 0]).toEqual([3, 0]);
    expect(withRetired(after, -5).retired?.[0]).toBe(0);
    const { levels, problem } = savingInPlan(inputs, 3);
    expect(problem).toBe('');
    const [was, is] = [projectFlows(inputs).levels, projectFlows(after).levels];
    for (const { level, pv, total } of levels) {
      expect(pv).toBeCloseTo((was[level]?.pvCost ?? 0) - (is[level]?.pvCost ?? 0), 6);
      expect(total).toBeGreaterThan(0);
    }
    // A platform keeps a model for less, so less is saved there.
    expect(levels[0]?.pv).toBeGreaterThan(levels[1]?.pv ?? Number.NaN);
  });

  it('more models than there are cannot be retired, and a sentence says so', () => {
    expect(savingInPlan(inputs, 500).problem).toMatch(/retire/i);
  });

  it('saves more the more are retired', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (more) => {
        const [less, next] = [savingInPlan(inputs, more), savingInPlan(inputs, more + 1)];
        for (const [at, { pv }] of less.levels.entries()) expect(next.levels[at]?.pv).toBeGreaterThanOrEqual(pv);
      }),
    );
  });

  it('takes people of today’s way as the plan has them', () => {
    const found = peopleOfPlan(inputs);
    expect(found).toMatchObject({ perModel: inputs.levels.L1?.operateFte, hoursOnTop: false });
    expect(found?.hour).toBeCloseTo(inputs.loadedAnnual / inputs.hoursPerYear, 12);
  });
});
