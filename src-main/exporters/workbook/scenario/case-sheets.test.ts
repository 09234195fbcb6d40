import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inputsOf } from '#domain/scenarios/testing/cases';
import { Evaluator } from '../../formulas/evaluate';
import type { Row } from '../../xlsx/cells';
import { bookOf, type CaseSheets } from './case-sheets';
import { compareCase, placeOf, type ReadCell, typedInputs, writeCase } from './testing/compare-case';

function evaluated({ grids, names }: CaseSheets): ReadCell {
  const evaluator = new Evaluator(bookOf(grids, names));
  return (sheet, column, row) => evaluator.valueAt(sheet, column, row);
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('says the same as the program: case %i', (number) => {
  const sheets = writeCase(inputsOf(number));
  compareCase(inputsOf(number), sheets.names, evaluated(sheets));
});

it('says the same as the program for what people may enter', () => {
  fc.assert(
    fc.property(typedInputs, (inputs) => {
      const sheets = writeCase(inputs);
      compareCase(inputs, sheets.names, evaluated(sheets));
    }),
    { numRuns: 8, seed: 20_261_126, endOnFailure: true },
  );
}, 60_000);

it('follows an input that is changed in its cell', () => {
  const before = inputsOf(3);
  const sheets = writeCase(before);
  const level = before.levels.L2;
  if (!level) throw new Error('the case has no level 2');
  const change = (name: string, value: number): void => {
    const { sheet, column, row } = placeOf(sheets.names, name);
    sheets.grids.find((grid) => grid.name === sheet)?.put(column, row, { value });
  };
  change('S1_L2_operateFte', 0.37);
  change('S1_discountRate', 0.045);
  const after = { ...before, discountRate: 0.045, levels: { ...before.levels, L2: { ...level, operateFte: 0.37 } } };
  compareCase(after, sheets.names, evaluated(sheets));
});

it('works out derived inputs from their parents, also when one of these is changed', () => {
  const { levels, ...plan } = inputsOf(3);
  const before = {
    ...{ ...plan, levels, incidentHours: 51.923077, incidentOtherCost: 35_263, incidentReductionL3: 0.75 },
    derived: ['incidentCost', 'levels.L2.incidentsPerModel', 'levels.L3.incidentsPerModel'],
  };
  const sheets = writeCase(before);
  compareCase(before, sheets.names, evaluated(sheets));
  const change = (name: string, value: number): void => {
    const { sheet, column, row } = placeOf(sheets.names, name);
    sheets.grids.find((grid) => grid.name === sheet)?.put(column, row, { value });
  };
  const { L1 } = levels;
  if (!L1) throw new Error('the case has no level 1');
  change('S1_loadedAnnual', 180_000);
  change('S1_L1_incidentsPerModel', 1.295247);
  change('S1_incidentReductionL3', 0.7);
  const after = {
    ...{ ...before, loadedAnnual: 180_000, incidentReductionL3: 0.7 },
    levels: { ...levels, L1: { ...L1, incidentsPerModel: 1.295247 } },
  };
  compareCase(after, sheets.names, evaluated(sheets));
});

it('writes what the formulas amount to beside them', async () => {
  const sheets = writeCase(inputsOf(3));
  const rows: Row[] = [];
  for await (const one of sheets.sheets[0]?.rows ?? []) rows.push(one);
  const { column, row } = placeOf(sheets.names, 'S1_npv_L2_vs_L1');
  const cell = rows[row - 1]?.[column - 1];
  expect(cell?.formula).toContain('NPV(');
  expect(cell?.value).toBeCloseTo(5_003_200.11, 2);
});
