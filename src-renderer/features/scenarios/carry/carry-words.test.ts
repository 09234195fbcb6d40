import { describe, expect, it } from 'vitest';
import { type CarryFacts, carryOf, sumOf } from '#domain/scenarios/carry/carry';
import {
  atLeast,
  basisWords,
  type Carry,
  carryLines,
  chosenWords,
  headlineOf,
  priceWords,
  reasonWords,
} from './carry-words';

const people = { hour: 60, perModel: 0.5, updateHours: 40, hoursPerYear: 1_600, hoursOnTop: false };
const facts: CarryFacts = {
  ...{ id: 'm', name: 'Churn', tier: 2, unit: '', owner: '', runCost: 80_000, value: 100_000 },
  ...{ incidents: [], releases: 0, ended: null, lastSign: null },
};
const carry = (...models: readonly Partial<CarryFacts>[]): Carry => ({
  currency: 'EUR',
  people,
  plan: null,
  rows: models.map((model) => {
    const row = carryOf({ ...facts, ...model }, people, '2025-11-23');
    return { ...row, incidents: [...row.incidents], reasons: [...row.reasons] };
  }),
});

describe('the finding of the page', () => {
  it('counts candidates with what is noted of them', () => {
    expect(headlineOf(carry({ runCost: 130_000 }, {}))).toBe(
      '1 of 2 models in production is a candidate for retirement; noted of it: €130K a year',
    );
    expect(headlineOf(carry({}, {}))).toBe('None of 2 models in production costs more than the value noted of it');
  });

  it('finds nothing where nothing is noted, and takes that for no finding', () => {
    const blank = carry({ runCost: null, value: null }, { runCost: null, value: null });
    expect(headlineOf(blank)).toMatch(/^Of 2 models in production nothing says yet/);
    expect(basisWords(blank)).toBe(
      'A year: no run cost is noted; no value is noted; no incident is registered in 365 days. What is not noted is not 0.',
    );
  });
});

it('opens an amount to lines that a calculator adds up', () => {
  const incident = { id: 'i', title: 'Wrong', hours: 20, cost: null };
  const [row] = carry({
    incidents: [
      { ...incident, number: 1 },
      { ...incident, id: 'j', number: 2, cost: 5_000 },
      { ...incident, id: 'k', number: 3, hours: null },
    ],
  }).rows;
  if (!row) throw new Error('There is no row.');
  const lines = carryLines(row, people, 'EUR');
  expect(lines.map(({ numbers, value }) => [numbers, value])).toEqual([
    ['', 80_000],
    ['20 h × €60', 1_200],
    ['€5,000', 5_000],
    ['', null],
  ]);
  expect(lines.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(row.carry);
  expect(atLeast(row.incidentCost, 'EUR', row.unpriced)).toBe('≥ €6,200');
});

it('says how an incident is priced and what is not known of the chosen', () => {
  expect(priceWords(carry({}))).toContain('what is noted, else its hours × €60');
  expect(priceWords({ ...carry({}), people: null })).toContain('no price, for there is no plan');
  const { rows } = carry({ runCost: null }, { runCost: 130_000 });
  expect(chosenWords(sumOf(rows), 'EUR')).toMatch(/^2 models: run costs ≥ €130K a year, not noted of 1; /);
  expect(rows.map((row) => reasonWords(row, 'EUR'))).toEqual(['', 'Costs €30K a year more than the value noted']);
});
