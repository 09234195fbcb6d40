import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { encodeText } from '../../importers/testing/encode-text';
import { testBackend } from '../../testing/test-backend';

const SAMPLES = join(import.meta.dirname, '../../importers/tabular/samples');

async function start() {
  const { call, folder } = await testBackend();
  const put = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const workbook = (name: string): string => {
    const file = join(folder, name);
    copyFileSync(join(SAMPLES, name), file);
    return file;
  };
  const names = async (): Promise<string[]> => (await call('models.list', { limit: 50 })).rows.map(({ name }) => name);
  return { call, put, workbook, names };
}

const MODELS = [
  { 'Model name': 'Churn', 'Business unit': 'Retail', Stage: 'Production', Tier: 1 },
  { 'Model name': 'Fraud', 'Business unit': 'Cards', Stage: 'Development', Tier: 2 },
];
const CSV = 'Model name;Business unit;Stage;Tier\nChurn;Retail;Production;1\nFraud;Cards;Development;2\n';

describe('an inventory in any format', () => {
  it.each(['inventory.ods', 'inventory.xls', 'inventory.xlsx'])('comes in from %s', async (name) => {
    const { call, workbook, names } = await start();
    const file = workbook(name);
    const preview = await call('imports.preview', { file });
    expect(preview).toMatchObject({ format: 'inventory', rows: 6, creates: 6, sheet: 'Inventory 2025', headerRow: 3 });
    expect(preview.sheetList).toContainEqual({ name: 'Old notes', state: 'hidden' });
    expect(preview.problemsByCode.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['merged_cells', 'total_row', 'above_header', 'cell_error']),
    );
    await call('imports.apply', { file });
    expect(await names()).toContain('Größe & Maß');
    const both: Input<'imports.preview'> = { file, sheets: ['Inventory 2025', 'Inventory 2026'] };
    expect(await call('imports.preview', both)).toMatchObject({
      rows: 8,
      creates: 2,
      chosenSheets: ['Inventory 2025', 'Inventory 2026'],
      parts: [{ sheet: 'Inventory 2025' }, { sheet: 'Inventory 2026', offset: 10 }],
    });
  });

  it.each<readonly [name: string, content: string | Uint8Array, kind: string]>([
    ['models.json', JSON.stringify({ total: 2, data: MODELS }), 'json'],
    ['models.jsonl', MODELS.map((model) => JSON.stringify(model)).join('\n'), 'json'],
    ['models.csv.gz', gzipSync(CSV), 'csv'],
    ['models.zip', zipSync({ 'export/models.csv': strToU8(CSV) }), 'csv'],
    ['wide.csv', Buffer.from(CSV, 'utf16le'), 'csv'],
    [
      'report.xls',
      `<html><table><tr><th>${Object.keys(MODELS[0] ?? {}).join('<th>')}${MODELS.map((model) => `<tr><td>${Object.values(model).join('<td>')}`).join('')}</table>`,
      'html',
    ],
  ])('comes in from %s', async (name, content, kind) => {
    const { call, put, names } = await start();
    const file = put(name, content);
    expect(await call('imports.preview', { file })).toMatchObject({ format: 'inventory', fileKind: kind, creates: 2 });
    await call('imports.apply', { file });
    expect(await names()).toEqual(['Churn', 'Fraud']);
    expect((await call('imports.preview', { file })).unchanged).toBe(2);
  });

  it('is asked about where its encoding could be another, with the same lines in each', async () => {
    const { call, put } = await start();
    const bytes = Buffer.concat([Buffer.from('Name,Unit\nA'), Buffer.from([0xb5, 0xc0]), Buffer.from(',x\n')]);
    const unsure = await call('imports.preview', { file: put('unsure.csv', bytes) });
    expect(unsure.encodingCertain).toBe(false);
    expect(unsure.encodings[0]?.encoding).toBe(unsure.encoding);
    expect(unsure.encodings.length).toBeGreaterThan(1);
    // Nobody looked at a preview: a guess is not stored, what somebody named is.
    const guessed = call('imports.apply', { file: put('unsure.csv', bytes) });
    await expect(guessed).rejects.toThrow(/^unsure\.csv could be written in .+, so nothing was stored\./);
    const named = { file: put('unsure.csv', bytes), encoding: unsure.encoding };
    expect(await call('imports.apply', named)).toMatchObject({ created: 1 });
    const file = put('sure.csv', encodeText('Имя,Отдел\nОтток клиентов,Розница\n', 'koi8-u'));
    expect(await call('imports.preview', { file })).toMatchObject({
      encoding: 'koi8-u',
      encodingCertain: true,
      encodings: [],
    });
  });

  it('reads amounts by the decimal sign that others of the file show, also where the mapping leaves it open', async () => {
    const { call, put } = await start();
    const file = put('amounts.csv', 'Model name;Annual value\nA;1.250\nB;1.234,50\n');
    const { mapping } = await call('imports.preview', { file });
    if ('kind' in mapping) throw new Error(mapping.kind);
    const preview = await call('imports.preview', { file, mapping: { ...mapping, decimal: null } });
    if (preview.format !== 'inventory') throw new Error(preview.format);
    expect(preview.problems.filter(({ effect }) => effect !== 'note')).toEqual([]);
    expect(preview.sample[0]?.values).toContainEqual({ field: 'annualValueMinor', text: '125000', before: '' });
  });

  it('keeps a row of totals where a person says that it is none', async () => {
    const { call, put } = await start();
    const file = put('totals.csv', `${CSV}Total;;;3\n`);
    const preview = await call('imports.preview', { file });
    expect(preview).toMatchObject({ rows: 2, problems: [{ code: 'total_row', row: 4, effect: 'note' }] });
    expect(await call('imports.preview', { file, totals: 'keep' })).toMatchObject({ rows: 3 });
  });
});

describe('a table from the clipboard', () => {
  it('is imported as a file is', async () => {
    const { call, names } = await start();
    const { file, name } = await call('imports.pasted', { text: CSV.replaceAll(';', '\t'), name: '../My models' });
    expect(name).toBe('My models.tsv');
    expect(await call('imports.preview', { file })).toMatchObject({ fileName: name, creates: 2, delimiter: '\t' });
    await call('imports.apply', { file });
    expect(await names()).toEqual(['Churn', 'Fraud']);
    await expect(call('imports.pasted', { text: ' \n ' })).rejects.toThrow(/no text on the clipboard/);
  });
});

describe('other kinds in other formats', () => {
  const results = Array.from({ length: 3 }, (_, n) => ({
    model: 'Churn',
    time: `2026-01-0${n + 1}`,
    column: 'age',
    metric: 'psi',
    value: 0.1 * n,
  }));

  it.each<readonly [name: string, content: string | Uint8Array]>([
    ['drift.json', JSON.stringify(results)],
    ['wrapped.json', JSON.stringify({ data: results })],
    ['drift.jsonl', results.map((result) => JSON.stringify(result)).join('\n')],
    ['drift.zip', zipSync({ 'drift.csv': strToU8(`model,time,column,metric,value\nChurn,2026-01-01,age,psi,0.1\n`) })],
    ['drift.csv.gz', gzipSync('model,time,column,metric,value\nChurn,2026-01-01,age,psi,0.1\n')],
  ])('drift results come in from %s', async (name, content) => {
    const { call, put } = await start();
    await call('models.create', { name: 'Churn' });
    const file = put(name, content);
    const preview = await call('imports.preview', { file });
    expect(preview).toMatchObject({ format: 'drift', rejected: 0 });
    expect(preview.creates).toBeGreaterThan(0);
    expect(await call('imports.apply', { file })).toMatchObject({ created: preview.creates });
  });

  it('incidents come in from JSON', async () => {
    const { call, put } = await start();
    const file = put(
      'incidents.json',
      JSON.stringify({
        result: [
          {
            number: 'INC1',
            short_description: 'Wrong scores',
            opened_at: '2026-01-01 10:00',
            resolved_at: '2026-01-01 12:00',
            severity: '2',
            state: 'Closed',
          },
        ],
      }),
    );
    expect(await call('imports.preview', { file })).toMatchObject({ format: 'incidents', creates: 1 });
  });
});
