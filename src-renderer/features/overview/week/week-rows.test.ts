import { expect, it } from 'vitest';
import { ownersOf, shownGroups, type WeekGroup, type WeekRow } from './week-rows';

const row = (key: string, rest: Partial<WeekRow>): WeekRow => ({
  key,
  mark: 'act',
  modelId: key,
  name: key,
  tier: 2,
  what: '',
  incidents: [],
  owner: 'Ada',
  since: null,
  doubtful: false,
  release: null,
  fresh: false,
  action: { label: 'Open', filter: null, modelId: key },
  ...rest,
});
const groups: readonly WeekGroup[] = [
  {
    kind: 'drifted',
    title: 'Drifted: 2',
    change: '',
    total: 2,
    rows: [row('a', { tier: 1 }), row('b', { owner: 'Bea', fresh: true })],
  },
  { kind: 'silent', title: 'Silent: 0', change: '', total: 0, rows: [] },
  { kind: 'reviews', title: 'Reviews', change: '', total: 1, rows: [row('c', { owner: '' })] },
];
const keys = (search: Parameters<typeof shownGroups>[1]): string[] =>
  shownGroups(groups, search).flatMap(({ rows }) => rows.map(({ key }) => key));

it('shows all groups, the empty ones too, while nothing is asked for', () => {
  expect(shownGroups(groups, {}).map(({ kind }) => kind)).toEqual(['drifted', 'silent', 'reviews']);
});

it('filters by owner, tier and news together', () => {
  expect(keys({ owner: 'Bea' })).toEqual(['b']);
  expect(keys({ show: 'tier1' })).toEqual(['a']);
  expect(keys({ show: 'new' })).toEqual(['b']);
  expect(keys({ owner: 'Ada', show: 'new' })).toEqual([]);
});

it('takes rows that do not fit for no more of them', () => {
  expect(shownGroups(groups, { show: 'new' })).toMatchObject([{ kind: 'drifted', total: 1 }]);
  const long = groups.map((group) => ({ ...group, total: group.total + 7 }));
  expect(shownGroups(long, { show: 'new' })[0]?.total).toBe(8);
});

it('counts who owns rows', () => {
  expect(ownersOf(groups)).toEqual([
    { owner: 'Ada', count: 1 },
    { owner: 'Bea', count: 1 },
  ]);
});
