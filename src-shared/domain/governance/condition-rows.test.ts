import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKS } from '../../../resources/packs';
import { conditionOf, flatOf, readPlaces } from './condition-rows';
import { comparisonsIn, conditionsOf } from './needs';
import { OPERATORS } from './rule-pack';

describe('a condition as rows of a form', () => {
  it('says the same again, of every condition that ships and has rows', () => {
    const flat = PACKS.flatMap(conditionsOf).flatMap((condition) => {
      const rows = flatOf(condition);
      return rows === null ? [] : [{ condition, rows }];
    });
    expect(flat.length).toBeGreaterThan(20);
    for (const { condition, rows } of flat) {
      const again = conditionOf(rows);
      const [only] = rows.rows.length === 1 ? comparisonsIn(condition) : [];
      expect(again).toEqual(only ?? condition);
    }
  });

  it('of rows is what the rows say', () => {
    const row = fc.record({
      of: fc.constantFrom('model.kind', 'model.tier', 'unit.bodies'),
      is: fc.constantFrom(...OPERATORS),
      values: fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 1 }),
    });
    fc.assert(
      fc.property(fc.constantFrom('all', 'any'), fc.array(row, { minLength: 2, maxLength: 4 }), (join, drawn) => {
        const rows = drawn.map((one) => (one.is === 'set' || one.is === 'empty' ? { ...one, values: [] } : one));
        expect(flatOf(conditionOf({ join, rows }))).toEqual({ join, rows });
      }),
    );
  });

  it('that is nested, or of values that a form has no place for, has none', () => {
    expect(flatOf({ not: { of: 'class', is: 'set' } })).toBeNull();
    expect(flatOf({ all: [{ any: [{ of: 'class', is: 'set' }] }] })).toBeNull();
    expect(flatOf({ of: 'model.tier', is: 'eq', value: '1' })).toBeNull();
    expect(flatOf({ of: 'fact.withheld', is: 'eq', value: true })).toBeNull();
    expect(flatOf({ of: 'model.tier', is: 'in', value: 1 })).toBeNull();
    expect(conditionOf({ join: 'all', rows: [] })).toEqual({ always: true });
  });

  it('finds every place that shipped conditions read', () => {
    for (const pack of PACKS) {
      const known = readPlaces(pack).map(({ value }) => value);
      for (const { of } of conditionsOf(pack).flatMap(comparisonsIn)) expect(known).toContain(of);
    }
  });
});
