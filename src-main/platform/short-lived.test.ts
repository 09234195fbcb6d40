import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { YOUNG_BYTES } from './short-lived';

/** Lets 40,000 things live for a few collections each, as the rows of an import do, and says how far the young generation grew. */
const PASSING = `
  import { expectShortLives, youngBytes } from ${JSON.stringify(new URL('./short-lived.ts', import.meta.url).href)};
  expectShortLives();
  const held = [];
  let most = 0;
  for (let row = 0; row < 4_000_000; row += 1) {
    held[row % 40_000] = { row, text: 'row ' + row };
    if (row % 20_000 === 0) {
      most = Math.max(most, youngBytes());
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  console.log(most);
`;

// Flags are those of the process: in one of its own.
it('holds the young generation of a process that lets rows pass', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--no-warnings', '--input-type=module', '--eval', PASSING],
  ]);
  const most = Number(stdout);
  expect(most).toBeGreaterThan(YOUNG_BYTES / 4);
  // It may double between two looks.
  expect(most).toBeLessThanOrEqual(2 * YOUNG_BYTES);
});
