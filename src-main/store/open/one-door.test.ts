import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = 'src-main';
/** What is no portfolio: a structure made in memory, and databases of other programs. */
const OTHERWISE = ['store/open/exact-schema.ts', 'store/open/foreign-file.ts'];

it('opens no file of SQLite but through the door that knows whether it is encrypted', () => {
  const opening = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.includes('testing/'))
    .filter((name) => /new \(?Database\b/.test(readFileSync(join(ROOT, name), 'utf8')));
  expect(opening.sort()).toEqual([...OTHERWISE, 'store/open/open-database.ts'].sort());
});
