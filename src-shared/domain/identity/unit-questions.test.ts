import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import { decisionOf, input, model, outcomes, row } from './testing/inputs';

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
    expect(decisionOf(two, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a'], asks: [0] });
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
    expect(decisionOf(back, 2)).toMatchObject({ outcome: 'ambiguous', candidates: ['a'] });
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
    expect(decisionOf(decision, 2).offers).toEqual([]);
    expect(decisionOf(decision, 4).offers).toMatchObject([{ model: 'a', band: 'look' }]);
    expect(decisionOf(decision, 4).offers[0]?.reasonsAgainst).toEqual([
      'Both FBI and Tax go on, so the unit speaks against it.',
    ]);
  });
});
