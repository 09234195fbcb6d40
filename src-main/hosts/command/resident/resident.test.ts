import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildCommandHost } from '../../../testing/command-host';
import { temporaryFolder } from '../../../testing/test-backend';

const SLOW = 60_000;
const onUnix = process.platform !== 'win32';
let script = '';
beforeAll(async () => {
  script = await buildCommandHost('resident');
}, 120_000);

/** What the answers that are asked here have. */
interface Printed {
  readonly id: string;
  readonly pid: number;
  readonly total: number;
}

/** A user of the command line with a folder of its own to wait in, and a portfolio. */
function user() {
  const folder = temporaryFolder();
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const env = { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data'), XDG_RUNTIME_DIR: runtime };
  const own = join(runtime, 'modelfolio');
  const file = join(folder, 'acme.modelfolio');
  const run = async (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Printed> => {
    const ran = promisify(execFile)(process.execPath, [script, ...args], { cwd: folder, env: { ...env, ...more } });
    const { stdout } = await ran.catch((error: { stderr: string }) => {
      throw new Error(error.stderr);
    });
    return JSON.parse(stdout) as Printed; // of the channels that are asked here
  };
  const ask = (channel: string, input: object = {}, ...args: string[]) =>
    run([channel, JSON.stringify(input), '--portfolio', file, ...args]);
  const start = async (more?: NodeJS.ProcessEnv): Promise<number> => {
    const { pid } = await run(['start'], more);
    onTestFinished(() => {
      if (lives(pid)) process.kill(pid, 'SIGKILL');
    });
    return pid;
  };
  const told = () => {
    const [name = ''] = readdirSync(own).filter((one) => one.endsWith('.json'));
    return { path: join(own, name), ...JSON.parse(readFileSync(join(own, name), 'utf8')) };
  };
  return { folder, own, file, run, ask, start, told };
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended and waits for its parent lives no more.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('an engine that stays', { timeout: SLOW, skip: !onUnix }, () => {
  it('answers what one in the process answers, writes like it, and is found again', async () => {
    const { run, ask, start, file, folder } = user();
    await run(['new', file, '--name', 'Acme']);
    const pid = await start();
    expect(await start()).toBe(pid);
    const { id } = await ask('models.create', { name: 'Churn' });
    expect(await ask('models.get', { id })).toEqual(await ask('models.get', { id }, '--no-resident'));
    // Files are named against the folder of whoever asks.
    await ask('exports.models', { out: 'list.csv', format: 'csv', columns: ['name'] });
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toContain('Churn');
    await expect(ask('models.get', { id: 'gone' })).rejects.toThrow('"code":"not_found"');
    await expect(ask('models.create', {})).rejects.toThrow('"code":"invalid_input"');
    // Both ways in turns: neither holds the file, so neither answers what was there before.
    for (let index = 0; index < 3; index += 1) {
      await ask('models.create', { name: `In process ${index}` }, '--no-resident');
      await ask('models.create', { name: `Resident ${index}` });
      expect((await ask('models.list', {})).total).toBe(3 + 2 * index);
    }
    const names = Array.from({ length: 6 }, (_, index) => `At once ${index}`);
    await Promise.all(names.map((name, at) => ask('models.create', { name }, ...(at % 2 ? ['--no-resident'] : []))));
    expect((await ask('models.list', {})).total).toBe(13);
    expect(await ask('journal.verify', {}, '--no-resident')).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
    expect(await run(['stop'])).toEqual({ ended: 1 });
    await vi.waitFor(() => expect(lives(pid)).toBe(false), 5_000);
    expect(await run(['stop'])).toEqual({ ended: 0 });
    expect((await ask('models.list', {})).total).toBe(13);
  });

  it('that was killed is gone round, and replaced', async () => {
    const { run, ask, start, file, told } = user();
    await run(['new', file, '--name', 'Acme']);
    const first = await start();
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(lives(first)).toBe(false), 5_000);
    expect((await ask('models.list', {})).total).toBe(0);
    const second = await start();
    expect(second).not.toBe(first);
    expect((await ask('models.list', {})).total).toBe(0);
    expect(told().pid).toBe(second);
  });

  it('is of one user: its folder, its socket and its token are', async () => {
    const { run, ask, start, file, own, told } = user();
    await run(['new', file, '--name', 'Acme']);
    await start();
    const { path, address, token } = told();
    const modes = [own, address, path].map((one) => statSync(one).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    const heard = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(address);
        let answer = '';
        socket.on('connect', () => socket.write(text));
        socket.on('data', (data) => (answer += String(data)));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(answer));
      });
    const question = { channel: 'models.list', input: {}, portfolio: file, folder: '/' };
    expect(await heard(`${JSON.stringify({ token: 'x'.repeat(token.length), ...question })}\n`)).toBe('');
    expect(await heard(`${JSON.stringify(question)}\n`)).toBe('');
    expect(await heard('GET / HTTP/1.1\n')).toBe('');
    expect(await heard(`${JSON.stringify({ token, ...question })}\n`)).toMatch(/^!\+\{"total":0/);
    // A folder that others can write into is not used: not to wait in, and not to ask.
    chmodSync(own, 0o777);
    await expect(run(['start'])).rejects.toThrow('this user');
    expect((await ask('models.list', {})).total).toBe(0);
  });

  it('ends by itself when nobody asks, and keeps no key of an encrypted portfolio', async () => {
    const { run, start, folder } = user();
    const idle = { MODELFOLIO_IDLE_MINUTES: '0.05' };
    const pid = await start(idle);
    const secret = join(folder, 'secret.modelfolio');
    const passphrase = join(folder, 'passphrase');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(passphrase, 'a long enough passphrase\n', { mode: 0o600 });
    await run(['new', secret, '--name', 'Secret', '--encrypt', '--new-passphrase-file', passphrase], idle);
    const asked = ['models.list', '{}', '--portfolio', secret];
    expect((await run([...asked, '--passphrase-file', passphrase], idle)).total).toBe(0);
    await expect(run(asked, idle)).rejects.toThrow('"code":"locked"');
    await vi.waitFor(() => expect(lives(pid)).toBe(false), 15_000);
  });
});
