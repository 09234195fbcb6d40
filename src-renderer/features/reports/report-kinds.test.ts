import { expect, it } from 'vitest';
import { redactedWords, suggestedName } from './report-kinds';

it('names the file after portfolio, kind and day, with nothing that a file system refuses', () => {
  expect(suggestedName('deck', 'Northwind Bank', '2026-11-26')).toBe('Northwind Bank board deck 2026-11-26.pptx');
  expect(suggestedName('workbook', 'A/B: "C"', '2026-11-26')).toBe('A B C workbook 2026-11-26.xlsx');
});

it('says what was left out', () => {
  expect(redactedWords([])).toBe('');
  expect(redactedWords(['names'])).toBe('without model names');
  expect(redactedWords(['names', 'owners', 'money'])).toBe('without model names, people and money');
});
