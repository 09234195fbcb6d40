import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { plant } from '../../../testing/planted-portfolio';

const DAY = '2027-12-03';
const PACKS = ['eu-ai-act', 'osfi-e-23', 'us-omb-m-25-21'];

type Row = Record<string, string>;

/** The work list of the planted portfolio, filled in as somebody would and brought back. */
async function listed() {
  const backend = await plant();
  const { call, folder } = backend;
  const out = join(folder, 'work.csv');
  const { rows } = await call('governance.worklistFile', {
    packs: PACKS,
    at: DAY,
    format: 'csv',
    out,
    locale: 'en-GB',
  });
  const read = (): Row[] =>
    Papa.parse<Row>(readFileSync(out, 'utf8').slice(1), { header: true, skipEmptyLines: true }).data;
  const fill = (edit: (rows: Row[]) => void): string => {
    const table = read();
    edit(table);
    writeFileSync(out, `\uFEFF${Papa.unparse(table)}`);
    return out;
  };
  const preview = async (request: Omit<Input<'imports.preview'>, 'file'> = {}) => {
    const answer = await call('imports.preview', { file: out, ...request });
    if (answer.format !== 'worklist') throw new Error(`It was taken for ${answer.format}.`);
    return answer;
  };
  return { ...backend, out, rows, read, fill, preview };
}

const rowFor = (rows: readonly Row[], place: string, model?: string): Row => {
  const row = rows.find((one) => one['Place'] === place && (model === undefined || one['Model'] === model));
  if (row === undefined) throw new Error(`no row for ${place}`);
  return row;
};

describe('a work list', { timeout: 60_000 }, () => {
  it('has a row for each gap that the screen counts', async () => {
    const { call, read } = await listed();
    const { items } = await call('governance.worklist', { packs: PACKS, at: DAY });
    const rows = read();
    const wanted = items.reduce((sum, { models, per }) => sum + (per === 'organisation' ? 1 : models), 0);
    const gaps = new Set(
      rows.map((row) => `${row['Identifier']} ${row['What is asked for']} ${row['Asked by']} ${row['Reference']}`),
    );
    expect(gaps.size).toBe(wanted);
    for (const { label } of items) expect(rows.some((row) => row['What is asked for'] === label)).toBe(true);
    expect(rows.filter((row) => (row['Asked from'] ?? '') === '')).toEqual([]);
  });

  it('knows a model by its name, also where a spreadsheet would reckon that', async () => {
    const { call, fill, preview, out, read } = await listed();
    const id = rowFor(read(), 'field:dataSources')['Identifier'] ?? '';
    await call('models.update', { id, patch: { name: '=SUM(1)' } });
    await call('governance.worklistFile', { packs: PACKS, at: DAY, format: 'csv', out, locale: 'en-GB' });
    fill((rows) => {
      rowFor(rows, 'field:dataSources', "'=SUM(1)")['Answer'] = '-5 degrees of noise';
      for (const row of rows) row['Identifier'] = '';
    });
    expect(await preview()).toMatchObject({ creates: 1, rejected: 0 });
    await call('imports.apply', { file: out });
    expect((await call('models.get', { id })).dataSources).toBe('-5 degrees of noise');
  });

  it('comes back: each answer where it belongs, as one step that an undo takes back', async () => {
    const { call, fill, preview, out } = await listed();
    const before = await call('governance.worklist', { packs: PACKS, at: DAY });
    let model = '';
    let choice = { id: '', name: '' };
    fill((rows) => {
      const field = rowFor(rows, 'field:dataSources');
      field['Answer'] = 'Claims of 2019 to 2025, monthly';
      model = field['Identifier'] ?? '';
      const evidence = rows.find((row) => row['Place']?.startsWith('evidence:') && row['Identifier'] !== '') as Row; // there are some
      Object.assign(evidence, { Day: '2026-11-20', By: 'Vera', Outcome: 'Passed', Link: 'https://docs.example/v' });
      const chosen = rows.find(({ Place = '', How = '' }) => Place.startsWith('field:') && How.startsWith('One of:'));
      if (chosen === undefined) throw new Error('no field with choices');
      choice = { id: chosen['Identifier'] ?? '', name: chosen['Place']?.slice('field:'.length) ?? '' };
      chosen['Answer'] = (/One of: (.*?)(;|$)/.exec(chosen['How'] ?? '')?.[1] ?? '').toUpperCase();
      rowFor(rows, 'fact:benefits')['Answer'] = 'Faster letters';
    });
    const seen = await preview();
    expect(seen).toMatchObject({
      creates: 4,
      updates: 0,
      unchanged: 0,
      rejected: 0,
      contradicted: 0,
      problemsTotal: 0,
    });
    expect(seen.blank).toBe(seen.rows - 4);
    expect(seen.lines.find(({ place }) => place === 'field:dataSources')).toMatchObject({
      before: '',
      after: 'Claims of 2019 to 2025, monthly',
      state: 'added',
    });
    expect(await call('imports.apply', { file: out })).toMatchObject({ format: 'worklist', created: 4, updated: 0 });
    const filled = await call('models.get', { id: choice.id });
    expect(Reflect.get(filled, choice.name) ?? '').not.toBe('');
    expect(await call('models.get', { id: model })).toMatchObject({ dataSources: 'Claims of 2019 to 2025, monthly' });
    const after = await call('governance.worklist', { packs: PACKS, at: DAY });
    const gaps = (of: typeof before): number => of.items.reduce((sum, { models }) => sum + models, 0);
    expect(gaps(after)).toBeLessThan(gaps(before));
    expect((await preview()).lines.map(({ state }) => state)).toEqual(Array(4).fill('unchanged'));
    await call('history.undo', {});
    expect(await call('governance.worklist', { packs: PACKS, at: DAY })).toEqual(before);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('asks who is right where somebody said otherwise meanwhile', async () => {
    const { call, fill, preview, out } = await listed();
    let id = '';
    fill((rows) => {
      const row = rowFor(rows, 'field:dataSources');
      row['Answer'] = 'From the file';
      id = row['Identifier'] ?? '';
    });
    await call('models.update', { id, patch: { dataSources: 'Typed meanwhile' } });
    expect(await preview()).toMatchObject({
      creates: 0,
      updates: 0,
      contradicted: 1,
      lines: [{ before: 'Typed meanwhile', after: 'From the file', state: 'contradicted', decision: 'ask' }],
    });
    await call('imports.apply', { file: out });
    expect(await call('models.get', { id })).toMatchObject({ dataSources: 'Typed meanwhile' });
    const decisions = [{ modelId: id, field: 'field:dataSources', decision: 'file' as const }];
    expect(await preview({ decisions })).toMatchObject({ updates: 1, contradicted: 0 });
    const { importId } = await call('imports.apply', { file: out, decisions });
    expect(await call('models.get', { id })).toMatchObject({ dataSources: 'From the file' });
    expect(await call('imports.undo', { importId })).toEqual({ reverted: 1 });
    expect(await call('models.get', { id })).toMatchObject({ dataSources: 'Typed meanwhile' });
  });

  it('names row and column of what it cannot take, and takes the rest', async () => {
    const { fill, preview } = await listed();
    const at: Record<string, number> = {};
    fill((rows) => {
      const mark = (name: string, row: Row): Row => {
        at[name] = rows.indexOf(row) + 2;
        return row;
      };
      const evidence = rows.filter((row) => row['Place']?.startsWith('evidence:') && row['Identifier'] !== '');
      Object.assign(mark('future', evidence[0] as Row), { Day: '2027-01-01', By: 'Vera' }); // there are some
      Object.assign(mark('nobody', evidence[1] as Row), { Day: '2026-11-01' }); // likewise
      Object.assign(mark('link', evidence[2] as Row), { Day: '2026-11-01', By: 'Vera', Link: 'see mail' }); // likewise
      Object.assign(mark('stranger', rowFor(rows, 'field:approvedUses')), { Identifier: 'gone', Answer: 'x' });
      const question = rows.find((row) => row['How']?.startsWith('One of:')) as Row; // likewise
      Object.assign(mark('choice', question), { Answer: 'perhaps' });
      mark('good', rowFor(rows, 'field:dataSources'))['Answer'] = 'Good';
    });
    const seen = await preview();
    expect(seen).toMatchObject({ creates: 1, rejected: 5 });
    const found = seen.problems.map(({ row, column, code }) => `${row} ${column} ${code}`).toSorted();
    expect(found).toEqual(
      [
        `${at['future']} Day date_in_future`,
        `${at['nobody']} By no_person`,
        `${at['link']} Link evidence`,
        `${at['stranger']} Identifier unknown_model`,
        `${at['choice']} Answer unknown_choice`,
      ].toSorted(),
    );
  });

  it('is filled in as a workbook, too', async () => {
    const { call, folder } = await plant();
    const out = join(folder, 'work.xlsx');
    const { rows } = await call('governance.worklistFile', { packs: PACKS, at: DAY, format: 'xlsx', out });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const [sheet] = book.worksheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect([sheet.name, sheet.rowCount]).toEqual([`Missing on ${DAY}`, rows + 1]);
    const heads = (sheet.getRow(1).values as string[]).slice(1); // counted from 1
    const column = (head: string): number => heads.indexOf(head) + 1;
    let filled = 0;
    sheet.eachRow((row, number) => {
      if (number === 1 || filled > 0 || !row.getCell(column('Place')).text.startsWith('evidence:')) return;
      if (row.getCell(column('Identifier')).text === '') return;
      row.getCell(column('Day')).value = new Date('2026-11-20T00:00:00Z');
      row.getCell(column('By')).value = 'Vera';
      filled = number;
    });
    await book.xlsx.writeFile(out);
    const seen = await call('imports.preview', { file: out });
    expect(seen).toMatchObject({ format: 'worklist', creates: 1, rejected: 0 });
    expect(seen.format === 'worklist' && seen.lines[0]).toMatchObject({ row: filled, after: '2026-11-20 by Vera' });
  });
});
