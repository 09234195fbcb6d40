import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineEvent } from '#contract/events';
import { EngineClient, STOPPED } from './engine-client';
import { forkEngine } from './engine-process';

const script = fileURLToPath(new URL('./fixtures/engine-child.mjs', import.meta.url));
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function startClient(behaviour = 'well', limits: { readyWithin?: number; closeWithin?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'engine-client-'));
  const options = { configFolder: folder, portfolioFolder: folder, defaultActor: 'tester', appVersion: behaviour };
  let starts = 0;
  const log: string[] = [];
  const client = new EngineClient({
    start: () => {
      starts += 1;
      return forkEngine(script, options);
    },
    log: (event) => log.push(event),
    ...limits,
  });
  const events: EngineEvent[] = [];
  client.subscribe((event) => events.push(event));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  cleanups.push(() => client.close());
  return { client, folder, events, log, starts: () => starts };
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 8000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('EngineClient with a real process', () => {
  it('answers calls that were made before the engine was ready', async () => {
    const { client } = startClient();
    expect(await client.call('test.echo', { a: [1, 'two', null] })).toEqual({
      ok: true,
      value: { a: [1, 'two', null] },
    });
  });

  it('puts an answer together that comes in pieces, and answers for one of which half came', async () => {
    const { client } = startClient();
    const [one, other] = [Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]), new Uint8Array(8).fill(7)];
    expect(await Promise.all([one, other].map((bytes) => client.answer('test.pieces', bytes)))).toEqual([one, other]);
    const half = client.answer('test.dieInPieces', one);
    expect(await half).toEqual({ ok: false, failure: { code: 'unavailable', message: STOPPED } });
    expect(await client.answer('test.pieces', other)).toEqual(other);
  });

  it('answers every request in flight when the engine is killed, and works again after', async () => {
    const { client, events, starts } = startClient();
    const before = await client.call('test.pid', null);
    const hanging = [client.call('test.hang', 1), client.call('test.hang', 2), client.call('test.die', null)];
    for (const reply of await Promise.all(hanging)) {
      expect(reply).toEqual({ ok: false, failure: { code: 'unavailable', message: STOPPED } });
    }
    const after = await client.call('test.pid', null);
    expect(after.ok).toBe(true);
    expect(after).not.toEqual(before);
    expect(starts()).toBe(2);
    expect(events.map((event) => (event.type === 'engine.state' ? event.state : event.type))).toEqual([
      'ready',
      'restarting',
      'ready',
    ]);
  });

  it('opens the portfolio again that was open', async () => {
    const { client, folder } = startClient();
    const path = join(folder, 'a.modelfolio');
    await client.call('workspace.open', { file: await client.grant(path) });
    expect(client.openedPath()).toBe(path);
    const opened: (string | null)[] = [];
    client.onOpened((now) => opened.push(now));
    await client.call('test.die', null);
    await client.call('test.pid', null);
    expect(opened).toEqual([path]);
  });

  it('does not open a portfolio for ever at which the engine dies', async () => {
    const { client, folder, starts } = startClient('dies at reopening');
    await client.call('workspace.open', { file: await client.grant(join(folder, 'a.modelfolio')) });
    await client.call('test.die', null);
    expect((await client.call('test.pid', null)).ok).toBe(true);
    expect(client.openedPath()).toBe(null);
    expect(starts()).toBe(4);
  });

  it('answers instead of hanging while the engine never gets ready', async () => {
    const { client } = startClient('never ready', { readyWithin: 150 });
    expect(await client.call('test.echo', 1)).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
    await expect(client.grant('/a')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('goes on trying, slower each time, when the engine dies at its start', async () => {
    const { client, starts, log } = startClient('dies at start', { readyWithin: 900 });
    const began = performance.now();
    expect(await client.call('test.echo', 1)).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
    expect(performance.now() - began).toBeGreaterThan(800);
    expect(starts()).toBeGreaterThanOrEqual(2);
    expect(starts()).toBeLessThanOrEqual(4);
    expect(log).toContain('engine.gone');
  });

  it('hands on events and ends the process by asking it to close', async () => {
    const { client, events, folder } = startClient();
    await client.call('test.event', null);
    await until(() => events.some((event) => event.type === 'data.changed'));
    await client.close();
    expect(existsSync(join(folder, 'closed'))).toBe(true);
    expect(await client.call('test.echo', 1)).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });
});
