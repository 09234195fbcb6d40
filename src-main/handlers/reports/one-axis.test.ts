import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { houseYears } from '#domain/scenarios/options/plan-axis';
import { planOnAxis } from '#domain/scenarios/options/plan-on-axis';
import { projectFlows } from '#domain/scenarios/plan/project';
import { slidesOf } from '../../testing/quantities/surfaces';
import { fillPortfolio } from '../../testing/report-portfolio';
import { testBackend } from '../../testing/test-backend';

const KEYS = ['L1', 'L2', 'L3'] as const;
/** Parts of fiscal years at both ends, and a capability that comes nine months after it was paid for. */
const asked = { startDate: '2027-02', fiscalYearStart: 4 };
const LATE = 9;
const NAMES = ['FY 2026/27', 'FY 2027/28', 'FY 2028/29', 'FY 2029/30', 'FY 2030/31', 'FY 2031/32'];

const UNITS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6 };

/** `€1.2M, 4.5 people` → 1,200,000 */
function readMoney(text: string): number {
  const [, digits = '', unit = ''] = /€([\d,.]+)([kKmM]?)/.exec(text) ?? [];
  return Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? 1);
}

/** As a surface writes an amount of which so many figures count. */
const rounded = (amount: number, digits: number): number => Number(amount.toPrecision(digits));

it('tells one plan by one axis: plan page, options, workbook and deck', { timeout: 90_000 }, async () => {
  const engine = await testBackend();
  const { call, folder } = engine;
  const { scenarioId: id } = await fillPortfolio(engine, 12, '2026-11-23T10:00:00.000Z');
  const { inputs: given } = await call('scenarios.get', { id });
  const { L3 } = given.levels;
  if (!L3) throw new Error('The plan has no level 3.');
  const inputs = { ...given, levels: { ...given.levels, L3: { ...L3, delayMonths: LATE } } };
  await call('scenarios.update', { id, patch: { inputs, asked } });
  const scenario = await call('scenarios.get', { id });
  const [deckAt, bookAt] = [join(folder, 'deck.pptx'), join(folder, 'book.xlsx')];
  await call('reports.deck', { out: deckAt, locale: 'en-GB', length: 'steering' });
  await call('reports.workbook', { out: bookAt, locale: 'en-GB' });

  // The plan page works itself out in the page, from what the channel gives it.
  const page = planOnAxis(scenario.inputs, houseYears(scenario.asked));
  const options = await call('investment.options', { inputs: scenario.inputs, ...asked });
  expect(page.axis).toEqual(options.axis);
  expect(page.axis.map(({ name }) => name)).toEqual(NAMES);
  const paid = (key: (typeof KEYS)[number], at: number): number => {
    const { cost, investment } = options.levels[key]?.onAxis ?? { cost: [], investment: [] };
    return (cost[at] ?? Number.NaN) + (investment[at] ?? Number.NaN);
  };
  for (const key of KEYS) {
    expect(page.levels[key]?.cost).toEqual(options.levels[key]?.onAxis.cost);
    expect(page.levels[key]?.running.slice(1)).toEqual(options.levels[key]?.onAxis.running);
  }
  // A late level costs as today's way until it comes, whatever years that is told by.
  const [today, late] = [page.levels.L1, page.levels.L3];
  expect(late?.parts.operate[0]).toBeCloseTo(today?.parts.operate[0] ?? Number.NaN, 6);
  expect(late?.parts.operate[2]).toBeLessThan(today?.parts.operate[2] ?? 0);

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(bookAt);
  const sheet = new Map<string, number[]>();
  let title = '';
  book.getWorksheet('Options')?.eachRow((row) => {
    const label = String(row.getCell(1).value);
    if (!label.startsWith('FY ')) title = label;
    else if (title === 'Cost with investment, by year') {
      const name = label.replace(/ \(.*$/, '');
      sheet.set(
        name,
        KEYS.map((_, at) => Number(row.getCell(2 + at).value)),
      );
    }
  });
  for (const [at, name] of NAMES.entries()) {
    for (const [column, key] of KEYS.entries()) expect(sheet.get(name)?.[column]).toBeCloseTo(paid(key, at), 1);
  }

  // Formulas go by years of the plan, under the months that these are; over the whole plan both ways are one sum.
  const formulas = book.getWorksheet('Scenario 1');
  const heads: string[] = [];
  formulas?.eachRow((row) => {
    if (String(row.getCell(1).value) === 'Models by year') {
      for (let column = 3; column <= 8; column += 1) heads.push(String(row.getCell(column).value));
    }
  });
  expect(heads).toEqual([
    'Start, Feb 2027',
    'Year 1 (Feb 2027–Jan 2028)',
    'Year 2 (Feb 2028–Jan 2029)',
    'Year 3 (Feb 2029–Jan 2030)',
    'Year 4 (Feb 2030–Jan 2031)',
    'Year 5 (Feb 2031–Jan 2032)',
  ]);
  expect(String(formulas?.getCell('A3').value)).toContain('fiscal years from Apr, summed from months');
  const { levels } = projectFlows(scenario.inputs);
  for (const key of KEYS) {
    expect(NAMES.reduce((sum, _, at) => sum + paid(key, at), 0)).toBeCloseTo(levels[key]?.cumulative.at(-1) ?? 0, 1);
  }

  const slides = slidesOf(readFileSync(deckAt));
  const texts = slides.find((one) => one.includes('Cost and people of each year')) ?? [];
  for (const [at, name] of NAMES.entries()) {
    const row = texts.findIndex((text) => text === name || text.startsWith(`${name}, `));
    for (const [column, key] of KEYS.entries()) {
      const told = readMoney(texts[row + 1 + column] ?? '');
      expect(told, `${name} ${key}`).toBeCloseTo(rounded(paid(key, at), scenario.result.digits), 3);
    }
  }
  // What is said of the two kinds of years is said once, in the same words.
  expect(slides.flat().join(' ')).toContain('year 1 (Feb 2027–Jan 2028) is the first');
});
