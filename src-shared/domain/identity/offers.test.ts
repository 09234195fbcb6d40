import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import type { IdentityAnswer } from './identity-types';
import { answered, COMPLAINTS, decisionOf, input, LOAD, model, numbered, outcomes, row } from './testing/inputs';

describe('offers and answers', () => {
  const models = [
    model('a', 'Complaint sorter', 'Desk', { texts: [COMPLAINTS] }),
    model('b', 'Load forecast', 'Grid', { texts: [LOAD] }),
  ];
  const renamed = row(2, 'AI complaint sorter', 'Desk', { texts: [COMPLAINTS] });
  const open = decideIdentities(input(models, [renamed]));
  const answer = (kind: IdentityAnswer['answer'], rows = [renamed]) =>
    decideIdentities(input(models, rows, { answers: [answered(decisionOf(open, 2).keys[0], 'a', kind)] }));

  it('says why, for and against, and never a number', () => {
    const [offer] = decisionOf(open, 2).offers;
    expect(offer).toMatchObject({ model: 'a', band: 'probably', because: 'likeness', place: 1 });
    expect(offer?.reasonsFor).toEqual([
      'The file’s name has one word more: AI.',
      'The purpose is word for word the same.',
      'The unit is the same.',
    ]);
    expect(JSON.stringify(offer)).not.toMatch(/0\.\d/);
  });

  it('is renamed with same, new with different, kept back with later', () => {
    expect(decisionOf(answer('same'), 2)).toMatchObject({ outcome: 'renamed', model: 'a', by: 'answer' });
    expect(decisionOf(answer('different'), 2)).toMatchObject({ outcome: 'created', offers: [] });
    expect(decisionOf(answer('later'), 2)).toMatchObject({ outcome: 'held', held: 'later', candidates: ['a'] });
    expect(answer('later').missing.map(({ model: id }) => id)).not.toContain('a');
  });

  it('keeps different when row, case and signs change, and when the row gets a number', () => {
    const again = { ...renamed, row: 9, name: 'AI Complaint-Sorter', externalId: 'A-77' };
    expect(decisionOf(answer('different', [again]), 9).offers).toEqual([]);
  });

  it('takes an answer for one namesake and has the other left', () => {
    const twins = [model('a', 'Desk', 'HR'), model('b', 'Desk', 'HR')];
    const rows = [row(2, 'Desk', 'HR', { externalId: 'A-1' }), row(3, 'Desk', 'HR', { externalId: 'A-2' })];
    const before = decideIdentities(input(twins, rows));
    const after = decideIdentities(
      input(twins, rows, { answers: [answered(decisionOf(before, 2).keys[0], 'b', 'same')] }),
    );
    expect(outcomes(after)).toEqual(['2 b by answer', '3 a by name+unit']);
  });

  it('says that the file states the old name or number, and still asks', () => {
    const known = [model('a', 'Engine', 'Desk', numbered('WO-17')), model('b', 'Lamp', 'Desk')];
    const decision = decideIdentities(
      input(known, [row(2, 'Lingua (previously Lamp)', 'Desk'), row(3, 'Motor [2024 INV#WO-17]', 'Desk')]),
    );
    expect(
      decision.rows.map(({ outcome, offers }) => [outcome, offers[0]?.model, offers[0]?.because, offers[0]?.band]),
    ).toEqual([
      ['created', 'b', 'says_former_name', 'probably'],
      ['created', 'a', 'cites_reference', 'probably'],
    ]);
  });

  it('has ties looked at, both sides named', () => {
    const twins = [
      model('a', 'Plate reader', 'Patrol', { texts: [COMPLAINTS] }),
      model('b', 'Plate reader', 'Patrol', { texts: [COMPLAINTS] }),
    ];
    const [offer] = decisionOf(
      decideIdentities(input(twins, [row(2, 'Plate reader: state partner', 'Patrol', { texts: [COMPLAINTS] })])),
      2,
    ).offers;
    expect(offer).toMatchObject({ model: 'a', band: 'look', rivals: ['b'] });
    expect(offer?.reasonsAgainst).toContain('Another one of yours has the same name.');
  });

  it('offers a double inside of the file only where name, unit and text agree and no numbers differ', () => {
    const double = (id: string, text: string) =>
      row(id === '' ? 2 : Number(id), 'Desk', 'HR', { externalId: id && `A-${id}`, texts: [text] });
    const found = (...rows: Parameters<typeof decideIdentities>[0]['rows']) =>
      decideIdentities(input([], rows)).doublesInFile.map(({ rows: two }) => two);
    expect(found(double('', COMPLAINTS), double('3', COMPLAINTS))).toEqual([[2, 3]]);
    expect(found(double('4', COMPLAINTS), double('3', COMPLAINTS))).toEqual([]);
    expect(found(double('', COMPLAINTS), double('3', LOAD))).toEqual([]);
  });
});
