import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { LONG_NAMES } from '../../exporters/deck/testing/deck-content';
import { textsOfHtml } from '../../exporters/paper/testing/html-texts';
import { bookmarksOf, faultsOf, wordsOfPdf } from '../../exporters/paper/testing/read-pdf';
import { missingTexts } from '../../exporters/testing/content-words';
import { needs } from '../../testing/needs';
import { testPrinter } from '../../testing/print-pages';
import { assess, fillPortfolio, OWNERS } from '../../testing/report-portfolio';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const SLOW = 120_000;
const NOW = '2026-11-23T10:00:00.000Z';
const printer = await testPrinter();
afterAll(printer.close);

interface Printed {
  readonly engine: TestBackend;
  /** What was given to the printer last. */
  readonly html: () => string;
}

async function enginePrinting(): Promise<Printed> {
  let last = '';
  const engine = await testBackend({
    printPage: (page) => {
      last = page.html;
      return printer.print(page);
    },
  });
  return { engine, html: () => last };
}

async function pdfOf({ engine }: Printed, input: object): Promise<Uint8Array> {
  const out = join(engine.folder, 'report.pdf');
  await engine.call('reports.pdf', { out, ...input });
  return readFileSync(out);
}

/** The page of the brief, and that all that was drawn is on it. */
async function briefOf(printed: Printed, input: object = {}): Promise<string> {
  const out = join(printed.engine.folder, 'brief.pdf');
  await printed.engine.call('reports.brief', { out, ...input });
  const pdf = readFileSync(out);
  expect((await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()).toBe(1);
  await expectWhole(printed, pdf);
  return textsOfHtml(printed.html()).join('\n');
}

async function expectWhole(printed: Printed, pdf: Uint8Array): Promise<void> {
  const { content, untagged } = await wordsOfPdf(pdf);
  expect(untagged).toBe('');
  expect(missingTexts(textsOfHtml(printed.html()), content)).toEqual([]);
  expect(await faultsOf(pdf)).toEqual([]);
}

describe('the PDF', () => {
  it('holds every word, is tagged, and has the same bytes again', { ...needs(printer), timeout: SLOW }, async () => {
    const printed = await enginePrinting();
    await fillPortfolio(printed.engine, 12, NOW);
    const pdf = await pdfOf(printed, { line: 'Confidential, for the board', models: true });
    await expectWhole(printed, pdf);
    printed.engine.at('2026-11-23T16:45:00.000Z');
    const again = await pdfOf(printed, { line: 'Confidential, for the board', models: true });
    expect(Buffer.compare(again, pdf)).toBe(0);
    // A word that is not there is missed: the check can fail.
    expect(missingTexts(['Quicksilver'], (await wordsOfPdf(pdf)).content)).toHaveLength(1);
  });

  it('has bookmarks with their spaces, and the pages of its parts', { ...needs(printer), timeout: SLOW }, async () => {
    const printed = await enginePrinting();
    await fillPortfolio(printed.engine, 12, NOW);
    const titles = await bookmarksOf(await pdfOf(printed, { length: 'board' }));
    const headings = [...printed.html().matchAll(/<h[123]>([^<]+)<\/h[123]>/g)].map(([, words = '']) =>
      words.replaceAll('&amp;', '&'),
    );
    expect(titles).toEqual(headings);
    const pages = [...printed.html().matchAll(/<span class="page">(\d*)</g)].map(([, page]) => Number(page));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.every((page, at) => page >= Math.max(1, pages[at - 1] ?? 1))).toBe(true);
    expect(pages.at(-1)).toBeGreaterThan(1);
  });

  it.each(['en-US', 'de-DE'])(
    'loses no word of long names (%s)',
    { ...needs(printer), timeout: SLOW },
    async (locale) => {
      const printed = await enginePrinting();
      const latin = LONG_NAMES.filter((name) => !/[\u3040-\u9fff]/.test(name));
      for (const name of latin)
        await printed.engine.call('models.create', {
          name,
          stage: 'deployed',
          since: '2026-01-05',
          unit: `${name.slice(0, 70)} unit`,
          tier: 1,
        });
      await expectWhole(printed, await pdfOf(printed, { locale, models: true, paper: 'Letter' }));
    },
  );

  const federal = sharedFile(FEDERAL_INVENTORY);
  it.skipIf(printer.why !== null)(
    'loses no word of a public inventory',
    { ...needs(federal), timeout: SLOW },
    async () => {
      const printed = await enginePrinting();
      await printed.engine.call('imports.apply', { file: federal.path });
      await expectWhole(printed, await pdfOf(printed, { models: true }));
    },
  );
});

describe('the brief', () => {
  it('is one page of a full portfolio on both papers, redacted too', { ...needs(printer), timeout: SLOW }, async () => {
    const printed = await enginePrinting();
    await fillPortfolio(printed.engine, 12, NOW);
    for (const paper of ['A4', 'Letter'] as const) {
      const words = await briefOf(printed, { paper, line: 'Confidential, for the board' });
      for (const part of ['The options', 'Why now', 'Risks, and what must be believed', 'Next steps', 'Confidential'])
        expect([part, words.includes(part)]).toEqual([part, true]);
      const redacted = await briefOf(printed, { paper, redact: { names: true, owners: true, money: true } });
      for (const name of OWNERS) expect(redacted).not.toContain(name);
      expect(redacted).toContain('Redacted: ');
    }
  });

  it('is one page of an empty portfolio and of one with an assessment alone', {
    ...needs(printer),
    timeout: SLOW,
  }, async () => {
    const printed = await enginePrinting();
    expect(await briefOf(printed)).toContain('What is not known yet');
    await assess(printed.engine, { assessment: 'Autumn workshop', owners: OWNERS });
    expect(await briefOf(printed)).toContain('Next steps');
  });

  it('is one page with long names', { ...needs(printer), timeout: SLOW }, async () => {
    const printed = await enginePrinting();
    const [latin, , german] = LONG_NAMES;
    await fillPortfolio(printed.engine, 12, NOW, {
      model: (index) => `${german.slice(index)}`,
      owners: [latin, german, 'N'.repeat(80)],
      scenario: german,
      assessment: latin,
      unit: () => german,
      column: latin,
    });
    for (const locale of ['en-US', 'de-DE'])
      expect(await briefOf(printed, { paper: 'Letter', locale })).toContain('The options');
  });

  const federal = sharedFile(FEDERAL_INVENTORY);
  it.skipIf(printer.why !== null)(
    'is one page of a public inventory',
    { ...needs(federal), timeout: SLOW },
    async () => {
      const printed = await enginePrinting();
      await printed.engine.call('imports.apply', { file: federal.path });
      for (const paper of ['A4', 'Letter'] as const)
        expect(await briefOf(printed, { paper })).toContain('What is asked');
    },
  );
});

describe('the page', () => {
  it('says what the PDF says, asks no network, and has the same bytes again', { timeout: SLOW }, async () => {
    const engine = await testBackend();
    await fillPortfolio(engine, 12, NOW);
    const [first, second] = [join(engine.folder, 'one.html'), join(engine.folder, 'two.html')];
    await engine.call('reports.html', { out: first, models: true, line: 'For the intranet' });
    engine.at('2026-11-23T21:00:00.000Z');
    await engine.call('reports.html', { out: second, models: true, line: 'For the intranet' });
    const html = readFileSync(first, 'utf8');
    expect(readFileSync(second, 'utf8')).toBe(html);
    expect(html).not.toMatch(/<(script|img|link|iframe)|url\(|@import|<[^>]*\s(src|style)=/);
    for (const words of ['prefers-color-scheme:dark', '@page{', 'For the intranet', 'Appendix: the 12 models'])
      expect(html).toContain(words);
    expect((await engine.call('reports.list', {})).reports.map(({ kind }) => kind)).toEqual(['html', 'html']);
  });

  it('draws its colours and runs nothing in a browser that obeys its policy', {
    ...needs(printer),
    timeout: SLOW,
  }, async () => {
    const engine = await testBackend();
    await fillPortfolio(engine, 12, NOW);
    const out = join(engine.folder, 'page.html');
    await engine.call('reports.html', { out });
    // A style that the policy refuses would leave the page without its sheet: its text is then not narrower than the window.
    const pdf = await printer.print({ html: readFileSync(out, 'utf8'), signal: new AbortController().signal });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(
      /\/MediaBox \[0 0 594\.9\d* 841\.9\d*\]|\/MediaBox\s*\[\s*0 0 59[45]/,
    );
  });
});
