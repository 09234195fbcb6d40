import { expect, it } from 'vitest';
import { filterOptions } from './options-filter';

const option = (label: string) => ({ value: label, label });
const options = [
  { group: 'Europe', items: ['Zürich', 'São Tomé', 'Port Louis'].map(option) },
  { group: 'America', items: ['Port of Spain'].map(option) },
  option('UTC'),
];

it('finds options by words in any order, without case and accents, and no group without any', () => {
  expect(filterOptions({ options, search: 'tome sao', limit: 9 })).toEqual([
    { group: 'Europe', items: [option('São Tomé')] },
  ]);
  expect(filterOptions({ options, search: ' utc ', limit: 9 })).toEqual([option('UTC')]);
  expect(filterOptions({ options, search: '', limit: 9 })).toEqual(options);
});

it('shows no more than asked for, over all groups', () => {
  expect(filterOptions({ options, search: 'port', limit: 1 })).toEqual([
    { group: 'Europe', items: [option('Port Louis')] },
  ]);
  expect(filterOptions({ options, search: 'port', limit: 2 })).toHaveLength(2);
});
