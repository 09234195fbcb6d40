import { expect, it } from 'vitest';
import { tempFiles } from '../testing/temp-files';
import { isOwnList } from './own-list';

const files = tempFiles();

it('knows our lists by most of their heads', () => {
  expect(isOwnList(['Name', 'Annual value (CHF)', 'Remark'])).toBe(true);
  expect(isOwnList(['Number', 'Title', 'Cost (EUR)', 'Shelf', 'Room'])).toBe(true);
  expect(isOwnList(['Name', 'Shelf', 'Room'])).toBe(false);
  expect(isOwnList(['System', 'Verantwortlich', 'Name'])).toBe(false);
  expect(isOwnList([])).toBe(false);
});

it('leaves the tables of others as they stand', async () => {
  const { rows } = await files.read('theirs.csv', "System,Shelf,Room\n'=SUM(1),'-5,B\n");
  expect(rows).toEqual([["'=SUM(1)", "'-5", 'B']]);
});

it('takes the mark from texts of ours, and one of two', async () => {
  const { rows } = await files.read('ours.csv', "Name,Business owner,Tier\n'=SUM(1),''@bob,1\nO'Hara,'so,2\n");
  expect(rows).toEqual([
    ['=SUM(1)', "'@bob", '1'],
    ["O'Hara", "'so", '2'],
  ]);
});
