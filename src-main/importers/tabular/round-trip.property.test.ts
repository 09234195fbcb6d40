import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { tempFiles } from '../testing/temp-files';
import { DELIMITERS } from './csv/delimiter';

const files = tempFiles();

/** Texts without the control characters that no table has, and without the sign of a lost one; line ends inside a cell become LF. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', ' ', '"', '""', 'a"b', 'x,y', 'x;y', 'x\ty', 'x|y', 'one\ntwo', 'one\r\ntwo', '\r', "'", 'é€'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
  .map((text) => text.replace(/[\u0000-\u0008\u000e-\u001f\ufeff\ufffd]/g, ''));

const csv = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.record({
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 20 }),
    delimiter: fc.constantFrom(...DELIMITERS),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
  }),
);

describe('a CSV file', () => {
  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(csv, async ({ rows, delimiter, newline }) => {
        const width = rows[0]?.length ?? 1;
        const header = Array.from({ length: width }, (_, index) => `Label ${index + 1}`);
        const text = Papa.unparse([header, ...rows], { delimiter, newline });
        const table = await files.read('round-trip.csv', text, { delimiter });
        expect(table.labels).toEqual(header);
        const expected = rows
          .map((row) => row.map((value) => value.replace(/\r\n?/g, '\n')))
          .filter((row) => row.some((value) => value.trim() !== ''));
        expect(table.rows).toEqual(expected);
        expect(table.problems).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
