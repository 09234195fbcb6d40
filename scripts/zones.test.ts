import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** What the zones say of a tree of these files. */
function zonesOf(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'modelfolio-zones-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'zones.mjs'), root], { encoding: 'utf8' });
  return stderr.split('\n').filter(Boolean);
}

const HANDLER = 'src-main/handlers/models/models.ts';
const GRID = { 'src-main/store/models/sqlite/grid.ts': 'export const a = 1;\nexport interface B { b: 1 }\n' };

it('says nothing of a handler that asks a subject of the store', () => {
  const files = {
    'src-main/store/models/grid.ts': "import { a } from './sqlite/grid'; export const b = a;\n",
    [HANDLER]: "import { b } from '../../store/models/grid'; export const c = b;\n",
  };
  expect(zonesOf({ ...GRID, ...files })).toEqual([]);
});

it.each([
  ["import { a } from '../../store/models/sqlite/grid'; export const c = a;"],
  ["import type { B } from '../../store/models/sqlite/grid'; export type C = B;"],
  ["export type { B } from '../../store/models/sqlite/grid';"],
  ["import { sql } from 'kysely'; export const c = sql;"],
  ["import type Database from 'better-sqlite3'; export type C = Database.Database;"],
  ["import { tables } from '../../store/journal/connection'; export const c = tables;"],
])('refuses a handler that knows the engine: %s', (text) => {
  const connection = { 'src-main/store/journal/connection.ts': 'export const tables = 1;\n' };
  const told = zonesOf({ ...GRID, ...connection, [HANDLER]: `${text}\n` });
  expect(told).toEqual([expect.stringContaining('nobody above the store holds SQL or knows the engine under it')]);
});

it('refuses a subject that asks the SQLite of another, and a list in the rows', () => {
  const told = zonesOf({
    ...GRID,
    'src-main/store/drift/health.ts': "import { a } from '../models/sqlite/grid'; export const b = a;\n",
    'src-main/store/write.ts': "import { a } from './models/sqlite/grid'; export const b = a;\n",
    'src-main/store/tables.ts': 'export interface Tables { a: 1 }\n',
    'src-main/store/drift/tables.ts': "import type { Tables } from '../tables';\nexport type B = Tables;\n",
  });
  expect(told).toHaveLength(3);
});

it('lets a room of the domain know those before it alone, and nobody outside', () => {
  const domain = {
    'src-shared/domain/base/money.ts': 'export interface Money { a: 1 }\n',
    'src-shared/domain/models/fields.ts': "export type { Money } from '../base/money';\n",
  };
  expect(zonesOf(domain)).toEqual([]);
  const told = zonesOf({
    ...domain,
    'src-shared/contract/models.ts': 'export interface Wire { a: 1 }\n',
    'src-shared/domain/base/tags.ts': "import type { Money } from '../models/fields';\nexport type A = Money;\n",
    'src-shared/domain/models/wire.ts': "import type { Wire } from '#contract/models';\nexport type B = Wire;\n",
    'src-shared/domain/new/rule.ts': "import type { Money } from '../base/money';\nexport type C = Money;\n",
  });
  expect(told).toEqual([
    expect.stringContaining('in the domain base comes before models and does not know it'),
    expect.stringContaining('domain imports nobody'),
    expect.stringContaining('say in zones.mjs where the room new stands'),
  ]);
});

it('tells a cycle of types in the engine', () => {
  const told = zonesOf({
    'src-main/store/a.ts': "import type { B } from './b';\nexport interface A { b: B }\n",
    'src-main/store/b.ts': "import type { A } from './a';\nexport interface B { a: A }\n",
  });
  expect(told).toEqual([expect.stringContaining('cycle: src-main/store/a.ts → src-main/store/b.ts')]);
});
