import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hostKeys } from '../../platform/key-keeper';
import { temporaryFolder } from '../../testing/test-backend';
import { findProof, forgetProof, isRemembered, keepProof } from './secrets';

const ADDRESS = { host: 'pg.example', port: 5432, database: 'mf:x', user: 'ada', ca: null };

it('takes a password from the file of PostgreSQL’s own programs, by its first line that fits', async () => {
  const file = join(temporaryFolder(), 'pgpass');
  writeFileSync(file, '# mine\npg.example:5433:*:ada:other port\n*:5432:mf\\:x:ada:a\\:b\\\\c\n*:*:*:*:any\n', {
    mode: 0o600,
  });
  const keys = hostKeys(null);
  expect(await findProof(keys, ADDRESS, { PGPASSFILE: file })).toEqual({ password: 'a:b\\c' });
  expect(await findProof(keys, { ...ADDRESS, user: 'bo' }, { PGPASSFILE: file })).toEqual({ password: 'any' });
  expect(await findProof(keys, ADDRESS, { PGPASSFILE: file, PGPASSWORD: 'said' })).toEqual({ password: 'said' });
  expect(await findProof(keys, ADDRESS, null)).toBeNull();
  chmodSync(file, 0o640);
  await expect(findProof(keys, ADDRESS, { PGPASSFILE: file })).rejects.toMatchObject({ code: 'refused' });
});

it('keeps a proof with its host, and in the key store of the system only where that is asked for', async () => {
  const stored = new Map<string, string>();
  const keys = hostKeys({
    available: () => true,
    has: (head) => stored.has(head),
    read: (head) => stored.get(head) ?? null,
    write: (head, key) => stored.set(head, key).size > 0,
    remove: (head) => void stored.delete(head),
  });
  expect(await keepProof(keys, ADDRESS, { password: 'secret' }, false)).toBe(false);
  expect([...stored]).toEqual([]);
  expect(await findProof(keys, ADDRESS, null)).toEqual({ password: 'secret' });
  expect(await findProof(keys, { ...ADDRESS, database: 'another' }, null)).toBeNull();
  expect(await keepProof(keys, ADDRESS, { password: 'secret' }, true)).toBe(true);
  expect(await isRemembered(keys, ADDRESS)).toBe(true);
  expect(await findProof(keys, { ...ADDRESS, ca: 'of somebody else' }, null)).toBeNull();
  await forgetProof(keys, ADDRESS);
  expect(await findProof(keys, ADDRESS, null)).toBeNull();
});

it('takes what an earlier program remembered over for one server, and for no other', async () => {
  const before = 'postgresql://ada@pg.example:5432/mf%3Ax';
  const stored = new Map([[before, JSON.stringify({ password: 'secret' })]]);
  const keys = hostKeys({
    available: () => true,
    has: (head) => stored.has(head),
    read: (head) => stored.get(head) ?? null,
    write: (head, key) => stored.set(head, key).size > 0,
    remove: (head) => void stored.delete(head),
  });
  expect(await isRemembered(keys, ADDRESS)).toBe(true);
  expect(await findProof(keys, { ...ADDRESS, ca: 'ours' }, null)).toEqual({ password: 'secret' });
  expect([...stored.keys()]).toEqual([expect.stringMatching(/^postgresql:.*\?ca=[0-9a-f]{64}$/)]);
  expect(await findProof(keys, { ...ADDRESS, ca: 'another' }, null)).toBeNull();
  await forgetProof(keys, { ...ADDRESS, ca: 'ours' });
  expect(stored.size).toBe(0);
});
