import fc from 'fast-check';
import { expect, it } from 'vitest';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { inputsOf } from '#domain/scenarios/testing/cases';
import { Evaluator } from '../../formulas/evaluate';
import type { Row } from '../../xlsx/cells';
import { bookOf, type CaseSheets } from './case-sheets';
import { CAUTION, compareCase, placeOf, type ReadCell, SENTENCE, typedInputs, writeCase } from './testing/compare-case';

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

const at = (sheets: CaseSheets, key: string) => placeOf(sheets.names, `S1_${key}`);
const gridOf = ({ grids }: CaseSheets) => {
  const [grid] = grids;
  if (!grid) throw new Error('no sheet');
  return grid;
};
function change(sheets: CaseSheets, key: string, value: string | number | null): void {
  const { column, row } = at(sheets, key);
  gridOf(sheets).put(column, row, { value });
}
const reads = (sheets: CaseSheets) => {
  const read = evaluated(sheets);
  const { name } = gridOf(sheets);
  const of = (key: string) => read(name, at(sheets, key).column, at(sheets, key).row);
  return { said: read(name, 1, 2), cautions: read(name, 1, 4), asMade: of('asMade'), bad: of('badInputs'), of };
};

it('says what the program said as long as the figures are as made', () => {
  const check = (inputs: Parameters<typeof writeCase>[0]): void => {
    const { said, cautions, asMade, bad } = reads(writeCase(inputs));
    expect({ asMade, bad }).toEqual({ asMade: 'yes', bad: 0 });
    expect(said).toBe(`As made on 29 Nov 2026: ${SENTENCE}`);
    expect(cautions).toBe(`Before you quote a figure: ${CAUTION}`);
  };
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) check(inputsOf(number));
  fc.assert(fc.property(typedInputs, check), { numRuns: 8, seed: 20_261_129, endOnFailure: true });
}, 60_000);

it('says so where an input was changed, and no sentence of before stands beside the new figures', () => {
  const sheets = writeCase(inputsOf(3));
  change(sheets, 'L2_operateFte', 0.37);
  const { said, cautions, asMade } = reads(sheets);
  expect(asMade).toBe('no');
  expect(said).toContain('Inputs have been changed here since this workbook was made on 29 Nov 2026.');
  expect(said).not.toContain('saves');
  expect(cautions).toBe(`Of the plan as made on 29 Nov 2026, which is changed here: ${CAUTION}`);
});

it('takes no figure for as made where a change is seen in one comparison alone', () => {
  const inputs = inputsOf(3);
  const sheets = writeCase(inputs);
  // Level 2 against level 1 knows nothing of level 3.
  change(sheets, 'L3_exitCost', 1_000);
  expect(projectInvestment(inputs).comparisons['L3 vs L1']).toBeDefined();
  expect(reads(sheets).asMade).toBe('no');
});

it.each<[string, string | number | null, number]>([
  ['loadedAnnual', null, 1],
  ['loadedAnnual', '112,000', 1],
  ['L2_progressRatio', 1.2, 1],
  ['L1_deployWeeks', -1, 1],
  ['L2_modelsPerEngineer', null, 0],
  ['liveBasis', 'ende', 1],
  ['newModels', 'x', 1],
])('counts an input %s of %j among those that cannot be counted: %i', (key, value, bad) => {
  const sheets = writeCase(inputsOf(3));
  change(sheets, key, value);
  const found = reads(sheets);
  expect(found.bad).toBe(bad);
  if (bad > 0)
    expect(found.said).toBe(
      'One input is empty, or no number that may stand there. Mend that first: no figure below holds.',
    );
});

it('takes no other word for mean or end', () => {
  const sheets = writeCase(inputsOf(3));
  change(sheets, 'liveBasis', 'ende');
  expect(() => reads(sheets).of('npv_L2_vs_L1')).toThrow('#VALUE!');
});

it('has a rule and an open cell for every input, and closes all others', () => {
  const sheets = writeCase({ ...inputsOf(8), derived: ['levels.L2.incidentsPerModel'] });
  const grid = gridOf(sheets);
  let inputs = 0;
  for (let row = 1; row <= grid.height; row += 1) {
    for (let column = 1; column <= 20; column += 1) {
      const cell = grid.at(column, row);
      if (cell?.look !== 'input') {
        expect(cell?.rule, `${column},${row}`).toBeUndefined();
        continue;
      }
      inputs += 1;
      expect(cell.formula).toBeUndefined();
      // What a cost line is called may be any text.
      if (column > 1) expect(cell.rule?.problem, `${column},${row}`).toMatch(/^.{10,225}$/);
    }
  }
  expect(inputs).toBeGreaterThan(60);
  expect(sheets.sheets.every(({ isProtected }) => isProtected)).toBe(true);
});

it('writes no text of a formula that is longer than a spreadsheet takes, and no place that may be empty', () => {
  for (const grid of writeCase(inputsOf(3)).grids) {
    for (const row of grid.written((cell) => cell)) {
      for (const cell of row) {
        for (const [, text = ''] of cell?.formula?.matchAll(/"((?:[^"]|"")*)"/g) ?? [])
          expect(text.length).toBeLessThan(256);
        expect(cell?.formula?.length ?? 0).toBeLessThan(8_193);
        expect(cell?.format ?? '').not.toMatch(/\.[0#]*#/);
      }
    }
  }
});
