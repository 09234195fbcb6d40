import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandHost, ROOT } from '../../testing/command-host';
import { temporaryFolder } from '../../testing/test-backend';

let script = '';

beforeAll(async () => {
  script = await buildCommandHost('passphrase');
}, 60_000);

const OLD = 'correct horse battery';
const NEW = 'another four good words';

function setting() {
  const folder = temporaryFolder();
  const put = (name: string, text: string, mode = 0o600): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  };
  const env = { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') };
  /** With nobody to ask: standard input is what is given. */
  const run = (args: readonly string[], input = '', descriptor?: string) => {
    const extra = descriptor === undefined ? [] : [openSync(descriptor, 'r')];
    const done = spawnSync(process.execPath, [script, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      input,
      env,
      stdio: ['pipe', 'pipe', 'pipe', ...extra],
    });
    return done.status === 0 ? JSON.parse(done.stdout) : { refused: done.stderr };
  };
  return { folder, file: join(folder, 'a.modelfolio'), put, run, env };
}

const head = (file: string): string => readFileSync(file).toString('latin1', 0, 4);

describe('the command line and passphrases', () => {
  it('encrypts, opens, changes and decrypts with passphrases out of files', () => {
    const { file, put, run } = setting();
    const old = put('old', `${OLD}\n`);
    const fresh = put('new', NEW);
    run(['new', file, '--name', 'Acme']);
    expect(run(['encrypt', file, '--new-passphrase-file', old])).toMatchObject({ encrypted: true });
    expect(head(file)).toBe('MFLE');
    const info = ['portfolio.info', '{}', '--portfolio', file];
    expect(run(info).refused).toMatch(/a\.modelfolio is encrypted.*nobody can be asked/);
    expect(run([...info, '--passphrase-file', old])).toMatchObject({ name: 'Acme' });
    expect(run([...info, '--passphrase-file', fresh]).refused).toMatch(/does not open a\.modelfolio/);
    run(['passphrase', file, '--passphrase-file', old, '--new-passphrase-file', fresh]);
    expect(run([...info, '--passphrase-file', old]).refused).toMatch(/does not open a\.modelfolio/);
    expect(run([...info, '--passphrase-fd', '3'], '', fresh)).toMatchObject({ name: 'Acme' });
    expect(run(['encrypt', file, '--passphrase-file', fresh, '--new-passphrase-file', old]).refused).toMatch(
      /encrypted already/,
    );
    expect(run(['decrypt', file, '--passphrase-file', fresh])).toEqual({ encrypted: false });
    expect(head(file)).toBe('SQLi');
    expect(run(['decrypt', file]).refused).toMatch(/It is not encrypted/);
  });

  it('makes an encrypted portfolio, and repairs one', () => {
    const { folder, file, put, run } = setting();
    const key = put('key', OLD);
    run(['new', file, '--name', 'Acme', '--encrypt', '--new-passphrase-file', key]);
    expect(head(file)).toBe('MFLE');
    run(['models.create', '{"name":"Churn"}', '--portfolio', file, '--passphrase-file', key]);
    const bytes = readFileSync(file);
    bytes.fill(0xab, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect(run(['recover', file]).refused).toMatch(/is encrypted/);
    const made = run(['recover', file, '--passphrase-file', key]);
    expect(made.opened).toMatchObject({ encrypted: true });
    expect(head(join(folder, made.opened.fileName))).toBe('MFLE');
  });

  it('takes none from a file that others may read, from an argument, nor an empty one', () => {
    const { file, put, run } = setting();
    run(['new', file, '--name', 'Acme']);
    const open = put('open', OLD, 0o640);
    expect(run(['encrypt', file, '--new-passphrase-file', open]).refused).toMatch(/Others may read open/);
    expect(run(['encrypt', file, '--new-passphrase-file', put('none', '\n')]).refused).toMatch(
      /There is no passphrase/,
    );
    expect(run(['encrypt', file, '--new-passphrase-file', '/nowhere']).refused).toMatch(/cannot be read/);
    expect(run(['encrypt', file, '--new-passphrase-fd', '9']).refused).toMatch(/Nothing can be read from descriptor 9/);
    const input = JSON.stringify({ passphrase: OLD });
    expect(run(['encryption.set', input, '--portfolio', file]).refused).toMatch(/may not stand on a command line/);
    expect(head(file)).toBe('SQLi');
    expect(run(['encryption.set', '-', '--portfolio', file], input)).toMatchObject({ encrypted: true });
  });

  it('takes the passphrase so far from no argument, and the current side of a measurement from one', () => {
    const { file, put, run } = setting();
    run(['new', file, '--name', 'Acme']);
    const change = JSON.stringify({ current: OLD });
    expect(run(['encryption.remove', change, '--portfolio', file]).refused).toMatch(/may not stand on a command line/);
    const side = put('side.csv', `score\n${Array.from({ length: 60 }, (_, at) => at).join('\n')}\n`);
    const measured = run(['drift.measure', JSON.stringify({ reference: side, current: side })]);
    expect(measured).toMatchObject({ columns: [{ column: 'score' }] });
  });

  it('asks in a terminal, twice for a new one, and shows nothing of it', { timeout: 30_000 }, async () => {
    const { file, run, env } = setting();
    run(['new', file, '--name', 'Acme']);
    /** Types an answer behind each question, as a person does. */
    const inTerminal = async (args: string, answers: Readonly<Record<string, string>>): Promise<string> => {
      const command = `'${process.execPath}' '${script}' ${args}`;
      const terminal = spawn('script', ['-q', '-e', '-c', command, '/dev/null'], { cwd: ROOT, env });
      let shown = '';
      const waiting = new Map(Object.entries(answers));
      terminal.stdout.on('data', (data: Buffer) => {
        shown += data.toString();
        for (const [question, answer] of waiting) {
          if (!shown.endsWith(question)) continue;
          waiting.delete(question);
          terminal.stdin.write(answer);
        }
      });
      await once(terminal, 'exit');
      return shown;
    };
    // A letter too much is taken back, as people do.
    const shown = await inTerminal(`encrypt '${file}'`, {
      'New passphrase: ': `${OLD}x\u007f\r`,
      'The same again: ': `${OLD}\r`,
    });
    expect(shown).not.toContain(OLD);
    expect(shown).toContain('"encrypted": true');
    expect(head(file)).toBe('MFLE');
    const info = await inTerminal(`portfolio.info '{}' --portfolio '${file}'`, { 'Passphrase: ': `${OLD}\r` });
    expect(info).toContain('"name": "Acme"');
  });
});
