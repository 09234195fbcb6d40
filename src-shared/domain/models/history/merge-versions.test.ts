import { describe, expect, it } from 'vitest';
import { brief, kinds, known, past, tell } from '../testing/told-moves';
import { mergeHistory } from './merge';

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
