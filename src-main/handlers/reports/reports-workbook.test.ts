import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { expectedPreset } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

/** A portfolio with texts that a spreadsheet could take for formulas, an incident, a scenario and amounts. */
async function withFacts() {
  const backend = await testBackend();
  const { call } = backend;
  const model = await call('models.create', {
    name: '=HYPERLINK("http://example.invalid")',
    businessOwner: 'Ada Lovelace',
    notes: 'secret note',
    tags: ['+1'],
    annualValueMinor: 123_456_78,
    stage: 'monitored',
    since: '2026-01-05',
  });
  await call('incidents.create', {
    title: '@SUM(A1) of Ada Lovelace',
    modelId: model.id,
    openedAt: '2026-03-01T08:00:00Z',
  });
  const scenario = await call('scenarios.create', { name: '-2+3', from: expectedPreset.from });
  const make = async (name: string, redact = {}) => {
    const out = join(backend.folder, name);
    const made = await call('reports.workbook', { out, locale: 'de-DE', redact });
    const bytes = readFileSync(out);
    expect(made.bytes).toBe(bytes.length);
    return {
      out,
      bytes,
      text: Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n'),
    };
  };
  return { ...backend, scenario, make };
}

it('writes what somebody typed as text, dates as dates and money in its currency', async () => {
  const { make } = await withFacts();
  const { out } = await make('book.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const sheet = book.getWorksheet('Inventory');
  const cell = (head: string) => {
    const heads = sheet?.getRow(1).values;
    const column = Array.isArray(heads) ? heads.indexOf(head) : -1;
    return sheet?.getCell(2, column);
  };
  expect(cell('Name')?.value).toBe('=HYPERLINK("http://example.invalid")');
  expect(cell('Name')?.type).toBe(ExcelJS.ValueType.String);
  expect(cell('In stage since')?.value).toEqual(new Date('2026-01-05T00:00:00Z'));
  expect(cell('Annual value (EUR)')?.value).toBe(123_456.78);
  expect(cell('Annual value (EUR)')?.numFmt).toBe('#,##0.00 [$€]');
  expect(book.getWorksheet('Scenarios')?.getCell('A2').value).toBe('-2+3');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.autoFilter).toBe('A1:AB2');
});

it('shows the figures of a scenario as the program does, as formulas', async () => {
  const { make, scenario } = await withFacts();
  const { out } = await make('book.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const { formula, result } = book.getWorksheet('Scenarios')?.getCell('G2') ?? {};
  expect(formula).toMatch(/^'Scenario 1'!\$[A-Z]+\$\d+$/);
  expect(result).toBeCloseTo(scenario.result.npv, 2);
});

it('names portfolio, moment and content, and is the same when made again', async () => {
  const { make, call } = await withFacts();
  const first = await make('first.xlsx');
  const again = await make('again.xlsx');
  expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  const { contentHash } = await call('reports.list', {});
  expect(first.text).toContain(contentHash);
  expect(first.text).toContain('Test: model portfolio');
});

it('leaves no name, person or amount in a redacted workbook', async () => {
  const { make } = await withFacts();
  const { text } = await make('redacted.xlsx', { names: true, owners: true, money: true });
  for (const secret of ['HYPERLINK', 'Lovelace', 'secret', '-2+3', '123456.78', '12345678']) {
    expect(text).not.toContain(secret);
  }
  expect(text).toContain('Model 01');
  expect(text).not.toContain('name="Scenario 1"');
});

it('stops when it is cancelled and leaves no file', async () => {
  const { call, backend, folder } = await withFacts();
  backend.subscribe((event) => {
    if (event.type === 'job.progress') void backend.dispatch('jobs.cancel', { jobId: 'book' });
  });
  const out = join(folder, 'cancelled.xlsx');
  await expect(call('reports.workbook', { out, jobId: 'book' })).rejects.toThrow('cancelled');
  expect(() => readFileSync(out)).toThrow('ENOENT');
});

it('gives no share of runs for today’s way before it is said how many people that takes', async () => {
  const { make, call, scenario } = await withFacts();
  const sharesOf = async (name: string) => {
    const { out } = await make(name);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const sheet = book.getWorksheet('Options');
    const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
    const row = rows.find((one) => one.getCell(1).text.startsWith('Share of runs'));
    return { label: row?.getCell(1).text, shares: [2, 3, 4].map((at) => row?.getCell(at).value) };
  };
  const open = await sharesOf('open.xlsx');
  expect(open.label).toContain('of level 1 not before it is said how many people');
  expect(open.shares).toEqual([null, expect.any(Number), expect.any(Number)]);
  const told = { least: 1, likely: 2, most: 3, by: 'Ada', day: '2026-06-01', above: 'absolute' } as const;
  await call('scenarios.calibrate', { id: scenario.id, ...told });
  const said = await sharesOf('said.xlsx');
  expect(said.label).toBe('Share of runs in which it costs least');
  expect(said.shares[0]).toEqual(expect.any(Number));
});
