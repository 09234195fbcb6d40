import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { inputsOf } from '#domain/scenarios/testing/cases';
import { tempFiles } from '../importers/testing/temp-files';
import { findOffice, throughOffice } from '../testing/libreoffice';
import { needs } from '../testing/needs';
import { ANSWERS, CELLS, NAMES } from './formulas/testing/spreadsheet-answers';
import { type Parts, partsOf } from './testing/office-package';
import type { CaseSheets } from './workbook/scenario/case-sheets';
import {
  compareCase,
  placeOf,
  type ReadCell,
  SENTENCE,
  typedInputs,
  writeCase,
} from './workbook/scenario/testing/compare-case';
import { type Cell, type CellValue, columnLetters, columnNumber, type Row, type Sheet, serialDate } from './xlsx/cells';
import { writeXlsx } from './xlsx/write-xlsx';

/** Numbers, texts and truths that formulas came to, as they lie in the file, without anybody's reading of them. */
function readCells(parts: Parts): ReadCell {
  const sheets = new Map<string, Map<string, CellValue>>();
  const named = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"/g)];
  for (const [at, [, name = '']] of named.entries()) {
    const cells = (parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '').matchAll(
      /<c r="([A-Z]+\d+)"([^>]*)>(?:<f[^>]*>[^<]*<\/f>|<f[^>]*\/>)?<v>([^<]*)<\/v>/g,
    );
    const values = [...cells].map(([, place = '', attributes = '', value = '']): [string, CellValue] => [
      place,
      /t="(str|s|e)"/.test(attributes) ? plain(value) : /t="b"/.test(attributes) ? value === '1' : Number(value),
    ]);
    sheets.set(plain(name), new Map(values));
  }
  return (sheet, column, row) => sheets.get(sheet)?.get(`${columnLetters(column)}${row}`) ?? null;
}

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

interface WrittenCase {
  readonly inputs: InvestmentInputs;
  readonly sheets: CaseSheets;
}

/** The worked cases, some that people could enter, and one whose inputs are changed after it was written. */
function casesToWorkOut(): readonly WrittenCase[] {
  const worked = [1, 2, 3, 4, 5, 6, 7, 8].map(inputsOf);
  const drawn = fc.sample(typedInputs, { numRuns: 3, seed: 7 });
  const cases = [...worked, ...drawn].map((inputs, at) => ({ inputs, sheets: writeCase(inputs, at + 1) }));
  const before = inputsOf(8);
  const level = before.levels.L1;
  if (!level) throw new Error('the case has no level 1');
  const sheets = writeCase(before, cases.length + 1);
  change(sheets, `S${cases.length + 1}_incidentCost`, 12_345);
  change(sheets, `S${cases.length + 1}_L1_deployWeeks`, 9.5);
  const L1 = { ...level, deployWeeks: 9.5 };
  return [...cases, { inputs: { ...before, incidentCost: 12_345, levels: { ...before.levels, L1 } }, sheets }];
}

function change(sheets: CaseSheets, name: string, value: CellValue): void {
  const { sheet, column, row } = placeOf(sheets.names, name);
  sheets.grids.find((grid) => grid.name === sheet)?.put(column, row, { value });
}

/** Formulas go without what they amount to, so that nothing can be copied. */
const caseSheetsOf = (cases: readonly WrittenCase[]): Sheet[] =>
  cases.flatMap(({ sheets }) =>
    sheets.grids.map((grid) => ({ name: grid.name, columns: [], rows: grid.written((cell) => cell) })),
  );

/** The cells that the formulas ask for, and in the sheet Data the formulas themselves in a column of their own. */
const ASKED = columnNumber('H');
const answerSheets = (): Sheet[] =>
  Object.entries(CELLS).map(([name, cells]) => {
    const rows: (Cell | null)[][] = ANSWERS.map(([formula], at) =>
      Array.from({ length: ASKED }, (_, column): Cell | null => {
        if (column === ASKED - 1) return name === 'Data' ? { value: null, formula } : null;
        const value = cells[`${columnLetters(column + 1)}${at + 1}`];
        return value === undefined ? null : { value };
      }),
    );
    return { name, columns: [], rows };
  });

const TEXTS = [
  '_x000D_',
  '_x0041_ and _x0042_',
  'a\u0007b',
  '<b>&amp;"',
  ' spaces ',
  '=1+1',
  '007',
  'Größe 模型 🧮',
  'two\nlines',
];
const DAYS = ['1900-03-01', '2028-02-29', '2026-11-26'];
const textSheet = (): Sheet => {
  const head: Row = [{ value: 'Text' }, { value: 'Day' }];
  const rows = TEXTS.map(
    (value, at): Row => [{ value }, { value: serialDate(DAYS[at % DAYS.length] ?? ''), format: 'dd.mm.yyyy' }],
  );
  return { name: 'Texts', columns: [], rows: [head, ...rows] };
};

const office = findOffice();

// Where no LibreOffice is installed the cases are worked out by our own evaluator (case-sheets.test.ts), which is held
// against the same answers (evaluate.test.ts).
describe('LibreOffice', { ...needs(office), timeout: 60_000 }, () => {
  const files = tempFiles();
  const cases = casesToWorkOut();
  let folder = '';
  let book: Uint8Array = new Uint8Array();
  let read: ReadCell = () => null;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modelfolio-office-'));
    const sheets = [textSheet(), ...answerSheets(), ...caseSheetsOf(cases)];
    const names = [...NAMES, ...cases.flatMap((one) => one.sheets.names)];
    const properties = { title: '', subject: '', creator: '', created: '2026-11-23T10:00:00.000Z' };
    book = throughOffice(office, folder, await writeXlsx({ sheets, names, properties }));
    read = readCells(partsOf(book));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('works out every case the same as the program, also after an input is changed', () => {
    const names = cases.flatMap(({ sheets }) => sheets.names);
    for (const [at, { inputs }] of cases.entries()) compareCase(inputs, names, read, at + 1);
    const told = (key: string): CellValue[] =>
      cases.map((_, at) => {
        const { sheet, column, row } = placeOf(names, `S${at + 1}_${key}`);
        return read(sheet, column, row);
      });
    // The inputs of the last one were changed after it was written.
    expect(told('asMade')).toEqual(cases.map((_, at) => (at === cases.length - 1 ? 'no' : 'yes')));
    expect(told('badInputs')).toEqual(cases.map(() => 0));
    expect(read('Scenario 1', 1, 2)).toBe(`As made on 29 Nov 2026: ${SENTENCE}`);
  });

  it('answers every formula as Excel does, but for what is known to be otherwise', () => {
    const others = ANSWERS.flatMap(([formula, answer, elsewhere], at) => {
      const found = read('Data', ASKED, at + 1);
      const same =
        typeof answer === 'number'
          ? Math.abs(Number(found) - answer) <= 1e-12 * Math.max(1, Math.abs(answer))
          : found === answer;
      return same === (elsewhere === undefined) ? [] : [`=${formula} is ${found}, not ${answer}`];
    });
    expect(others).toEqual([]);
  });

  it('reads texts and days as they were written', async () => {
    const { rows } = await files.read('texts.xlsx', book, { sheet: 'Texts' });
    expect(rows).toEqual(TEXTS.map((text, at) => [text, DAYS[at % DAYS.length]]));
  });
});
