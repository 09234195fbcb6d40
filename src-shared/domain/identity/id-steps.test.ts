import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import type { IdentityAnswer } from './identity-types';
import { answered, COMPLAINTS, decisionOf, input, LOAD, model, numbered, outcomes, row } from './testing/inputs';

describe('ids', () => {
  const loans = model('a', 'Loan scorer', 'Retail', numbered('A-1'));
  const cards = model('b', 'Card scorer', 'Retail', numbered('A-2'));

  it('win over name and order, and say what is renamed and moved', () => {
    const decision = decideIdentities(
      input(
        [loans, cards],
        [
          row(2, 'Card scorer', 'Retail', { externalId: 'a – 1' }),
          row(3, 'Loan scorer', 'Corporate', { externalId: 'A-2' }),
        ],
      ),
    );
    expect(outcomes(decision)).toEqual(['2 a by id', '3 b by id']);
    expect(decisionOf(decision, 2).renamed).toEqual({ before: 'Loan scorer', after: 'Card scorer' });
    expect(decisionOf(decision, 3).moved).toEqual({ before: 'Retail', after: 'Corporate', kind: 'moved' });
    expect(decision.swaps).toEqual([[2, 3]]);
  });

  it('count inside of their system only', () => {
    const elsewhere = model('a', 'Loan scorer', 'Retail', { references: [{ system: 'Registry', id: 'A-1' }] });
    const decision = decideIdentities(input([elsewhere], [row(2, 'Weather', 'Fleet', { externalId: 'A-1' })]));
    expect(outcomes(decision)).toEqual(['2 created']);
  });

  it('of a number given anew are not believed where nothing else agrees', () => {
    const decision = decideIdentities(
      input(
        [model('a', 'Loan scorer', 'Retail', { ...numbered('A-1'), texts: [COMPLAINTS] })],
        [row(2, 'Turbine watch', 'Power', { externalId: 'A-1', texts: [LOAD] })],
      ),
    );
    expect(decisionOf(decision, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a'] });
    expect(decisionOf(decision, 2).why).toContain('was the number given anew?');
  });

  it('of a number given anew are not taken for the model after an answer either', () => {
    const models = [model('a', 'Loan scorer', 'Retail', { ...numbered('A-1'), texts: [COMPLAINTS] })];
    const rows = [row(2, 'Turbine watch', 'Power', { externalId: 'A-1', texts: [LOAD] })];
    const [key] = decisionOf(decideIdentities(input(models, rows)), 2).keys;
    const said = (answer: IdentityAnswer['answer']) =>
      decisionOf(decideIdentities(input(models, rows, { answers: [answered(key, 'a', answer)] })), 2);
    expect(said('later')).toMatchObject({ outcome: 'held', held: 'later' });
    expect(said('different')).toMatchObject({ outcome: 'created', offers: [] });
    expect(said('same')).toMatchObject({ outcome: 'renamed', model: 'a', by: 'answer' });
  });

  it('of counters that start again in a unit of its own file lead to nobody', () => {
    const names = ['Form helper', 'Grant check', 'Tree count'];
    const models = names.map((name, at) => model(`m${at}`, name, 'Water', numbered(String(at + 1))));
    const other = ['Turbine watch', 'Bed planner', 'Zebra census'];
    const rows = other.map((name, at) => row(at + 2, name, 'Parks', { externalId: String(at + 1) }));
    expect(outcomes(decideIdentities(input(models, rows)))).toEqual(['2 created', '3 created', '4 created']);
    const one = decideIdentities(input(models, rows.slice(0, 1)));
    expect(outcomes(one)).toEqual(['2 ambiguous']);
  });

  describe('of a running number', () => {
    const names = ['Form helper', 'Form checker', 'Form sorter', 'Form scanner', 'Form finder'];
    const models = names.map((name, at) => model(`m${at}`, name, 'Water', numbered(String(at + 1))));
    const numberedRows = (order: readonly string[]) =>
      order.map((name, at) => row(at + 2, name, 'Water', { externalId: String(at + 1) }));
    const meets = (order: readonly string[]) => {
      const decision = decideIdentities(input(models, numberedRows(order)));
      return {
        met: decision.rows.map((one) => one.model),
        ids: decision.rows.map(({ id }) => id),
        notes: decision.idNotes,
      };
    };

    it('are none where the rows stand in another order', () => {
      const { met, ids, notes } = meets(names.toReversed());
      expect(met).toEqual(['m4', 'm3', 'm2', 'm1', 'm0']);
      expect(ids).toEqual([null, null, null, null, null]);
      expect(notes).toEqual([{ id: '', rows: [2, 3, 4, 5, 6], kind: 'recounted' }]);
    });

    it('are none where a row was put in between or left out', () => {
      expect(meets(['Form helper', 'Form printer', ...names.slice(1)]).met).toEqual([
        'm0',
        null,
        'm1',
        'm2',
        'm3',
        'm4',
      ]);
      expect(meets(['Form helper', ...names.slice(2)]).met).toEqual(['m0', 'm2', 'm3', 'm4']);
    });

    it('stay ids where models are renamed, or two exchange their names', () => {
      expect(meets(['Desk one', 'Desk two', 'Desk three', 'Desk four', 'Form finder']).met).toEqual([
        'm0',
        'm1',
        'm2',
        'm3',
        'm4',
      ]);
      expect(meets(['Form checker', 'Form helper', ...names.slice(2)]).met).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    });
  });

  it('that are placeholders or stand on two rows are none', () => {
    const decision = decideIdentities(
      input(
        [loans, cards],
        [
          row(2, 'Loan scorer', 'Retail', { externalId: 'A-2' }),
          row(3, 'Card scorer', 'Retail', { externalId: 'A-2' }),
          row(4, 'Rate scorer', 'Retail', { externalId: 'n/a' }),
        ],
      ),
    );
    expect(outcomes(decision)).toEqual(['2 a by name+unit', '3 b by name+unit', '4 created']);
    expect(decision.idNotes).toEqual([{ id: 'A-2', rows: [2, 3], kind: 'repeated' }]);
    expect(decision.rows.map(({ id }) => id)).toEqual([null, null, null]);
  });

  it('that each unit counts for itself are read with the unit, also where the file has one unit only', () => {
    const models = [
      model('a', 'Form helper', 'Water', numbered('7')),
      model('b', 'Grant check', 'Parks', numbered('7')),
    ];
    const renamed = row(2, 'Grant checker', 'Parks', { externalId: '7' });
    const decision = decideIdentities(input(models, [renamed]));
    expect(outcomes(decision)).toEqual(['2 b by unit+id']);
    expect(decision.notSpokenOf).toEqual(['a']);
    const both = decideIdentities(input(models, [renamed, row(3, 'Tree count', 'Water', { externalId: '7' })]));
    expect(outcomes(both)).toEqual(['2 b by unit+id', '3 a by unit+id']);
    expect(both.idNotes[0]?.kind).toBe('restarted');
  });

  it('of two models that changed are offered, never taken by name', () => {
    const decision = decideIdentities(input([loans], [row(2, 'Loan scorer', 'Retail', { externalId: 'A-9' })]));
    expect(decisionOf(decision, 2)).toMatchObject({
      outcome: 'created',
      offers: [{ model: 'a', because: 'number_changed', band: 'probably' }],
    });
    expect(decisionOf(decision, 2).offers[0]?.reasonsAgainst).toEqual([
      'The number is another one: A-9, yours has A-1.',
    ]);
  });
});

describe('merged and deleted models', () => {
  const merged = model('old', 'Old scorer', 'Retail', { ...numbered('A-1'), fate: { kind: 'merged', into: 'new' } });
  const survivor = model('new', 'Loan scorer', 'Retail', numbered('A-2'));
  const deleted = model('gone', 'Card scorer', 'Retail', { ...numbered('A-3'), fate: { kind: 'deleted' } });
  const ofGone = row(4, 'Card scorer', 'Retail', { externalId: 'A-3' });

  it('lead to the survivor, unless its own row is there', () => {
    const own = row(2, 'Loan scorer', 'Retail', { externalId: 'A-2' });
    const other = row(3, 'Old scorer', 'Retail', { externalId: 'A-1' });
    expect(outcomes(decideIdentities(input([merged, survivor], [other])))).toEqual(['3 new by id']);
    const both = decideIdentities(input([merged, survivor], [other, own]));
    expect(outcomes(both)).toEqual(['3 held', '2 new by id']);
    expect(decisionOf(both, 3)).toMatchObject({ held: 'merged_away', candidates: ['new'] });
  });

  it('whose survivor has their ids by now keep nobody from its own row, in whatever order', () => {
    const gone = model('old', 'Letter router', 'Post', { ...numbered('A-1'), fate: { kind: 'merged', into: 'new' } });
    const heir = model('new', 'Loan scorer', 'Retail', {
      references: ['A-2', 'A-1'].flatMap((id) => numbered(id).references ?? []),
    });
    const own = row(2, 'Loan scorer', 'Retail', { externalId: 'A-2' });
    const other = row(3, 'Letter router', 'Post', { externalId: 'A-1' });
    for (const rows of [
      [own, other],
      [other, own],
    ]) {
      const decision = decideIdentities(input([heir, gone], rows));
      expect(decisionOf(decision, 2)).toMatchObject({ model: 'new', by: 'id', renamed: null });
      expect(decisionOf(decision, 3)).toMatchObject({ outcome: 'held', held: 'merged_away', candidates: ['new'] });
    }
    expect(outcomes(decideIdentities(input([heir, gone], [other])))).toEqual(['3 ambiguous']);
    const like = row(3, 'Loan scorer B', 'Retail', { externalId: 'A-1' });
    expect(outcomes(decideIdentities(input([heir, gone], [like, own])))).toEqual(['3 held', '2 new by id']);
  });

  it('that were deleted are asked about, and the answer holds', () => {
    const asked = decisionOf(decideIdentities(input([deleted], [ofGone])), 4);
    expect(asked).toMatchObject({ outcome: 'held', held: 'deleted', candidates: ['gone'] });
    const answering = (answer: IdentityAnswer['answer']) =>
      decisionOf(
        decideIdentities(input([deleted], [ofGone], { answers: [answered(asked.keys[0], 'gone', answer)] })),
        4,
      );
    expect(answering('leave_out')).toMatchObject({ outcome: 'held', held: 'left_out' });
    expect(answering('different')).toMatchObject({ outcome: 'created', model: null });
    expect(answering('same')).toMatchObject({ outcome: 'matched', model: 'gone', by: 'answer', restored: true });
  });

  it('are never missing', () => {
    expect(decideIdentities(input([merged, survivor, deleted], [row(2, 'New', 'Retail')])).missing).toEqual([
      { model: 'new', offered: false, retired: false },
    ]);
  });
});
