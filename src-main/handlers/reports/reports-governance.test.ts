import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { sayOverdueKinds } from '#domain/governance/reviews';
import { FINDING_SEVERITY_LABELS } from '#domain/governance/vocabulary';
import { partsOf } from '../../exporters/testing/office-package';
import { plant } from '../../testing/planted-portfolio';
import { testBackend } from '../../testing/test-backend';

const wordsOf = (xml: string): string => xml.replace(/<[^>]*>/g, '\n').replaceAll('&#39;', "'");

const kindsOf = ({ overdue, overdueCalled }: { readonly overdue: number; readonly overdueCalled: number }): string =>
  sayOverdueKinds(overdue, overdueCalled, String);

describe('governance in reports', { timeout: 120_000 }, () => {
  it('says in page, workbook and deck what its screens say', async () => {
    const { call, folder } = await plant();
    const [id = ''] = (await call('models.list', { limit: 1 })).rows.map((row) => row.id);
    const { id: incident } = await call('incidents.create', { title: 'Wrong refusals', modelId: id, severity: 1 });
    await call('governance.noteReport', {
      incidentId: incident,
      pack: 'eu-ai-act',
      clock: (await call('governance.clocks', {})).clocks.find(({ pack }) => pack === 'eu-ai-act')?.clock ?? '',
      class: 'other',
      awareOn: '2026-11-28',
    });

    const register = await call('findings.register', {});
    const { reports } = await call('governance.reports', {});
    const reviews = await call('reviews.calendar', {});
    const { texts } = await call('governance.map', { packs: ['eu-ai-act', 'osfi-e-23', 'us-omb-m-25-21'] });
    expect(register.total).toBeGreaterThan(0);
    expect(reports.length).toBe(1);

    const html = join(folder, 'report.html');
    await call('reports.html', { out: html });
    const page = readFileSync(html, 'utf8');
    const section = wordsOf(/<section id="governance">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '');
    for (const words of [
      `Findings not closed\n\n${register.total}\n\n${register.overdue} overdue`,
      `Reviews overdue\n\n${reviews.overdue}\n\n${kindsOf(reviews)}`,
      `${reviews.overdue} review${reviews.overdue === 1 ? '' : 's'}${reviews.overdueCalled === 0 ? '' : ` (${kindsOf(reviews)})`}`,
      `${reports.filter(({ status }) => status === 'due').length} running`,
    ])
      expect(section).toContain(words);
    for (const text of texts) if (text.models > text.scopeUnknown) expect(section).toContain(text.name);

    const out = join(folder, 'book.xlsx');
    await call('reports.workbook', { out });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const rows = (name: string): readonly (readonly string[])[] => {
      const found: string[][] = [];
      book
        .getWorksheet(name)
        ?.eachRow((row) => found.push(Array.from({ length: 9 }, (_, at) => row.getCell(at + 1).text)));
      return found;
    };
    const told = new Map(rows('Governance').map(([label = '', ...cells]) => [label, cells]));
    expect(told.get('Findings not closed')?.[0]).toBe(String(register.total));
    expect(told.get('Findings overdue')?.[0]).toBe(String(register.overdue));
    expect(told.get('Reviews overdue')?.[0]).toBe(String(reviews.overdue));
    expect(told.get('Of these after events')?.[0]).toBe(String(reviews.overdueCalled));
    for (const { severity } of register.rows) {
      const own = await call('findings.register', { severity: [severity] });
      expect(told.get(FINDING_SEVERITY_LABELS[severity])?.slice(0, 2)).toEqual([
        String(own.total),
        String(own.overdue),
      ]);
    }
    for (const text of texts)
      if (text.models > text.scopeUnknown && text.state === 'in_force')
        expect(told.get(text.name)?.slice(4, 6)).toEqual([String(text.fields.held), String(text.fields.missing)]);
    const closed = await call('findings.register', { closed: true });
    expect(rows('Findings').length).toBe(closed.total + 1);
    expect(rows('Evidence').length).toBe((await call('evidence.list', {})).evidence.length + 1);

    const deck = join(folder, 'deck.pptx');
    await call('reports.deck', { out: deck });
    const slides = [...partsOf(readFileSync(deck))].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const own = slides.filter(([, xml]) => xml.includes('Findings not closed'));
    expect(own.length).toBe(1);
    expect(wordsOf(own[0]?.[1] ?? '')).toContain(`${register.overdue} overdue`);
  });

  it('is in none of a portfolio where nobody has begun with it', async () => {
    const { call, folder } = await testBackend();
    await call('models.create', { name: 'Churn', stage: 'deployed', since: '2026-01-05' });
    const html = join(folder, 'report.html');
    await call('reports.html', { out: html });
    expect(readFileSync(html, 'utf8')).not.toContain('id="governance"');
    const out = join(folder, 'book.xlsx');
    await call('reports.workbook', { out });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const names = book.worksheets.map(({ name }) => name);
    for (const name of ['Governance', 'Evidence', 'Findings']) expect(names).not.toContain(name);
  });
});
