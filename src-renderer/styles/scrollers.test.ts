import { expect, it } from 'vitest';

// The renderer's types know no Node, and the test runner empties style sheets: the files are read through the process.
interface FileSystem {
  globSync(pattern: string, options: { readonly cwd: URL }): string[];
  readFileSync(path: URL, encoding: 'utf8'): string;
}
const { process } = globalThis as unknown as { process: { getBuiltinModule(name: 'node:fs'): FileSystem } };
const files = process.getBuiltinModule('node:fs');
const root = new URL('../', import.meta.url);

it('holds what lies in a scrolling area inside it, so that hidden words make nothing around it grow', () => {
  const sheets = files.globSync('**/*.css', { cwd: root });
  expect(sheets.length).toBeGreaterThan(30);
  const loose = sheets.flatMap((sheet) => {
    const css = files.readFileSync(new URL(sheet, root), 'utf8').replace(/\/\*.*?\*\//gs, '');
    return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .filter(([, , body = '']) => /overflow(-[xy])?:\s*(auto|scroll)/.test(body) && !/position:/.test(body))
      .filter(([, selector = '']) => !selector.includes('.mantine-'))
      .map(([, selector = '']) => `${sheet}: ${selector.trim()}`);
  });
  expect(loose).toEqual([]);
});
