import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Address, readAddress } from '#domain/connections/address';
import { proxyFor } from './proxy';
import { openRemote, type Remote } from './remote';

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Nothing of this computer's own environment speaks along. */
function environment(said: Readonly<Record<string, string>>): void {
  for (const name of NAMES) for (const one of [name, name.toLowerCase()]) vi.stubEnv(one, '');
  for (const [name, value] of Object.entries(said)) vi.stubEnv(name, value);
}

function addressOf(text: string): Address {
  const read = readAddress(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}

function remoteTo(text: string, ca: string | null = null): Remote {
  const remote = openRemote({
    address: addressOf(text),
    headers: { authorization: 'Bearer tok-4711' },
    secrets: ['tok-4711'],
    ca,
    signal: new AbortController().signal,
    limits: { silenceMs: 2_000, requestMs: 3_000, wholeMs: 5_000, waitMs: 10, tries: 1 },
  });
  onTestFinished(() => remote.close());
  return remote;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port; // it listens on a port
}

/** A proxy that notes what it is asked, and leads every tunnel to one port of this computer; `null`: it lets nothing through. */
async function proxy(to: number | null): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"by":"proxy"}');
  });
  server.on('connect', (request, socket, head) => {
    asked.push(
      `CONNECT ${request.url} ${JSON.stringify(request.headers).includes('4711') ? 'with the secret' : 'blind'}`,
    );
    if (to === null) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const line = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      line.write(head);
      line.pipe(socket);
      socket.pipe(line);
    });
    for (const end of [line, socket]) end.on('error', () => undefined);
  });
  return { address: `http://127.0.0.1:${await listening(server)}`, asked };
}

const certificate = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`./testing/${name}.pem`, import.meta.url)), 'utf8');

describe('a proxy that the environment names', () => {
  it('is used for servers elsewhere', async () => {
    const { address, asked } = await proxy(null);
    environment({ HTTP_PROXY: address });
    expect(await remoteTo('http://mlflow.example').json('/version')).toEqual({ by: 'proxy' });
    expect(asked).toEqual(['GET http://mlflow.example/version']);
  });

  it('sees nothing of what is said through TLS, and the certificate is that of the server', async () => {
    const server = createTlsServer(
      { key: certificate('other-name'), cert: certificate('other-name') },
      (request, response) => {
        response.end(JSON.stringify({ by: request.headers.host, proved: request.headers.authorization }));
      },
    );
    const { address, asked } = await proxy(await listening(server));
    environment({ HTTPS_PROXY: address });
    const ca = certificate('other-name');
    expect(await remoteTo('https://elsewhere.example', ca).json('/version')).toEqual({
      by: 'elsewhere.example',
      proved: 'Bearer tok-4711',
    });
    await expect(remoteTo('https://mlflow.example', ca).json('/version')).rejects.toThrow(
      /shows the certificate of another name/,
    );
    expect(asked).toEqual(['CONNECT elsewhere.example:443 blind', 'CONNECT mlflow.example:443 blind']);
  });

  it('that lets nothing through is told of by its name', async () => {
    const { address } = await proxy(null);
    environment({ HTTPS_PROXY: address.replace('http://', 'http://me:pass@') });
    const why = remoteTo('https://mlflow.example').json('/version');
    await expect(why).rejects.toThrow(
      /mlflow\.example was not reached through the proxy 127\.0\.0\.1:\d+, which refuses/,
    );
    await expect(why).rejects.not.toThrow(/pass/);
  });

  it('is left out for this computer, for what NO_PROXY names, and where it is none', () => {
    environment({ HTTPS_PROXY: 'http://proxy.example:8080', NO_PROXY: '*.inside.example' });
    expect(proxyFor(addressOf('https://mlflow.example'))?.host).toBe('proxy.example:8080');
    expect(proxyFor(addressOf('https://127.0.0.1:5000'))).toBeNull();
    expect(proxyFor(addressOf('https://mlflow.inside.example'))).toBeNull();
    environment({ HTTPS_PROXY: 'socks5://proxy.example:1080' });
    expect(() => proxyFor(addressOf('https://mlflow.example'))).toThrow(/none that this program can use/);
  });
});
