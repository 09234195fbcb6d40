import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTinyHost, TOKEN } from './fixtures/tiny-host';

let host: Awaited<ReturnType<typeof startTinyHost>>;

beforeEach(async () => {
  host = await startTinyHost();
});
afterEach(() => host.close());

const authorized = { Authorization: `Bearer ${TOKEN}` };
const upload = (name: string, body: string) =>
  fetch(`${host.origin}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...authorized, 'Content-Type': 'application/octet-stream' },
    body,
  });

it('answers a call with the reply of the engine', async () => {
  const response = await fetch(`${host.origin}/rpc/models.list`, {
    method: 'POST',
    headers: { ...authorized, 'Content-Type': 'application/json' },
    body: '{"limit":3}',
  });
  expect(await response.json()).toEqual({ ok: true, value: { limit: 3 } });
  expect(host.calls).toEqual([{ channel: 'models.list', input: { limit: 3 } }]);
});

it('hands on which entry of the journal stood on the screen', async () => {
  const command = (seen: string) =>
    fetch(`${host.origin}/rpc/models.update`, {
      method: 'POST',
      headers: { ...authorized, 'Content-Type': 'application/json', 'Modelfolio-Seen': seen },
      body: '{}',
    });
  await command('1016');
  await command('later');
  expect(host.calls).toEqual([
    { channel: 'models.update', input: {}, seen: 1_016 },
    { channel: 'models.update', input: {} },
  ]);
});

it('streams events and forgets a reader that goes', async () => {
  const stop = new AbortController();
  const response = await fetch(`${host.origin}/events`, { headers: authorized, signal: stop.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(': open\n\n');
  host.publish({ type: 'engine.state', state: 'ready' });
  expect((await reader?.read())?.value).toBe('data: {"type":"engine.state","state":"ready"}\n\n');
  stop.abort();
  await expect.poll(() => host.listeners.size).toBe(0);
});

it('serves the page with every security header', async () => {
  const response = await fetch(`${host.origin}/models/abc`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it('takes a file in under its own name, for this user alone, until it ends', async () => {
  const response = await upload('../../Inventory 2024.csv', 'a,b\n1,2\n');
  expect(await response.json()).toEqual({ token: 'file-1', name: 'Inventory 2024.csv' });
  const path = host.granted[0] ?? '';
  expect(basename(path)).toBe('Inventory 2024.csv');
  expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n');
  if (process.platform !== 'win32') expect(statSync(dirname(dirname(path))).mode & 0o777).toBe(0o700);
  await host.close();
  expect(existsSync(dirname(dirname(path)))).toBe(false);
});

it('goes on when the system has cleared the temporary folder', async () => {
  await upload('a.csv', 'one');
  rmSync(dirname(dirname(host.granted[0] ?? '')), { recursive: true });
  expect((await upload('b.csv', 'two')).status).toBe(200);
  expect(readFileSync(host.granted[1] ?? '', 'utf8')).toBe('two');
});

it('keeps an uploaded portfolio where portfolios are, beside one of the same name', async () => {
  const first = await (await upload('Acme.modelfolio', 'one')).json();
  const second = await (await upload('Acme.modelfolio', 'two')).json();
  expect([first, second]).toEqual([
    { token: 'file-1', name: 'Acme.modelfolio' },
    { token: 'file-2', name: 'Acme (2).modelfolio' },
  ]);
  expect(host.granted).toEqual([
    join(host.portfolioFolder, 'Acme.modelfolio'),
    join(host.portfolioFolder, 'Acme (2).modelfolio'),
  ]);
  expect(readFileSync(host.granted[0] ?? '', 'utf8')).toBe('one');
});
