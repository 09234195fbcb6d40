import { expect, it } from 'vitest';
import { axisUnit, unitName } from './axis-unit';
import { csvOf, fileNameOf, fileNumber, tabbedOf } from './chart-text';

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

it('writes zeros as zeros and no rests of computing, but keeps a small number of statistics', () => {
  expect(fileNumber(-1.7e-10, { label: 'saved, EUR', digits: 0 })).toBe('0');
  expect(fileNumber(-0, { label: 'saved, EUR', digits: 0 })).toBe('0');
  expect(fileNumber(0.1 + 0.2, { label: 'share' })).toBe('0.3');
  expect(fileNumber(1234567.8912345, { label: 'cost, EUR', digits: 0 })).toBe('1234567.8912');
  expect(fileNumber(3e-12, { label: 'p', digits: 5 })).toBe('3e-12');
});

it('writes days and moments as ISO, and a column that is a day as that day', () => {
  const times = {
    columns: [
      { label: 'window’s end, UTC', time: true },
      { label: 'week of 5 Jan 2026', iso: '2026-01-05' },
    ],
    rows: [['2026-01-04T23:00:00.000Z', 'ok']],
  };
  expect(csvOf(times)).toBe('\uFEFF"window’s end, UTC",2026-01-05\r\n2026-01-04T23:00:00.000Z,ok\r\n');
});

it('copies as cells separated by tabs', () => {
  expect(tabbedOf(table)).toBe('model, "new"\tcost, USD\n=SUM(A1)\t1234567.891\na b\t\nc\t');
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
