import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { plant } from '../../../testing/planted-portfolio';
import { psiResults } from '../../../testing/psi-results';
import { testBackend } from '../../../testing/test-backend';

const require = createRequire(import.meta.url);
const SCHEMAS = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema');
const schema = (name: string): object => JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8'));

/** What the published schema has against a bill of materials. */
function problems(version: '1.6' | '1.7', bom: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat('idn-email', true);
  ajv.addFormat('iri-reference', (text: string) => URL.canParse(text, 'https://example.org') && !/\s/.test(text));
  for (const part of ['spdx.SNAPSHOT', 'jsf-0.82.SNAPSHOT', 'cryptography-defs.SNAPSHOT'])
    ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}.schema.json`);
  const validate = ajv.compile(schema(`bom-${version}.SNAPSHOT`));
  return validate(bom) ? null : validate.errors;
}

const VERSIONS = ['1.6', '1.7'] as const;

type Component = {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly supplier?: { readonly name: string };
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly modelCard?: {
    readonly quantitativeAnalysis?: { readonly performanceMetrics: readonly { readonly value: string }[] };
    readonly considerations?: Record<string, unknown>;
  };
};
type Bom = {
  readonly serialNumber: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
};

async function small() {
  const engine = await testBackend();
  const { call, folder } = engine;
  const motor = await call('models.create', {
    name: 'Motor severity',
    stage: 'deployed',
    since: '2026-01-05',
    version: '4',
    tier: 1,
    purpose: 'Prices <b>claims</b>',
    limitations: 'Not for vans',
    approvedUses: 'Motor tariffs',
    dataSources: 'Claims since 2019',
    businessOwner: 'Ada Lovelace',
    vendor: 'Acme',
    tags: ['motor', 'glm'],
    personalData: 'no',
    externalReferences: [
      { system: 'MLflow', id: 'motor', url: 'https://mlflow.example/models/motor' },
      { system: 'Wiki', id: 'x', url: 'not an address' },
    ],
  });
  const chat = await call('models.create', { name: 'Chat', kind: 'generative' });
  const rules = await call('models.create', { name: 'Fraud rules', kind: 'rules', limitations: 'Cards only' });
  const rest = { critical: true, from: '2026-01-01' } as const;
  await call('dependencies.add', {
    modelId: chat.id,
    outside: 'OpenAI / GPT-5 / 2026-10',
    relation: 'foundation_model',
    ...rest,
  });
  await call('dependencies.add', { modelId: motor.id, dependsOn: chat.id, relation: 'input', ...rest });
  await call('dependencies.add', { modelId: rules.id, relation: 'none', ...rest });
  await call('dependencies.add', {
    modelId: rules.id,
    dependsOn: motor.id,
    relation: 'input',
    critical: false,
    from: '2026-01-01',
    until: '2026-02-01',
  });
  await call('drift.record', {
    results: psiResults(motor.id, [0.05, 0.3], (index) => ({ at: `2026-11-${10 + index}T00:00:00.000Z` })),
  });
  await call('evidence.add', {
    ids: [motor.id],
    kind: 'validation',
    on: '2026-02-01',
    by: 'Grace Hopper',
    outcome: 'passed',
    link: 'https://dms.example/v/1',
  });
  await call('findings.create', {
    modelId: motor.id,
    title: 'Younger drivers',
    source: 'validation',
    topic: 'fairness',
    severity: 'high',
    openedOn: '2026-03-01',
    remediation: 'New bands',
  });
  const file = join(folder, 'out.json');
  const read = (): string => readFileSync(file, 'utf8');
  return { ...engine, file, read, motor: motor.id, chat: chat.id, rules: rules.id };
}

describe('the ML-BOM', () => {
  it.each(VERSIONS)('of a planted portfolio is what the published schema %s asks', async (version) => {
    const { call, folder } = await plant();
    const out = join(folder, 'bom.json');
    const { rows } = await call('exports.mlBom', { out, version });
    const bom: Bom = JSON.parse(readFileSync(out, 'utf8'));
    expect(problems(version, bom)).toBeNull();
    expect(rows).toBe(bom.components.length);
    const refs = bom.components.map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    for (const { ref, dependsOn = [] } of bom.dependencies)
      for (const named of [ref, ...dependsOn]) expect(refs).toContain(named);
    // The check itself can fail.
    expect(problems(version, { ...bom, components: [{ type: 'model', name: 'x' }] })).not.toBeNull();
  });

  it('tells what is known, what it rests on and its newest figures, and makes nothing up', async () => {
    const { call, file, read, motor, chat, rules } = await small();
    expect(await call('exports.mlBom', { out: file })).toMatchObject({ rows: 4 });
    const bom: Bom = JSON.parse(read());
    const of = (name: string) => bom.components.find((one) => one.name === name);
    expect(of('Motor severity')).toMatchObject({
      type: 'machine-learning-model',
      version: '4',
      supplier: { name: 'Acme' },
      externalReferences: [
        { type: 'other', url: 'https://mlflow.example/models/motor', comment: 'MLflow: motor' },
        { type: 'evidence', url: 'https://dms.example/v/1', comment: 'Validation, 2026-02-01' },
      ],
      modelCard: {
        modelParameters: { datasets: [{ type: 'dataset', description: 'Claims since 2019' }] },
        considerations: {
          useCases: ['Motor tariffs'],
          technicalLimitations: ['Not for vans'],
          ethicalConsiderations: [{ name: 'Younger drivers', mitigationStrategy: 'New bands' }],
        },
      },
    });
    expect(of('Motor severity')?.modelCard?.quantitativeAnalysis?.performanceMetrics.map(({ value }) => value)).toEqual(
      ['0.3'],
    );
    expect(of('Chat')?.modelCard).toBeUndefined();
    expect(of('Chat')?.version).toBeUndefined();
    expect(of('GPT-5')).toMatchObject({ supplier: { name: 'OpenAI' }, version: '2026-10' });
    expect(of('Fraud rules')).toMatchObject({ type: 'application' });
    expect(of('Fraud rules')?.properties).toContainEqual({ name: 'modelfolio:limitations', value: 'Cards only' });
    expect(bom.dependencies).toEqual([
      { ref: `model:${chat}`, dependsOn: ['outside:openai / gpt-5 / 2026-10'] },
      // Looked at: it rests on nothing. What ended in February is not told.
      { ref: `model:${rules}` },
      { ref: `model:${motor}`, dependsOn: [`model:${chat}`] },
    ]);
  });

  it('leaves out a series that has ended, as the health of the model does', async () => {
    const { call, file, read, motor } = await small();
    const weekly = (first: string) => (index: number) => ({
      at: new Date(Date.parse(first) + index * 7 * 86_400_000).toISOString(),
    });
    // At act when it ended, five weeks before the newest result of the other.
    const ended = psiResults(motor, Array(8).fill(0.6), weekly('2026-08-10')).map((one) => ({ ...one, column: 'old' }));
    const goesOn = psiResults(motor, Array(14).fill(0.01), weekly('2026-08-10'));
    await call('drift.record', { results: [...ended, ...goesOn.map((one) => ({ ...one, column: 'live' }))] });
    await call('exports.mlBom', { version: '1.6', out: file });
    const { components } = JSON.parse(read()) as Bom;
    const metrics = components.find(({ name }) => name === 'Motor severity')?.modelCard?.quantitativeAnalysis;
    const slices = metrics?.performanceMetrics.map((one) => Reflect.get(one, 'slice'));
    expect(slices).toContain('live');
    expect(slices).not.toContain('old');
  });

  it('of the same content on the same day is the same file, of one model names what it rests on', async () => {
    const { call, at, file, read, motor } = await small();
    await call('exports.mlBom', { out: file });
    const first = read();
    at('2026-11-23T18:00:00.000Z');
    await call('exports.mlBom', { out: file });
    expect(read()).toBe(first);
    expect(await call('exports.mlBom', { out: file, ids: [motor] })).toMatchObject({ rows: 2 });
    const bom: Bom = JSON.parse(read());
    expect(bom.components.map(({ name }) => name)).toEqual(['Motor severity', 'Chat']);
    expect(bom.serialNumber).not.toBe(JSON.parse(first).serialNumber);
    expect(await call('exports.mlBom', { out: file, filter: { tier: [3] } })).toMatchObject({ rows: 0 });
    expect(problems('1.6', JSON.parse(read()))).toBeNull();
  });
});

describe('what leaves the house without names', () => {
  it.each(['mlBom', 'spdx', 'modelCard'] as const)('%s holds no name, person or typed text', async (kind) => {
    const { call, file, read, motor } = await small();
    const redact = { names: true, owners: true };
    if (kind === 'modelCard') await call('exports.modelCard', { out: file, id: motor, redact });
    else await call(`exports.${kind}`, { out: file, redact });
    const text = read();
    for (const secret of [
      'Motor',
      'Chat',
      'Fraud',
      'Ada',
      'Acme',
      'claims',
      'vans',
      'OpenAI',
      'gpt-5',
      'mlflow',
      'dms.example',
      'Younger',
      'bands',
      motor,
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain('Model 01');
    if (kind === 'mlBom') expect(problems('1.6', JSON.parse(text))).toBeNull();
  });
});

describe('SPDX', () => {
  it('is one graph: every name in it is of an element of it, and what nobody said is left out', async () => {
    const { call, file, read } = await small();
    expect(await call('exports.spdx', { out: file })).toMatchObject({ rows: 4 });
    const text = read();
    const graph: readonly Record<string, unknown>[] = JSON.parse(text)['@graph'];
    const ids = graph.map((one) => one.spdxId ?? one['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const named of text.match(/urn:uuid:[0-9a-f-]{36}/g) ?? []) expect(ids).toContain(named);
    const of = (name: string) => graph.find((one) => one.name === name);
    expect(of('Motor severity')).toMatchObject({
      type: 'ai_AIPackage',
      software_packageVersion: '4',
      ai_limitation: 'Not for vans',
      ai_useSensitivePersonalInformation: 'no',
    });
    expect(of('Chat')).not.toHaveProperty('ai_autonomyType');
    expect(of('Fraud rules')).toMatchObject({ type: 'software_Package', software_primaryPurpose: 'application' });
    expect(graph.filter(({ type }) => type === 'Relationship')).toHaveLength(2);
  });
});

describe('the card of a model', () => {
  it('is YAML in front of Markdown, with typed text as text', async () => {
    const { call, file, read, motor, chat } = await small();
    await call('exports.modelCard', { out: file, id: motor });
    const text = read();
    expect(
      text.startsWith('---\nmodel_name: "Motor severity"\ntags:\n- "motor"\n- "glm"\nmodelfolio:\n  version: "4"\n'),
    ).toBe(true);
    expect(text).toContain('Prices \\<b\\>claims\\</b\\>');
    expect(text).toContain('- Chat: takes its output, without which it cannot do its work');
    expect(text).toContain('| Validation | 2026-02-01 | Passed | no end said |');
    await call('exports.modelCard', { out: file, id: chat });
    expect(read()).not.toContain('## Limitations');
    await expect(call('exports.modelCard', { out: file, id: 'gone' })).rejects.toThrow('There is no model gone');
  });
});
