import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import { COMPLAINTS, decisionOf, input, LOAD, model, numbered, outcomes, row, SOURCE, SYSTEM } from './testing/inputs';

describe('keys and names', () => {
  it('finds a row by the fields that its source is keyed by, also as older versions kept them', () => {
    const keyed = model('a', 'Loan scorer', 'Retail', {
      rowKeys: [{ source: SOURCE, key: 'owner+name\u001fann\u001floan-scorer' }],
    });
    const found = row(2, 'Loan scorer', 'Corporate', { fields: { owner: 'Ann' } });
    const key = ['owner', 'name'];
    expect(outcomes(decideIdentities(input([keyed], [found], { key })))).toEqual(['2 a by key']);
    const counted = model('b', 'Loan scorer', 'Retail', {
      rowKeys: [{ source: SOURCE, key: 'owner+name\u001fann\u001floan-scorer\u001f#2' }],
    });
    expect(outcomes(decideIdentities(input([keyed, counted], [found], { key })))).toEqual(['2 created']);
    expect(
      outcomes(
        decideIdentities(
          input([keyed], [found], { key, source: { name: 'Other', system: SYSTEM, rowsLastTime: null } }),
        ),
      ),
    ).toEqual(['2 created']);
  });

  it('does not trust a key of names where unit and text say otherwise', () => {
    const keyed = model('a', 'Illuminate', 'Audit', {
      texts: [COMPLAINTS],
      rowKeys: [{ source: SOURCE, key: 'name\u001filluminate' }],
    });
    const far = row(2, 'Illuminate', 'Tax', { texts: [LOAD] });
    expect(decisionOf(decideIdentities(input([keyed], [far], { key: ['name'] })), 2).outcome).toBe('created');
    const near = row(2, 'Illuminate', 'Tax', { texts: [COMPLAINTS] });
    expect(decisionOf(decideIdentities(input([keyed], [near], { key: ['name'] })), 2).by).toBe('key');
  });

  it('never pairs names that occur twice by their order, but by their texts', () => {
    const models = [model('a', 'Desk', 'HR', { texts: [COMPLAINTS] }), model('b', 'Desk', 'HR', { texts: [LOAD] })];
    const silent = decideIdentities(input(models, [row(2, 'Desk', 'HR'), row(3, 'Desk', 'HR')]));
    expect(silent.rows.map(({ outcome, candidates }) => [outcome, candidates])).toEqual([
      ['ambiguous', ['a', 'b']],
      ['ambiguous', ['a', 'b']],
    ]);
    const told = decideIdentities(
      input(models, [row(2, 'Desk', 'HR', { texts: [LOAD] }), row(3, 'Desk', 'HR', { texts: ['new'] })]),
    );
    expect(outcomes(told)).toEqual(['2 b by name+unit+text', '3 a by name+unit']);
  });

  it('takes a name alone only where a unit is silent and nobody else has the name', () => {
    const desk = model('a', 'Desk', 'HR');
    expect(outcomes(decideIdentities(input([desk], [row(2, 'Desk', '')])))).toEqual(['2 a by name']);
    const twice = decideIdentities(input([desk, model('b', 'Desk', 'IT')], [row(2, 'Desk', '')]));
    expect(decisionOf(twice, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a', 'b'] });
  });

  it('does not let a new source meet a model by its name alone', () => {
    const known = model('a', 'Desk', '', { sources: ['Registry file'] });
    const decision = decideIdentities(input([known], [row(2, 'Desk', 'HR')]));
    expect(decisionOf(decision, 2)).toMatchObject({ outcome: 'created', offers: [{ model: 'a', band: 'probably' }] });
  });

  it('takes a unit told more exactly for the same, and says so', () => {
    const decision = decideIdentities(
      input([model('a', 'Desk', 'Health / CMS')], [row(2, 'Desk', 'Health / CMS / OIT')]),
    );
    expect(decisionOf(decision, 2)).toMatchObject({ model: 'a', by: 'name+unit', moved: { kind: 'finer' } });
    const two = [row(2, 'Desk', 'Health / CMS / OIT'), row(3, 'Desk', 'Health / CMS / QA')];
    expect(
      decideIdentities(input([model('a', 'Desk', 'Health / CMS')], two)).rows.map(({ outcome }) => outcome),
    ).toEqual(['ambiguous', 'ambiguous']);
  });

  it('meets a model of another source once, and says where it is known from', () => {
    const known = model('a', 'Desk', 'HR', {
      sources: ['Registry file'],
      references: [{ system: 'Registry', id: '1' }],
    });
    const decision = decideIdentities(input([known], [row(2, 'Desk', 'HR')]));
    expect(decisionOf(decision, 2)).toMatchObject({ model: 'a', alsoIn: ['Registry'] });
  });

  it('refuses a row without a name, unless its number is known', () => {
    const decision = decideIdentities(
      input([model('a', 'Desk', 'HR', numbered('A-1'))], [row(2, '', 'HR'), row(3, ' ', 'HR', { externalId: 'A-1' })]),
    );
    expect(decisionOf(decision, 2)).toMatchObject({
      outcome: 'refused',
      why: expect.stringContaining('Row 2 has no name'),
    });
    expect(decisionOf(decision, 3)).toMatchObject({ outcome: 'matched', model: 'a', renamed: null });
  });
});
