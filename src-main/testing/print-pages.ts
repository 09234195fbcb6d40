import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../platform/browser-printer';
import type { PagePrinter } from '../platform/page-printer';
import type { Needed } from './shared-data';

/** An installed browser, Playwright's own, or the one from npm, whose own way of printing does not end in every container. */
async function launch(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = [findBrowser() ?? '', chromium.executablePath()].find((path) => existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...args] });
}

export interface TestPrinter extends Needed {
  readonly print: PagePrinter;
  readonly close: () => Promise<void>;
}

/** Prints as the hosts of the product do, tags and outline included, in a browser that is started once for a test file. */
export async function testPrinter(): Promise<TestPrinter> {
  try {
    const browser = await launch();
    // One page for all: the browser from npm is of one process and ends with its first page.
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    return {
      why: null,
      print: async ({ html }) => {
        // Gone to as a file, as by the hosts: a page that is written into keeps the policy of the one before.
        const file = join(mkdtempSync(join(tmpdir(), 'modelfolio-test-print-')), 'report.html');
        writeFileSync(file, html);
        await page.goto(pathToFileURL(file).href);
        rmSync(dirname(file), { recursive: true });
        return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      },
      close: () => browser.close(),
    };
  } catch {
    const why = 'No browser starts here to print a PDF with. Install Chromium, Chrome or Edge.';
    return { why, print: () => Promise.reject(new Error(why)), close: () => Promise.resolve() };
  }
}
