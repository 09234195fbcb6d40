import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { faultsOf } from '../../exporters/paper/testing/read-pdf';
import { browserPrinter, findBrowser } from '../../platform/browser-printer';
import { needs } from '../../testing/needs';
import { temporaryFolder, testBackend } from '../../testing/test-backend';

const browser = {
  why: findBrowser() === null ? 'No browser is on the path to print with. Install Chromium, Chrome or Edge.' : null,
};
const { signal } = new AbortController();

it('prints a tagged PDF of the paper that was asked for', { ...needs(browser), timeout: 60_000 }, async () => {
  const { call, folder } = await testBackend();
  await call('models.create', { name: 'Churn', stage: 'deployed', since: '2026-01-05' });
  const out = join(folder, 'report.pdf');
  const { bytes } = await call('reports.pdf', { out, paper: 'Letter' });
  const pdf = readFileSync(out);
  expect(pdf.length).toBe(bytes);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(await faultsOf(pdf)).toEqual([]);
  expect(document.getPage(0).getSize()).toEqual({ width: 612, height: 792 });
  expect(document.getCreationDate()).toEqual(new Date('2026-11-23T00:00:00.000Z'));
});

it('says in a sentence that no browser is there to print', async () => {
  await expect(browserPrinter(() => null)({ html: '', signal })).rejects.toThrow('Install Chromium, Chrome or Edge');
});

it('finds a browser on the path, and none in an empty one', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'chromium'), '#!/bin/sh\nexit 3\n');
  chmodSync(join(folder, 'chromium'), 0o755);
  expect(findBrowser(folder)).toBe(join(folder, 'chromium'));
});

it('says when the browser stops without a PDF', async () => {
  const broken = join(temporaryFolder(), 'chromium');
  writeFileSync(broken, '#!/bin/sh\nexit 3\n');
  chmodSync(broken, 0o755);
  await expect(browserPrinter(() => broken)({ html: '', signal })).rejects.toThrow('stopped without one');
});

it('says what to make instead when the browser takes too long', async () => {
  const slow = join(temporaryFolder(), 'chromium');
  writeFileSync(slow, '#!/bin/sh\nexec sleep 60\n');
  chmodSync(slow, 0o755);
  await expect(browserPrinter(() => slow, 200)({ html: '', signal })).rejects.toThrow('without the list of all models');
});

it('writes nothing when it is cancelled', async () => {
  const { call, backend, folder } = await testBackend();
  backend.subscribe((event) => {
    if (event.type === 'job.progress') void backend.dispatch('jobs.cancel', { jobId: 'pdf' });
  });
  const out = join(folder, 'report.pdf');
  await expect(call('reports.pdf', { out, jobId: 'pdf' })).rejects.toThrow('cancelled');
  expect(existsSync(out)).toBe(false);
});
