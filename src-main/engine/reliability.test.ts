import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandHost, ROOT, runCommand } from '../testing/command-host';
import { needs } from '../testing/needs';
import { closedFolder, NOBODY, programForNobody } from '../testing/program-for-nobody';
import { temporaryFolder, testBackend } from '../testing/test-backend';

let script = '';

beforeAll(async () => {
  script = await buildCommandHost('reliability');
}, 60_000);

const command = (folder: string, args: readonly string[]): string => runCommand(script, folder, args);

function inventory(folder: string, rows: number): string {
  const file = join(folder, 'big.csv');
  const lines = Array.from(
    { length: rows },
    (_, n) => `Model ${n},Unit ${n % 9},Production,${(n % 3) + 1},2024-0${(n % 9) + 1}-01`,
  );
  writeFileSync(file, `Model name,Business unit,Stage,Tier,Deployed on\n${lines.join('\n')}\n`);
  return file;
}

describe('kill -9 in the middle of an import', () => {
  it('leaves the portfolio as it was before, whenever it comes', async () => {
    const folder = temporaryFolder();
    const portfolio = join(folder, 'a.modelfolio');
    const file = inventory(folder, 8_000);
    command(folder, ['new', portfolio, '--name', 'A', '--currency', 'EUR']);
    command(folder, ['models.create', '{"name":"Kept"}', '--portfolio', portfolio]);
    let killed = 0;
    for (const delay of [350, 500, 650, 800, 1_000, 1_250]) {
      const child = fork(script, ['imports.apply', JSON.stringify({ file }), '--portfolio', portfolio], {
        stdio: 'ignore',
        env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), delay);
      const [, signal] = await once(child, 'exit');
      clearTimeout(timer);
      const models = JSON.parse(command(folder, ['models.list', '{"limit":1}', '--portfolio', portfolio])).total;
      if (signal === 'SIGKILL') killed += 1;
      // Whole or not at all: one model, or all of them.
      expect([1, 8_001]).toContain(models);
      expect(JSON.parse(command(folder, ['journal.verify', '--portfolio', portfolio]))).toMatchObject({ ok: true });
      const db = new Database(portfolio, { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
      if (models > 1) break;
    }
    expect(killed).toBeGreaterThan(0);
    const again = JSON.parse(command(folder, ['imports.apply', JSON.stringify({ file }), '--portfolio', portfolio]));
    expect(again.created + again.unchanged).toBe(8_000);
    expect(JSON.parse(command(folder, ['models.list', '{"limit":1}', '--portfolio', portfolio])).total).toBe(8_001);
  }, 60_000);
});

describe('kill -9 while rows are on their way into the file', () => {
  it('leaves nothing of them', async () => {
    const folder = temporaryFolder();
    const portfolio = join(folder, 'a.modelfolio');
    const file = inventory(folder, 20_000);
    command(folder, ['new', portfolio, '--name', 'A', '--currency', 'EUR']);
    command(folder, ['models.create', '{"name":"Kept"}', '--portfolio', portfolio]);
    const child = fork(script, ['imports.apply', JSON.stringify({ file }), '--portfolio', portfolio], {
      stdio: 'ignore',
      env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
    });
    // The log grows before the commit only when rows no longer fit into memory: the transaction is under way.
    const timer = setInterval(() => {
      const log = statSync(`${portfolio}-wal`, { throwIfNoEntry: false });
      if (log && log.size > 200_000) child.kill('SIGKILL');
    }, 2);
    const [, signal] = await once(child, 'exit');
    clearInterval(timer);
    expect(signal).toBe('SIGKILL');
    expect(statSync(`${portfolio}-wal`).size).toBeGreaterThan(200_000);
    expect(JSON.parse(command(folder, ['models.list', '{"limit":1}', '--portfolio', portfolio])).total).toBe(1);
    expect(JSON.parse(command(folder, ['journal.verify', '--portfolio', portfolio]))).toMatchObject({ ok: true });
  }, 60_000);
});

/** Two models, day by day: long enough to be killed in the middle. */
function driftResults(folder: string, days: number): string {
  const file = join(folder, 'drift.csv');
  const first = Date.UTC(1995, 0, 1);
  const lines = Array.from({ length: days }, (_, n) => {
    const day = new Date(first + (n >> 4) * 86_400_000).toISOString().slice(0, 10);
    return `Model ${n & 1},${day},feature ${(n >> 1) & 7},psi,${(n % 997) / 5000},20000,${900 + (n % 700)}`;
  });
  writeFileSync(file, `model,time,column,metric,value,n_ref,n_cur\n${lines.join('\n')}\n`);
  return file;
}

describe('kill -9 while drift results are brought in', () => {
  it('leaves nothing of them, and the same import is then whole', async () => {
    const folder = temporaryFolder();
    const portfolio = join(folder, 'a.modelfolio');
    const file = driftResults(folder, 250_000);
    const target = ['--portfolio', portfolio];
    command(folder, ['new', portfolio, '--name', 'A', '--currency', 'EUR']);
    for (const name of ['Model 0', 'Model 1']) command(folder, ['models.create', JSON.stringify({ name }), ...target]);
    const before = command(folder, ['drift.heatmap', '{"from":"2020-01-01","to":"2020-03-01"}', ...target]);
    const child = fork(script, ['imports.apply', JSON.stringify({ file }), ...target], {
      stdio: 'ignore',
      env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
    });
    // Points reach the log before the commit once they no longer fit into memory: the append is under way.
    const timer = setInterval(() => {
      const log = statSync(`${portfolio}-wal`, { throwIfNoEntry: false });
      if (log && log.size > 100_000) child.kill('SIGKILL');
    }, 1);
    const [, signal] = await once(child, 'exit');
    clearInterval(timer);
    expect(signal).toBe('SIGKILL');
    expect(command(folder, ['drift.heatmap', '{"from":"2020-01-01","to":"2020-03-01"}', ...target])).toBe(before);
    expect(JSON.parse(command(folder, ['journal.verify', ...target]))).toMatchObject({ ok: true });
    const db = new Database(portfolio, { readonly: true });
    for (const table of [
      'drift_series',
      'drift_segments',
      'drift_tail',
      'drift_loads',
      'drift_batches',
      'drift_models',
    ])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    expect(JSON.parse(command(folder, ['imports.apply', JSON.stringify({ file }), ...target]))).toMatchObject({
      created: 250_000,
      rejected: 0,
    });
  }, 120_000);
});

describe('a portfolio on a disk that may not be written', () => {
  const asRoot = process.getuid?.() === 0;

  it(
    'opens for reading, refuses changes with a sentence, and touches nothing',
    needs({ why: process.platform === 'win32' ? 'Windows has no folders that may not be written.' : null }),
    async ({ skip }) => {
      const { folder, file, backend, call, at } = await testBackend();
      const closed = asRoot ? closedFolder(folder) : null;
      skip(closed !== null, `Only its owner may pass ${closed}, so nobody cannot try: set TMPDIR to an open folder.`);
      at('2025-01-02T00:00:00.000Z');
      const { id } = await call('models.create', { name: 'Fraud', tier: 1, stage: 'monitored' });
      // Silent by the day on which it is opened, which nobody has written down.
      const result = {
        modelId: id,
        metric: 'psi',
        source: { tool: 'Modelfolio' },
        value: 0.01,
        nRef: 9000,
        nCur: 9000,
      };
      await call('drift.record', { ...result, at: '2025-01-01' });
      expect((await call('models.get', { id })).health).toBe('ok');
      await backend.close();
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      writeFileSync(join(disk, 'a.modelfolio'), execFileSync('cat', [file]));
      chmodSync(join(disk, 'a.modelfolio'), 0o444);
      chmodSync(disk, 0o555);
      const data = temporaryFolder();
      chmodSync(data, 0o777);
      chmodSync(folder, 0o755);
      const program = asRoot
        ? { ...programForNobody(folder, script, [join(ROOT, 'node_modules/better-sqlite3')]), ...NOBODY }
        : { node: process.execPath, script };
      const run = (args: readonly string[]) => {
        const { node, script, ...user } = program;
        const env = { ...process.env, MODELFOLIO_USER_DATA: data, HOME: data };
        const { status, stdout, stderr, error } = spawnSync(node, [script, ...args], {
          encoding: 'utf8',
          cwd: '/',
          env,
          ...user,
        });
        if (error) throw error;
        return status === 0 ? stdout : stderr;
      };
      const before = readdirSync(disk);
      const target = ['--portfolio', join(disk, 'a.modelfolio')];
      expect(JSON.parse(run(['models.list', '{}', ...target]))).toMatchObject({ total: 1 });
      expect(JSON.parse(run(['portfolio.info', ...target]))).toMatchObject({ readOnly: true, models: 1 });
      expect(JSON.parse(run(['models.list', '{}', ...target])).rows[0]).toMatchObject({ health: 'silent' });
      expect(JSON.parse(run(['models.create', '{"name":"x"}', ...target]))).toMatchObject({
        code: 'read_only',
        message: expect.stringMatching(/open for reading only/),
      });
      expect(readdirSync(disk)).toEqual(before);
      chmodSync(disk, 0o755);
    },
  );
});

describe('a portfolio that is open twice', () => {
  it('shows each side what the other wrote, and loses nothing', async () => {
    const one = await testBackend();
    const two = await testBackend({ folder: one.folder, portfolio: false });
    await two.call('workspace.open', { file: one.file });
    await one.call('models.create', { name: 'From one' });
    await two.call('models.create', { name: 'From two' });
    for (const side of [one, two]) {
      expect((await side.call('models.list', {})).rows.map((row) => row.name)).toEqual(['From one', 'From two']);
    }
    expect((await one.call('history.undo', {})).label).toBe('Add “From two”');
    expect(await two.call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('waits for the other, and says so when it waits too long', async () => {
    const { call, file } = await testBackend();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(call('models.create', { name: 'Late' })).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(/Another Modelfolio is writing/),
    });
    other.exec('ROLLBACK');
    other.close();
    expect(await call('models.create', { name: 'Later' })).toMatchObject({ name: 'Later' });
  });

  it('tells its screens when another process wrote', async () => {
    const one = await testBackend();
    const two = await testBackend({ folder: one.folder, portfolio: false });
    await two.call('workspace.open', { file: one.file });
    one.events.length = 0;
    await one.call('models.create', { name: 'Own' });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(one.events.filter((event) => event.type === 'data.changed')).toHaveLength(1);
    two.events.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(two.events).toEqual([]);
    await one.call('models.create', { name: 'Again' });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(two.events).toEqual([expect.objectContaining({ type: 'data.changed', modelIds: null })]);
  });
});
