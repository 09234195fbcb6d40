import { expect, it } from 'vitest';
import { axisUnit, unitName } from './axis-unit';
import { csvOf, fileNameOf, tabbedOf } from './chart-text';

const table = {
  columns: [{ label: 'model, "new"' }, { label: 'cost, USD', digits: 0 }],
  rows: [
    ['=SUM(A1)', 1234567.891],
    ['a\tb', null],
    ['c', Number.NaN],
  ],
} as const;

it('writes a CSV that spreadsheets read as what it is', () => {
  expect(csvOf(table)).toBe('\uFEFF"model, ""new""","cost, USD"\r\n\'=SUM(A1),1234567.891\r\na\tb,\r\nc,\r\n');
});

it('copies as cells separated by tabs', () => {
  expect(tabbedOf(table)).toBe('model, "new"\tcost, USD\n=SUM(A1)\t1234567.891\na b\t\nc\tNaN');
});

it('names a file so that every system takes it', () => {
  expect(fileNameOf('Cost: level 1/2 "now"', 'csv')).toBe('Cost level 1 2 now.csv');
  expect(fileNameOf(' .. ', 'png')).toBe('Chart.png');
});

it('takes the largest unit that leaves a readable number', () => {
  expect(axisUnit([0, 13_800_000])).toEqual({ per: 1e6, word: 'million' });
  expect(axisUnit([-56_000])).toEqual({ per: 1e3, word: 'thousand' });
  expect(axisUnit([Number.NaN, 900])).toEqual({ per: 1, word: '' });
  expect(axisUnit([])).toEqual({ per: 1, word: '' });
  expect(unitName({ per: 1e6, word: 'million' }, 'USD')).toBe('million USD');
  expect(unitName({ per: 1, word: '' }, 'USD')).toBe('USD');
});
