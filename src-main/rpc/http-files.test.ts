import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTinyHost, TOKEN } from './fixtures/tiny-host';

let host: Awaited<ReturnType<typeof startTinyHost>>;
beforeEach(async () => {
  host = await startTinyHost();
});
afterEach(() => host.close());

const bytes = { 'content-type': 'application/octet-stream' };
const admitted = { authorization: `Bearer ${TOKEN}` };

/** What the host answers for a file. */
const targetOf = async (response: Response) => (await response.json()) as { token: string; name: string };

async function prepare(name: string): Promise<{ token: string; name: string }> {
  const response = await fetch(`${host.origin}/files/new?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...bytes, ...admitted },
  });
  expect(response.status).toBe(200);
  return targetOf(response);
}

const deliver = (token: string, headers: Record<string, string> = admitted) =>
  fetch(`${host.origin}/files/${token}`, { headers });

it('hands over what the engine wrote, once', async () => {
  const target = await prepare('../Board deck.pptx');
  expect(target.name).toBe('Board deck.pptx');
  const path = host.granted.at(-1) ?? '';
  expect(basename(path)).toBe('Board deck.pptx');
  writeFileSync(path, 'deck');
  const response = await deliver(target.token);
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect(await response.text()).toBe('deck');
  await expect.poll(async () => (await deliver(target.token)).status).toBe(404);
});

it('has nothing before the engine wrote it', async () => {
  expect((await deliver((await prepare('a.xlsx')).token)).status).toBe(404);
});

it('hands over no file that was not prepared for it', async () => {
  const upload = await fetch(`${host.origin}/files?name=a.csv`, {
    method: 'POST',
    headers: { ...bytes, ...admitted },
    body: 'a,b',
  });
  const { token } = await targetOf(upload);
  expect((await deliver(token)).status).toBe(404);
  for (const other of ['..%2Fsecret.txt', 'constructor', '%2Fetc%2Fpasswd', '__proto__']) {
    expect((await deliver(other)).status).toBe(404);
  }
});

it('wants the token of this start for both', async () => {
  const target = await prepare('a.xlsx');
  writeFileSync(host.granted.at(-1) ?? '', 'sheet');
  expect((await deliver(target.token, {})).status).toBe(401);
  expect((await fetch(`${host.origin}/files/new?name=a`, { method: 'POST', headers: bytes })).status).toBe(401);
  const page = { ...admitted, origin: 'http://evil.example' };
  expect((await deliver(target.token, page)).status).toBe(403);
});
