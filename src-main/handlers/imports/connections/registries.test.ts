import type { IncomingMessage } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Input } from '#contract/index';
import { goldenAnswer, readGolden, startServer } from '../../../importers/mlflow/testing/golden';
import { type TestBackend, testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';
const ms = (at: string): number => Date.parse(at);

/** What a server answers to a path with its questions; `undefined`: it has nothing there. */
type Answers = (url: URL, request: IncomingMessage) => unknown;

async function connected(
  answers: Answers,
  more: Partial<Input<'connections.save'>> & Pick<Input<'connections.save'>, 'kind'>,
): Promise<TestBackend & { id: string; paths: () => readonly string[] }> {
  const server = await startServer((request, response) => {
    const found = answers(new URL(request.url ?? '', 'http://127.0.0.1'), request);
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? {}));
  });
  onTestFinished(() => server.close());
  const backend = await testBackend();
  backend.at(DAY);
  const { id, origin, shown } = await backend.call('connections.save', {
    label: 'Registry',
    address: server.address,
    mapping: { tags: [{ tag: 'owner', field: 'businessOwner' }] },
    ...more,
  });
  await backend.call('connections.agree', { id, origin, shown });
  return { ...backend, id, paths: () => server.requests.map(({ path }) => path) };
}

async function taken({ call, id }: TestBackend & { id: string }): Promise<Record<string, unknown>> {
  const { fetched } = await call('connections.preview', { id });
  await call('connections.apply', { id, fetched });
  const { rows } = await call('models.list', {});
  return Object.fromEntries(
    rows.map(({ name, stage, version, businessOwner }) => [name, { stage, version, businessOwner }]),
  );
}

/** In the form of its published description: pages that are empty and go on, aliases of the model alone, versions without them. */
const unityCatalog: Answers = (url, { headers }) => {
  if (headers.authorization !== 'Bearer dapi-1') return undefined;
  const [, name, versions] = /^\/api\/2\.1\/unity-catalog\/models\/([^/]+)(\/versions)?$/.exec(url.pathname) ?? [];
  if (url.pathname === '/api/2.1/unity-catalog/models') {
    if (url.searchParams.get('catalog_name') !== 'main' || url.searchParams.get('schema_name') !== 'risk')
      return undefined;
    const page = url.searchParams.get('page_token');
    if (page === null) return { registered_models: [], next_page_token: 'a' };
    return page === 'a'
      ? { registered_models: [{ name: 'churn', full_name: 'main.risk.churn' }], next_page_token: 'b' }
      : { registered_models: [{ name: 'fraud', full_name: 'main.risk.fraud' }] };
  }
  if (name === 'main.risk.churn' && versions === undefined)
    return {
      full_name: name,
      owner: 'ada@example.com',
      comment: 'Who is about to leave',
      created_at: ms('2025-01-02T00:00:00Z'),
      updated_at: ms('2026-03-01T00:00:00Z'),
      ...(url.searchParams.get('include_aliases') === 'true' && {
        aliases: [
          { alias_name: 'Champion', version_num: 2 },
          { alias_name: 'challenger', version_num: '3' },
        ],
      }),
    };
  if (name === 'main.risk.churn')
    return {
      model_versions: [1, 2, 3, 4].map((version) => ({
        version,
        status: version === 4 ? 'FAILED_REGISTRATION' : 'READY',
        created_at: String(ms(`2025-0${version}-05T00:00:00Z`)),
        updated_at: ms('2026-03-01T00:00:00Z'),
      })),
    };
  if (name === 'main.risk.fraud' && versions === undefined) return { full_name: name, owner: 'team-fraud' };
  return name === 'main.risk.fraud' ? {} : undefined;
};

describe('models of Unity Catalog', () => {
  it('come in with owner and versions; the alias says which is live', async () => {
    process.env.TEST_UC = 'dapi-1';
    onTestFinished(() => {
      delete process.env.TEST_UC;
    });
    const backend = await connected(unityCatalog, {
      kind: 'unity_catalog',
      scope: 'main.risk',
      auth: 'token',
      secretRef: 'env:TEST_UC',
    });
    expect((await backend.call('connections.test', { id: backend.id })).server).toMatchObject({
      models: 2,
      versions: 3,
      workspace: 'main.risk',
    });
    expect(await taken(backend)).toEqual({
      'main.risk.churn': { stage: 'deployed', version: '2', businessOwner: 'ada@example.com' },
      'main.risk.fraud': { stage: 'proposed', version: '', businessOwner: 'team-fraud' },
    });
    expect(await backend.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
    expect(backend.paths().every((path) => path.startsWith('/api/2.1/unity-catalog/models'))).toBe(true);
  });

  it('are of a catalog and a schema, or all', async () => {
    const backend = await connected(() => undefined, {
      kind: 'unity_catalog',
      scope: 'main',
      auth: 'token',
      secretRef: 'env:PATH',
    });
    await expect(backend.call('connections.test', { id: backend.id })).rejects.toThrow(
      /main is no schema of a catalog/,
    );
  });
});

const kubeflow =
  (api: string): Answers =>
  (url) => {
    const common = (id: string, name: string, at: string) => ({
      id,
      name,
      createTimeSinceEpoch: String(ms(at)),
      lastUpdateTimeSinceEpoch: String(ms(at)),
    });
    const page = url.searchParams.get('nextPageToken');
    switch (url.pathname) {
      case `${api}/registered_models`:
        return page === null
          ? {
              items: [
                {
                  ...common('1', 'churn', '2025-01-01T00:00:00Z'),
                  owner: 'Ada',
                  description: 'Who is about to leave',
                  customProperties: { tier: { metadataType: 'MetadataStringValue', string_value: '2' } },
                },
              ],
              nextPageToken: 'more',
              pageSize: 1,
              size: 1,
            }
          : { items: [common('2', 'fraud', '2025-01-01T00:00:00Z')], nextPageToken: '', size: 1 };
      case `${api}/model_versions`:
        return {
          items: [
            { ...common('10', 'v1', '2025-02-01T00:00:00Z'), registeredModelId: '1', state: 'ARCHIVED' },
            { ...common('11', 'v2', '2025-03-01T00:00:00Z'), registeredModelId: '1', state: 'LIVE' },
            { ...common('12', '1.0', '2025-04-01T00:00:00Z'), registeredModelId: '2', state: 'LIVE' },
          ],
          nextPageToken: '',
        };
      case `${api}/inference_services`:
        return {
          items: [
            { ...common('20', 'churn', '2025-03-10T00:00:00Z'), registeredModelId: '1', desiredState: 'DEPLOYED' },
            {
              ...common('21', 'fraud', '2025-04-10T00:00:00Z'),
              registeredModelId: '2',
              modelVersionId: '12',
              desiredState: 'UNDEPLOYED',
            },
          ],
          nextPageToken: '',
        };
      default:
        return undefined;
    }
  };

describe.each(['/api/model_registry/v1', '/api/model_registry/v1alpha3'])('a registry of Kubeflow at %s', (api) => {
  it('brings its models; what a service runs is live, what none runs is not', async () => {
    const backend = await connected(kubeflow(api), { kind: 'kubeflow' });
    const found = await backend.call('connections.test', { id: backend.id });
    expect(found.server).toMatchObject({ models: 2, versions: 3 });
    expect(found.tags.map(({ tag }) => tag)).toEqual(['owner', 'tier']);
    const models = await taken(backend);
    expect(models).toMatchObject({ churn: { stage: 'deployed', version: 'v2', businessOwner: 'Ada' } });
    expect(models.fraud).not.toMatchObject({ stage: 'deployed' });
    expect(await backend.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
  });
});

describe('a registry of Kubeflow that runs two versions of a model', () => {
  it('says of none that it is live', async () => {
    const api = '/api/model_registry/v1';
    const both: Answers = (url, request) =>
      url.pathname === `${api}/inference_services`
        ? {
            items: ['10', '11'].map((version) => ({
              id: `s${version}`,
              registeredModelId: '1',
              modelVersionId: version,
            })),
          }
        : kubeflow(api)(url, request);
    const backend = await connected(both, { kind: 'kubeflow' });
    const { warnings } = await backend.call('connections.test', { id: backend.id });
    expect(warnings).toEqual([
      { what: 'churn runs versions v1 and v2 at once', todo: 'Say in the portfolio which is live' },
    ]);
    const { churn } = await taken(backend);
    expect(churn).toMatchObject({ version: '' });
    expect(churn).not.toMatchObject({ stage: 'deployed' });
  });
});

describe('MLflow’s API under a path, as Azure Machine Learning has it', () => {
  it('is read there', async () => {
    const path =
      '/mlflow/v1.0/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';
    const golden = readGolden('2.22.5');
    delete golden['/version'];
    const answer = goldenAnswer(golden);
    const server = await startServer((request, response) => {
      if (!request.url?.startsWith(path)) response.writeHead(404).end();
      else answer(Object.assign(request, { url: request.url.slice(path.length) }), response);
    });
    onTestFinished(() => server.close());
    const { call } = await testBackend();
    const { id, origin, shown } = await call('connections.save', {
      kind: 'mlflow',
      label: 'Azure',
      address: server.address + path,
    });
    await call('connections.agree', { id, origin, shown });
    const found = await call('connections.test', { id });
    expect(found.server).toMatchObject({ version: '', models: 5, versions: 7 });
    expect(found.warnings.map(({ what }) => what)).toContain('The server does not say its version');
  });
});
