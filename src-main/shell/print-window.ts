import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session } from 'electron';
import { denyPermissions } from './lockdown';

/** Longer a page takes nowhere. */
const PATIENCE_MS = 120_000;

/**
 * Prints a page in a window that nobody sees: sandboxed, without script, and able to load nothing but that page. The PDF
 * is tagged, has an outline, and takes paper and margins from the page's own style.
 */
export async function printInWindow(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-print-'));
  const file = join(folder, 'report.html');
  const address = pathToFileURL(file).href;
  const own = session.fromPartition('print');
  denyPermissions(own);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isReport(url) }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, javascript: false, nodeIntegration: false, contextIsolation: true },
  });
  const patience = setTimeout(() => window.destroy(), PATIENCE_MS);
  try {
    await writeFile(file, html);
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    clearTimeout(patience);
    if (!window.isDestroyed()) window.destroy();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Several pages may be printed at once in the one session. */
const isReport = (url: string): boolean => /^file:\/\/.*\/modelfolio-print-[^/]+\/report\.html$/.test(url);
