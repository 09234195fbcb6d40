import { describe, expect, it, onTestFinished } from 'vitest';
import type { Input } from '#contract/index';
import { startServer } from '../../../importers/mlflow/testing/golden';
import { placeOf } from '../../../importers/vertex-ai/vertex-place';
import { testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';
const AT = '/v1/projects/acme/locations/europe-west1';
const model = (id: string, more: object = {}) => ({
  name: `projects/123/locations/europe-west1/models/${id}`,
  displayName: `Model ${id}`,
  createTime: '2025-01-01T00:00:00.123456Z',
  updateTime: '2025-06-01T00:00:00.123456Z',
  ...more,
});
const version = (id: string, versionId: string, more: object = {}) => ({
  ...model(id),
  name: `projects/123/locations/europe-west1/models/${id}@${versionId}`,
  versionId,
  versionCreateTime: `2025-0${versionId}-01T00:00:00Z`,
  versionUpdateTime: `2025-0${versionId}-02T00:00:00Z`,
  ...more,
});
type Deployed = { id: string; model: string; modelVersionId?: string; createTime?: string };
const deployed = (id: string, of: string, modelVersionId?: string): Deployed => ({
  id,
  model: `projects/123/locations/europe-west1/models/${of}`,
  ...(modelVersionId && { modelVersionId }),
  createTime: '2025-05-01T00:00:00Z',
});

/** Answers after Google's published description of v1: empty lists and last tokens are left out. */
const world = () => ({
  models: [
    model('11', {
      displayName: 'Churn',
      description: 'Who leaves',
      labels: { tier: 'high', team: 'crm', owner: 'ada' },
    }),
    model('12', { displayName: 'Fraud', labels: { tier: 'green', team: 'pay' } }),
    model('13'),
  ],
  versions: {
    '11': [version('11', '1'), version('11', '2', { versionAliases: ['default', 'champion'] })],
    '12': [version('12', '1', { versionAliases: ['default'] }), version('12', '3')],
    '13': [version('13', '1', { versionAliases: ['default'] })],
  } as Record<string, object[]>,
  endpoints: [
    {
      name: 'projects/123/locations/europe-west1/endpoints/1',
      updateTime: '2025-07-01T00:00:00Z',
      deployedModels: [deployed('900', '11', '1'), deployed('901', '11', '2')],
      trafficSplit: { '900': 100, '901': 0 },
    },
    {
      name: 'projects/123/locations/europe-west1/endpoints/2',
      updateTime: '2025-07-02T00:00:00Z',
      deployedModels: [deployed('902', '12')],
    },
  ] as object[],
  forbidden: false,
});

async function connected(of: ReturnType<typeof world>, more: Partial<Input<'connections.save'>> = {}) {
  const server = await startServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== 'Bearer ya29.secret')
      return say(401, { error: { code: 401, message: 'Request had invalid authentication credentials.' } });
    const at = Number(url.searchParams.get('pageToken') ?? 0);
    const paged = (name: string, all: readonly object[]): void =>
      say(200, {
        ...(all.length > at && { [name]: all.slice(at, at + 2) }),
        ...(all.length > at + 2 && { nextPageToken: String(at + 2) }),
      });
    if (url.pathname === `${AT}/models`) return paged('models', of.models);
    if (url.pathname === `${AT}/endpoints`)
      return of.forbidden
        ? say(403, { error: { code: 403, message: "Permission 'aiplatform.endpoints.list' denied" } })
        : paged('endpoints', of.endpoints);
    const id = /\/models\/([^/]+):listVersions$/.exec(url.pathname)?.[1];
    return id === undefined ? say(404, { error: { message: 'not found' } }) : paged('models', of.versions[id] ?? []);
  });
  onTestFinished(() => server.close());
  process.env['MODELFOLIO_TEST_VERTEX'] = 'ya29.secret';
  onTestFinished(() => {
    delete process.env['MODELFOLIO_TEST_VERTEX'];
  });
  const backend = await testBackend();
  backend.at(DAY);
  const stated = {
    kind: 'vertex_ai' as const,
    label: 'Vertex',
    address: server.address,
    scope: 'acme/europe-west1',
    auth: 'token' as const,
    secretRef: 'env:MODELFOLIO_TEST_VERTEX',
    ...more,
  };
  const { id, origin, shown } = await backend.call('connections.save', stated);
  await backend.call('connections.agree', { id, origin, shown });
  const models = async () =>
    Object.fromEntries((await backend.call('models.list', {})).rows.map((row) => [row.name, row] as const));
  return { ...backend, id, stated, models };
}

describe('the registry of Vertex AI', () => {
  it('brings models by their names with every version; what an endpoint sends requests to is live', async () => {
    const { call, id, models } = await connected(world());
    const found = await call('connections.test', { id });
    expect(found.server).toMatchObject({ models: 3, versions: 5, workspace: 'acme/europe-west1' });
    expect(found.warnings).toEqual([]);
    await call('connections.apply', { id });
    const byName = await models();
    // Version 2 is called champion and gets no request; version 1 does.
    expect(byName['Churn']).toMatchObject({ stage: 'deployed', version: '1' });
    // Deployed without any traffic: not live.
    expect(byName['Fraud']).not.toMatchObject({ stage: 'deployed' });
    expect(byName['Model 13']).not.toMatchObject({ stage: 'deployed' });
    expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
  });

  it('keeps a model that is called otherwise there the same one', async () => {
    const of = world();
    const { call, id, models } = await connected(of);
    await call('connections.apply', { id });
    of.models[0] = { ...of.models[0], displayName: 'Churn 2' } as (typeof of.models)[number];
    await call('connections.apply', { id });
    expect(Object.keys(await models()).sort()).toEqual(['Churn 2', 'Fraud', 'Model 13']);
  });

  it('says of none that it is live where endpoints run two, where another region runs it, or where they may not be seen', async () => {
    const of = world();
    const { call, id } = await connected(of);
    of.endpoints[0] = { ...of.endpoints[0], trafficSplit: { '900': 60, '901': 40 } };
    of.models[1] = {
      ...of.models[1],
      deployedModels: [{ endpoint: 'projects/123/locations/us-central1/endpoints/7' }],
    } as unknown as (typeof of.models)[number];
    expect((await call('connections.test', { id })).warnings.map(({ what }) => what)).toEqual([
      'A model is deployed in us-central1 too, which is not asked here',
      'Churn runs versions 1 and 2 at once',
    ]);
    of.forbidden = true;
    expect((await call('connections.test', { id })).warnings.map(({ what }) => what)[0]).toBe(
      'The token may not see the endpoints, so that nobody knows what is live',
    );
  });

  it('knows of a version that is not the default one that another region runs it', async () => {
    const of = world();
    of.versions['11'] = [
      version('11', '1', { deployedModels: [{ endpoint: 'projects/123/locations/us-central1/endpoints/7' }] }),
      version('11', '2', { versionAliases: ['default'] }),
    ];
    const { call, id } = await connected(of);
    expect((await call('connections.test', { id })).warnings.map(({ what }) => what)).toEqual([
      'A model is deployed in us-central1 too, which is not asked here',
    ]);
  });

  it('keeps what was live while its endpoints may not be seen', async () => {
    const of = world();
    const { call, id, models } = await connected(of);
    await call('connections.apply', { id });
    of.forbidden = true;
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [] });
    expect((await models())['Churn']).toMatchObject({ stage: 'deployed', version: '1' });
  });

  it('believes no alias that a version is live where its endpoints may not be seen', async () => {
    const { call, id, models } = await connected({ ...world(), forbidden: true });
    await call('connections.apply', { id });
    expect((await models())['Churn']).not.toMatchObject({ stage: 'deployed' });
  });

  it('reads values of its labels as somebody said, and lists those that nobody did', async () => {
    const backend = await connected(world());
    const { call, id, stated, models } = backend;
    const { tags } = await call('connections.test', { id });
    expect(tags.find(({ tag }) => tag === 'tier')?.values).toEqual([
      { text: 'high', models: 1, means: expect.arrayContaining([{ field: 'tier', to: '1' }]) },
      { text: 'green', models: 1, means: expect.not.arrayContaining([expect.objectContaining({ field: 'tier' })]) },
    ]);
    const mapping = {
      tags: [
        { tag: 'tier', field: 'tier' as const, values: [{ from: 'HIGH', to: '2' }] },
        { tag: 'team', field: 'unit' as const, values: [{ from: 'crm', to: 'Retail / CRM' }] },
      ],
    };
    await call('connections.save', { ...stated, id, mapping });
    const preview = await call('connections.preview', { id });
    expect(preview.inventory?.problemsByCode).toContainEqual(
      expect.objectContaining({ column: 'Tag tier', code: 'unknown_value', count: 1 }),
    );
    await call('connections.apply', { id, fetched: preview.fetched });
    const byName = await models();
    expect(byName['Churn']).toMatchObject({ tier: 2, unit: 'Retail / CRM' });
    expect(byName['Fraud']).toMatchObject({ tier: null, unit: 'pay' });
  });

  it('says that a token has ended', async () => {
    const { call, id, stated } = await connected(world());
    process.env['MODELFOLIO_TEST_VERTEX'] = 'ya29.ended';
    await expect(call('connections.preview', { id })).rejects.toThrow(/does not take the secret \(401\)/);
    expect(stated.scope).toBe('acme/europe-west1');
  });
});

describe('the place in Vertex AI', () => {
  it.each([
    ['https://europe-west1-aiplatform.googleapis.com', 'acme', 'acme europe-west1'],
    ['https://europe-west1-aiplatform.googleapis.com', 'acme/europe-west1', 'acme europe-west1'],
    ['https://proxy.example', 'acme.com:ml/us-central1', 'acme.com:ml us-central1'],
  ])('%s, %s', (address, scope, said) => {
    const { project, location } = placeOf(address, scope);
    expect(`${project} ${location}`).toBe(said);
  });

  it.each([
    ['https://proxy.example', 'acme', /names a region/],
    ['https://europe-west1-aiplatform.googleapis.com', 'acme/us-central1', /The address is that of europe-west1/],
    ['https://europe-west1-aiplatform.googleapis.com', '../x', /names no project/],
    ['https://proxy.example', 'acme/us?x=1', /names a region/],
  ])('%s, %s is refused', (address, scope, why) => {
    expect(() => placeOf(address, scope)).toThrow(why);
  });
});
