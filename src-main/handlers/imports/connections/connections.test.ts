import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Input, Output } from '#contract/index';
import { GOLDEN_VERSIONS, type Golden, readGolden } from '../../../importers/mlflow/testing/golden';
import { goldenServer } from '../../../importers/mlflow/testing/golden-server';
import { type TestBackend, testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';
const MODELS = '/api/2.0/mlflow/registered-models/search';

async function connected(
  golden: Golden,
  more: Partial<Input<'connections.save'>> = {},
): Promise<TestBackend & { id: string; server: Awaited<ReturnType<typeof goldenServer>> }> {
  const server = await goldenServer(golden);
  const backend = await testBackend();
  backend.at(DAY);
  const { id, origin, shown } = await backend.call('connections.save', {
    kind: 'mlflow',
    label: 'MLflow, claims',
    address: server.address,
    mapping: {
      tags: [
        { tag: 'owner', field: 'businessOwner' },
        { tag: 'tier', field: 'tier' },
      ],
    },
    ...more,
  });
  await backend.call('connections.agree', { id, origin, shown });
  return { ...backend, id, server };
}

/** Moves an alias in what the recorded server answers. */
function moveAlias(golden: Golden, model: string, alias: string, version: string): void {
  change(golden, MODELS, 'registered_models', (one) =>
    one['name'] === model
      ? {
          ...one,
          aliases: (one['aliases'] as { alias: string }[]).map((each) =>
            each.alias === alias ? { alias, version } : each,
          ),
        }
      : one,
  );
}

function change(
  golden: Golden,
  path: string,
  list: string,
  edit: (one: Record<string, unknown>) => Record<string, unknown>,
): void {
  const answer = golden[path];
  const body = JSON.parse(answer?.body ?? '{}') as Record<string, Record<string, unknown>[]>;
  golden[path] = { status: 200, body: JSON.stringify({ ...body, [list]: (body[list] ?? []).map(edit) }) };
}

const modelNamed = async ({ call }: TestBackend, name: string): Promise<Output<'models.get'>> => {
  const { rows } = await call('models.list', { search: name });
  return call('models.get', { id: rows[0]?.id ?? '' });
};

describe.each(GOLDEN_VERSIONS)('a registry of MLflow %s', (version) => {
  it('says what it is, and writes nothing', async () => {
    const { call, id, server } = await connected(readGolden(version));
    const before = (await call('journal.list', {})).total;
    const found = await call('connections.test', { id });
    expect(found.server).toEqual({ version, workspace: '', models: 5, versions: 7, prompts: 1 });
    expect(found.tags).toContainEqual({
      values: expect.any(Array),
      tag: 'owner',
      models: 3,
      samples: expect.arrayContaining(['Ana Petrov']),
      suggested: 'businessOwner',
    });
    // Figures of traces and runs are not needed for that.
    expect(server.requests.filter(({ path }) => /experiments|traces|runs/.test(path))).toEqual([]);
    expect((await call('journal.list', {})).total).toBe(before);
  });

  it('comes in as models with their releases, in one step that can be undone', async () => {
    const backend = await connected(readGolden(version));
    const { call, id } = backend;
    const preview = await call('connections.preview', { id });
    expect(preview).toMatchObject({ changes: 5, asks: 0, unchanged: 0, inventory: { creates: 5 } });
    const taken = await call('connections.apply', { id, fetched: preview.fetched });
    expect(taken).toMatchObject({ created: 12, updated: 0, rejected: 0 });
    const triage = await modelNamed(backend, 'Claims triage');
    expect(triage).toMatchObject({
      stage: 'deployed',
      version: '2',
      businessOwner: 'Ana Petrov',
      tier: 2,
      purpose: 'Sorts incoming claims by urgency',
    });
    expect(await modelNamed(backend, 'Mail routing')).toMatchObject({ stage: 'deployed', version: '1' });
    expect(await modelNamed(backend, 'Never trained')).toMatchObject({ stage: 'proposed' });
    expect(await modelNamed(backend, 'Retired scorer')).toMatchObject({ stage: 'proposed' });
    expect((await call('models.list', { search: 'letter-summary' })).total).toBe(0);
    expect(preview.versions?.mapping.models).toEqual([]);
    const isTakenBack = async () => (await call('connections.list', {})).connections[0]?.takenBack;
    expect(await isTakenBack()).toBe(false);
    await call('history.undo', {});
    expect((await call('portfolio.info', {})).models).toBe(0);
    expect(await isTakenBack()).toBe(true);
    await call('history.redo', {});
    expect(await isTakenBack()).toBe(false);
  });

  it('changes nothing when nothing changed there', async () => {
    const { call, id } = await connected(readGolden(version));
    await call('connections.apply', { id });
    const before = (await call('journal.list', {})).total;
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0, unchanged: 5 });
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [], created: 0, updated: 0 });
    expect((await call('journal.list', {})).total).toBe(before);
  });

  it('takes back both imports of a refresh with either', async () => {
    const { call, id } = await connected(readGolden(version));
    const [, versions = ''] = (await call('connections.apply', { id })).importIds;
    await call('imports.undo', { importId: versions });
    expect((await call('portfolio.info', {})).models).toBe(0);
    expect((await call('imports.list', {})).imports.map(({ undone }) => undone)).toEqual([true, true]);
  });
});

describe('an alias that moves', () => {
  it('is a release between the two looks, and one that moves back is another', async () => {
    const golden = readGolden('3.17.2');
    const backend = await connected(golden);
    const { call, id, at } = backend;
    await call('connections.apply', { id });
    moveAlias(golden, 'Claims triage', 'champion', '3');
    at('2026-12-02T06:00:00.000Z');
    const preview = await call('connections.preview', { id });
    expect(preview.lines).toEqual([
      expect.objectContaining({
        name: 'Claims triage',
        kind: 'changed',
        when: 'seen between 1 Dec 2026 and 2 Dec 2026',
        known: 'between',
      }),
    ]);
    expect(preview.lines[0]?.said).toContain('version 3 went live');
    await call('connections.apply', { id, fetched: preview.fetched });
    expect(await modelNamed(backend, 'Claims triage')).toMatchObject({ version: '3' });
    moveAlias(golden, 'Claims triage', 'champion', '2');
    await call('connections.apply', { id });
    const triage = await modelNamed(backend, 'Claims triage');
    expect(triage).toMatchObject({ version: '2' });
    const { moves } = await call('models.history', { id: triage.id });
    expect(moves.filter(({ to }) => to === 'deployed').map((move) => move.version)).toEqual(['2', '3', '2']);
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [] });
  });

  it('of another server is no release, though it has models of the same names', async () => {
    const backend = await connected(readGolden('3.17.2'));
    const { call, id, at } = backend;
    await call('connections.apply', { id });
    expect((await call('connections.list', {})).connections[0]?.lastGood).toMatchObject({ at: DAY });
    const golden = readGolden('3.17.2');
    moveAlias(golden, 'Claims triage', 'champion', '3');
    const other = await goldenServer(golden);
    await call('connections.save', { id, kind: 'mlflow', label: 'MLflow, claims', address: other.address });
    const { origin, lastGood } = (await call('connections.list', {})).connections[0] ?? {};
    expect(lastGood).toBeNull();
    await call('connections.agree', { id, origin: origin ?? '' });
    at('2026-12-02T06:00:00.000Z');
    const { lines } = await call('connections.preview', { id });
    const triage = lines.find(({ name }) => name === 'Claims triage');
    expect(triage?.said).toContain('version 3 went live');
    expect(triage?.when).not.toContain('between 1 Dec 2026');
  });

  it('leaves what was edited by hand, and asks', async () => {
    const golden = readGolden('3.17.2');
    const backend = await connected(golden);
    const { call, id } = backend;
    await call('connections.apply', { id });
    const { id: modelId } = await modelNamed(backend, 'Mail routing');
    await call('models.update', { id: modelId, patch: { businessOwner: 'Somebody here' } });
    change(golden, MODELS, 'registered_models', (one) =>
      one['name'] === 'Mail routing' ? { ...one, tags: [{ key: 'owner', value: 'Somebody there' }] } : one,
    );
    const preview = await call('connections.preview', { id });
    expect(preview).toMatchObject({ changes: 0, asks: 1, lines: [{ name: 'Mail routing', kind: 'contradicted' }] });
    await call('connections.apply', { id });
    expect(await modelNamed(backend, 'Mail routing')).toMatchObject({ businessOwner: 'Somebody here' });
    expect((await call('connections.list', {})).connections[0]).toMatchObject({ waiting: 1 });
    const decide = (decision: 'ours' | 'file') =>
      call('connections.apply', { id, decisions: [{ modelId, field: '*', decision }] });
    await decide('ours');
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0 });
    await call('history.undo', {});
    await decide('file');
    expect(await modelNamed(backend, 'Mail routing')).toMatchObject({ businessOwner: 'Somebody there' });
    expect((await call('connections.list', {})).connections[0]).toMatchObject({ waiting: 0 });
  });

  it('flags a model that is gone, and deletes nothing', async () => {
    const golden = readGolden('3.17.2');
    const { call, id } = await connected(golden);
    await call('connections.apply', { id });
    const body = JSON.parse(golden[MODELS]?.body ?? '') as { registered_models: { name: string }[] };
    golden[MODELS] = { status: 200, body: JSON.stringify({ registered_models: body.registered_models.slice(1) }) };
    const preview = await call('connections.preview', { id });
    expect(preview.lines).toEqual([expect.objectContaining({ kind: 'gone', name: body.registered_models[0]?.name })]);
    await call('connections.apply', { id });
    expect((await call('portfolio.info', {})).models).toBe(5);
  });
});

describe('what leaves the computer', () => {
  it('is nothing before somebody agreed to the host, nor to another one', async () => {
    const { call, id, server } = await connected(readGolden('3.17.2'));
    await call('connections.agree', { id, origin: server.address, agreed: false });
    await expect(call('connections.test', { id })).rejects.toThrow(/Nobody has agreed on this computer/);
    await expect(call('connections.agree', { id, origin: 'http://127.0.0.1:1' })).rejects.toThrow(/leads to/);
    await call('connections.agree', { id, origin: server.address });
    await call('connections.save', {
      id,
      kind: 'mlflow',
      label: 'MLflow, claims',
      address: 'https://elsewhere.example',
    });
    await expect(call('connections.preview', { id })).rejects.toThrow(
      /https:\/\/elsewhere.example is asked. Nothing was sent/,
    );
    expect(server.requests).toEqual([]);
  });

  it('keeps the secret out of portfolio, journal and messages', async () => {
    const secret = 'tok-4711-very-secret';
    vi.stubEnv('MODELFOLIO_TEST_TOKEN', secret);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const golden = readGolden('3.17.2');
    const { call, id, server, file, backend } = await connected(golden, {
      auth: 'token',
      secretRef: 'env:MODELFOLIO_TEST_TOKEN',
    });
    await call('connections.apply', { id });
    expect(server.requests.every(({ headers }) => headers.authorization === `Bearer ${secret}`)).toBe(true);
    golden[MODELS] = { status: 400, body: JSON.stringify({ message: `no such token ${secret} here` }) };
    await expect(call('connections.preview', { id })).rejects.toThrow(/it says “no such token … here”/);
    vi.stubEnv('MODELFOLIO_TEST_TOKEN', undefined);
    await expect(call('connections.preview', { id })).rejects.toThrow(/The variable MODELFOLIO_TEST_TOKEN is not set/);
    await backend.close();
    expect(readFileSync(file).includes(secret)).toBe(false);
  });

  it.each([
    ['https://me:pw@mlflow.example', /name or password in front of/],
    ['https://mlflow.example?token=1', /a token might stand/],
    ['http://mlflow.example', /without encryption/],
    ['ftp://mlflow.example', /is no address/],
  ])('is refused for %s', async (address, why) => {
    const { call } = await testBackend();
    await expect(call('connections.save', { kind: 'mlflow', label: 'X', address })).rejects.toThrow(why);
    expect((await call('connections.list', {})).connections).toEqual([]);
  });
});
