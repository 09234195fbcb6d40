import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Login } from '../connection/address';

const PASSWORD = 'the-tests-own-5up3ruser';

/** The programs of a PostgreSQL on this machine; `null`: there is none. */
function programs(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

const BIN = programs();
const asRoot = process.getuid?.() === 0;

/**
 * For `needs(…)`: a real PostgreSQL, which does not run as root. pglite is no stand-in where there is none: it is one session of one
 * superuser, whom its socket lets everybody be, so that neither logins, roles and attacks nor two people who wait for each other
 * could be tested with it; what is left of these tests then would say nothing.
 */
export const postgres = {
  why:
    BIN === null || (asRoot && !existsSync('/usr/bin/setpriv'))
      ? 'A PostgreSQL server is not installed. On Debian: apt-get install postgresql.'
      : null,
};

export interface TestServer {
  readonly port: number;
  readonly folder: string;
  /** The programs of this PostgreSQL, for pg_dump and its like. */
  readonly bin: string;
  /** As its superuser. */
  readonly root: Login;
  /** A login that may nothing, with a password of its own. */
  login(user: string, options?: string): Promise<Login>;
  /** Runs SQL as its superuser in a database. */
  sql(text: string, database?: string): Promise<readonly Record<string, unknown>[]>;
  start(options?: readonly string[]): Promise<void>;
  /** @param how `immediate` is a crash */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  /** One of its programs, as the user whom it runs as. */
  run(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): string;
  remove(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** `setpriv` and its arguments in front of a program that refuses to run as root. */
const unprivileged = (args: readonly string[]): readonly [string, readonly string[]] => {
  const [program = '', ...rest] = args;
  return asRoot
    ? ['setpriv', ['--reuid=nobody', '--regid=nogroup', '--clear-groups', program, ...rest]]
    : [program, rest];
};

/**
 * A PostgreSQL of the test's own: a folder in the temporary ones, a port of 127.0.0.1, passwords by SCRAM, synced commits.
 *
 * @param follows another one, whose log it takes over as it is written
 */
export async function startPostgres(follows?: TestServer): Promise<TestServer> {
  const bin = BIN ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-pg-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const port = await freePort();
  writeFileSync(join(folder, 'password'), PASSWORD);
  if (asRoot) execFileSync('chown', ['-R', 'nobody:nogroup', folder]);
  const run: TestServer['run'] = (program, args, env = {}) => {
    const [command, given] = unprivileged([join(bin, program), ...args]);
    return execFileSync(command, given, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: folder, ...env },
    });
  };
  if (follows)
    run(
      'pg_basebackup',
      ['-D', data, '-R', '-h', '127.0.0.1', '-p', String(follows.port), '-U', 'root', '-c', 'fast'],
      {
        PGPASSWORD: PASSWORD,
      },
    );
  else
    run('initdb', [
      '-D',
      data,
      '-U',
      'root',
      '-A',
      'scram-sha-256',
      `--pwfile=${join(folder, 'password')}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
  const root: Login = { host: '127.0.0.1', port, database: 'postgres', user: 'root', password: PASSWORD };
  let child: ChildProcess | null = null;

  const sql: TestServer['sql'] = async (text, database = 'postgres') => {
    const client = new Client({ ...root, database });
    client.on('error', () => {});
    await client.connect();
    try {
      const answer = await client.query(text);
      return (Array.isArray(answer) ? answer.at(-1) : answer).rows;
    } finally {
      await client.end();
    }
  };
  const start: TestServer['start'] = async (options = []) => {
    const [command, given] = unprivileged([
      join(bin, 'postgres'),
      ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder],
      ...options.flatMap((option) => ['-c', option]),
    ]);
    child = spawn(command, given, { cwd: folder, stdio: 'ignore' });
    for (let tried = 0; ; tried += 1) {
      try {
        await sql('select 1');
        return;
      } catch (error) {
        if (tried > 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const stop: TestServer['stop'] = async (how = 'immediate') => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  await start();
  return {
    port,
    folder,
    bin,
    root,
    sql,
    start,
    stop,
    run,
    login: async (user, options = '') => {
      const password = `password of ${user}`;
      await sql(`create role "${user}" login ${options} password '${password}'`);
      return { ...root, user, password };
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
