import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'citations.mjs');
/** Put together here, so that the planted citations are none of this file. */
const NOWHERE = ['nowhere', 'md'].join('.');

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const WHOLE = {
  'README.md': 'See [the rules](docs/rules.md#1-life-of-a-model) and `npx vitest run src/*.test.ts`.\n\n## More\n',
  'docs/rules.md':
    '# Rules\n\n## 1. Life of a model\n\n[Back](../README.md#more), `src/`, `src/{life,line}.ts`, `src/<any>.ts`\n',
  'docs/maths.md': '# Maths\n\n## C. Money\n\n### C1. Flows\n\nAs rules.md 1 has it.\n',
  'src/life.ts': '/** Where it stands; rules.md 1, maths.md C and C1. */\nexport const life = 1; // docs/rules.md 1\n',
  'src/line.ts': '/**\n * Told over the end of a line: maths.md\n * C1. https://example.com/elsewhere.md\n */\n',
  'src/life.test.ts': '',
};

/** What the script says of a repository with these files. */
function told(files: Readonly<Record<string, string>>): {
  readonly status: number | null;
  readonly problems: string[];
} {
  const root = mkdtempSync(join(tmpdir(), 'citations-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  execFileSync('git', ['add', '--all'], { cwd: root });
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' });
  return { status, problems: stderr.split('\n').filter((line) => line !== '') };
}

it('finds nothing where all is there', () => {
  expect(told(WHOLE)).toEqual({ status: 0, problems: [] });
});

it.each([
  ['a document', 'src/a.ts', `// as ${NOWHERE} says`, `src/a.ts:1: cites ${NOWHERE}: there is no such document`],
  [
    'a document outside',
    'src/a.ts',
    `\n/** ../${NOWHERE} 3 */`,
    `src/a.ts:2: cites ../${NOWHERE}: there is no such document`,
  ],
  ['a section', 'src/a.ts', '/** rules.md 2 */', 'src/a.ts:1: cites rules.md 2: docs/rules.md has no such section'],
  [
    'the second of two sections',
    'src/a.mjs',
    '#!/usr/bin/env node\n// maths.md C1 and C2, both.',
    'src/a.mjs:2: cites maths.md C2: docs/maths.md has no such section',
  ],
  [
    'a section in the line below',
    'src/a.css',
    '/*\n * So says maths.md\n * D: and more.\n */',
    'src/a.css:2: cites maths.md D: docs/maths.md has no such section',
  ],
  [
    'a section cited by a document',
    'docs/a.md',
    'As [maths.md A7](maths.md) has it.',
    'docs/a.md:1: cites maths.md A7: docs/maths.md has no such section',
  ],
  ['a link', 'docs/a.md', 'See [this](../src/none.ts).', 'docs/a.md:1: links to ../src/none.ts: there is no such file'],
  ['a picture', 'docs/a.md', '![It](it.png)', 'docs/a.md:1: links to it.png: there is no such file'],
  [
    'an anchor',
    'docs/a.md',
    'See [this](rules.md#2-none).',
    'docs/a.md:1: links to rules.md#2-none: docs/rules.md has no such heading',
  ],
  [
    'an anchor of its own',
    'docs/a.md',
    '# One\n\n[Up](#two)',
    'docs/a.md:3: links to #two: docs/a.md has no such heading',
  ],
  [
    'a path in backticks',
    'docs/a.md',
    'Run `npx vitest run src/death.test.ts`.',
    'docs/a.md:1: names src/death.test.ts: there is no such file or folder',
  ],
  [
    'a pattern in backticks',
    'docs/a.md',
    '`src/*.test.tsx`',
    'docs/a.md:1: names src/*.test.tsx: there is no such file or folder',
  ],
])('tells %s that is not there', (_, name, text, problem) => {
  expect(told({ ...WHOLE, [name]: text })).toEqual({ status: 1, problems: [problem] });
});

it('leaves strings of code and fences of documents alone', () => {
  const code = `export const file = '${NOWHERE}';\n`;
  const fence = '```\nls src/none [none](none.ts)\n```\n\nText.\n';
  expect(told({ ...WHOLE, 'src/a.ts': code, 'docs/a.md': fence }).problems).toEqual([]);
});
