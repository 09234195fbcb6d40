import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { file, PLAIN, sample, withModel } from '../../../testing/drift-files';
import { testBackend } from '../../../testing/test-backend';

describe('what is no drift file', () => {
  const asked = { format: 'drift' as const };
  it.each([
    ['cut.json', '{"version": "0.6.7", "metrics": [{"metric": "Data', /not whole JSON/],
    ['empty.json', '', /empty/],
    ['blank.json', '{}', /no drift report of Evidently or whylogs/],
    ['no-metrics.json', '{"metrics": [], "tests": []}', /without a single metric/],
    ['other.json', '{"metrics": {"accuracy": 0.9}}', /no drift report/],
    ['deep.json', `{"metrics": ${'['.repeat(200_000)}`, /nested too deeply|not whole JSON/],
    ['page.json', '<!doctype html><html><body>Sign in</body></html>', /web page/],
    ['page.csv', '<html><body>Sign in</body></html>', /web page/],
    ['names.csv', 'name,owner\nChurn,Ann\n', /no column for time and metric and value/],
    ['broken.sqlite', `SQLite format 3\0${'x'.repeat(2000)}`, /damaged or encrypted database/],
    ['empty.zip', zipSync({ 'readme.txt': strToU8('hello') }), /no JSON in it/],
  ])('%s has a sentence', async (name, content, sentence) => {
    const { call, folder } = await testBackend();
    await expect(call('imports.preview', { file: file(folder, name, content), ...asked })).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(sentence),
    });
  });

  it('keeps a report in which nothing is a number as gaps, and says so', async () => {
    const { call, folder, modelId } = await withModel();
    const text = readFileSync(sample('evidently-0.6.7.json'), 'utf8').replace(
      /"drift_score": [\d.e-]+/g,
      '"drift_score": NaN',
    );
    const counts = await call('drift.import', { file: file(folder, 'nan.json', text), modelId });
    expect(counts).toMatchObject({ created: 7 });
    expect(counts.problems.filter((one) => one.code === 'no_number')).toHaveLength(6);
  });

  it.each([
    [
      'Zeit;Merkmal;Kennzahl;Wert;Schwelle\n2024-01-08;Alter;PSI;0,05;0,1\n',
      /with a decimal comma it would be. Choose that/,
    ],
    ['time,metric,value\n2024-01-08,ks p-value,-0.2\n', /cannot be a value of KS p-value, which lies between 0 and 1/],
    ['time,metric,value\n', /nothing below its header/],
  ])('says why no row of a table is a result: %s', async (text, sentence) => {
    const { call, folder, modelId } = await withModel();
    const path = file(folder, 'rows.csv', text);
    expect(await call('imports.preview', { file: path })).toMatchObject({ format: 'drift', creates: 0 });
    await expect(call('drift.import', { file: path, modelId })).rejects.toThrow(sentence);
  });

  it('says of a damaged database that it is damaged, and never that the portfolio is', async () => {
    const { backend, folder } = await testBackend();
    const whole = readFileSync(sample('nannyml-0.13.1.sqlite'));
    let refused = 0;
    for (let n = 0; n < 60; n += 1) {
      const bytes = Buffer.from(whole);
      // Anywhere behind the header, in turn: pages of the catalogue, of tables and of their overflow.
      const at = 100 + ((n * 7919) % (bytes.length - 164));
      bytes.fill(0xff ^ n, at, at + 64);
      const reply = await backend.dispatch('imports.preview', { file: file(folder, `damaged-${n}.sqlite`, bytes) });
      if (reply.ok) continue;
      refused += 1;
      expect(reply.failure).toMatchObject({ code: 'bad_file' });
      expect(reply.failure.message).not.toMatch(/portfolio file|backup/);
    }
    expect(refused).toBeGreaterThan(3);
  });

  it('reads a report of 50 MB', async () => {
    const { call, folder, modelId } = await withModel();
    const columns = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, n) => [
        `feature ${n}`,
        {
          column_type: 'num',
          stattest_name: 'psi',
          stattest_threshold: 0.1,
          drift_score: n / 5_000,
          drift_detected: n >= 500,
          note: 'y'.repeat(10_000),
        },
      ]),
    );
    const report = {
      version: '0.6.7',
      timestamp: '2024-01-08 00:00:00',
      metrics: [{ metric: 'DataDriftTable', result: { drift_by_columns: columns } }],
    };
    const path = file(folder, 'big.json', JSON.stringify(report));
    expect(await call('drift.import', { file: path, modelId })).toMatchObject({ created: 5_000, rejected: 0 });
  }, 60_000);

  it('refuses mappings of other kinds, zones and models that do not exist', async () => {
    const { call, folder } = await withModel();
    const table = file(folder, 'a.csv', PLAIN);
    await expect(call('imports.preview', { file: table, format: 'drift', mapping: { fields: [] } })).rejects.toThrow(
      /not one of drift results/,
    );
    await expect(call('imports.preview', { file: table, timeZone: 'Mars/Olympus' })).rejects.toThrow(
      /no time zone Mars/,
    );
    await expect(call('drift.import', { file: table, modelId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(call('drift.import', { file: table })).rejects.toThrow(/No model of the portfolio is called “a”/);
  });
});
