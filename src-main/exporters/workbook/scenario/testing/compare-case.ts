import fc from 'fast-check';
import { expect } from 'vitest';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import { pairName, pairsOf } from '#domain/scenarios/plan/comparison-flows';
import type { InvestmentInputs, LevelInputs } from '#domain/scenarios/plan/inputs';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { anyInputs } from '#domain/scenarios/testing/arbitrary-inputs';
import { type CellValue, columnNumber, type DefinedName } from '../../../xlsx/cells';
import { numberFormats } from '../../../xlsx/number-formats';
import { type CaseSheets, caseSheets } from '../case-sheets';

export type ReadCell = (sheet: string, column: number, row: number) => CellValue;

/** Long, and with a quote, as no sentence of ours is: formulas hold them all the same. */
export const SENTENCE =
  `Level 2 instead of "level 1" saves €5.1M over 5 years. ${'It is paid back after 2.1 years. '.repeat(12)}`.trim();
export const CAUTION = `Seven inputs are guesses 🧮. ${'Measure them first. '.repeat(15)}`.trim();

export const writeCase = (inputs: InvestmentInputs, number = 1): CaseSheets =>
  caseSheets(
    {
      number,
      name: 'Test',
      currency: 'EUR',
      inputs,
      house: houseYears(null),
      sentence: SENTENCE,
      madeOn: '29 Nov 2026',
      cautions: [CAUTION],
      originOf: () => '',
    },
    numberFormats('en-GB'),
  );

/** The column, row and sheet that a name stands for, and its last column. */
export function placeOf(names: readonly DefinedName[], name: string) {
  const place = names.find((one) => one.name === name)?.place;
  const found = /^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$\d+)?$/.exec(place ?? '');
  if (!found) throw new Error(`no name ${name}: ${place}`);
  const [, sheet = '', from = '', row, to = from] = found;
  return { sheet, column: columnNumber(from), last: columnNumber(to), row: Number(row) };
}

/** To the cent; beyond thousands of millions to the digits that doubles keep, fewer for a share of nearly nothing. */
function close(found: CellValue | undefined, expected: number, what: string, digits = 1e-11): void {
  expect(typeof found, `${what}: ${found}`).toBe('number');
  const allowed = Math.max(0.005, digits * Math.abs(expected));
  expect(Math.abs(Number(found) - expected), `${what}: ${found} for ${expected}`).toBeLessThanOrEqual(allowed);
}

const FIGURES = [
  'irr',
  'mirr',
  'payback',
  'discountedPayback',
  'roi',
  'roiPresentValue',
  'breakEvenSteady',
  'breakEvenNpv',
] as const;

/** Holds what a workbook shows for a case against what the program says of the same inputs. */
export function compareCase(inputs: InvestmentInputs, names: readonly DefinedName[], read: ReadCell, number = 1): void {
  const { levels, comparisons } = projectInvestment(inputs);
  const all = (name: string): CellValue[] => {
    const { sheet, column, last, row } = placeOf(names, `S${number}_${name}`);
    return Array.from({ length: last - column + 1 }, (_, at) => read(sheet, column + at, row));
  };
  for (const [key, level] of Object.entries(levels)) {
    const shown = { yearCost: all(`${key}_yearCost`), cumulative: all(`${key}_cumulative`) };
    for (const [at, cost] of level.yearCost.entries()) close(shown.yearCost[at], cost, `${key} year ${at + 1}`);
    for (const [at, sum] of level.cumulative.entries()) close(shown.cumulative[at], sum, `${key} up to year ${at}`);
    close(all(`${key}_pvCost`)[0], level.pvCost, `${key} present value`);
  }
  for (const name of pairsOf(inputs).map(pairName)) {
    const ours = comparisons[name];
    if (!ours) throw new Error(`no ${name}`);
    const suffix = name.replaceAll(' ', '_');
    const flows = all(`flows_${suffix}`);
    for (const [at, flow] of ours.flows.entries()) close(flows[at], flow, `${name} flow ${at}`);
    for (const key of ['npv', 'npvMid'] as const) close(all(`${key}_${suffix}`)[0], ours[key], `${name} ${key}`);
    for (const key of FIGURES) {
      const [shown] = all(`${key}_${suffix}`);
      const value = ours[key];
      if (value === null) expect(typeof shown, `${name} ${key}: ${shown}`).toBe('string');
      else close(shown, value, `${name} ${key}`, 1e-7);
    }
  }
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Every number with four decimals, as people type them: denormal numbers are no case of an investment. */
function typed<T>(value: T): T {
  if (typeof value === 'number') return rounded(value) as T;
  if (Array.isArray(value)) return value.map(typed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typed(one)])) as T;
}

const capped = (level: LevelInputs): LevelInputs => ({
  ...level,
  retrainHours: Math.min(level.retrainHours, 100),
  incidentsPerModel: Math.min(level.incidentsPerModel, 12),
});

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const month = fc.integer({ min: 0, max: 120 });
const line = fc.record({
  levels: fc.subarray(['L1', 'L2'] as const, { minLength: 1 }),
  startMonth: month,
  months: month,
  oneOff: amount,
  yearly: amount,
});

/** Cases as people enter them, with cost lines, a delay and parts of models. */
export const typedInputs: fc.Arbitrary<InvestmentInputs> = fc
  .record({
    inputs: anyInputs,
    lines: fc.array(line, { maxLength: 3 }),
    delay: month,
    part: fc.constantFrom(0, 0.25, 0.5),
    rate: fc.constantFrom(-0.05, 0, 0.00001, 0.03, 0.08, 0.25),
    many: fc.constantFrom(1, 1, 10),
  })
  .map(({ inputs, lines, delay, part, rate, many }) => {
    const { L1, L2, L3 } = inputs.levels;
    return {
      ...typed(inputs),
      discountRate: rate,
      loadedAnnual: Math.min(rounded(inputs.loadedAnnual), 300_000),
      weeksPerYear: Math.max(rounded(inputs.weeksPerYear), 20),
      hoursPerYear: Math.max(rounded(inputs.hoursPerYear), 1_000),
      incidentCost: Math.min(rounded(inputs.incidentCost), 100_000),
      updatesPerYear: Math.min(rounded(inputs.updatesPerYear), 52),
      inflation: Math.min(rounded(inputs.inflation ?? 0), 0.1),
      newModels: inputs.newModels.map((count) => count * many + part),
      costLines: lines.map((one, at) => ({ ...typed(one), id: `line${at}`, label: `Line ${at + 1}` })),
      levels: {
        ...(L1 && { L1: capped(typed(L1)) }),
        ...(L2 && { L2: { ...capped(typed(L2)), delayMonths: delay } }),
        ...(L3 && { L3: capped(typed(L3)) }),
      },
    };
  });
