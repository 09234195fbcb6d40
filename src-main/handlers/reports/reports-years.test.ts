import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { partsOf } from '../../exporters/testing/office-package';
import { slidesOf } from '../../testing/quantities/surfaces';
import { fillPortfolio } from '../../testing/report-portfolio';
import { testBackend } from '../../testing/test-backend';

const SLOW = 90_000;
const YEARS = ['FY 2026/27', 'FY 2027/28', 'FY 2028/29', 'FY 2029/30', 'FY 2030/31', 'FY 2031/32'];
const PARTS = ['FY 2026/27, Nov 2026 to Mar 2027', ...YEARS.slice(1, -1), 'FY 2031/32, Apr 2031 to Oct 2031'];
const asked = {
  startDate: '2026-11',
  fiscalYearStart: 4,
  team: { teamToday: 4, ceiling: 10, hiringCost: 30_000, inCosts: true },
  accounts: { depreciationYears: 3, taxRate: 0.3 },
};

async function withYears() {
  const engine = await testBackend();
  const { scenarioId: id } = await fillPortfolio(engine, 12, '2026-11-23T10:00:00.000Z');
  await engine.call('scenarios.update', {
    id,
    patch: { asked, named: [{ level: 'L3', label: 'Licences', amount: 90_000 }] },
  });
  return { ...engine, id };
}

it('tells every table of the deck by the same years of the house', { timeout: SLOW }, async () => {
  const { call, folder } = await withYears();
  const out = join(folder, 'deck.pptx');
  await call('reports.deck', { out, locale: 'en-GB', length: 'steering' });
  const slides = slidesOf(readFileSync(out));
  const slide = (title: string) => slides.find((texts) => texts.includes(title)) ?? [];
  const shown = (title: string) => slide(title).filter((text) => text.startsWith('FY '));
  expect(shown('Cost and people of each year')).toEqual(PARTS);
  expect(shown('With the people there are: models that wait, and hires')).toEqual(PARTS);
  expect(shown('In the books: expense, and tax saved by it')).toEqual(PARTS);
  const all = slides.flat().join('\n');
  expect(all).toMatch(
    /Level 3: the plan spends €\S+; the roadmap’s \d+ person-weeks are €\S+ of it, named besides €90K Licences; €\S+ has no name yet\./,
  );
  expect(all).toMatch(
    /In steps\. Step 1, level 2 now: the plan spends .* Step 2, level 3 after 24 months: the plan spends /,
  );
  expect(all).toContain('hiring included');
  // Charts too: their years are in the package, not on the slides.
  const charts = [...partsOf(readFileSync(out))].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  expect(charts.filter(([, xml]) => xml.includes('>FY 2026/27<')).length).toBeGreaterThanOrEqual(3);
  expect(charts.filter(([, xml]) => />[Yy]ear [1-9]</.test(xml))).toEqual([]);
});

it('says to the board what the investment of the level pays for', { timeout: SLOW }, async () => {
  const { call, folder, id } = await withYears();
  const named = [{ level: 'L2' as const, label: 'Licences', amount: 90_000 }];
  await call('scenarios.update', { id, patch: { named } });
  const out = join(folder, 'board.pptx');
  await call('reports.deck', { out, locale: 'en-GB', length: 'board' });
  const all = slidesOf(readFileSync(out)).flat().join('\n');
  expect(all).toMatch(
    /Level 2: the plan spends €\S+; the roadmap’s \d+ person-weeks are €\S+ of it, named besides €90K Licences; €\S+ has no name yet\./,
  );
  expect(all).toContain('hiring included');
});

it('tells every block of the workbook by the same years, and sums them to what the channel says', {
  timeout: SLOW,
}, async () => {
  const { call, folder, id } = await withYears();
  const out = join(folder, 'book.xlsx');
  await call('reports.workbook', { out, locale: 'en-GB' });
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const rows: { readonly label: string; readonly amounts: readonly number[] }[] = [];
  book.getWorksheet('Options')?.eachRow((row) => {
    const amounts = [2, 3, 4, 5].map((at) => Number(row.getCell(at).value));
    rows.push({ label: String(row.getCell(1).value), amounts });
  });
  const blocks = new Map<string, typeof rows>();
  let title = '';
  for (const row of rows) {
    if (!row.label.startsWith('FY ')) title = row.label;
    // Quarters stand above their year.
    else if (!/^FY \S+ Q\d/.test(row.label)) blocks.set(title, [...(blocks.get(title) ?? []), row]);
  }
  expect(blocks.size).toBeGreaterThanOrEqual(16);
  const part = rows.find(({ label }) => label === 'Named: Licences');
  expect(part?.amounts.filter((amount) => amount === 90_000)).toHaveLength(2);
  expect(rows.find(({ label }) => label === 'Without a name')?.amounts.some((amount) => amount > 0)).toBe(true);
  const names = PARTS.map((part) => part.replace(/, (.*)$/, ' ($1)'));
  for (const [block, own] of blocks) expect([block, own.map(({ label }) => label)]).toEqual([block, names]);
  const scenario = await call('scenarios.get', { id });
  const { levels } = await call('investment.options', { inputs: scenario.inputs, ...asked });
  const sum = (block: string, at: number) =>
    (blocks.get(block) ?? []).reduce((total, { amounts }) => total + (amounts[at] ?? Number.NaN), 0);
  for (const [at, key] of (['L1', 'L2', 'L3'] as const).entries()) {
    expect(sum('Cost with investment, by year', at)).toBeCloseTo(levels[key]?.totalCost ?? Number.NaN, 0);
    expect(sum('Team: hired in the year', at)).toBe(
      levels[key]?.team?.years.reduce((total, { hires }) => total + hires, 0),
    );
    const expense = levels[key]?.booked?.expense.reduce((total, amount) => total + amount, 0);
    expect(sum('Books: expense', at)).toBeCloseTo(expense ?? Number.NaN, 0);
  }
});
