import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildCommandHost, runCommand } from '../testing/command-host';
import { temporaryFolder } from '../testing/test-backend';

let script = '';

beforeAll(async () => {
  script = await buildCommandHost('encrypted-killed');
}, 60_000);

/** In the name of each model. */
const PLANTED = 'Zebra-finch';
const MODELS = 4_000;

const inventory = (edition: number): string =>
  [
    'Model name,Business unit,Stage,Tier,Notes',
    ...Array.from({ length: MODELS }, (_, n) => `${PLANTED} ${n} ${edition},Unit ${n % 9},Production,1,seen ${n}`),
    '',
  ].join('\n');

/** Files of a folder in which the planted text stands as it is. */
const showing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(PLANTED);
  });

interface Setting {
  readonly folder: string;
  /** Portfolios, their backups and what the program keeps for itself lie here, and what it sets aside for a moment. */
  readonly watched: string;
  readonly env: NodeJS.ProcessEnv;
  readonly old: string;
  readonly fresh: string;
  readonly first: string;
}

function setting(): Setting {
  const folder = temporaryFolder();
  const watched = join(folder, 'watched');
  mkdirSync(join(watched, 'tmp'), { recursive: true });
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o600);
    return join(folder, name);
  };
  return {
    folder,
    watched,
    env: { ...process.env, MODELFOLIO_USER_DATA: join(watched, 'data'), TMPDIR: join(watched, 'tmp') },
    old: put('old', 'correct horse battery\n'),
    fresh: put('fresh', 'another four good words\n'),
    first: put('first.csv', inventory(1)),
  };
}

const head = (file: string): string => readFileSync(file).toString('latin1', 0, 4);

async function killedAt(child: ChildProcess, ms: number): Promise<boolean> {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const [, signal] = await once(child, 'exit');
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

const whole = (folder: string, file: string, key: readonly string[]): unknown => {
  const target = ['--portfolio', file, ...key];
  expect(JSON.parse(runCommand(script, folder, ['journal.verify', ...target]))).toMatchObject({ ok: true });
  return JSON.parse(runCommand(script, folder, ['portfolio.info', '{}', ...target])).models;
};

it('leaves nothing to read of an encrypted portfolio where it is killed in the middle of an import', {
  timeout: 180_000,
}, async () => {
  const { folder, watched, env, old, first } = setting();
  const file = join(watched, 'a.modelfolio');
  runCommand(script, folder, ['new', file, '--name', 'A', '--encrypt', '--new-passphrase-file', old]);
  const key = ['--passphrase-file', old];
  const args = ['imports.apply', JSON.stringify({ file: first }), '--portfolio', file, ...key];
  const spare = join(folder, 'spare.modelfolio');
  copyFileSync(file, spare);
  const begun = performance.now();
  runCommand(
    script,
    folder,
    args.map((one) => (one === file ? spare : one)),
  );
  const time = performance.now() - begun;
  let killed = 0;
  for (const moment of [0.6, 0.8, 0.95]) {
    const done = await killedAt(fork(script, args, { stdio: 'ignore', env }), time * moment);
    if (done) killed += 1;
    expect(showing(watched)).toEqual([]);
    expect([0, MODELS]).toContain(whole(folder, file, key));
  }
  expect(killed).toBeGreaterThan(0);
});

it.each(['encrypt', 'passphrase', 'decrypt'] as const)(
  'has the old file or the new one where it is killed in the middle of %s',
  { timeout: 180_000 },
  async (change) => {
    const { folder, watched, env, old, fresh, first } = setting();
    const start = join(folder, 'start.modelfolio');
    const plain = change === 'encrypt';
    const was = plain ? [] : ['--passphrase-file', old];
    const is = change === 'decrypt' ? [] : ['--passphrase-file', fresh];
    const encrypted = plain ? [] : ['--encrypt', '--new-passphrase-file', old];
    runCommand(script, folder, ['new', start, '--name', 'A', ...encrypted]);
    runCommand(script, folder, ['imports.apply', JSON.stringify({ file: first }), '--portfolio', start, ...was]);
    const args = (file: string): string[] => [change, file, ...was, '--new-passphrase-file', fresh];
    const spare = join(folder, 'spare.modelfolio');
    copyFileSync(start, spare);
    const begun = performance.now();
    runCommand(script, folder, args(spare));
    const time = performance.now() - begun;
    const found = new Set<string>();
    for (let moment = 0.3; moment < 1; moment += 0.1) {
      const file = join(watched, `${moment.toFixed(1)}.modelfolio`);
      copyFileSync(start, file);
      const killed = await killedAt(fork(script, args(file), { stdio: 'ignore', env }), time * moment);
      const changed =
        head(file) !== head(start) ||
        (change === 'passphrase' && !readFileSync(file).subarray(0, 16).equals(readFileSync(start).subarray(0, 16)));
      // What was begun beside it holds no plain text either, but where that is what is wanted.
      const shown = showing(watched).filter((name) => !name.startsWith(`${moment.toFixed(1)}.modelfolio`));
      expect(shown).toEqual([]);
      if (change === 'passphrase' || (plain && existsSync(`${file}.part`)))
        expect(showing(watched).filter((name) => name.endsWith('.part'))).toEqual([]);
      expect(whole(folder, file, changed ? is : was)).toBe(MODELS);
      found.add(`${killed ? 'killed' : 'done'}, ${changed ? 'new' : 'old'}`);
      for (const name of readdirSync(watched))
        if (name.startsWith(moment.toFixed(1))) writeFileSync(join(watched, name), '');
    }
    expect([...found]).toContain('killed, old');
  },
);
