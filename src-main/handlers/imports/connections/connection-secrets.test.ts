import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONNECTION_KIND_FACTS, CONNECTION_KINDS } from '#domain/connections/kinds';
import { readGolden } from '../../../importers/mlflow/testing/golden';
import { goldenServer } from '../../../importers/mlflow/testing/golden-server';
import { hostKeys, type SystemKeys } from '../../../platform/key-keeper';
import { testBackend } from '../../../testing/test-backend';
import { firstLine } from './connection-secret';
import { agreementOf } from './open-connection';

const SECRET = 'tok-0815-kept-elsewhere';

/** A key store of a system, in memory. */
function memoryKeys(): SystemKeys & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    available: () => true,
    has: (head) => held.has(head),
    read: (head) => held.get(head) ?? null,
    write: (head, key) => {
      held.set(head, key);
      return true;
    },
    remove: (head) => void held.delete(head),
  };
}

const stated = (address: string) => ({ kind: 'mlflow', label: 'MLflow', address, auth: 'token' }) as const;

it('keeps a secret in the key store of the system, for one host alone, and lets it go with the connection', async () => {
  const store = memoryKeys();
  const { address, requests } = await goldenServer(readGolden('3.17.2'));
  const { call, folder, file, backend } = await testBackend({ keys: hostKeys(store) });
  const { id, origin, shown, secret } = await call('connections.save', stated(address));
  expect(secret).toBe('missing');
  await call('connections.agree', { id, origin, shown });
  await expect(call('connections.test', { id })).rejects.toThrow(/does not know the secret of “MLflow”/);
  expect(requests).toEqual([]);
  expect(await call('connections.keepSecret', { id, secret: SECRET })).toEqual({ kept: 'system' });
  await call('connections.test', { id });
  expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${SECRET}`]));

  const moved = await call('connections.save', { id, ...stated('https://elsewhere.example') });
  expect(moved).toMatchObject({ agreed: false, secret: 'missing' });
  await call('connections.save', { id, ...stated(address) });
  expect((await call('connections.list', {})).connections[0]).toMatchObject({ secret: 'here', agreed: true });

  await call('connections.remove', { id });
  expect([...store.held.values()]).toEqual([]);
  await backend.close();
  const notes = join(folder, 'config', 'connections');
  expect(existsSync(notes)).toBe(true);
  for (const kept of [file, join(folder, 'config', 'preferences.json')])
    if (existsSync(kept)) expect(readFileSync(kept).includes(SECRET)).toBe(false);
});

it('keeps it until the program ends where the system has no key store, and nowhere where nobody keeps any', async () => {
  const session = await testBackend({ keys: hostKeys(null) });
  const { id } = await session.call('connections.save', stated('https://mlflow.example'));
  expect(await session.call('connections.keepSecret', { id, secret: SECRET })).toEqual({ kept: 'session' });
  const script = await testBackend();
  const other = await script.call('connections.save', stated('https://mlflow.example'));
  await expect(script.call('connections.keepSecret', { id: other.id, secret: SECRET })).rejects.toThrow(
    /secretRef env:NAME/,
  );
});

it.skipIf(process.platform === 'win32')('reads it out of a file that nobody else may read', async () => {
  const { address, requests } = await goldenServer(readGolden('3.17.2'));
  const { call, folder } = await testBackend();
  const place = join(folder, 'token');
  writeFileSync(place, `${SECRET}\nsomething else\n`, { mode: 0o644 });
  chmodSync(place, 0o644);
  const { id, origin, shown } = await call('connections.save', { ...stated(address), secretRef: `file:${place}` });
  chmodSync(place, 0o600);
  const looked = async (): Promise<unknown> => (await call('connections.list', {})).connections[0]?.secret;
  expect(await looked()).toBe('missing'); // nobody agreed that it is looked at
  await call('connections.agree', { id, origin, shown });
  expect(await looked()).toBe('here');
  chmodSync(place, 0o644);
  await expect(call('connections.test', { id })).rejects.toThrow(/can be read by others.*chmod 600/);
  expect(requests).toEqual([]);
  chmodSync(place, 0o600);
  await call('connections.test', { id });
  expect(requests[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
});

it('opens no file by the name of another computer, neither when it is said nor when it came with a portfolio', async () => {
  const { call, folder } = await testBackend();
  const place = join(folder, 'token');
  writeFileSync(place, SECRET, { mode: 0o600 });
  for (const path of [`/${place}`, '\\\\server\\share\\token'])
    for (const more of [{ secretRef: `file:${path}` }, { caFile: path }])
      await expect(call('connections.save', { ...stated('https://mlflow.example'), ...more })).rejects.toThrow(
        /leads to another computer|whole path/,
      );
  expect(firstLine(place)).toBe(SECRET);
  expect(() => firstLine(`/${place}`)).toThrow(/leads to another computer/);
});

it('asks anew about another kind or another CA', () => {
  const row = { kind: 'mlflow', auth: 'token', login: '', secret_ref: 'kept', plain_http: 0, ca_file: '' };
  const at = { origin: 'https://mlflow.example' };
  const others = [{ ca_file: '/etc/own.pem' }, { kind: 'kubeflow' }, { kind: 'kubeflow', ca_file: '/etc/own.pem' }];
  const all = [row, ...others.map((other) => ({ ...row, ...other }))].map((one) => agreementOf(one, at));
  expect(new Set(all).size).toBe(4);
});

/** As earlier versions noted that somebody agreed to a registry of MLflow, when less was asked of it. */
const AGREED_BEFORE = [
  (origin: string) => `${origin} none   0`,
  (origin: string) => JSON.stringify(['mlflow', origin, 'none', '', '', 0, '']),
];

it.each(AGREED_BEFORE)('asks anew once more is asked of a host, and sends nothing until then (%#)', async (written) => {
  const { address, requests } = await goldenServer(readGolden('3.17.2'));
  const { call, folder } = await testBackend();
  const of = { kind: 'mlflow', label: 'MLflow', address, refresh: 'hourly' } as const;
  const { id, origin, shown } = await call('connections.save', of);
  await call('connections.agree', { id, origin, shown });
  const notes = join(folder, 'config', 'connections');
  const [name = ''] = readdirSync(notes);
  const kept = JSON.parse(readFileSync(join(notes, name), 'utf8')) as { agreed: Record<string, string> }; // just written
  writeFileSync(join(notes, name), JSON.stringify({ ...kept, agreed: { [id]: written(origin) } }));

  expect((await call('connections.list', {})).connections[0]).toMatchObject({ agreed: false, next: null });
  expect(await call('connections.refresh', { take: true })).toMatchObject({ results: [{ outcome: 'not_agreed' }] });
  await expect(call('connections.test', { id })).rejects.toThrow(/Nobody has agreed on this computer/);
  await expect(call('connections.preview', { id })).rejects.toThrow(/Nobody has agreed on this computer/);
  expect(requests).toEqual([]);
  await call('connections.agree', { id, origin, shown });
  expect(await call('connections.refresh', { take: true })).toMatchObject({ results: [{ outcome: 'taken' }] });
});

it('has a further edition wherever what people agree to was written anew', () => {
  const editions = CONNECTION_KINDS.map((kind) => {
    const { edition = 1, asked } = CONNECTION_KIND_FACTS[kind];
    return `${kind} ${edition} ${createHash('sha256').update(asked).digest('hex').slice(0, 8)}`;
  });
  // Where a text is new: did it become more? Then its edition is one more as well.
  expect(editions).toMatchInlineSnapshot(`
    [
      "mlflow 2 d60a598f",
      "mlflow_files 2 38199523",
      "evidently 1 2740351e",
      "jira 1 b36d99b9",
      "servicenow 1 ec1b6ed8",
      "pagerduty 1 a477b82b",
      "sagemaker 1 ee4a29b5",
      "unity_catalog 1 315660c4",
      "kubeflow 1 78398146",
      "vertex_ai 1 f9e6390a",
    ]
  `);
});
