import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeJira } from '../../../importers/jira/testing/fake-jira';
import { testBackend } from '../../../testing/test-backend';
import { claims, issue, NOW, ofJira, SECRET } from './testing/ticket-connection';

const pem = (name: string): string =>
  fileURLToPath(new URL(`../../../importers/remote/testing/${name}.pem`, import.meta.url));

/** A connection over TLS whose certificate this computer does not trust. */
async function unproved(name: string, caFile = '') {
  const secret = readFileSync(pem(name), 'utf8');
  let asked = 0;
  const server = createServer({ key: secret, cert: secret }, (_request, response) => {
    asked += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    server.close();
  });
  const backend = await testBackend();
  backend.at(NOW);
  const { port } = server.address() as AddressInfo; // it listens on a port
  const stated = { kind: 'mlflow', label: 'Registry', address: `https://127.0.0.1:${port}`, caFile } as const;
  const { id, origin, shown } = await backend.call('connections.save', stated);
  await backend.call('connections.agree', { id, origin, shown });
  return { ...backend, id, origin, stated, asked: () => asked, certificate: new X509Certificate(secret) };
}

describe('a certificate that this computer does not trust', () => {
  it.each(['test', 'preview'] as const)('is shown as it stands before somebody chooses a CA (%s)', async (how) => {
    const { call, id, asked, certificate } = await unproved('good');
    const shown = {
      subject: certificate.subject.replaceAll('\n', ', '),
      issuer: certificate.issuer.replaceAll('\n', ', '),
      names: certificate.subjectAltName?.split(', ').map((name) => name.replace(/^.*:/, '')) ?? [],
      fingerprint: certificate.fingerprint256,
      from: new Date(certificate.validFrom).toISOString(),
      until: new Date(certificate.validTo).toISOString(),
    };
    await expect(call(`connections.${how}`, { id })).rejects.toMatchObject({ detail: { certificate: shown } });
    // Nothing but a handshake took place.
    expect(asked()).toBe(0);
    const { trouble } = (await call('connections.list', {})).connections[0] ?? {};
    if (how === 'preview') expect(trouble?.certificate).toMatchObject(shown);
  });

  it('is shown where it is of another name or has ended, too, and no more once it proves its name', async () => {
    for (const name of ['other-name', 'expired'] as const) {
      const { call, id, certificate } = await unproved(name, pem(name));
      await expect(call('connections.preview', { id })).rejects.toMatchObject({
        detail: { certificate: { fingerprint: certificate.fingerprint256 } },
      });
    }
    const { call, id, origin, stated, asked } = await unproved('good');
    await expect(call('connections.preview', { id })).rejects.toThrow(/issued by somebody/);
    const { shown } = await call('connections.save', { ...stated, id, caFile: pem('good') });
    // Another CA is agreed to anew.
    await expect(call('connections.preview', { id })).rejects.toThrow(/Nobody has agreed/);
    await call('connections.agree', { id, origin, shown });
    await expect(call('connections.preview', { id })).rejects.not.toMatchObject({ detail: { unproved: true } });
    expect(asked()).toBeGreaterThan(0);
  });
});

describe('what was asked of a host', () => {
  it('is noted on this computer alone, without secrets, names and queries, and bounded', {
    timeout: 60_000,
  }, async () => {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const { call, id, folder, address } = await ofJira(fake);
    expect((await call('connections.requests', { id })).runs).toEqual([]);
    await call('connections.test', { id });
    await call('connections.apply', { id });
    const { runs } = await call('connections.requests', { id });
    expect(runs.map(({ why, at, host }) => [why, at, host])).toEqual([
      ['read', NOW, address.replace('http://', '')],
      ['test', NOW, address.replace('http://', '')],
    ]);
    for (const { requests, asked } of runs) expect(asked.reduce((sum, { count }) => sum + count, 0)).toBe(requests);
    expect(runs[0]?.asked).toContainEqual({
      what: 'POST /rest/api/3/search/jql',
      count: 2,
      answers: [{ code: 200, count: 2 }],
    });
    const notes = join(folder, 'config', 'connections');
    const file = readdirSync(notes).find((name) => name.endsWith('.requests.json')) ?? '';
    const written = readFileSync(join(notes, file), 'utf8');
    expect(written).not.toContain(SECRET);
    expect(written).not.toMatch(/OPS|Ticket|project/);
    for (let n = 0; n < 105; n += 1) await call('connections.test', { id });
    expect((await call('connections.requests', { id })).runs).toHaveLength(100);
  });

  it('tells answers that refuse and those that did not come', async () => {
    const fake = fakeJira('Cloud', [claims()]);
    fake.instead = (request, response) => {
      if (request.url?.includes('serverInfo')) return false;
      if (request.url?.includes('search')) request.socket.destroy();
      else response.writeHead(401).end();
      return true;
    };
    const { call, id } = await ofJira(fake);
    await expect(call('connections.preview', { id })).rejects.toThrow();
    const [run] = (await call('connections.requests', { id })).runs;
    const codes = new Set(run?.asked.flatMap(({ answers }) => answers.map(({ code }) => code)));
    expect([...codes].some((code) => code === 401 || code === 0)).toBe(true);
  });
});
