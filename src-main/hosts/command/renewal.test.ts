import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../store/migrations';
import { buildCommandHost, ROOT } from '../../testing/command-host';
import { largeOldFile, MODELS, OLD } from '../../testing/large-old-file';
import { temporaryFolder } from '../../testing/test-backend';

let script = '';

beforeAll(async () => {
  script = await buildCommandHost('renewal');
}, 60_000);

interface Found {
  readonly version: unknown;
  readonly models: unknown;
  readonly whole: unknown;
}

function found(file: string): Found {
  const db = new Database(file);
  const one = (sql: string): unknown => db.prepare(sql).pluck().get();
  const all = {
    version: one('PRAGMA user_version'),
    models: one('SELECT count(*) FROM models'),
    whole: one('PRAGMA integrity_check'),
  };
  db.close();
  return all;
}

/** In a terminal, as a person sees it, killed with its terminal as soon as it says that. */
async function openedInTerminal(folder: string, file: string, killedAt?: string): Promise<string> {
  const command = `exec '${process.execPath}' '${script}' portfolio.info '{}' --portfolio '${file}'`;
  const terminal = spawn('script', ['-q', '-e', '-c', command, '/dev/null'], {
    cwd: ROOT,
    env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
  });
  let shown = '';
  terminal.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
    if (killedAt !== undefined && shown.includes(killedAt) && terminal.exitCode === null) {
      const children = readFileSync(`/proc/${terminal.pid}/task/${terminal.pid}/children`, 'utf8').trim();
      if (children !== '') process.kill(Number(children.split(' ')[0]), 'SIGKILL');
    }
  });
  await once(terminal, 'exit');
  return shown;
}

describe('a large portfolio of an older program', () => {
  it('says how far it is, stays as it was where that is broken off, and then opens', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const file = largeOldFile(folder);
    const before = found(file);
    expect(before).toEqual({ version: OLD, models: MODELS, whole: 'ok' });
    const half = await openedInTerminal(folder, file, `structure ${OLD + 9} of`);
    expect(half).toContain('Broken off, it stays as it was');
    expect(half).not.toContain('"name"');
    expect(found(file)).toEqual(before);
    const shown = await openedInTerminal(folder, file);
    const [first, last] = [OLD + 1, migrations.length];
    const total = migrations.length - OLD + 2;
    expect(shown).toContain(`old.modelfolio: a copy of it as it is, with structure ${OLD} (1 of ${total})`);
    for (let at = first; at <= last; at += 1)
      expect(shown).toContain(`structure ${at} of ${last} (${at - OLD + 1} of ${total})`);
    expect(shown).toMatch(/done\s+\{[\s\S]*"name": "Acme"/);
    expect(found(file)).toEqual({ ...before, version: last });
    expect(await openedInTerminal(folder, file)).not.toContain('structure');
  });
});
