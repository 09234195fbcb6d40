import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DomainError } from '../failure/domain-error';
import { refuseWhenCancelled } from '../failure/refuse-when-cancelled';
import type { PagePrinter } from './page-printer';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];

/** Where browsers are installed on systems that do not put programs on the path. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
  ),
};

/** Longer a page of this size takes nowhere. */
const PATIENCE_MS = 120_000;

const TOO_LONG = new Error('took longer than it is waited for');

/** A browser that can print; `null`: none is installed. `path` is the system's list of folders. */
export function findBrowser(path = process.env.PATH ?? ''): string | null {
  const onPath = path
    .split(delimiter)
    .flatMap((folder) => (folder === '' ? [] : NAMES.map((name) => join(folder, name))));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find((place) => existsSync(place)) ?? null;
}

/** Prints with an installed browser, in a profile of its own and without a network. */
export function browserPrinter(find: () => string | null = findBrowser, patienceMs = PATIENCE_MS): PagePrinter {
  return async ({ html, signal }) => {
    const browser = find();
    if (browser === null) {
      throw new DomainError(
        'unavailable',
        'A PDF is printed by a browser, and none was found here. Install Chromium, Chrome or Edge, or make the PDF in the desktop program.',
      );
    }
    const folder = await mkdtemp(join(tmpdir(), 'modelfolio-print-'));
    try {
      const page = join(folder, 'report.html');
      const pdf = join(folder, 'report.pdf');
      await writeFile(page, html);
      await run(browser, argumentsFor(folder, page, pdf), signal, patienceMs);
      return await readFile(pdf);
    } catch (error) {
      refuseWhenCancelled(signal, 'report');
      if (error === TOO_LONG) {
        throw new DomainError(
          'unavailable',
          `The browser that prints the PDF was ended after ${Math.round(patienceMs / 1000)} seconds: it has too much to print, or the computer too much to do. Print less, such as the report without the list of all models, which the HTML report and the workbook hold at any length.`,
        );
      }
      throw new DomainError(
        'unavailable',
        'The browser that prints the PDF stopped without one. Look whether it starts by itself, then make the PDF again.',
        { browser, reason: error instanceof Error ? error.message : String(error) },
      );
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

function argumentsFor(folder: string, page: string, pdf: string): string[] {
  // A browser refuses its sandbox to the system's first user; the page has no script and fetches nothing.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    '--headless',
    ...asRoot,
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-first-run',
    '--disable-extensions',
    '--disable-gpu',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}

function run(browser: string, given: readonly string[], signal: AbortSignal, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, given, { stdio: 'ignore', signal, timeout, killSignal: 'SIGKILL' });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(child.killed ? TOO_LONG : new Error(`ended with ${code}`));
    });
  });
}
