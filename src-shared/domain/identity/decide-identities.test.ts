import { describe, expect, it } from 'vitest';
import { decideIdentities, type IdentityDecision } from './decide-identities';
import type { IdentityAnswer } from './identity-types';
import { input, model, numbered, row, SOURCE, SYSTEM } from './testing/inputs';

const TEXT = 'Sorts incoming complaints by subject and urgency for the clerk on duty.';
const OTHER_TEXT = 'Predicts the electricity that every district will draw tomorrow.';

const of = (decision: IdentityDecision, number: number) => {
  const found = decision.rows.find((one) => one.row === number);
  if (!found) throw new Error(`no row ${number}`);
  return found;
};
/** `row → model by what`, or the outcome where there is no model. */
const outcomes = (decision: IdentityDecision) =>
  decision.rows.map(
    ({ row: number, model: id, outcome, by }) => `${number} ${id === null ? outcome : `${id} by ${by}`}`,
  );
const answered = (rowKey: string | undefined, id: string, answer: IdentityAnswer['answer']): IdentityAnswer => ({
  rowKey: rowKey ?? '',
  model: id,
  answer,
});

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
    expect(of(decision, 2).renamed).toEqual({ before: 'Loan scorer', after: 'Card scorer' });
    expect(of(decision, 3).moved).toEqual({ before: 'Retail', after: 'Corporate', kind: 'moved' });
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
        [model('a', 'Loan scorer', 'Retail', { ...numbered('A-1'), texts: [TEXT] })],
        [row(2, 'Turbine watch', 'Power', { externalId: 'A-1', texts: [OTHER_TEXT] })],
      ),
    );
    expect(of(decision, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a'] });
    expect(of(decision, 2).why).toContain('was the number given anew?');
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
    expect(of(decision, 2)).toMatchObject({
      outcome: 'created',
      offers: [{ model: 'a', because: 'number_changed', band: 'probably' }],
    });
    expect(of(decision, 2).offers[0]?.reasonsAgainst).toEqual(['The number is another one: A-9, yours has A-1.']);
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
    expect(of(both, 3)).toMatchObject({ held: 'merged_away', candidates: ['new'] });
  });

  it('that were deleted are asked about, and the answer holds', () => {
    const asked = of(decideIdentities(input([deleted], [ofGone])), 4);
    expect(asked).toMatchObject({ outcome: 'held', held: 'deleted', candidates: ['gone'] });
    const after = (answer: IdentityAnswer['answer']) =>
      of(decideIdentities(input([deleted], [ofGone], { answers: [answered(asked.keys[0], 'gone', answer)] })), 4);
    expect(after('leave_out')).toMatchObject({ outcome: 'held', held: 'left_out' });
    expect(after('different')).toMatchObject({ outcome: 'created', model: null });
    expect(after('same')).toMatchObject({ outcome: 'matched', model: 'gone', by: 'answer', restored: true });
  });

  it('are never missing', () => {
    expect(decideIdentities(input([merged, survivor, deleted], [row(2, 'New', 'Retail')])).missing).toEqual([
      { model: 'new', offered: false, retired: false },
    ]);
  });
});

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
      texts: [TEXT],
      rowKeys: [{ source: SOURCE, key: 'name\u001filluminate' }],
    });
    const far = row(2, 'Illuminate', 'Tax', { texts: [OTHER_TEXT] });
    expect(of(decideIdentities(input([keyed], [far], { key: ['name'] })), 2).outcome).toBe('created');
    const near = row(2, 'Illuminate', 'Tax', { texts: [TEXT] });
    expect(of(decideIdentities(input([keyed], [near], { key: ['name'] })), 2).by).toBe('key');
  });

  it('never pairs names that occur twice by their order, but by their texts', () => {
    const models = [model('a', 'Desk', 'HR', { texts: [TEXT] }), model('b', 'Desk', 'HR', { texts: [OTHER_TEXT] })];
    const silent = decideIdentities(input(models, [row(2, 'Desk', 'HR'), row(3, 'Desk', 'HR')]));
    expect(silent.rows.map(({ outcome, candidates }) => [outcome, candidates])).toEqual([
      ['ambiguous', ['a', 'b']],
      ['ambiguous', ['a', 'b']],
    ]);
    const told = decideIdentities(
      input(models, [row(2, 'Desk', 'HR', { texts: [OTHER_TEXT] }), row(3, 'Desk', 'HR', { texts: ['new'] })]),
    );
    expect(outcomes(told)).toEqual(['2 b by name+unit+text', '3 a by name+unit']);
  });

  it('takes a name alone only where a unit is silent and nobody else has the name', () => {
    const desk = model('a', 'Desk', 'HR');
    expect(outcomes(decideIdentities(input([desk], [row(2, 'Desk', '')])))).toEqual(['2 a by name']);
    const twice = decideIdentities(input([desk, model('b', 'Desk', 'IT')], [row(2, 'Desk', '')]));
    expect(of(twice, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a', 'b'] });
  });

  it('takes a unit told more exactly for the same, and says so', () => {
    const decision = decideIdentities(
      input([model('a', 'Desk', 'Health / CMS')], [row(2, 'Desk', 'Health / CMS / OIT')]),
    );
    expect(of(decision, 2)).toMatchObject({ model: 'a', by: 'name+unit', moved: { kind: 'finer' } });
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
    expect(of(decision, 2)).toMatchObject({ model: 'a', alsoIn: ['Registry'] });
  });

  it('refuses a row without a name, unless its number is known', () => {
    const decision = decideIdentities(
      input([model('a', 'Desk', 'HR', numbered('A-1'))], [row(2, '', 'HR'), row(3, ' ', 'HR', { externalId: 'A-1' })]),
    );
    expect(of(decision, 2)).toMatchObject({ outcome: 'refused', why: expect.stringContaining('Row 2 has no name') });
    expect(of(decision, 3)).toMatchObject({ outcome: 'matched', model: 'a', renamed: null });
  });
});

describe('units', () => {
  const forest = ['Fire map', 'Tree count', 'Bird watch'].map((name, at) =>
    model(`f${at}`, name, 'Farm / Forest Service'),
  );
  const moved = forest.map(({ name }, at) => row(at + 2, name, 'Farm / Natural Resources'));

  it('asks once whether a unit that is gone has a new name, and takes the answer', () => {
    const asked = decideIdentities(input(forest, moved));
    expect(asked.asks).toMatchObject([
      {
        unit: 'Natural Resources',
        means: ['Forest Service'],
        because: 'now_called',
        agree: 3,
        differ: 0,
        rows: [2, 3, 4],
      },
    ]);
    expect(asked.asks[0]?.sentence).toBe(
      'Is Forest Service in Farm now called Natural Resources? 3 models agree, none differs.',
    );
    expect(outcomes(asked)).toEqual(['2 f0 by unit question', '3 f1 by unit question', '4 f2 by unit question']);
    const yes = decideIdentities(input(forest, moved, { aliases: asked.asks.flatMap(({ aliases }) => aliases) }));
    expect(yes.asks).toEqual([]);
    expect(outcomes(yes)).toEqual(['2 f0 by name+unit', '3 f1 by name+unit', '4 f2 by name+unit']);
    const no = decideIdentities(
      input(forest, moved, {
        aliases: asked.asks.flatMap(({ aliases }) => aliases.map((one) => ({ ...one, kind: 'not_same' as const }))),
      }),
    );
    expect(no.asks).toEqual([]);
    expect(no.rows.every(({ outcome, offers }) => outcome === 'created' && offers.length === 1)).toBe(true);
  });

  it('asks nothing where one model agrees, where they part, or where the unit lives on', () => {
    expect(decideIdentities(input(forest.slice(0, 1), moved.slice(0, 1))).asks).toEqual([]);
    const parted = moved.map((one, at) => (at === 0 ? one : row(at + 2, one.name, `Farm / New ${at}`)));
    expect(decideIdentities(input(forest, parted)).asks).toEqual([]);
    expect(decideIdentities(input(forest, [...moved, row(9, 'Other', 'Farm / Forest Service')])).asks).toEqual([]);
  });

  it('asks about initials, and takes none that fit two units, whether or not both have namesakes', () => {
    const homeland = [model('a', 'Desk', 'Department of Homeland Security')];
    const one = decideIdentities(input(homeland, [row(2, 'Desk', 'DHS')]));
    expect(one.asks).toMatchObject([
      { unit: 'DHS', means: ['Department of Homeland Security'], because: 'initials', rows: [2] },
    ]);
    expect(outcomes(one)).toEqual(['2 a by name+unit']);
    const two = decideIdentities(
      input([...homeland, model('b', 'Lamp', 'District Health Service')], [row(2, 'Desk', 'DHS')]),
    );
    expect(of(two, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a'], asks: [0] });
    expect(two.asks[0]).toMatchObject({
      because: 'initials_fit_several',
      means: ['Department of Homeland Security', 'District Health Service'],
    });
    const back = decideIdentities(
      input(
        [model('a', 'Desk', 'DHS')],
        [row(2, 'Desk', 'Department of Homeland Security'), row(3, 'Lamp', 'District Health Service')],
      ),
    );
    expect(back.asks[0]).toMatchObject({ unit: 'DHS', side: 'portfolio', because: 'initials_fit_several' });
    expect(of(back, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a'] });
  });

  it('asks about the top unit first and goes on below it', () => {
    const models = [
      model('a', 'Desk', 'Department of Justice / FBI'),
      model('b', 'Lamp', 'Department of Justice / Tax Office'),
    ];
    const decision = decideIdentities(input(models, [row(2, 'Desk', 'DOJ / FBI'), row(3, 'Lamp', 'DOJ / TO')]));
    expect(decision.asks.map(({ unit, scope }) => [unit, scope])).toEqual([
      ['DOJ', ''],
      ['TO', 'Department of Justice'],
    ]);
    expect(decision.rows.map(({ asks }) => asks)).toEqual([[0], [0, 1]]);
  });

  it('offers no namesake of another top unit, and only a look where both units of one go on', () => {
    const models = [
      model('a', 'ChatGPT', 'Justice / FBI'),
      model('b', 'Zoom', 'Energy / Labs'),
      model('c', 'Lamp', 'Justice / Tax'),
    ];
    const decision = decideIdentities(
      input(models, [
        row(2, 'ChatGPT', 'Energy / Labs'),
        row(3, 'Zoom', 'Energy / Labs'),
        row(4, 'ChatGPT', 'Justice / Tax'),
        row(5, 'Desk', 'Justice / FBI'),
      ]),
    );
    expect(of(decision, 2).offers).toEqual([]);
    expect(of(decision, 4).offers).toMatchObject([{ model: 'a', band: 'look' }]);
    expect(of(decision, 4).offers[0]?.reasonsAgainst).toEqual([
      'Both FBI and Tax go on, so the unit speaks against it.',
    ]);
  });
});

describe('offers and answers', () => {
  const models = [
    model('a', 'Complaint sorter', 'Desk', { texts: [TEXT] }),
    model('b', 'Load forecast', 'Grid', { texts: [OTHER_TEXT] }),
  ];
  const renamed = row(2, 'AI complaint sorter', 'Desk', { texts: [TEXT] });
  const open = decideIdentities(input(models, [renamed]));
  const answer = (kind: IdentityAnswer['answer'], rows = [renamed]) =>
    decideIdentities(input(models, rows, { answers: [answered(of(open, 2).keys[0], 'a', kind)] }));

  it('says why, for and against, and never a number', () => {
    const [offer] = of(open, 2).offers;
    expect(offer).toMatchObject({ model: 'a', band: 'probably', because: 'likeness', place: 1 });
    expect(offer?.reasonsFor).toEqual([
      'The file’s name has one word more: AI.',
      'The purpose is word for word the same.',
      'The unit is the same.',
    ]);
    expect(JSON.stringify(offer)).not.toMatch(/0\.\d/);
  });

  it('is renamed with same, new with different, kept back with later', () => {
    expect(of(answer('same'), 2)).toMatchObject({ outcome: 'renamed', model: 'a', by: 'answer' });
    expect(of(answer('different'), 2)).toMatchObject({ outcome: 'created', offers: [] });
    expect(of(answer('later'), 2)).toMatchObject({ outcome: 'held', held: 'later', candidates: ['a'] });
    expect(answer('later').missing.map(({ model: id }) => id)).not.toContain('a');
  });

  it('keeps different when row, case and signs change, and when the row gets a number', () => {
    const again = { ...renamed, row: 9, name: 'AI Complaint-Sorter', externalId: 'A-77' };
    expect(of(answer('different', [again]), 9).offers).toEqual([]);
  });

  it('takes an answer for one namesake and has the other left', () => {
    const twins = [model('a', 'Desk', 'HR'), model('b', 'Desk', 'HR')];
    const rows = [row(2, 'Desk', 'HR', { externalId: 'A-1' }), row(3, 'Desk', 'HR', { externalId: 'A-2' })];
    const before = decideIdentities(input(twins, rows));
    const after = decideIdentities(input(twins, rows, { answers: [answered(of(before, 2).keys[0], 'b', 'same')] }));
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
      model('a', 'Plate reader', 'Patrol', { texts: [TEXT] }),
      model('b', 'Plate reader', 'Patrol', { texts: [TEXT] }),
    ];
    const [offer] = of(
      decideIdentities(input(twins, [row(2, 'Plate reader: state partner', 'Patrol', { texts: [TEXT] })])),
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
    expect(found(double('', TEXT), double('3', TEXT))).toEqual([[2, 3]]);
    expect(found(double('4', TEXT), double('3', TEXT))).toEqual([]);
    expect(found(double('', TEXT), double('3', OTHER_TEXT))).toEqual([]);
  });
});
