import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_MODELS, SAMPLE_NAME } from '../../resources/sample/portfolio';
import { testBackend } from '../testing/test-backend';

const DAY = '2026-11-23';

test('one call makes the sample and opens it: every step is taken, the journal holds', async () => {
  const { call, folder } = await testBackend({ portfolio: false });
  const opened = await call('workspace.sample', {});
  expect(opened).toMatchObject({ name: SAMPLE_NAME, fileName: `${SAMPLE_NAME}.modelfolio`, readOnly: false });
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  expect(await call('portfolio.info', {})).toMatchObject({ models: SAMPLE_MODELS.length, currency: 'EUR' });
  const verified = await call('journal.verify', {});
  expect(verified.ok).toBe(true);
  expect(verified.entries).toBeGreaterThan(500);
});

test('a cancelled sample leaves no file, and what was open stays open', async () => {
  const { call, folder, backend } = await testBackend();
  const file = join(folder, 'sample.modelfolio');
  const running = backend.dispatch('workspace.sample', { file, jobId: 'job' });
  await call('jobs.cancel', { jobId: 'job' });
  expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('sample'))).toEqual([]);
  expect(await call('portfolio.info', {})).toMatchObject({ name: 'Test' });
});

test('a day in the future and a file that exists are refused', async () => {
  const { call, file } = await testBackend();
  await expect(call('workspace.sample', { day: '2026-11-24' })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(call('workspace.sample', { file, day: DAY })).rejects.toMatchObject({ code: 'conflict' });
});
