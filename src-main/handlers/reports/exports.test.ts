import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { INCIDENT_EXPORT_COLUMNS, MODEL_EXPORT_COLUMNS } from '#contract/reports/exports';
import { testBackend } from '../../testing/test-backend';

type ModelsRequest = Omit<Input<'exports.models'>, 'out' | 'format'>;
type IncidentsRequest = Omit<Input<'exports.incidents'>, 'out' | 'format'>;

/** A real engine, and its lists as the text of a CSV and as the rows that another program reads in it. */
async function engine() {
  const backend = await testBackend();
  const { call, folder } = backend;
  const out = join(folder, 'list.csv');
  const read = ({ bytes, rows }: { readonly bytes: number; readonly rows: number }) => {
    const content = readFileSync(out);
    expect(content.byteLength).toBe(bytes);
    const text = content.toString('utf8');
    const table = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true }).data;
    expect(table.length).toBe(rows + 1);
    return { text, table };
  };
  return {
    ...backend,
    models: async (request: ModelsRequest) => read(await call('exports.models', { out, format: 'csv', ...request })),
    incidents: async (request: IncidentsRequest) =>
      read(await call('exports.incidents', { out, format: 'csv', ...request })),
  };
}

describe('models as a file', () => {
  it('come in the order and with the columns that were asked for', async () => {
    const { call, models } = await engine();
    const { id: churn } = await call('models.create', {
      name: 'Churn',
      tier: 2,
      stage: 'deployed',
      since: '2026-01-05',
    });
    const { id: fraud } = await call('models.create', { name: 'Fraud', tier: 1, tags: ['a', 'b'] });
    const { id: pricing } = await call('models.create', { name: 'Pricing', annualValueMinor: -123_456_01 });
    expect((await models({ ids: [pricing, churn, fraud], columns: ['tier', 'name', 'annualValueMinor'] })).text).toBe(
      '\uFEFFTier,Name,Annual value (EUR)\r\n,Pricing,-123456.01\r\n2,Churn,\r\n1,Fraud,\r\n',
    );
    expect((await models({ ids: [fraud, 'gone'], columns: ['name', 'tags'] })).table).toEqual([
      ['Name', 'Tags'],
      ['Fraud', 'a, b'],
    ]);
    expect((await models({ columns: ['name', 'stage', 'stageSince', 'inProduction'] })).table.slice(0, 2)).toEqual([
      ['Name', 'Stage', 'In stage since', 'In production'],
      ['Churn', 'Deployed', '2026-01-05', 'yes'],
    ]);
  });

  it('say of each model what the list of the screen says', async () => {
    const { call, models } = await engine();
    const { id } = await call('models.create', { name: 'Churn', stage: 'training', since: '2026-01-05T08:30:00Z' });
    await call('models.move', { id, to: 'deployed', at: '2026-03-01', version: '2.1', reason: 'went live' });
    const [row] = (await call('models.list', {})).rows;
    const { table } = await models({ ids: [id], columns: [...MODEL_EXPORT_COLUMNS] });
    const said = Object.fromEntries(MODEL_EXPORT_COLUMNS.map((name, at) => [name, table[1]?.[at]]));
    expect(said).toMatchObject({
      version: '2.1',
      versionSince: '2026-03-01',
      releasesLast12Months: '1',
      timeToProductionDays: String(row?.timeToProductionDays),
      updatedAt: row?.updatedAt,
      annualValueMinor: '',
    });
  });

  it('have nothing in them that a spreadsheet would reckon', async () => {
    const { call, models } = await engine();
    const names = ['=HYPERLINK("http://example.invalid")', '+1', '-1', '@SUM(A1)', 'Fine - and = fine', "'quoted"];
    const ids: string[] = [];
    for (const name of names) ids.push((await call('models.create', { name, businessOwner: name, unit: name })).id);
    const { table } = await models({ ids, columns: ['name', 'businessOwner', 'unit'] });
    expect(table.slice(1)).toEqual(
      names.map((name) => Array.from({ length: 3 }, () => (/^[=+@-]/.test(name) ? `'${name}` : name))),
    );
  });

  it('keep every text whole, whatever is in it', async () => {
    const { call, models } = await engine();
    const names = ['a,b', 'say "so"', 'two\nlines', 'Größe 模型 🧮', 'ends,"', 'x\r\ny'];
    const ids: string[] = [];
    for (const name of names) ids.push((await call('models.create', { name })).id);
    const { text, table } = await models({ ids, columns: ['name'] });
    expect(table.slice(1).map(([name]) => name)).toEqual(names);
    expect(text).toContain('"say ""so"""\r\n');
    const { id } = await call('models.create', { name: 'Any' });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (typed) => {
        await call('models.update', { id, patch: { unit: typed } });
        const { unit } = await call('models.get', { id });
        const [, [kept = '', name] = []] = (await models({ ids: [id], columns: ['unit', 'name'] })).table;
        expect([kept, name]).toEqual([/^'*[=+\-@\t\r]/.test(unit) ? `'${unit}` : unit, 'Any']);
      }),
      { numRuns: 60 },
    );
  });

  it('are a head alone where there are none', async () => {
    const { models, incidents } = await engine();
    expect((await models({ columns: ['name', 'tier'] })).text).toBe('\uFEFFName,Tier\r\n');
    expect((await models({ ids: [], columns: ['name'] })).text).toBe('\uFEFFName\r\n');
    expect((await incidents({ columns: ['number'] })).text).toBe('\uFEFFNumber\r\n');
  });

  it('are a sheet with dates, money and text of their own kind in an XLSX', async () => {
    const { call, folder } = await engine();
    const { id } = await call('models.create', {
      name: '=1+1',
      stage: 'deployed',
      since: '2026-01-05',
      annualValueMinor: 12_345,
    });
    await call('models.create', { name: 'Not shown' });
    const out = join(folder, 'list.xlsx');
    const columns = ['stageSince', 'annualValueMinor', 'name'] as const;
    const made = await call('exports.models', {
      out,
      format: 'xlsx',
      ids: [id],
      columns: [...columns],
      locale: 'de-DE',
    });
    expect(made).toEqual({ path: out, bytes: readFileSync(out).byteLength, rows: 1 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const sheet = book.getWorksheet('Models');
    expect(sheet?.getRow(1).values).toEqual([undefined, 'In stage since', 'Annual value (EUR)', 'Name']);
    expect(sheet?.getRow(2).values).toEqual([undefined, new Date('2026-01-05T00:00:00Z'), 123.45, '=1+1']);
    expect(sheet?.getCell('B2').numFmt).toBe('#,##0.00 [$€]');
    expect(sheet?.getCell('C2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.rowCount).toBe(2);
  });
});

describe('incidents as a file', () => {
  it('are those of the same question, in its order', async () => {
    const { call, incidents } = await engine();
    const { id: modelId } = await call('models.create', { name: 'Pricing', tier: 1, unit: 'Retail' });
    const create = (title: string, fields: Partial<Input<'incidents.create'>>) =>
      call('incidents.create', { title, ...fields });
    await create('Scores stale', { severity: 3, openedAt: '2026-03-01T08:00:00Z', modelId, costMinor: 1_050 });
    await create('Feed late', { severity: 1, openedAt: '2026-05-01', modelText: 'unknown-7' });
    await create('Scores wrong', { severity: 1, openedAt: '2026-04-01', modelId, personHours: 2.5 });
    const question = { search: 'scores', sort: [{ field: 'severity' as const }] };
    expect(
      (
        await incidents({
          ...question,
          columns: ['title', 'severity', 'openedAt', 'modelName', 'tier', 'personHours', 'costMinor'],
        })
      ).table,
    ).toEqual([
      ['Title', 'Severity', 'Opened', 'Model', 'Tier', 'Person-hours', 'Cost (EUR)'],
      ['Scores wrong', '1', expect.stringMatching(/^2026-04-01/), 'Pricing', '1', '2.5', ''],
      ['Scores stale', '3', expect.stringMatching(/^2026-03-01T08:00/), 'Pricing', '1', '', '10.5'],
    ]);
    const asked = {
      filter: { severity: [1 as const] },
      sort: [{ field: 'openedAt' as const, direction: 'asc' as const }],
    };
    const { rows } = await call('incidents.list', asked);
    expect((await incidents({ ...asked, columns: ['title'] })).table.flat().slice(1)).toEqual(
      rows.map(({ title }) => title),
    );
    expect((await incidents({ search: 'feed', columns: ['modelName', 'modelText'] })).table[1]).toEqual([
      '',
      'unknown-7',
    ]);
    expect((await incidents({ columns: [...INCIDENT_EXPORT_COLUMNS] })).table.map(({ length }) => length)).toEqual(
      Array.from({ length: 4 }, () => INCIDENT_EXPORT_COLUMNS.length),
    );
  });
});

describe('an export', () => {
  it('that is cancelled leaves the older file as it was', async () => {
    const { call, folder, models } = await engine();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await call('models.create', { name: `Model ${n}` })).id);
    const before = (await models({ ids, columns: ['name'] })).text;
    const many = Array.from({ length: 20_000 }, (_, at) => ids[at % ids.length] ?? '');
    const out = join(folder, 'list.csv');
    for (const format of ['csv', 'xlsx'] as const) {
      const made = call('exports.models', { out, format, ids: many, columns: ['name'], jobId: format });
      const refused = expect(made).rejects.toMatchObject({ code: 'cancelled' });
      // Awaited below: one that fails meanwhile is no error of its own.
      refused.catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      await call('jobs.cancel', { jobId: format });
      await refused;
      expect(readFileSync(out, 'utf8')).toBe(before);
      expect(existsSync(`${out}.part`)).toBe(false);
    }
  });

  it('says what it cannot do, and writes no journal', async () => {
    const { call, folder } = await engine();
    const { entries } = await call('journal.list', {});
    const out = join(folder, 'no folder', 'list.csv');
    const columns = ['name' as const];
    await expect(call('exports.models', { out, format: 'csv', columns })).rejects.toMatchObject({ code: 'bad_file' });
    const there = { out: join(folder, 'list.csv'), format: 'csv' as const };
    await expect(call('exports.models', { ...there, columns: ['name', 'name'] })).rejects.toThrow(/each column once/);
    await expect(call('exports.models', { ...there, columns, locale: 'en-x' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await call('exports.models', { ...there, columns });
    expect((await call('journal.list', {})).entries).toEqual(entries);
  });
});
