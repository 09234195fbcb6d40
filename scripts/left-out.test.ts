import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sayLeftOut } from './left-out';

const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const REPORTER = JSON.stringify(join(import.meta.dirname, 'left-out-reporter.ts'));

/** What our reporter alone says of a run of these tests. */
function told(tests: string, ...words: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'left-out-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(
    join(root, 'vitest.config.mjs'),
    `export default { test: { globals: true, reporters: [${REPORTER}] } };`,
  );
  writeFileSync(join(root, 'a.test.js'), tests);
  const { status, stdout, stderr } = spawnSync(process.execPath, [VITEST, 'run', '--root', root, ...words], {
    encoding: 'utf8',
    cwd: root,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

const TESTS = `
  describe('the data', { skip: true, meta: { leftOut: 'There are none.' } }, () => {
    it('are read', () => {});
    describe('again', () => it('are read again', () => {}));
  });
  it('asks while it runs', ({ skip }) => skip('It is too late.'));
  it.skip('was forgotten', () => {});
  it('runs', () => {});`;

it('names what did not run, by reason', () => {
  expect(told(TESTS)).toBe(`
Left out: 4 tests
  There are none.
    a.test.js
      the data > are read
      the data > again > are read again
  It is too late.
    a.test.js
      asks while it runs
  No reason is given.
    a.test.js
      was forgotten

`);
});

it('is quiet where all ran, and about tests that were not chosen', () => {
  expect(told(`it('runs', () => {}); it('runs too', () => {});`, '-t', 'runs too')).toBe('');
  expect(sayLeftOut([])).toBe('');
});

it('counts one test as one', () => {
  expect(sayLeftOut([{ file: 'b.test.ts', test: 'prints', why: 'No printer.' }])).toBe(
    '\nLeft out: 1 test\n  No printer.\n    b.test.ts\n      prints\n',
  );
});
