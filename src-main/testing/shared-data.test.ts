import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needs } from './needs';
import { sharedFile } from './shared-data';
import { temporaryFolder } from './test-backend';

it('finds a file in the folder that the variable names', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/a.csv'), '');
  const found = sharedFile('data/a.csv', folder);
  expect(found).toEqual({ path: join(folder, 'data/a.csv'), why: null });
  expect(needs(found)).toEqual({});
});

it('says what is not beside the checkout and leaves out the tests that need it', () => {
  const missing = sharedFile('data/there is none.csv', '');
  expect(missing.why).toMatch(/^data\/there is none\.csv of the shared data is not there\. .*MODELFOLIO_SHARED\.$/);
  expect(needs(missing)).toEqual({ skip: true, meta: { leftOut: missing.why } });
});

it('refuses a named folder without the file: whoever names one means its tests to run', () => {
  const folder = temporaryFolder();
  expect(() => sharedFile('data/a.csv', folder)).toThrow(`${join(folder, 'data/a.csv')} is not there`);
});
