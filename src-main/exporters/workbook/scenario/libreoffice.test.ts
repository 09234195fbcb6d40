import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { inputsOf } from '#domain/scenarios/testing/cases';
import { findOffice } from '../../../testing/libreoffice';
import { needs } from '../../../testing/needs';
import { temporaryFolder } from '../../../testing/test-backend';
import { type CellValue, columnLetters, type DefinedName } from '../../xlsx/cells';
import { writeXlsx } from '../../xlsx/write-xlsx';
import type { CaseSheets } from './case-sheets';
import { compareCase, placeOf, type ReadCell, typedInputs, writeCase } from './testing/compare-case';

const office = findOffice();

/** Lets LibreOffice work out the formulas: they are written without what they amount to, so that nothing can be copied. */
async function workedOut(cases: readonly CaseSheets[]): Promise<ReadCell> {
  const folder = temporaryFolder();
  const file = join(folder, 'cases.xlsx');
  const sheets = cases.flatMap(({ grids }) =>
    grids.map((grid) => ({ name: grid.name, columns: [], rows: grid.written((cell) => cell) })),
  );
  const properties = { title: '', subject: '', creator: '', created: '2026-11-23T10:00:00.000Z' };
  writeFileSync(file, await writeXlsx({ sheets, names: cases.flatMap(({ names }) => names), properties }));
  const out = join(folder, 'out');
  mkdirSync(out);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const made = spawnSync(office.program, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], {
    encoding: 'utf8',
    timeout: 150_000,
  });
  expect(made.status, made.stderr).toBe(0);
  return readCells(readFileSync(join(out, 'cases.xlsx')));
}

/** Numbers and worked-out texts as they lie in the file, without anybody's reading of them. */
function readCells(bytes: Uint8Array): ReadCell {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const sheets = new Map<string, Map<string, CellValue>>();
  const named = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)];
  for (const [at, [, name = '']] of named.entries()) {
    const cells = text(`xl/worksheets/sheet${at + 1}.xml`).matchAll(
      /<c r="([A-Z]+\d+)"([^>]*)>(?:<f[^>]*>[^<]*<\/f>|<f[^>]*\/>)?<v>([^<]*)<\/v>/g,
    );
    const values = [...cells].map(([, place = '', attributes = '', value = '']): [string, CellValue] => [
      place,
      /t="(str|s|e)"/.test(attributes) ? value : Number(value),
    ]);
    sheets.set(name, new Map(values));
  }
  return (sheet, column, row) => sheets.get(sheet)?.get(`${columnLetters(column)}${row}`) ?? null;
}

const change = (sheets: CaseSheets, name: string, value: CellValue): void => {
  const { sheet, column, row } = placeOf(sheets.names, name);
  sheets.grids.find((grid) => grid.name === sheet)?.put(column, row, { value });
};

// Where no LibreOffice is installed the same cases are worked out by our own evaluator (case-sheets.test.ts).
it('LibreOffice works out the same as the program, also after an input is changed', {
  ...needs(office),
  timeout: 240_000,
}, async () => {
  const worked = [1, 2, 3, 4, 5, 6, 7, 8].map(inputsOf);
  const drawn = fc.sample(typedInputs, { numRuns: 3, seed: 7 });
  const cases = [...worked, ...drawn].map((inputs, at) => ({ inputs, sheets: writeCase(inputs, at + 1) }));
  const before = inputsOf(8);
  const level = before.levels.L1;
  if (!level) throw new Error('the case has no level 1');
  const edited = writeCase(before, cases.length + 1);
  const number = `S${cases.length + 1}`;
  change(edited, `${number}_incidentCost`, 12_345);
  change(edited, `${number}_L1_deployWeeks`, 9.5);
  const after: InvestmentInputs = {
    ...before,
    incidentCost: 12_345,
    levels: { ...before.levels, L1: { ...level, deployWeeks: 9.5 } },
  };
  const all = [...cases, { inputs: after, sheets: edited }];
  const read = await workedOut(all.map(({ sheets }) => sheets));
  const names: DefinedName[] = all.flatMap(({ sheets }) => sheets.names);
  for (const [at, { inputs }] of all.entries()) compareCase(inputs, names, read, at + 1);
});
