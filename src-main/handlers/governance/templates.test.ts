import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { TEMPLATE_IDS, type TemplateId } from '#domain/governance/vocabulary';
import { faultsOf } from '../../exporters/paper/testing/read-pdf';
import { needs } from '../../testing/needs';
import { testPrinter } from '../../testing/print-pages';
import { plant } from '../../testing/planted-portfolio';
import { sharedFile, FEDERAL_INVENTORY_2025 } from '../../testing/shared-data';
import { blankPdf } from '../../testing/blank-pdf';
import { testBackend } from '../../testing/test-backend';

type Sheets = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What another program reads in a workbook: each sheet's rows as texts. */
async function readSheets(path: string): Promise<Sheets> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return new Map(
    book.worksheets.map((sheet) => {
      const rows: string[][] = [];
      sheet.eachRow({ includeEmpty: true }, (row) => {
        const cells: string[] = [];
        for (let at = 1; at <= sheet.columnCount; at += 1) cells.push(row.getCell(at).text);
        rows.push(cells);
      });
      return [sheet.name, rows];
    }),
  );
}

const DAY = '2027-12-03';
const TEXTS = { annex_viii: 'eu-ai-act', e23_inventory: 'osfi-e-23', federal_submission: 'us-omb-m-25-21' } as const;

describe('sheets of the planted portfolio', { timeout: 60_000 }, () => {
  it('list as missing what completeness counts as missing, line by line', async () => {
    const { call, folder } = await plant();
    for (const [template, pack] of Object.entries(TEXTS)) {
      const out = join(folder, `${template}.xlsx`);
      const made = await call('governance.template', {
        template: template as TemplateId,
        format: 'xlsx',
        out,
        at: DAY,
      });
      const found = await call('governance.completeness', { pack, at: DAY });
      const sheets = await readSheets(out);
      const told = new Map((sheets.get('Lines') ?? []).slice(1).map((row) => [row[2], row.slice(7, 12).map(Number)]));
      const wanted = found.fields.filter(({ per }) => per === 'model');
      if (template === 'annex_viii')
        // A part lists the systems of which it may ask something; of the others its lines are not asked.
        for (const { id, held, missing, later, unknown } of wanted)
          expect([id, told.get(id)?.slice(0, 4) ?? [0, 0, 0, 0]]).toEqual([id, [held, missing, later, unknown]]);
      else
        for (const { id, held, missing, later, unknown, notApplicable } of wanted)
          expect([id, told.get(id)]).toEqual([id, [held, missing, later, unknown, notApplicable]]);
      const gaps = (sheets.get('Missing') ?? []).slice(1);
      expect(gaps.length).toBe(wanted.reduce((sum, { missing }) => sum + missing, 0));
      expect(made.missing).toBe(gaps.length);
    }
  });

  it('are whole in both formats, with the day, the hash and the marks', async () => {
    const pages: string[] = [];
    const printPage = async ({ html }: { html: string }) => {
      pages.push(html);
      return blankPdf();
    };
    const { call, folder } = await plant({ printPage });
    const { contentHash } = await call('reports.list', {});
    for (const template of TEMPLATE_IDS) {
      const out = join(folder, `${template}.xlsx`);
      const { rows } = await call('governance.template', { template, format: 'xlsx', out, at: DAY });
      const about = ((await readSheets(out)).get('About') ?? []).map((row) => row.join(' '));
      expect(about.some((line) => line.includes(contentHash))).toBe(true);
      expect(about.some((line) => line.startsWith('As of 3 Dec 2027'))).toBe(true);
      expect(about.some((line) => line.startsWith('Help, not advice'))).toBe(true);
      const paper = await call('governance.template', { template, format: 'pdf', out: `${out}.pdf`, at: DAY });
      expect([template, paper.rows]).toEqual([template, rows]);
      const html = pages.at(-1) ?? '';
      expect(html).toContain('Help, not advice');
      expect(html).toContain('What is missing');
      expect(html).toContain(contentHash.slice(0, 16));
      if (template === 'e23_inventory') expect(html).toContain('Each line was read in its source');
      if (template === 'ai_register') expect(html).toContain('lines were not read in their source');
    }
  });

  it('tell one model as a card, with who asks for what', async () => {
    const { call, folder, ids } = await plant();
    const out = join(folder, 'card.xlsx');
    const [id = ''] = ids.values();
    expect(
      await call('governance.template', { template: 'model_card', format: 'xlsx', out, ids: [id, 'gone'] }),
    ).toMatchObject({ rows: 1 });
    const sheets = await readSheets(out);
    const { name } = await call('models.get', { id });
    expect(sheets.get('Missing')?.[0]?.[0]).toBe('Model');
    await call('governance.template', { template: 'model_card', format: 'xlsx', out, ids: [id] });
    const card = (await readSheets(out)).get('Model card') ?? [];
    expect(card[0]?.[0]).toBe(name);
    expect(card.map(([what]) => what)).toContain('Limitations');
  });
});

it('refuses pages for more than anybody reads', async () => {
  const { call, folder } = await testBackend();
  await call('models.create', { name: 'One' });
  const out = join(folder, 'register.pdf');
  const many = join(folder, 'many.csv');
  writeFileSync(many, `name,unit\n${Array.from({ length: 600 }, (_, at) => `Model ${at},Retail`).join('\n')}\n`);
  await call('imports.apply', { file: many });
  await expect(call('governance.template', { template: 'ai_register', format: 'pdf', out })).rejects.toThrow(
    'more than 500 systems, too many for pages. Write them as XLSX',
  );
});

const printer = await testPrinter();
afterAll(printer.close);

it('prints a card as a tagged PDF', { ...needs(printer), timeout: 60_000 }, async () => {
  const { call, folder } = await testBackend({ printPage: printer.print });
  const { id } = await call('models.create', { name: 'Churn', stage: 'deployed', since: '2026-01-05' });
  const out = join(folder, 'card.pdf');
  await call('governance.template', { template: 'model_card', format: 'pdf', out, ids: [id] });
  expect(await faultsOf(readFileSync(out))).toEqual([]);
});

const federal = sharedFile(FEDERAL_INVENTORY_2025);

it('brings the federal inventory of 2025 back without a difference', {
  ...needs(federal),
  timeout: 300_000,
}, async () => {
  const { call, folder } = await testBackend();
  await call('imports.apply', { file: federal.path });
  const out = join(folder, 'submission.xlsx');
  const { rows } = await call('governance.template', { template: 'federal_submission', format: 'xlsx', out });
  expect(rows).toBeGreaterThan(3_500);
  const again = await call('imports.preview', { file: out });
  if (again.format !== 'inventory') throw new Error(`It was taken for ${again.format}.`);
  expect([again.preset, again.creates, again.values.changed]).toEqual(['us-federal-2025', 0, 0]);
  // Rows that are equal in name and unit have no number of their own, so they ask which is which.
  expect(again.updates).toBe(0);
  expect(again.waiting).toBeLessThan(20);
  expect(again.unchanged).toBe(rows - again.waiting);
});
