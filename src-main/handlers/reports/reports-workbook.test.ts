import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { RiskFactors } from '#domain/scenarios/options/tei-view';
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
  expect(sheet?.autoFilter).toBe('A1:AU2');
});

it('writes amounts, shares and numbers of its sentences in the forms of the cells beside them', async () => {
  const { make } = await withFacts();
  const { out } = await make('book.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const options = JSON.stringify(book.getWorksheet('Options')?.getColumn(1).values);
  expect(options).toMatch(/costs least, [\d,]+[KM]?.€ less than/);
  expect(options).toMatch(/in present value at 10.%/);
  expect(options).not.toMatch(/€\d|\d%|\d\.\d /);
  expect(JSON.stringify(book.getWorksheet('Scenario 1')?.getCell('A2').value)).not.toMatch(/€\d|\d%/);
});

it('shows the figures of a scenario as the program does, as formulas', async () => {
  const { make, scenario } = await withFacts();
  const { out } = await make('book.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const { formula, result } = rowsOf(book, 'Scenarios')[0]?.NPV ?? {};
  expect(formula).toMatch(/^'Scenario 1'!\$[A-Z]+\$\d+$/);
  expect(result).toBeCloseTo(scenario.result.npv, 2);
  const { bytes } = await make('again.xlsx');
  const [there, back] = [placesOf(book, bytes, 'Scenarios'), placesOf(book, bytes, 'Scenario 1')];
  expect([...there.values()]).toEqual(["'Scenario 1'!A1", "'Scenario 1 steps'!A1"]);
  expect([...back.values()]).toEqual(["'Scenarios'!A1", "'Scenario 1 steps'!A1"]);
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

/** The rows of a sheet by their heads. */
function rowsOf(book: ExcelJS.Workbook, name: string): Record<string, ExcelJS.Cell>[] {
  const sheet = book.getWorksheet(name);
  const heads = sheet?.getRow(1).values;
  if (!sheet || !Array.isArray(heads)) throw new Error(`no sheet ${name}`);
  return (sheet.getRows(2, sheet.rowCount - 1) ?? []).map((row) =>
    Object.fromEntries(heads.flatMap((head, at) => (typeof head === 'string' ? [[head, row.getCell(at)]] : []))),
  );
}

/** Two models of which one takes over from the other, with all that hangs on them. */
async function withHistory() {
  const engine = await withFacts();
  const { call, make } = engine;
  const next = await call('models.create', { name: 'Next', stage: 'monitored', since: '2026-03-01', version: '2.0' });
  const reference = { system: 'Registry', id: 'R-7', url: 'https://registry.example/models/7?a=1&b=2' };
  const old = await call('models.create', {
    name: 'Old',
    purpose: 'Scores claims for Ada',
    notes: 'asked Ada Lovelace',
    externalReferences: [reference, { system: 'Share', id: '\\\\host\\file', url: '' }],
    stage: 'deployed',
    since: '2026-01-05',
    version: '1.0',
  });
  await call('models.approve', { id: old.id, approvedBy: 'Grace Hopper', at: '2026-02-01T09:00:00Z', note: 'fine' });
  await call('models.approve', { id: old.id, approvedBy: 'Ada Lovelace', at: '2026-04-01T09:00:00Z' });
  await call('challengers.start', { modelId: next.id, version: '2.1', mode: 'shadow', note: 'by Ada' });
  await call('drift.askRetraining', { modelId: next.id, reason: 'Ada wants it' });
  await call('models.move', { id: old.id, to: 'retired', reason: 'replaced', replacedBy: next.id });
  const open = async (name: string, redact = {}) => {
    const { out, text, bytes } = await make(name, redact);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    return { book, text, bytes };
  };
  return { ...engine, open, old: await call('models.get', { id: old.id }) };
}

it('holds every field of a model, its versions, approvals, retraining and challengers', async () => {
  const { open, old } = await withHistory();
  const { book } = await open('whole.xlsx');
  const row = rowsOf(book, 'Inventory').find((one) => one.Name?.text === 'Old');
  const told = (head: string) => row?.[head]?.value;
  expect(told('Purpose')).toBe(old.purpose);
  expect(told('Notes')).toBe(old.notes);
  expect(told('Replaced by')).toBe('Next');
  expect(told('Last approved by')).toBe('Ada Lovelace');
  expect(told('Last approved')).toEqual(new Date('2026-04-01T00:00:00Z'));
  expect(told('Registered')).toEqual(new Date(old.createdAt));
  expect(told('Time in stage (days)')).toBe(old.timeInStageDays);
  expect(told('External references')).toMatchObject({
    text: 'Registry R-7 https://registry.example/models/7?a=1&b=2; Share \\\\host\\file',
    hyperlink: 'https://registry.example/models/7?a=1&b=2',
  });
  const versions = rowsOf(book, 'Versions').map((one) => [one.Model?.text, one.Version?.value, one['Live now']?.value]);
  expect(versions).toEqual([
    ['Next', '2.0', 'yes'],
    ['Old', '1.0', 'no'],
  ]);
  expect(rowsOf(book, 'Versions')[1]?.['Live until']?.value).toEqual(told('In stage since'));
  expect(rowsOf(book, 'Approvals').map(({ By, Note }) => [By?.value, Note?.value ?? null])).toEqual([
    ['Ada Lovelace', null],
    ['Grace Hopper', 'fine'],
  ]);
  expect(rowsOf(book, 'Challengers')[0]?.Challenger?.value).toBe('2.1');
  expect(rowsOf(book, 'Retraining')[0]?.Why?.value).toBe('Ada wants it');
});

/** Where the cells of a sheet lead inside of the workbook, which ExcelJS does not read. */
function placesOf(book: ExcelJS.Workbook, bytes: Uint8Array, name: string): ReadonlyMap<string, string> {
  const at = book.worksheets.findIndex((sheet) => sheet.name === name) + 1;
  const xml = strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array());
  const links = xml.matchAll(/<hyperlink ref="([A-Z]+\d+)" location="([^"]+)"/g);
  return new Map([...links].map(([, cell = '', place = '']) => [cell, place]));
}

it('leads from each model to its row in the inventory, and from the first sheet to all others', async () => {
  const { open } = await withHistory();
  const { book, bytes } = await open('linked.xlsx');
  const inventory = book.getWorksheet('Inventory');
  for (const name of ['Moves', 'Versions', 'Approvals', 'Drift', 'Incidents', 'Retraining', 'Challengers']) {
    const rows = rowsOf(book, name);
    expect(rows.length, name).toBeGreaterThan(0);
    const places = placesOf(book, bytes, name);
    for (const { Model } of rows) {
      const place = places.get(Model?.address ?? '') ?? '';
      expect(place, `${name} ${Model?.text}`).toMatch(/^'Inventory'!A\d+$/);
      expect(inventory?.getCell(place.slice(12)).text).toBe(Model?.text);
    }
  }
  const about = book.getWorksheet('About');
  const linked = [...placesOf(book, bytes, 'About')].map(([cell, place]) => {
    expect(place).toBe(`'${about?.getCell(cell).text}'!A1`);
    return about?.getCell(cell).text ?? '';
  });
  const others = book.worksheets.map(({ name }) => name).filter((name) => name !== 'About' && !name.endsWith('steps'));
  expect(linked.sort()).toEqual(others.sort());
});

it('withholds in a redacted workbook also what hangs on a model', async () => {
  const { open } = await withHistory();
  const { book, text } = await open('hidden.xlsx', { names: true, owners: true });
  for (const secret of ['Old', 'Lovelace', 'Hopper', 'Ada', 'registry.example', 'Registry R-7', 'Scores claims'])
    expect(text, secret).not.toContain(secret);
  expect(rowsOf(book, 'Inventory').map((row) => row['Replaced by']?.value ?? null)).toContain('Model 02');
  expect(rowsOf(book, 'Approvals')).toHaveLength(2);
});

it('tells each option’s budget by quarter and the case adjusted for risk, as their channels do', async () => {
  const { make, call, scenario } = await withFacts();
  const risk: RiskFactors = { benefit: [0.5, 0.9, 1], cost: [1, 1.1, 1.5] };
  const asked = { startDate: '2027-02', fiscalYearStart: 4, risk };
  await call('scenarios.update', { id: scenario.id, patch: { asked } });
  const { inputs, compare } = await call('scenarios.get', { id: scenario.id });
  const options = await call('investment.options', { inputs, startDate: '2027-02', fiscalYearStart: 4 });
  const views = await call('investment.views', { inputs, compare, ...risk });
  const { out } = await make('quarters.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const sheet = book.getWorksheet('Options');
  const rows = (sheet?.getRows(1, sheet.rowCount) ?? []).map((row) => ({ label: row.getCell(1).text, row }));
  const from = rows.findIndex(({ label }) => label === 'Budget by quarter: Level 2');
  const heads = rows[from]?.row.values;
  const last = Array.isArray(heads) ? heads.indexOf('In all') : -1;
  const budget = options.levels.L2?.budget ?? [];
  expect(budget.length).toBeGreaterThan(15);
  const told = rows.slice(from + 1).filter(({ label }) => label.startsWith(`${budget[0]?.year} Q`));
  expect(told[0]?.label).toBe('FY 2026/27 Q4 (Feb 2027 to Mar 2027)');
  expect(told[0]?.row.getCell(last).value).toBe((budget[0]?.total ?? 0) / 100);
  const years = rows.slice(from + 1).filter(({ label }) => /^FY \S+( \(|$)/.test(label));
  const total = budget.reduce((sum, one) => sum + one.total, 0) / 100;
  const shown = years.slice(0, new Set(budget.map(({ year }) => year)).size);
  expect(shown.reduce((sum, { row }) => sum + Number(row.getCell(last).value), 0)).toBeCloseTo(total, 2);
  const adjusted = rows.findIndex(({ label }) => label === `Adjusted for risk (TEI): ${compare}`);
  const cells = (at: number) => [2, 3].map((column) => rows[adjusted + at]?.row.getCell(column).value);
  expect(cells(3)).toEqual([views.tei.plain.npv, views.tei.adjusted.npv]);
  expect(views.tei.adjusted.npv).toBeLessThan(views.tei.plain.npv);
  expect(rows[adjusted + 8]?.label).toContain('as kept with the plan');
});
