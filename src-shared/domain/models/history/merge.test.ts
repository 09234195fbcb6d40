import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { middleOf } from '../../base/period';
import { STAGES } from '../../vocabulary';
import { brief, kinds, known, on, past, present, tell } from '../testing/told-moves';
import { mergeHistory } from './merge';
import type { HistoryMerge, KnownMove, Told, ToldMove } from './told';

describe('a row of an inventory', () => {
  const live = [known('a', 'deployed', '2025-01-15', '1')];

  it('that says less takes nothing away', () => {
    const merge = mergeHistory(live, present(tell('deployed')));
    expect(merge).toEqual({ added: [], refined: [], kept: 1, contradicted: [] });
  });

  it('with a newer version and day adds a release behind the one that is known', () => {
    const merge = mergeHistory(live, present(tell('deployed', '2025-06-15', '2')));
    expect(brief(merge)).toEqual([['deployed', '2025-06-15', '2', 'a']]);
    expect(merge.contradicted).toEqual([]);
  });

  it('with another version on the same day contradicts', () => {
    expect(kinds(mergeHistory(live, present(tell('deployed', '2025-01-15', '2'))))).toEqual(['version']);
  });

  it('with a newer version and no day adds a release of which the day is not known', () => {
    expect(brief(mergeHistory(live, present(tell('deployed', null, '3'))))).toEqual([['deployed', null, '3', 'a']]);
  });

  it('with an earlier day under another version contradicts: the file calls live what came before', () => {
    expect(kinds(mergeHistory(live, present(tell('deployed', '2024-06-15', '0.9'))))).toEqual(['older_release']);
    const two = [...live, known('b', 'deployed', '2025-06-15', '2')];
    expect(kinds(mergeHistory(two, present(tell('deployed', '2025-01-15', '1'))))).toEqual(['older_release']);
  });

  it('with another day for the same version contradicts', () => {
    expect(kinds(mergeHistory(live, present(tell('deployed', '2025-02-15', '1'))))).toEqual(['date']);
  });

  it('that has a retired model in production contradicts, with and without a version', () => {
    const gone = [...live, known('b', 'retired', '2025-05-01')];
    expect(kinds(mergeHistory(gone, present(tell('deployed'))))).toEqual(['stage']);
    expect(kinds(mergeHistory(gone, present(tell('deployed', '2025-01-15', '1'))))).toEqual(['stage']);
  });

  it('moves a model on', () => {
    const merge = mergeHistory([known('a', 'training', '2024-05-01')], present(tell('deployed', '2025-01-01')));
    expect(brief(merge)).toEqual([['deployed', '2025-01-01', '', 'a']]);
    expect(brief(mergeHistory(live, present(tell('retired'))))).toEqual([['retired', null, '', 'a']]);
  });

  it('that goes back contradicts', () => {
    expect(kinds(mergeHistory(live, present(tell('training'))))).toEqual(['stage']);
  });

  it('gives a day where none was known', () => {
    const merge = mergeHistory([known('a', 'deployed')], present(tell('deployed', '2024-04-01')));
    expect(merge.refined).toEqual([{ id: 'a', when: on('2024-04-01') }]);
  });

  it('gives a day where a month was known, and leaves a day where it has the month', () => {
    const month: KnownMove = { id: 'a', to: 'deployed', when: middleOf('2024-04-01', 'month'), version: '' };
    expect(mergeHistory([month], present(tell('deployed', '2024-04-09'))).refined).toEqual([
      { id: 'a', when: on('2024-04-09') },
    ]);
    const told: ToldMove = { to: 'deployed', when: middleOf('2025-01-01', 'month'), version: '1' };
    expect(mergeHistory(live, present(told))).toMatchObject({ kept: 1, refined: [], contradicted: [] });
  });

  it('adds an earlier stage in front', () => {
    const merge = mergeHistory(live, present(tell('proposed', '2023-02-01'), tell('deployed', '2025-01-15', '1')));
    expect(brief(merge)).toEqual([['proposed', '2023-02-01', '', null]]);
    expect(merge.kept).toBe(1);
  });

  it('does not add a stage on a day on which the model was further on', () => {
    const merge = mergeHistory(live, present(tell('training', '2025-03-01'), tell('deployed')));
    expect(kinds(merge)).toEqual(['order']);
  });

  it('“in production” says less than monitored, unless the file speaks of monitoring', () => {
    const watched = [...live, known('b', 'monitored', '2025-02-01')];
    expect(mergeHistory(watched, present(tell('deployed'))).contradicted).toEqual([]);
    const unwatched: Told = { ...present(tell('deployed')), speaksOfMonitoring: true };
    expect(kinds(mergeHistory(watched, unwatched))).toEqual(['stage']);
  });

  it('a new version of a watched model stays watched', () => {
    const watched = [...live, known('b', 'monitored', '2025-02-01')];
    expect(brief(mergeHistory(watched, present(tell('deployed', '2025-06-15', '2'))))).toEqual([
      ['deployed', '2025-06-15', '2', 'b'],
      ['monitored', null, '', 'b'],
    ]);
    const both = mergeHistory(watched, present(tell('deployed', '2025-06-15', '2'), tell('monitored', '2025-07-01')));
    expect(brief(both)).toEqual([
      ['deployed', '2025-06-15', '2', 'b'],
      ['monitored', '2025-07-01', '', 'b'],
    ]);
  });

  it('names the only release that had no version', () => {
    const merge = mergeHistory([known('a', 'deployed', '2025-01-15')], present(tell('deployed', null, '7')));
    expect(merge.refined).toEqual([{ id: 'a', version: '7' }]);
    expect(merge.added).toEqual([]);
  });
});

describe('a contradiction that somebody has decided', () => {
  const moves = [known('a', 'deployed', '2025-01-15', '1'), known('b', 'retired', '2025-05-01')];
  const file = () => 'file' as const;
  const ours = () => 'ours' as const;

  it('for the file about the stage is a further move, without a day that cannot be', () => {
    expect(brief(mergeHistory(moves, present(tell('validation', '2025-06-01')), file))).toEqual([
      ['validation', '2025-06-01', '', 'b'],
    ]);
    expect(brief(mergeHistory(moves, present(tell('validation', '2024-06-01')), file))).toEqual([
      ['validation', null, '', 'b'],
    ]);
  });

  it('for the file about day or version takes the place of ours', () => {
    const [live] = moves.slice(0, 1);
    if (!live) throw new Error('one move');
    expect(mergeHistory([live], present(tell('deployed', '2025-02-01', '1')), file).refined).toEqual([
      { id: 'a', when: on('2025-02-01') },
    ]);
    expect(mergeHistory([live], present(tell('deployed', '2025-01-15', '2')), file).refined).toEqual([
      { id: 'a', version: '2' },
    ]);
  });

  it('for the file stays ours where its day does not fit between its neighbours', () => {
    const merge = mergeHistory(moves, past(tell('deployed', '2025-08-01', '1')), file);
    expect(merge.contradicted).toMatchObject([{ kind: 'date', decision: 'ours' }]);
    expect(merge.refined).toEqual([]);
  });

  it('for ours lets the rest of the row in', () => {
    const row = present(tell('proposed', '2023-01-01'), tell('deployed'));
    expect(mergeHistory(moves, row).added).toEqual([]);
    expect(brief(mergeHistory(moves, row, ours))).toEqual([['proposed', '2023-01-01', '', null]]);
  });
});

describe('a version history', () => {
  it('adds each release in its place, before and behind what is known', () => {
    const merge = mergeHistory(
      [known('a', 'deployed', '2025-01-15', '1.1')],
      past(tell('deployed', '2024-01-15', '1.0'), tell('deployed', '2025-01-15', '1.1'), tell('deployed', null, '1.2')),
    );
    expect(brief(merge)).toEqual([
      ['deployed', '2024-01-15', '1.0', null],
      ['deployed', null, '1.2', 'a'],
    ]);
    expect(merge).toMatchObject({ kept: 1, contradicted: [] });
  });

  it('keeps the order of versions of which no day is known', () => {
    const merge = mergeHistory([], past(...['1', '2', '3'].map((version) => tell('deployed', null, version))));
    expect(merge.added.map(({ version }) => version)).toEqual(['1', '2', '3']);
  });

  it('may have two versions on one day', () => {
    const merge = mergeHistory(
      [known('a', 'deployed', '2025-01-15', '1')],
      past(tell('deployed', '2025-01-15', '1'), tell('deployed', '2025-01-15', '2')),
    );
    expect(brief(merge)).toEqual([['deployed', '2025-01-15', '2', 'a']]);
  });

  it('leaves a retirement where it is', () => {
    const gone = [known('a', 'deployed', '2024-01-01', '1'), known('b', 'retired')];
    expect(brief(mergeHistory(gone, past(tell('deployed', '2024-06-01', '2'))))).toEqual([
      ['deployed', '2024-06-01', '2', 'a'],
    ]);
  });
});

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10));
const when = fc.option(
  fc
    .tuple(day, fc.constantFrom('day', 'month', 'quarter', 'year'))
    .map(([date, precision]) => middleOf(date, precision)),
);
const version = fc.constantFrom('', '', '1', '2', '3');
const move = fc.record({ to: fc.constantFrom(...STAGES), when, version });
/** As the product keeps and reads them: dated ones in the order of their days. */
function inOrder<M extends ToldMove>(moves: readonly M[]): M[] {
  const days = moves.flatMap(({ when: dated }) => (dated ? [dated] : [])).sort((a, b) => a.at.localeCompare(b.at));
  return moves.map((one) => ({ ...one, when: one.when === null ? null : (days.shift() ?? null) }));
}
const history = fc
  .array(move, { maxLength: 6 })
  .map((moves) => inOrder(moves).map((one, index): KnownMove => ({ ...one, id: `m${index}` })));
const told = fc
  .record({
    kind: fc.constantFrom('present', 'past'),
    moves: fc.uniqueArray(move, { maxLength: 5, selector: ({ to }) => to }),
    speaksOfMonitoring: fc.boolean(),
  })
  .map(
    (one): Told => ({
      ...one,
      moves:
        one.kind === 'present'
          ? inOrder([...one.moves].sort((a, b) => STAGES.indexOf(a.to) - STAGES.indexOf(b.to)))
          : inOrder(
              one.moves.map((each, index) => ({
                ...each,
                to: 'deployed' as const,
                version: `${each.version}.${index}`,
              })),
            ),
    }),
  );

/** Our history with what a merge adds and refines. */
function merged(before: readonly KnownMove[], merge: HistoryMerge): KnownMove[] {
  const refined = new Map(merge.refined.map((one) => [one.id, one]));
  const made = merge.added.map((one, index): [string | null, KnownMove] => [one.behind, { ...one, id: `n${index}` }]);
  const behind = (id: string | null) => made.flatMap(([at, one]) => (at === id ? [one] : []));
  return [...behind(null), ...before.flatMap((one) => [{ ...one, ...refined.get(one.id) }, ...behind(one.id)])];
}

describe('any merge', () => {
  it('takes nothing away and makes nothing less exact', () => {
    fc.assert(
      fc.property(history, told, (moves, file) => {
        const all = merged(moves, mergeHistory(moves, file));
        for (const one of moves) {
          const now = all.find(({ id }) => id === one.id);
          expect(now?.to).toBe(one.to);
          if (one.version !== '') expect(now?.version).toBe(one.version);
          if (one.when?.precision === 'day') expect(now?.when).toEqual(one.when);
        }
      }),
    );
  });

  it('made a second time adds and refines nothing', () => {
    fc.assert(
      fc.property(history, told, (moves, file) => {
        const now = merged(moves, mergeHistory(moves, file)).map((one, index) => ({ ...one, id: `k${index}` }));
        const again = mergeHistory(now, file);
        expect(again.added).toEqual([]);
        expect(again.refined).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('accounts for every told move', () => {
    fc.assert(
      fc.property(history, told, (moves, file) => {
        const merge = mergeHistory(moves, file);
        const carried = (one: ToldMove) => one.to === 'monitored' && one.when === null;
        const added = merge.added.filter((one) => !carried(one) || file.moves.some(carried)).length;
        const refined = new Set(merge.refined.map(({ id }) => id)).size;
        const spoken = added + merge.kept + merge.contradicted.length;
        // Two told moves may make one of ours more exact.
        expect(spoken).toBeLessThanOrEqual(file.moves.length);
        expect(spoken + refined).toBeGreaterThanOrEqual(Math.min(1, file.moves.length));
      }),
    );
  });
});
