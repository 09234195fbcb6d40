import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Answer, type FakeServer, type Golden, startServer } from '../../../importers/mlflow/testing/golden';
import { type TestBackend, testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';

/** What moto 5.2 answered to the questions of this program about a registry that boto3 had made, by operation and question. */
const recorded = (): Golden =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL('../../../importers/sagemaker/testing/moto-5.2.json', import.meta.url)), 'utf8'),
  ) as Golden; // recorded

const answering =
  (golden: Golden): Answer =>
  async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    const operation = String(request.headers['x-amz-target']).split('.')[1];
    const found = golden[`${operation} ${body}`] ?? golden[`${operation}`];
    response.writeHead(found?.status ?? 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(found?.body ?? '{"__type":"ValidationException","message":"nobody asked this when it was recorded"}');
  };

async function connected(golden: Golden): Promise<TestBackend & { id: string; server: FakeServer }> {
  const server = await startServer(answering(golden));
  onTestFinished(() => server.close());
  process.env.TEST_AWS_KEY = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
  onTestFinished(() => {
    delete process.env.TEST_AWS_KEY;
  });
  const backend = await testBackend();
  backend.at(DAY);
  const { id, origin, shown } = await backend.call('connections.save', {
    kind: 'sagemaker',
    label: 'SageMaker',
    address: server.address,
    scope: 'eu-central-1',
    auth: 'password',
    login: 'AKIDEXAMPLE',
    secretRef: 'env:TEST_AWS_KEY',
    mapping: { tags: [{ tag: 'model_owner', field: 'businessOwner' }] },
  });
  await backend.call('connections.agree', { id, origin, shown });
  return { ...backend, id, server };
}

const denied = (operation: string): Golden[string] => ({
  status: 400,
  body: JSON.stringify({
    __type: 'com.amazonaws.sagemaker#AccessDeniedException',
    Message: `User: arn:aws:iam::111122223333:user/a is not authorized to perform: sagemaker:${operation}`,
  }),
});

interface Recorded {
  readonly ProductionVariants: readonly object[];
  readonly Endpoints: readonly object[];
}

/** Changes what was recorded of an operation that was asked once. */
function replace(golden: Golden, operation: string, change: (body: Recorded) => object): void {
  const asked = Object.keys(golden).find((one) => one.startsWith(`${operation} `)) ?? '';
  const body = JSON.parse(golden[asked]?.body ?? '{}') as Recorded; // of that operation
  golden[asked] = { status: 200, body: JSON.stringify({ ...body, ...change(body) }) };
}

const served = (name: string): Golden[string] => ({
  status: 200,
  body: JSON.stringify({ PrimaryContainer: { ModelPackageName: name } }),
});

describe('a registry of SageMaker', { timeout: 60_000 }, () => {
  it('comes in as models with their versions, what endpoints run as what is live', async () => {
    const { call, id, server } = await connected(recorded());
    const found = await call('connections.test', { id });
    expect(found.server).toMatchObject({ models: 113, versions: 115, workspace: 'eu-central-1' });
    expect(found.tags).toContainEqual(expect.objectContaining({ tag: 'risk_rating', models: 1, samples: ['Medium'] }));
    expect(found.warnings.map(({ what }) => what)).toEqual(['1 model card names no model package group']);
    expect(String(server.requests[0]?.headers.authorization)).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/sagemaker\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
    );
    expect(JSON.stringify(server.requests)).not.toContain('wJalrXUtnFEMI');

    const preview = await call('connections.preview', { id });
    expect(preview).toMatchObject({ changes: 113, asks: 0, inventory: { creates: 113 } });
    await call('connections.apply', { id, fetched: preview.fetched });
    const { rows } = await call('models.list', { search: 'churn' });
    const churn = await call('models.get', { id: rows[0]?.id ?? '' });
    expect(churn).toMatchObject({
      stage: 'deployed',
      version: '1',
      businessOwner: 'Ada Lovelace',
      purpose: 'Who is about to leave',
    });
    const fraud = (await call('models.list', { search: 'fraud-cards' })).rows[0];
    expect(fraud?.stage).not.toBe('deployed');
    expect(await call('connections.refresh', {})).toMatchObject({
      results: [{ outcome: 'unchanged', changes: 0, asks: 0 }],
    });
    await call('history.undo', {});
    expect((await call('portfolio.info', {})).models).toBe(0);
  });

  it('says what these keys may not see, and takes the rest', async () => {
    const golden = recorded();
    for (const operation of ['ListEndpoints', 'ListModelCards']) {
      for (const asked of Object.keys(golden)) if (asked.startsWith(`${operation} `)) delete golden[asked];
      golden[operation] = denied(operation);
    }
    const { call, id } = await connected(golden);
    const found = await call('connections.test', { id });
    expect(found.server).toMatchObject({ models: 113, versions: 115 });
    expect(found.warnings.map(({ what }) => what)).toEqual([
      'These keys may not see the endpoints, so that nobody knows what is in service',
      'These keys may not see the model cards',
    ]);
  });

  it('says of no version that it is live where an endpoint runs two, and keeps what was seen before', async () => {
    const golden = recorded();
    const { call, id, at } = await connected(golden);
    await call('connections.apply', { id, fetched: (await call('connections.preview', { id })).fetched });
    replace(golden, 'DescribeEndpointConfig', ({ ProductionVariants: [variant] }) => ({
      ProductionVariants: [variant, { ...variant, VariantName: 'canary', ModelName: 'churn-v2' }],
    }));
    golden['DescribeModel {"ModelName":"churn-v2"}'] = served(
      'arn:aws:sagemaker:eu-central-1:123456789012:model-package/churn/2',
    );
    at('2026-12-02T06:00:00.000Z');
    const warnings = async () => (await call('connections.test', { id })).warnings.map(({ what }) => what);
    expect(await warnings()).toContain('churn runs versions 1 and 2 at once');
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0 });

    const other = await connected(golden);
    const { fetched } = await other.call('connections.preview', { id: other.id });
    await other.call('connections.apply', { id: other.id, fetched });
    const [churn] = (await other.call('models.list', { search: 'churn' })).rows;
    expect(churn).toMatchObject({ version: '' });
    expect(churn?.stage).not.toBe('deployed');
  });

  it('takes no package of another account for its own, and reads an endpoint that is being changed', async () => {
    const golden = recorded();
    replace(golden, 'ListEndpoints', ({ Endpoints: [one] }) => ({
      Endpoints: [
        { ...one, EndpointStatus: 'Updating' },
        { ...one, EndpointName: 'broken', EndpointStatus: 'Failed' },
      ],
    }));
    const live = async (): Promise<unknown> => {
      const { call, id } = await connected(golden);
      await call('connections.apply', { id, fetched: (await call('connections.preview', { id })).fetched });
      return (await call('models.list', { search: 'churn' })).rows[0]?.version;
    };
    expect(await live()).toBe('1');
    golden['DescribeModel {"ModelName":"churn-v1"}'] = served(
      'arn:aws:sagemaker:eu-central-1:999999999999:model-package/churn/1',
    );
    expect(await live()).toBe('');
    golden['DescribeModel {"ModelName":"churn-v1"}'] = served('churn/1');
    expect(await live()).toBe('1');
  });

  it('keeps what was seen where the endpoints may be seen no more', async () => {
    const golden = recorded();
    const { call, id, at } = await connected(golden);
    await call('connections.apply', { id, fetched: (await call('connections.preview', { id })).fetched });
    for (const asked of Object.keys(golden)) if (asked.startsWith('ListEndpoints ')) delete golden[asked];
    golden.ListEndpoints = denied('ListEndpoints');
    at('2026-12-02T06:00:00.000Z');
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0 });
    const [churn] = (await call('models.list', { search: 'churn' })).rows;
    expect(churn).toMatchObject({ stage: 'deployed', version: '1' });
  });

  it('takes a look that might not see the endpoints for none: nothing went live since', async () => {
    const golden = recorded();
    const [asked = ''] = Object.keys(golden).filter((one) => one.startsWith('ListEndpoints '));
    const endpoints = golden[asked];
    golden[asked] = denied('ListEndpoints');
    const { call, id, at } = await connected(golden);
    await call('connections.test', { id });
    await call('connections.preview', { id });
    if (endpoints) golden[asked] = endpoints;
    replace(golden, 'ListEndpoints', ({ Endpoints: [one] }) => ({
      Endpoints: [{ ...one, LastModifiedTime: Date.parse('2026-12-01T12:00:00.000Z') / 1000 }],
    }));
    at('2026-12-02T06:00:00.000Z');
    const { lines } = await call('connections.preview', { id });
    // Registered on 30 November; the look of 1 December saw nothing.
    expect(lines.find(({ name }) => name === 'churn')?.when).toBe('seen between 30 Nov 2026 and 1 Dec 2026');
  });

  it('is asked again when it is asked too often, and fails in a sentence where the keys are wrong', async () => {
    const golden = recorded();
    const [first = ''] = Object.keys(golden).filter((asked) => asked.startsWith('ListModelPackageGroups'));
    const right = golden[first];
    let refusals = 2;
    Object.defineProperty(golden, first, {
      get: () => {
        refusals -= 1;
        return refusals >= 0
          ? { status: 400, body: '{"__type":"ThrottlingException","message":"Rate exceeded"}' }
          : right;
      },
    });
    const { call, id } = await connected(golden);
    expect((await call('connections.test', { id })).server.models).toBe(113);
    const wrong: Golden = {
      ListModelPackageGroups: {
        status: 400,
        body: '{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}',
      },
    };
    const other = await connected(wrong);
    await expect(other.call('connections.test', { id: other.id })).rejects.toThrow(
      /does not take the request \(400\): it says “UnrecognizedClientException: The security token included in the request is invalid/,
    );
  });
});
