import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildCommandHost, ROOT, runCommand } from '../../../testing/command-host';
import { temporaryFolder } from '../../../testing/test-backend';

const SLOW = 60_000;
let script = '';
beforeAll(async () => {
  script = await buildCommandHost('mcp');
}, 120_000);

interface Answer {
  readonly result?: {
    readonly protocolVersion?: string;
    readonly tools?: readonly { readonly name: string; readonly inputSchema: { readonly properties: object } }[];
    readonly content?: readonly { readonly text: string }[];
    readonly isError?: boolean;
  };
  readonly error?: { readonly code: number; readonly message: string };
}

function portfolio(): { readonly folder: string; readonly file: string; readonly id: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'acme.modelfolio');
  const run = (...args: string[]) => JSON.parse(runCommand(script, folder, args));
  run('new', file, '--name', 'Acme');
  const model = {
    name: 'Churn',
    tier: 1,
    businessOwner: 'Grace Hopper',
    purpose: 'Keeps clients of Northgate',
    unit: 'Retail',
  };
  const { id } = run('models.create', JSON.stringify(model), '--portfolio', file);
  const incident = { title: 'Northgate was refused', severity: 2, openedAt: '2026-01-05T10:00:00Z', modelId: id };
  run('incidents.create', JSON.stringify(incident), '--portfolio', file);
  return { folder, file, id };
}

function assistant(folder: string, file: string, tell: string) {
  const child = spawn(process.execPath, [script, 'mcp', '--portfolio', file, '--tell', tell], {
    cwd: ROOT,
    env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let ids = 0;
  const put = (line: string): void => void child.stdin.write(`${line}\n`);
  const next = async (): Promise<Answer> => JSON.parse(String((await lines.next()).value));
  const ask = (method: string, params: object = {}): Promise<Answer> => {
    ids += 1;
    put(JSON.stringify({ jsonrpc: '2.0', id: ids, method, params }));
    return next();
  };
  const tool = async (name: string, input: object = {}): Promise<string> => {
    const { result } = await ask('tools/call', { name, arguments: input });
    return `${result?.isError ? 'refused: ' : ''}${result?.content?.[0]?.text}`;
  };
  const ended = () =>
    new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.stdin.end();
    });
  return { ask, tool, put, next, ended };
}

describe('an assistant', { timeout: SLOW }, () => {
  it('asks in the words of the protocol, and is told what nobody has to hide', async () => {
    const { folder, file } = portfolio();
    const { ask, tool, put, next, ended } = assistant(folder, file, 'nothing');
    const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    expect((await ask('initialize', hello)).result?.protocolVersion).toBe('2025-06-18');
    put('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    const tools = (await ask('tools/list')).result?.tools ?? [];
    expect(tools.map(({ name }) => name)).toEqual(['portfolio_figures', 'list_models', 'get_model', 'list_incidents']);
    // What it is told is no choice of its own.
    for (const { inputSchema } of tools) expect(inputSchema.properties).not.toHaveProperty('redact');
    const models = await tool('list_models', { redact: { names: false, owners: false, texts: false } });
    expect(JSON.parse(models)).toMatchObject({
      total: 1,
      models: [{ ref: 'Model 01', name: 'Model 01', tier: 1, unit: 'withheld' }],
    });
    const told = [
      models,
      await tool('portfolio_figures'),
      await tool('get_model', { ref: 'Model 01' }),
      await tool('list_incidents'),
    ];
    for (const text of told) expect(text).not.toMatch(/Churn|Grace|Northgate|Retail|Acme|refused:/);
    expect(await tool('list_models', { filter: { unit: ['Retail'] } })).toMatch(/^refused: /);
    expect(await tool('list_models', { search: 'Churn' })).toMatch(/^refused: /);
    expect(await tool('get_model', { ref: 'Model 02' })).toContain('refused: There is no model Model 02');
    expect((await ask('tools/call', { name: 'models.update' })).error?.code).toBe(-32602);
    expect((await ask('resources/list')).error?.code).toBe(-32601);
    put('no JSON');
    expect((await next()).error?.code).toBe(-32700);
    expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
    expect(await ended()).toBe(0);
  });

  it('is told names where somebody said so, and sees what was written meanwhile', async () => {
    const { folder, file, id } = portfolio();
    const { tool, ended } = assistant(folder, file, 'names,texts');
    expect(JSON.parse(await tool('get_model', { ref: id }))).toMatchObject({
      name: 'Churn',
      businessOwner: 'named',
      unit: 'Retail',
    });
    runCommand(script, folder, ['models.create', '{"name":"Fraud"}', '--portfolio', file]);
    expect(JSON.parse(await tool('list_models')).models.map(({ name }: { name: string }) => name)).toEqual([
      'Churn',
      'Fraud',
    ]);
    expect(JSON.parse(await tool('list_incidents')).incidents[0]).toMatchObject({
      title: 'Northgate was refused',
      modelName: 'Churn',
    });
    expect(await ended()).toBe(0);
  });

  it('is not served unless somebody says what it may be told', () => {
    const { folder, file } = portfolio();
    expect(() => runCommand(script, folder, ['mcp', '--portfolio', file])).toThrow('--tell nothing');
    expect(() => runCommand(script, folder, ['mcp', '--portfolio', file, '--tell', 'all'])).toThrow('"all" is not of');
  });
});
