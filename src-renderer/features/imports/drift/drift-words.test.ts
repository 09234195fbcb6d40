import { expect, it } from 'vitest';
import { formatFigure, limitWords, methodWords, rowsWords, verdictWords } from './drift-words';

it('writes figures so that small ones stay visible', () => {
  expect(formatFigure(0.54666398)).toBe('0.5467');
  expect(formatFigure(1.7663306797e-10)).toBe('1.8e-10');
  expect(formatFigure(0)).toBe('0');
  expect(formatFigure(null)).toBe('–');
});

it('says on which side of a limit drift is', () => {
  expect(limitWords({ lower: 0.05, upper: null })).toBe('below 0.05');
  expect(limitWords({ lower: 0.1464, upper: 0.9141 })).toBe('below 0.1464, from 0.9141');
  expect(limitWords({ lower: null, upper: null })).toBe('–');
});

it('says what makes two methods comparable', () => {
  expect(methodWords({ method: 'PSI', base: 'e', binning: 'Sturges on both' })).toBe('PSI, base e, Sturges on both');
  expect(methodWords({ method: '', base: null, binning: '' })).toBe('');
});

it('counts what the tool said, and rows that are known', () => {
  expect(verdictWords({ drift: 6, possible: 0, none: 2, unsaid: 1 })).toBe('6 drift, 2 no drift, 1 without');
  expect(rowsWords({ nRef: null, nCur: 163 })).toBe('? / 163');
  expect(rowsWords({ nRef: null, nCur: null })).toBe('–');
});
