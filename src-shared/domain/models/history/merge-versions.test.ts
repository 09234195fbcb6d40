import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, kinds, known, past, present, tell } from '../testing/told-moves';
import { mergeHistory } from './merge';
import type { KnownMove, ToldMove } from './told';

describe('the versions of a history', () => {
  it('are put without a day in front of the first one that has its place', () => {
    const told = past(
      tell('deployed', null, '1.0'),
      tell('deployed', null, '2.0'),
      tell('deployed', '2023-05-01', '3.0'),
    );
    expect(brief(mergeHistory([known('a', 'proposed')], told))).toEqual([
      ['deployed', null, '1.0', 'a'],
      ['deployed', null, '2.0', 'a'],
      ['deployed', '2023-05-01', '3.0', 'a'],
    ]);
    const held = [known('a', 'proposed'), known('b', 'deployed', '2023-05-01', '3.0'), known('c', 'monitored')];
    expect(brief(mergeHistory(held, told))).toEqual([
      ['deployed', null, '1.0', 'a'],
      ['deployed', null, '2.0', 'a'],
    ]);
    const unnamed = [known('a', 'proposed'), known('b', 'deployed', '2023-05-01')];
    const merge = mergeHistory(unnamed, told);
    expect(brief(merge).map(([, , version, behind]) => [version, behind])).toEqual([
      ['1.0', 'a'],
      ['2.0', 'a'],
    ]);
    expect(merge.refined).toEqual([{ id: 'b', version: '3.0' }]);
  });

  it('puts a version without a day by its number where nothing else places it', () => {
    const held = [known('a', 'deployed', '2024-01-01', '2.9'), known('b', 'deployed', '2025-01-01', '2.11')];
    expect(brief(mergeHistory(held, past(tell('deployed', null, '2.10'))))).toEqual([['deployed', null, '2.10', 'a']]);
    expect(brief(mergeHistory(held, past(tell('deployed', null, '3'))))).toEqual([['deployed', null, '3', 'b']]);
  });

  it('takes the rest where one release contradicts', () => {
    const held = [
      known('a', 'deployed', '2024-01-01', '1'),
      known('b', 'deployed', null, '2'),
      known('c', 'retired', '2025-01-01'),
    ];
    const merge = mergeHistory(held, past(tell('deployed', '2024-06-01', '1.5'), tell('deployed', '2026-01-01', '2')));
    expect(kinds(merge)).toEqual(['order']);
    expect(brief(merge)).toEqual([['deployed', '2024-06-01', '1.5', 'a']]);
  });
});

describe('a version that went live twice', () => {
  const [jan, feb, mar] = ['2024-01-01', '2024-02-01', '2024-03-01'];
  const back = past(tell('deployed', jan, '1'), tell('deployed', feb, '2'), tell('deployed', mar, '1'));
  const both = [known('a', 'deployed', jan, '1'), known('b', 'deployed', feb, '2')];

  it('has a release for each time, whatever is known of it already', () => {
    expect(brief(mergeHistory([known('p', 'proposed')], back)).map(([, day, version]) => [day, version])).toEqual([
      [jan, '1'],
      [feb, '2'],
      [mar, '1'],
    ]);
    const added = mergeHistory(both, back);
    expect(brief(added)).toEqual([['deployed', mar, '1', 'b']]);
    expect(added).toMatchObject({ kept: 2, contradicted: [] });
    const again = mergeHistory([...both, known('c', 'deployed', mar, '1')], back);
    expect(again).toMatchObject({ added: [], refined: [], kept: 3, contradicted: [] });
  });

  it('is known by the row that tells of its return alone', () => {
    expect(brief(mergeHistory(both, past(tell('deployed', mar, '1'))))).toEqual([['deployed', mar, '1', 'b']]);
    expect(brief(mergeHistory(both, present(tell('deployed', mar, '1'))))).toEqual([['deployed', mar, '1', 'b']]);
    const held = [...both, known('c', 'deployed', mar, '1')];
    for (const told of [
      present(tell('deployed', null, '1')),
      present(tell('deployed', mar, '1')),
      past(tell('deployed', null, '1')),
    ])
      expect(mergeHistory(held, told)).toMatchObject({ added: [], refined: [], contradicted: [] });
  });

  it('is asked about where it may be another day for the release that we hold', () => {
    const told = past(tell('deployed', feb, '2'), tell('deployed', mar, '1'));
    expect(mergeHistory(both, told)).toMatchObject({ added: [], contradicted: [{ kind: 'date', decision: 'ask' }] });
    const decided = mergeHistory(both, told, () => 'file');
    expect(decided).toMatchObject({ refined: [], contradicted: [{ kind: 'date', decision: 'file' }] });
    expect(brief(decided)).toEqual([['deployed', mar, '1', 'b']]);
  });

  it('is the same release on a day nearby', () => {
    const merge = mergeHistory([...both, known('c', 'deployed', mar, '1')], past(tell('deployed', '2024-03-05', '1')));
    expect(merge).toMatchObject({ added: [], contradicted: [{ kind: 'date', known: { id: 'c' } }] });
  });

  it('merged twice adds nothing the second time', () => {
    const release = fc.record({ day: fc.integer({ min: 1, max: 28 }), version: fc.constantFrom('1', '2', '3') });
    const releases = fc
      .uniqueArray(release, { maxLength: 7, selector: ({ day }) => day })
      .map((all) =>
        all.toSorted((a, b) => a.day - b.day).filter(({ version }, at, line) => line[at - 1]?.version !== version),
      );
    const dated = ({ day, version }: { day: number; version: string }): ToldMove =>
      tell('deployed', `2024-01-${String(day).padStart(2, '0')}`, version);
    fc.assert(
      fc.property(releases, releases, fc.constantFrom('ask', 'file', 'ours'), (ours, told, decision) => {
        const before = ours.map((one, index): KnownMove => ({ ...dated(one), id: `k${index}` }));
        const file = past(...told.map(dated));
        const merge = mergeHistory(before, file, () => decision);
        const now = before.flatMap((one) => [
          { ...one, ...merge.refined.find(({ id }) => id === one.id) },
          ...merge.added
            .filter(({ behind }) => behind === one.id)
            .map((each, at) => ({ ...each, id: `${one.id}.${at}` })),
        ]);
        const first = merge.added
          .filter(({ behind }) => behind === null)
          .map((each, at) => ({ ...each, id: `n${at}` }));
        const again = mergeHistory([...first, ...now], file, () => decision);
        expect([again.added, again.refined]).toEqual([[], []]);
      }),
      { numRuns: 3000 },
    );
  });
});
