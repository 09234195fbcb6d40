import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAddress } from '#domain/connections/address';
import { readRegistry } from '../mlflow/read-registry';
import { fakeServer } from '../mlflow/testing/golden-server';
import { allPages } from './pages';
import { openRemote, type Remote, type RemoteOptions } from './remote';

const HERE = { scope: '', address: 'https://mlflow.example' };
const QUICK = { silenceMs: 400, requestMs: 600, wholeMs: 3_000, waitMs: 1_500, answerBytes: 10_000 };

function remoteTo(text: string, more: Partial<RemoteOptions> = {}): Remote {
  const address = readAddress(text);
  if (!address.ok) throw new Error(address.message);
  const remote = openRemote({
    address: address.value,
    headers: { authorization: 'Bearer tok-4711' },
    secrets: ['tok-4711'],
    ca: null,
    signal: new AbortController().signal,
    limits: QUICK,
    ...more,
  });
  onTestFinished(() => remote.close());
  return remote;
}

const said = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

it('is asked within less for what may be missing, and as before for the rest', async () => {
  let asked = 0;
  const { address } = await fakeServer((request, response) => {
    asked += 1;
    if (request.url === '/slow') return;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
  });
  const remote = remoteTo(address);
  const less = remote.within({ wholeMs: 150, tries: 1 });
  const started = Date.now();
  expect(await said(less.json('/slow'))).toMatch(/takes too long to answer/);
  expect(asked).toBe(1);
  expect(Date.now() - started).toBeLessThan(QUICK.silenceMs);
  expect(await remote.json('/quick')).toEqual({});
  expect(remote.used().requests).toBe(2);
});

describe('a server that misbehaves', () => {
  it.each([
    ['never answers', () => undefined, /takes too long to answer. Nothing was taken/],
    ['answers a byte now and then', 'drip', /takes too long to answer/],
    ['dies in the middle', 'die', /broke off in the middle. Nothing was taken/],
    [
      'shows a page of HTML',
      '<!doctype html><title>Sign in</title>',
      /a web page and no data. Often that is a login page/,
    ],
    ['cuts its JSON off', '{"registered_models": [{"name": "Cl', /cut off or no JSON/],
    ['answers without end', `"${'x'.repeat(20_000)}"`, /more than is read at once/],
    ['is no web server', 'raw', /does not answer as a web server does|broke off/],
  ])('%s', async (_name, how, why) => {
    const { address } = await fakeServer((request, response) => {
      if (typeof how === 'function') return;
      if (how === 'die') {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('{"a":');
        setTimeout(() => request.socket.destroy(), 20);
      } else if (how === 'drip') {
        response.writeHead(200);
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      } else if (how === 'raw') {
        request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
      } else response.end(how);
    });
    const started = Date.now();
    const message = await said(remoteTo(address).json('/x'));
    expect(message).toMatch(why);
    expect(message).not.toContain('tok-4711');
    expect(Date.now() - started).toBeLessThan(6_000);
  });

  it.each([
    [401, {}, '', /does not take the secret \(401\). Ask its administrators for a new one/],
    [
      403,
      {},
      'Invalid Host header - possible DNS rebinding attack detected',
      /Host check\). Its administrators allow the name with MLFLOW_SERVER_ALLOWED_HOSTS/,
    ],
    [403, {}, '{"message":"Permission denied"}', /lets you not see this \(403\): it says “Permission denied”/],
    [404, {}, '', /has nothing at this address/],
    [
      500,
      {},
      '{"message":"database is locked by tok-4711"}',
      /a fault of its own \(500\): it says “database is locked by …”/,
    ],
    [429, { 'retry-after': '3600' }, '', /asks to wait \(429\). It wants no request before \d\d:\d\d UTC/],
    [503, {}, '<html>', /asks to wait \(503\). Try again in some minutes/],
  ])('answers %i', async (status, headers, body, why) => {
    const { address } = await fakeServer((_request, response) => response.writeHead(status, headers).end(body));
    expect(await said(remoteTo(address).json('/x'))).toMatch(why);
  });

  it('is asked again after the time that it wants', async () => {
    const at: number[] = [];
    const { address } = await fakeServer((_request, response) => {
      at.push(Date.now());
      if (at.length === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end('{"ok":true}');
    });
    expect(await remoteTo(address).json('/x')).toEqual({ ok: true });
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(950);
  });

  it('sends on to another host, and nothing goes there', async () => {
    const other = await fakeServer((_request, response) => response.end('{}'));
    const { address } = await fakeServer((request, response) =>
      response
        .writeHead(302, {
          location: request.url === '/x' ? '/y?k=v' : request.url?.startsWith('/y') ? `${other.address}/z?token=1` : '',
        })
        .end(),
    );
    const message = await said(remoteTo(address).json('/x'));
    expect(message).toContain(`sends requests on to ${other.address.slice(7)}, which was not agreed to`);
    expect(message).not.toContain('token=1');
    expect(other.requests).toEqual([]);
  });

  it('goes round in circles', async () => {
    const { address } = await fakeServer((_request, response) => response.writeHead(302, { location: '/x' }).end());
    expect(await said(remoteTo(address).json('/x'))).toMatch(/sends every request on/);
  });

  it('is left where nothing listens', async () => {
    expect(await said(remoteTo('http://127.0.0.1:9').json('/x'))).toMatch(
      /127.0.0.1:9 does not answer: nothing listens there/,
    );
  });

  it('is left at once when somebody stops', async () => {
    const stop = new AbortController();
    const { address } = await fakeServer(() => stop.abort());
    expect(await said(remoteTo(address, { signal: stop.signal }).json('/x'))).toMatch(/stopped; nothing was written/);
  });
});

describe('certificates', () => {
  const file = (name: string): string =>
    readFileSync(fileURLToPath(new URL(`./testing/${name}.pem`, import.meta.url)), 'utf8');
  const served = async (name: string): Promise<{ address: string; asked: () => number }> => {
    let asked = 0;
    const server = createServer({ key: file(name), cert: file(name) }, (_request, response) => {
      asked += 1;
      response.end('{"ok":true}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    onTestFinished(() => {
      server.close();
    });
    return { address: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }; // it listens on a port
  };

  it('are trusted where their CA was given, and not else', async () => {
    const { address, asked } = await served('good');
    expect(await said(remoteTo(address).json('/x'))).toMatch(
      /issued by somebody whom this computer does not know. Choose the file of your organisation’s CA/,
    );
    expect(asked()).toBe(0);
    expect(await remoteTo(address, { ca: file('good') }).json('/x')).toEqual({ ok: true });
  });

  it.each([
    ['expired', /has a certificate that has ended/],
    ['other-name', /shows the certificate of another name/],
  ])('that are wrong (%s) are refused before anything is sent', async (name, why) => {
    const { address, asked } = await served(name);
    expect(await said(remoteTo(address, { ca: file(name) }).json('/x'))).toMatch(why);
    expect(asked()).toBe(0);
  });
});

describe('a list in pages', () => {
  const pages = (...nexts: readonly unknown[]) => {
    let at = 0;
    return () => Promise.resolve({ items: [at], next: nexts[at++] });
  };

  it.each([[undefined], [''], [null]])('ends at the token %j', async (last) => {
    expect(await allPages('models', 10, pages('a', 'b', last))).toEqual([0, 1, 2]);
  });

  it('is left where a token comes again', async () => {
    expect(await said(allPages('models', 100, pages('a', 'b', 'a', 'b', 'a')))).toMatch(
      /the same page of its models again and again/,
    );
  });

  it('is refused where it is too long, not cut', async () => {
    expect(await said(allPages('versions', 2, pages('a', 'b', 'c', 'd')))).toMatch(/more than 2 versions/);
  });
});

describe('a registry of another kind', () => {
  const registry = (answers: Readonly<Record<string, string>>) =>
    fakeServer((request, response) => {
      const body = answers[(request.url ?? '').split('?')[0] ?? ''];
      response.writeHead(body === undefined ? 404 : 200).end(body ?? '');
    });
  const models = '/api/2.0/mlflow/registered-models/search';
  const versions = '/api/2.0/mlflow/model-versions/search';
  const nobody = () => undefined;

  it('may send times as texts, and leave out what is empty', async () => {
    const { address } = await registry({
      '/version': '3.17.2',
      [models]: '{"registered_models":[{"name":"A","creation_timestamp":"1796043692096","next_page_token":""}]}',
      [versions]: '{}',
    });
    const { models: found } = await readRegistry(remoteTo(address), HERE, nobody);
    expect(found).toMatchObject([{ name: 'A', description: '', createdAt: '2026-11-30T13:01:32.096Z', aliases: [] }]);
  });

  it.each([
    ['an old one', { '/version': '1.30.0' }, /MLflow 1.30.0. Read are 2.x and 3.x/],
    ['another program', { '/version': '<html>' }, /a web page and no data/],
    [
      'another shape',
      { '/version': '3.1.0', [models]: '{"registered_models":[{"id":1}]}', [versions]: '{}' },
      /does not look as MLflow’s does \(at “registered_models.0.name”\)/,
    ],
  ])('is refused: %s', async (_name, answers, why) => {
    const { address } = await registry(answers as Readonly<Record<string, string>>);
    expect(await said(readRegistry(remoteTo(address), HERE, nobody))).toMatch(why);
  });

  it('is told its workspace only where it has such', async () => {
    const { address, requests } = await registry({
      '/version': '3.17.2',
      '/api/3.0/mlflow/workspaces': '{"workspaces":[{"name":"default"},{"name":"risk"}]}',
      [models]: '{}',
      [versions]: '{}',
    });
    expect((await readRegistry(remoteTo(address), { ...HERE, scope: 'risk' }, nobody)).server).toMatchObject({
      workspace: 'risk',
    });
    expect(
      requests
        .filter(({ path }) => path.startsWith('/api/2.0'))
        .every(({ headers }) => headers['x-mlflow-workspace'] === 'risk'),
    ).toBe(true);
    expect(await said(readRegistry(remoteTo(address), { ...HERE, scope: 'none' }, nobody))).toMatch(
      /no workspace called “none”; it shows default, risk/,
    );
  });
});
