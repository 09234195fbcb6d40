import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownAsText, textShown } from './formula-text';

it('shows what a spreadsheet would reckon as text, and all else as it stands', () => {
  expect(['=SUM(1)', '+1', '-5', '@bob', '\tx', "'=x", "''+1"].map(shownAsText)).toEqual([
    "'=SUM(1)",
    "'+1",
    "'-5",
    "'@bob",
    "'\tx",
    "''=x",
    "'''+1",
  ]);
  expect(['', 'Churn', "'quoted", "O'Hara = 1", ' =x'].map(shownAsText)).toEqual([
    '',
    'Churn',
    "'quoted",
    "O'Hara = 1",
    ' =x',
  ]);
});

it('gives every text back as it was', () => {
  const marks = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', ' ') });
  fc.assert(
    fc.property(fc.oneof(marks, fc.string({ unit: 'grapheme' })), (text) => {
      expect(textShown(shownAsText(text))).toBe(text);
      expect(shownAsText(text)).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});
