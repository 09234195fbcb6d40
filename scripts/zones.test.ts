import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const ZONES = join(import.meta.dirname, 'zones.mjs');

/** What the zones say of a tree of these files. */
function zonesOf(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'modelfolio-zones-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { status, stderr } = spawnSync(process.execPath, [ZONES, root], { encoding: 'utf8' });
  const problems = stderr.split('\n').filter(Boolean);
  expect(status, stderr).toBe(problems.length > 0 ? 1 : 0);
  return problems;
}

/** A small tree in which everybody imports what they may: also what a rule excepts, and types where types may pass. */
const TREE: Readonly<Record<string, string>> = {
  'src-shared/domain/base/money.ts': 'export const money = 1;',
  'src-shared/domain/vocabulary.ts': 'export const STAGES = [];',
  'src-shared/domain/drift/health.ts': "import { money } from '../base/money'; export const health = money;",
  'src-shared/contract/models.ts':
    "import { z } from 'zod'; import { STAGES } from '#domain/vocabulary'; export const models = z.enum(STAGES); export interface Model {}",
  'src-main/failure/domain-error.ts': 'export class DomainError extends Error {}',
  'src-main/store/open/open.ts': "import Database from 'better-sqlite3'; export const open = Database;",
  'src-main/store/models/tables.ts': "import type { Generated } from 'kysely'; export type Row = Generated<number>;",
  'src-main/store/models/sqlite/grid.ts': "import Database from 'better-sqlite3'; export const grid = Database;",
  'src-main/store/models/grid.ts':
    "import { DomainError } from '../../failure/domain-error'; import { grid } from './sqlite/grid'; export const readGrid = [grid, DomainError];",
  'src-main/importers/cells/fold.ts':
    "import { DomainError } from '../../failure/domain-error'; export const fold = DomainError;",
  'src-main/importers/drift/plan.ts': "import { fold } from '../cells/fold'; export const plan = fold;",
  'src-main/handlers/context.ts': "import type { Model } from '#contract/models'; export type Context = Model;",
  'src-main/handlers/models/models.ts':
    "import { readGrid } from '../../store/models/grid'; import type { Context } from '../context'; export const models = (c: Context) => [readGrid, c];",
  'src-main/handlers/index.ts':
    "import { models } from './models/models'; import { sample } from '../../resources/sample/portfolio'; export const all = [models, sample];",
  'src-main/shell/window.ts': "import { app } from 'electron'; export const window = app;",
  'src-main/rpc/wire.ts': "import type { App } from 'electron'; export type Wire = App;",
  'src-preload/bridge.d.ts': 'export interface Bridge {}',
  'src-renderer/lib/format.ts': "import type { Model } from '#contract/models'; export const format = (m: Model) => m;",
  'src-renderer/client/transport.ts':
    "import type { Bridge } from '../../src-preload/bridge'; export type Transport = Bridge;",
  'src-renderer/features/models/page/page.tsx':
    "import { format } from '../../../lib/format'; export const Page = format;",
  'src-renderer/features/models/page/page.test.ts':
    "import { readGrid } from '../../../../src-main/store/models/grid'; readGrid;",
  'src-renderer/app/routes.tsx': "export const page = () => import('../features/models/page/page');",
  'resources/sample/portfolio.ts':
    "import { STAGES } from '#domain/vocabulary'; import type { Model } from '#contract/models'; export const sample = (m: Model) => [m, STAGES];",
};

/** For each rule files that break it, and nothing else in them. */
const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain imports nobody: values in, values out': {
    'src-shared/domain/base/clock.ts': "import { performance } from 'node:perf_hooks'; performance.now();",
    'src-shared/domain/base/schema.ts': "export { z } from 'zod';",
    'src-shared/domain/models/wire.ts': "import type { Model } from '#contract/models'; export type M = Model;",
    'src-shared/domain/models/lazy.ts': "export const grid = () => import('../../../src-main/store/models/grid');",
  },
  'the contract imports vocabularies and the fields of a model only': {
    'src-shared/contract/drift.ts': "import { health } from '#domain/drift/health'; export const h = health;",
    'src-shared/contract/files.ts': "import { join } from 'node:path'; export const j = join;",
  },
  'the store knows nobody above it': {
    'src-main/store/models/reader.ts': "import { fold } from '../../importers/cells/fold'; export const f = fold;",
  },
  'nobody above the store holds SQL or knows the engine under it': {
    'src-main/handlers/models/raw.ts': "import { sql } from 'kysely'; export const s = sql;",
    'src-main/engine/open.ts': "import { open } from '../store/open/open'; export const o = open;",
  },
  'the driver of PostgreSQL stays in its room': {
    'src-main/handlers/models/server.ts': "import { Client } from 'pg'; export const c = Client;",
  },
  'SQLite stays in its rooms': {
    'src-main/store/models/rows.ts': "import type Database from 'better-sqlite3'; export type D = Database;",
  },
  'the rows of a subject stand on their own: the list of all tables knows them, not they the list': {
    'src-main/store/drift/tables.ts': "import type { Row } from '../models/tables'; export type R = Row;",
  },
  'importers read and plan, they do not write': {
    'src-main/importers/drift/apply.ts':
      "import { readGrid } from '../../store/models/grid'; export const r = readGrid;",
  },
  'Electron stays in the shell': {
    'src-main/engine/window.ts': "import { app } from 'electron'; export const a = app;",
  },
  'the screen talks through the contract': {
    'src-renderer/lib/engine.ts':
      "import { DomainError } from '../../src-main/failure/domain-error'; export const d = DomainError;",
  },
  'the screen knows only the types of the contract': {
    'src-renderer/client/parse.ts': "import { models } from '#contract/models'; export const m = models;",
  },
  'shared rooms of the screen know no feature': {
    'src-renderer/components/page-link.tsx':
      "import { Page } from '../features/models/page/page'; export const P = Page;",
    'src-renderer/styles/page.ts': "import type { page } from '../app/routes'; export type P = typeof page;",
  },
  'the app composes features, not the other way round': {
    'src-renderer/features/drift/monitoring/go.ts':
      "import { page } from '../../../app/routes'; export const p = page;",
  },
  'the sample is told in commands: pure, it knows the rules and the types of the contract': {
    'resources/sample/disk.ts': "import { readFileSync } from 'node:fs'; export const r = readFileSync;",
  },
  'the sample knows only the types of the contract': {
    'resources/sample/check.ts': "import { models } from '#contract/models'; export const m = models;",
  },
  'only the engine makes the sample': {
    'src-renderer/lib/sample.ts': "import { sample } from '../../resources/sample/portfolio'; export const s = sample;",
  },
  'the preload bridge is generic': {
    'src-preload/format.ts': "import { format } from '../src-renderer/lib/format'; export const f = format;",
  },
  'features do not import each other': {
    'src-renderer/features/incidents/page.tsx': "import { Page } from '../models/page/page'; export const P = Page;",
  },
  'handlers do not import each other': {
    'src-main/handlers/incidents/list.ts': "import { models } from '../models/models'; export const m = models;",
  },
  'what only SQLite can do for a subject is asked in its own room': {
    'src-main/store/drift/grid.ts': "import { grid } from '../models/sqlite/grid'; export const g = grid;",
  },
};

it('says nothing of a tree in which everybody imports what they may', () => {
  expect(zonesOf(TREE)).toEqual([]);
});

it('tells every file that breaks a rule, and no other', () => {
  const planted = Object.fromEntries(Object.values(PLANTED).flatMap((files) => Object.entries(files)));
  const expected = Object.entries(PLANTED).flatMap(([rule, files]) => Object.keys(files).map((file) => [file, rule]));
  const told = zonesOf({ ...TREE, ...planted }).map((line) => {
    const [, file, rule] = /^(\S+) → \S+: (.+)$/.exec(line) ?? [];
    return [file, rule];
  });
  expect(told.toSorted()).toEqual(expected.toSorted());
});

it('breaks every rule that there is here', () => {
  const { stdout } = spawnSync(process.execPath, [ZONES, '--rules'], { encoding: 'utf8' });
  expect(Object.keys(PLANTED).toSorted()).toEqual(stdout.trim().split('\n').toSorted());
});

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
