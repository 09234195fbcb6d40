import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelFilter } from '#contract/models/model-filter';
import { MONITORINGS } from '#domain/vocabulary';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const inventory = sharedFile(FEDERAL_INVENTORY);

async function importing(text: string): Promise<TestBackend> {
  const backend = await testBackend();
  const file = join(backend.folder, 'inventory.csv');
  writeFileSync(file, text);
  await backend.call('imports.apply', { file });
  return backend;
}

/** The three numbers of the overview, each of which the list answers with as many rows. */
async function counted({ call }: TestBackend): Promise<readonly [inProduction: number, no: number, unknown: number]> {
  const { inProduction, notMonitored, monitoringUnknown } = await call('overview.summary', {});
  const total = async (filter: ModelFilter) => (await call('models.list', { filter, limit: 1 })).total;
  expect(await total({ monitoring: ['not_monitored'] })).toBe(notMonitored);
  expect(await total({ monitoring: ['unknown'] })).toBe(monitoringUnknown);
  expect(await total({ monitoring: ['monitored'] })).toBe(inProduction - notMonitored - monitoringUnknown);
  expect(await total({ monitoring: [] })).toBe(0);
  return [inProduction, notMonitored, monitoringUnknown];
}

const kinds = async ({ call }: TestBackend) =>
  (await call('overview.summary', {})).attention.map(({ kind, count }) => `${kind} ${count}`);

describe('of a file that does not speak of monitoring', () => {
  it('models in production are not known to be watched, which is not "no"', async () => {
    const backend = await importing('name,stage,tier\nAlpha,Production,1\nBeta,Production,2\nGamma,Development,1\n');
    expect(await counted(backend)).toEqual([2, 0, 2]);
    const { subline, byStage } = await backend.call('overview.summary', {});
    expect(byStage.deployed).toBe(2);
    expect(subline).toContain('Nobody has said of any of those in production whether it is monitored.');
    expect((await kinds(backend)).join()).not.toMatch(/unmonitored/u);
    expect(await kinds(backend)).toContain('monitoring_unknown 2');
  });

  it('a model that somebody moves or creates here is known, and a drift result in time shows that one is watched', async () => {
    const backend = await importing('name,stage\nAlpha,Production\nBeta,Production\nGamma,Production\n');
    const { call, at } = backend;
    const { rows } = await call('models.list', {});
    const [alpha, beta] = rows.map(({ id }) => id);
    if (alpha === undefined || beta === undefined) throw new Error('the models are not there');
    await call('models.create', { name: 'Delta', stage: 'deployed' });
    await call('models.move', { id: beta, to: 'monitored' });
    expect(await counted(backend)).toEqual([4, 1, 2]);

    at('2026-12-02T12:00:00.000Z');
    const result = { modelId: alpha, column: 'age', metric: 'psi', source: { tool: 'Modelfolio' }, at: '2026-12-01' };
    await call('drift.record', { ...result, value: 0.01, nRef: 10_000, nCur: 9_000 });
    expect(await counted(backend)).toEqual([4, 1, 1]);
    expect((await call('models.get', { id: alpha })).monitoring).toBe('monitored');

    // The same of a past day, and each row says what it counts as; long after the result nobody knows any more.
    const then = await call('overview.summary', { at: '2026-12-02T11:00:00.000Z' });
    expect([then.notMonitored, then.monitoringUnknown]).toEqual([1, 1]);
    const asOf = await call('portfolio.asOf', { at: '2026-12-02T11:00:00.000Z' });
    expect(asOf.rows.filter(({ monitoring }) => monitoring === 'unknown').map(({ name }) => name)).toEqual(['Gamma']);
    at('2027-12-02T12:00:00.000Z');
    await call('workspace.open', { file: backend.file });
    expect(await counted(backend)).toEqual([4, 1, 2]);
  });
});

it('is known of a model of which a file says yes or no', async () => {
  const backend = await importing(
    'name,stage,monitored\nAlpha,Production,yes\nBeta,Production,no\nGamma,Production,\n',
  );
  expect(await counted(backend)).toEqual([3, 1, 1]);
});

it('shows in the grid and in the rows of the list alike', async () => {
  const { call } = await importing(
    'name,stage,monitored\nAlpha,Production,yes\nBeta,Production,no\nGamma,Production,\n',
  );
  const { ids, columns } = await call('models.grid', {});
  const { rows } = await call('models.list', {});
  const column = columns.monitoring;
  if (column.kind !== 'coded') throw new Error(column.kind);
  const inGrid = ids.map((id, row) => [id, column.values[column.codes[row] ?? -1]]);
  expect(new Map(inGrid as [string, string][])).toEqual(new Map(rows.map(({ id, monitoring }) => [id, monitoring])));
  expect(rows.map(({ monitoring }) => monitoring).toSorted()).toEqual([...MONITORINGS].toSorted());
});

it('of the federal inventory of 2024, is known where its column says', needs(inventory), async () => {
  const backend = await testBackend();
  await backend.call('imports.apply', { file: inventory.path, preset: 'us-federal-2024' });
  // What the column states is told apart in the evidence of MM2: none 9, and 67 of the three other answers.
  expect(await counted(backend)).toEqual([892, 9, 816]);
});
