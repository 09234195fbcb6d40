import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandHost, runCommand } from '../testing/command-host';
import { temporaryFolder } from '../testing/test-backend';

let script = '';

beforeAll(async () => {
  script = await buildCommandHost('killed');
}, 60_000);

/** Shares of the time that the command takes when it is left alone, at which it is killed; `npm run trust` kills oftener. */
const MOMENTS = [0.6, 0.9];

const MODELS = 4_000;
const day = (n: number): string => new Date(Date.UTC(2021, 0, 1 + (n % 900))).toISOString().slice(0, 10);

/** Every second model of the first edition is another one in the second. */
const inventory = (edition: number): string =>
  [
    'Model name,Business unit,Stage,Tier,Deployed on',
    ...Array.from({ length: MODELS }, (_, n) => {
      const tier = edition === 2 && n % 2 === 0 ? 3 : (n % 2) + 1;
      return `Model ${n + (edition - 1) * 500},Unit ${n % 9},Production,${tier},${day(n)}`;
    }),
    '',
  ].join('\n');

const versions = (): string =>
  [
    'Model,Version,Live from,Stage',
    ...Array.from(
      { length: MODELS * 3 },
      (_, n) => `Model ${n % MODELS},${2 + (n % 7)}.${n % 11},${day(n)},Production`,
    ),
    '',
  ].join('\n');

interface Work {
  readonly channel: string;
  readonly input: (files: Readonly<Record<'second' | 'versions', string>>, ids: readonly string[]) => object;
}

const WORK: Readonly<Record<string, Work>> = {
  'an inventory that is brought again': { channel: 'imports.apply', input: ({ second }) => ({ file: second }) },
  'a history of versions': { channel: 'imports.apply', input: ({ versions: file }) => ({ file }) },
  'a merge of a hundred models': {
    channel: 'models.merge',
    input: (_, [keep, ...merge]) => ({ keep, merge: merge.slice(0, 100) }),
  },
};

/** What a portfolio holds, and that it is whole: opened first by the program, as after any crash. */
function stateOf(folder: string, portfolio: string): unknown {
  const target = ['--portfolio', portfolio];
  expect(JSON.parse(runCommand(script, folder, ['journal.verify', ...target]))).toMatchObject({ ok: true });
  expect(statSync(`${portfolio}-wal`, { throwIfNoEntry: false })).toBeUndefined();
  const db = new Database(portfolio, { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const tables = ['models', 'moves', 'model_sources', 'versions', 'merged_models', 'imports', 'journal'];
    return tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  } finally {
    db.close();
  }
}

/** Long texts: so large that its rows are written into the file itself, past its log. */
const largeInventory = (): string =>
  [
    'Model name,Business unit,Purpose',
    ...Array.from({ length: MODELS }, (_, n) => `Model ${n},Unit ${n % 9},${`Purpose ${n} `.repeat(180)}`),
    '',
  ].join('\n');

describe('kill -9 in the middle of', () => {
  it('a first import that passes no log, which leads back to the file of before', async () => {
    const folder = temporaryFolder();
    const start = join(folder, 'start.modelfolio');
    runCommand(script, folder, ['new', start, '--name', 'A', '--currency', 'EUR']);
    const file = join(folder, 'models.csv');
    writeFileSync(file, largeInventory());
    const before = stateOf(folder, start);
    const env = { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') };
    let broken = 0;
    for (const bytes of [1, 2_000_000, 6_000_000]) {
      const portfolio = join(folder, `${bytes}.modelfolio`);
      copyFileSync(start, portfolio);
      const args = ['imports.apply', JSON.stringify({ file }), '--portfolio', portfolio];
      const child = fork(script, args, { stdio: 'ignore', env });
      const exited = once(child, 'exit');
      const grown = (): boolean => statSync(portfolio).size > statSync(start).size + bytes;
      const looking = setInterval(() => grown() && child.kill('SIGKILL'), 2);
      await exited;
      clearInterval(looking);
      expect(statSync(portfolio).size).toBeGreaterThan(statSync(start).size);
      if (statSync(`${portfolio}-journal`, { throwIfNoEntry: false })) broken += 1;
      expect(stateOf(folder, portfolio)).toEqual(before);
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      expect(statSync(portfolio).size).toBeLessThan(2 * statSync(start).size);
      expect(statSync(`${portfolio}-journal`, { throwIfNoEntry: false })).toBeUndefined();
    }
    expect(broken).toBe(3);
  }, 120_000);

  it.each(Object.keys(WORK))(
    '%s leaves all of it or nothing',
    async (name) => {
      const work = WORK[name];
      if (!work) throw new Error(name);
      const folder = temporaryFolder();
      const put = (file: string, text: string): string => {
        writeFileSync(join(folder, file), text);
        return join(folder, file);
      };
      const start = join(folder, 'start.modelfolio');
      runCommand(script, folder, ['new', start, '--name', 'A', '--currency', 'EUR']);
      const first = put('models.csv', inventory(1));
      runCommand(script, folder, ['imports.apply', JSON.stringify({ file: first }), '--portfolio', start]);
      const listed = JSON.parse(runCommand(script, folder, ['models.list', '{"limit":101}', '--portfolio', start]));
      const ids = (listed.rows as readonly { readonly id: string }[]).map(({ id }) => id);
      const files = { second: put('second.csv', inventory(2)), versions: put('versions.csv', versions()) };
      const args = [work.channel, JSON.stringify(work.input(files, ids)), '--portfolio'];
      const env = { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') };
      const before = stateOf(folder, start);

      const whole = join(folder, 'whole.modelfolio');
      copyFileSync(start, whole);
      const begun = performance.now();
      runCommand(script, folder, [...args, whole]);
      const time = performance.now() - begun;
      const after = stateOf(folder, whole);
      expect(after).not.toEqual(before);

      let killed = 0;
      for (const moment of MOMENTS) {
        const portfolio = join(folder, `${moment}.modelfolio`);
        copyFileSync(start, portfolio);
        const child = fork(script, [...args, portfolio], { stdio: 'ignore', env });
        const timer = setTimeout(() => child.kill('SIGKILL'), time * moment);
        const [, signal] = await once(child, 'exit');
        clearTimeout(timer);
        if (signal === 'SIGKILL') killed += 1;
        expect([before, after]).toContainEqual(stateOf(folder, portfolio));
      }
      expect(killed).toBeGreaterThan(0);
    },
    120_000,
  );
});
