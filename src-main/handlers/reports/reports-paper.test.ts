import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LONG_NAMES } from '../../exporters/deck/testing/deck-content';
import { textsOfHtml } from '../../exporters/paper/testing/html-texts';
import { bookmarksOf, faultsOf, wordsOfPdf } from '../../exporters/paper/testing/read-pdf';
import { missingTexts } from '../../exporters/testing/content-words';
import { needs } from '../../testing/needs';
import { testPrinter } from '../../testing/print-pages';
import { fillPortfolio } from '../../testing/report-portfolio';
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
