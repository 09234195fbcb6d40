import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const TEXT = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

const PROMISES = TEXT.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise |'))
  .map((line) => line.slice(2, -2).split(' | '));

/** What stands in backticks in a text and is the name of a test. */
const testsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => (name && /\.(test|spec)\.tsx?$/.test(name) ? [name] : []));

/** Where tests lie whose place is not told whole: `killed.test.ts`, `src-main/shell/*.exploit.test.ts`. */
const found = (name: string): readonly string[] =>
  globSync(name.includes('/') ? name : `{src-*,e2e,scripts}/**/${name}`, { cwd: ROOT });

describe('SECURITY.md', () => {
  it('has promises, each with its way and its proof', () => {
    expect(PROMISES.length).toBeGreaterThan(20);
    expect(PROMISES.filter((cells) => cells.length !== 3)).toEqual([]);
  });

  it.each(PROMISES.map(([promise = '', , proof = '']) => [promise, proof]))('proves: %s', (_, proof) => {
    const named = testsIn(proof);
    const ways = /`npm run \w+`|packaged journey in `\.ci\/run`/.test(proof);
    expect(named.length > 0 || ways).toBe(true);
    for (const name of named) expect(found(name), name).not.toEqual([]);
  });

  it('names every test of an attack', () => {
    const named = new Set(PROMISES.flatMap(([, , proof = '']) => testsIn(proof).flatMap(found)));
    expect(globSync('src-*/**/*.exploit.test.ts', { cwd: ROOT }).filter((path) => !named.has(path))).toEqual([]);
  });
});
