import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import { input, model, row, SOURCE, SYSTEM } from './testing/inputs';

const many = (unit: string, from: number, count: number, word: string) =>
  Array.from({ length: count }, (_, at) => model(`m${from + at}`, `${word} ${'abcdefghij'.charAt(at)}${at}x`, unit));
const asRows = (models: readonly { name: string; unit: string }[]) =>
  models.map(({ name, unit }, at) => row(at + 2, name, unit));

describe('what a file says nothing about', () => {
  const retail = many('Bank / Retail', 0, 4, 'Loan');
  const power = many('Power / Grid', 4, 4, 'Load');
  const health = many('Health / Wards', 8, 2, 'Bed');

  it('calls models of units that it has no row of not spoken of, and the others missing', () => {
    const decision = decideIdentities(input([...retail, ...power, ...health], asRows([...retail.slice(1), ...health])));
    expect(decision.missing).toEqual([{ model: 'm0', offered: false, retired: false }]);
    expect(decision.notSpokenOf).toEqual(['m4', 'm5', 'm6', 'm7']);
    expect(decision.looksPartial).toBe(true);
    expect(decision.partialBecause).toEqual(['This file speaks of 2 of 3 units. Not spoken of: 4 models in 1 unit.']);
    expect(decision.units.map(({ unit, state }) => [unit, state])).toEqual([
      ['Bank', 'recognised'],
      ['Power', 'not_spoken_of'],
      ['Health', 'recognised'],
    ]);
  });

  it('goes one level down where all models lie in one top unit', () => {
    const [cards, loans] = [many('Bank / Cards / A', 0, 3, 'Card'), many('Bank / Loans', 3, 3, 'Loan')];
    const decision = decideIdentities(input([...cards, ...loans], asRows(loans)));
    expect(decision.notSpokenOf).toEqual(['m0', 'm1', 'm2']);
    expect(decision.units.map(({ unit }) => unit)).toEqual(['Loans', 'Cards']);
  });

  it('takes a file without units to speak of all', () => {
    const decision = decideIdentities(
      input(
        [...retail, ...power],
        asRows(retail).map((one) => ({ ...one, unit: '' })),
      ),
    );
    expect(decision.missing).toHaveLength(4);
    expect(decision.notSpokenOf).toEqual([]);
  });

  it('never misses what was made by hand, comes from elsewhere, or was met in another file of the day', () => {
    const hand = model('h', 'Hand made', 'Bank / Retail', { sources: [] });
    const other = model('o', 'Other', 'Bank / Retail', { sources: ['Registry'] });
    const decision = decideIdentities(
      input([...retail, hand, other], asRows(retail.slice(2)), { metToday: new Set(['m0']) }),
    );
    expect(decision.missing.map(({ model: id }) => id)).toEqual(['m1']);
    const again = decideIdentities(input(retail, asRows(retail), { metToday: new Set(['m0']) }));
    expect(again.rows.map(({ metToday }) => metToday)).toEqual([true, false, false, false]);
  });

  it('lists what was retired already apart', () => {
    const old = model('r', 'Old one', 'Bank / Retail', { retired: true });
    const { missing } = decideIdentities(input([...retail, old], asRows(retail)));
    expect(missing).toEqual([{ model: 'r', offered: false, retired: true }]);
  });

  it('tells a unit that is hardly recognised from one that is gone', () => {
    const renumbered = power.map((one, at) => row(at + 20, `Wind ${at} park`, one.unit));
    const decision = decideIdentities(input([...retail, ...power], [...asRows(retail), ...renumbered]));
    expect(decision.units.find(({ unit }) => unit === 'Power')).toMatchObject({
      models: 4,
      rows: 4,
      met: 0,
      state: 'hardly',
    });
  });

  it('says why a file looks like a part', () => {
    const because = (rows: ReturnType<typeof asRows>, rowsLastTime: number | null = null) =>
      decideIdentities(input(retail, rows, { source: { name: SOURCE, system: SYSTEM, rowsLastTime } })).partialBecause;
    expect(because(asRows(retail), 100)).toEqual([]);
    expect(because(asRows(retail.slice(0, 1)), 4)).toEqual([
      `Of 4 models from ${SOURCE} the file has 1.`,
      'It has 1 row; last time it had 4.',
    ]);
  });

  it('sees a filter in a column that had several values', () => {
    const staged = many('Bank / Retail', 0, 10, 'Loan').map((one, at) => ({
      ...one,
      fields: { stage: at < 6 ? 'live' : 'idea' },
    }));
    const rows = asRows(staged.slice(0, 6)).map((one) => ({ ...one, fields: { stage: 'live' } }));
    expect(decideIdentities(input(staged, rows)).partialBecause).toEqual([
      'Every row says “live” for stage; before there were 2 values.',
    ]);
  });
});
