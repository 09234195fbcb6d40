import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { contract } from '#contract/index';
import { testBackend } from '../../testing/test-backend';
import { openApi } from './openapi';

interface Document {
  readonly paths: Record<string, { readonly post: { readonly operationId: string; readonly 'x-kind': string } }>;
  readonly components: { readonly schemas: Record<string, object> };
}

function document(): Document {
  const reply = openApi();
  if (!reply.ok) throw new Error(reply.failure.message);
  return JSON.parse(JSON.stringify(reply.value));
}

it('has every channel, and every reference leads somewhere', () => {
  const { paths, components } = document();
  const channels = Object.entries(contract).flatMap(([subject, endpoints]) =>
    Object.keys(endpoints).map((method) => `${subject}.${method}`),
  );
  expect(Object.keys(paths)).toEqual(channels.map((channel) => `/rpc/${channel}`));
  expect(paths['/rpc/models.create']?.post['x-kind']).toBe('command');
  const text = JSON.stringify({ paths, components });
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    expect(components.schemas).toHaveProperty([String(name)]);
  expect(text).not.toContain('$defs');
});

it('describes what is really answered, and refuses what is not', async () => {
  const { components } = document();
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'https://modelfolio.invalid/openapi', components });
  const holds = (name: string, value: unknown): boolean =>
    ajv.validate({ $ref: `https://modelfolio.invalid/openapi#/components/schemas/${name}` }, value);
  const { call } = await testBackend();
  const { id } = await call('models.create', { name: 'Churn', tier: 2 });
  expect(holds('models.get.output', await call('models.get', { id }))).toBe(true);
  expect(holds('overview.summary.output', await call('overview.summary', {}))).toBe(true);
  expect(holds('overview.figures.output', await call('overview.figures', {}))).toBe(true);
  expect(holds('models.create.input', { name: 'Churn', tier: 2 })).toBe(true);
  expect(holds('models.create.input', { name: 'Churn', tier: 9 })).toBe(false);
  expect(holds('models.create.input', { name: 'Churn', unknown: 1 })).toBe(false);
});

it('has every channel that the notebook asks', () => {
  const notebook = readFileSync(join(import.meta.dirname, '../../../docs/portfolio-in-pandas.ipynb'), 'utf8');
  const asked = [...notebook.matchAll(/ask\('([^']+)'/g)].map(([, channel]) => channel);
  expect(asked.length).toBeGreaterThan(4);
  const { paths } = document();
  for (const channel of asked) expect(paths).toHaveProperty([`/rpc/${channel}`]);
});
