import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { testBackend } from '../../testing/test-backend';

const inventory = sharedFile(FEDERAL_INVENTORY);

type Engine = Awaited<ReturnType<typeof testBackend>>;

async function evidenceOf({ call }: Pick<Engine, 'call'>, questionId: string, unit = '') {
  const { id } = await call('assessments.start', { unit });
  const { evidence } = await call('assessments.answer', { id, questionId, value: 3 });
  return evidence.find((one) => one.questionId === questionId);
}

async function importCsv({ call, folder }: Engine, text: string): Promise<void> {
  const file = join(folder, 'models.csv');
  writeFileSync(file, text);
  await call('imports.apply', { file });
}

describe('what an imported file never said', () => {
  it('is no evidence, until somebody says it of one model or enters a model here', async () => {
    const engine = await testBackend();
    await importCsv(engine, 'Model name,Business unit,Stage\nFraud,Cards,Production\nChurn,Retail,Production\n');
    for (const id of ['MR1', 'MM4', 'MG1', 'MG4']) {
      expect(await evidenceOf(engine, id), id).toMatchObject({
        suggests: null,
        contradiction: false,
        counts: { part: 0, whole: 2 },
      });
    }
    const [fraud] = (await engine.call('models.list', { search: 'fraud' })).rows;
    await engine.call('models.update', { id: fraud?.id ?? '', patch: { businessOwner: 'Grace' } });
    expect(await evidenceOf(engine, 'MG1')).toMatchObject({ suggests: 0, contradiction: true });
    expect(await evidenceOf(engine, 'MR1')).toMatchObject({ suggests: null });
    await engine.call('models.create', { name: 'Pricing', unit: 'Cards', stage: 'deployed' });
    expect(await evidenceOf(engine, 'MR1')).toMatchObject({ suggests: 1, contradiction: true });
    // Nothing was entered here for this unit, and nobody has a registry reference.
    expect(await evidenceOf(engine, 'MR1', 'Retail')).toMatchObject({ suggests: null });
  });

  it('is not who made a move, nor why', async () => {
    const engine = await testBackend();
    await importCsv(engine, 'Model name,Stage,Deployed on,Version\nFraud,Production,2024-03-01,1.0\n');
    for (const id of ['MR3', 'MG2', 'MG3']) {
      expect(await evidenceOf(engine, id), id).toMatchObject({ suggests: null, counts: { part: 0, whole: 0 } });
    }
    const [fraud] = (await engine.call('models.list', {})).rows;
    const id = fraud?.id ?? '';
    await engine.call('models.move', { id, to: 'monitored', at: '2025-06-01', reason: 'Monitoring set up' });
    expect(await evidenceOf(engine, 'MG3')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
    await engine.call('models.move', { id, to: 'retraining', at: '2025-07-01' });
    await engine.call('models.move', { id, to: 'validation', at: '2025-07-02' });
    await engine.call('models.move', { id, to: 'deployed', at: '2025-07-03', version: '2.0' });
    expect(await evidenceOf(engine, 'MR3')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
  });

  it('does not take the line of an inventory for a registry reference', async () => {
    const engine = await testBackend();
    await importCsv(engine, 'Model name,Stage,Model ID\nFraud,Production,INV-1\n');
    const [fraud] = (await engine.call('models.list', {})).rows;
    const model = await engine.call('models.get', { id: fraud?.id ?? '' });
    expect(model.externalReferences).toMatchObject([{ system: 'Inventory', id: 'INV-1' }]);
    expect(await evidenceOf(engine, 'MR1')).toMatchObject({ suggests: null, counts: { part: 0, whole: 1 } });
    await engine.call('models.update', {
      id: model.id,
      patch: { externalReferences: [{ system: 'MLflow', id: 'fraud/1', url: '' }] },
    });
    expect(await evidenceOf(engine, 'MR1')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
  });
});

it('counts again when a model changes, also by undo and redo, and for each unit', async () => {
  const engine = await testBackend();
  const { call } = engine;
  const { id } = await call('models.create', { name: 'Fraud', unit: 'Cards', stage: 'deployed', tier: 1 });
  const owned = { suggests: 2, counts: { part: 1, whole: 1 } };
  expect(await evidenceOf(engine, 'MG1')).toMatchObject({ suggests: 0 });
  await call('models.update', { id, patch: { businessOwner: 'Grace' } });
  const assessment = await call('assessments.start', {});
  const seen = async () =>
    (await call('assessments.get', { id: assessment.id })).evidence.find((one) => one.questionId === 'MG1');
  expect(await seen()).toMatchObject(owned);
  await call('models.create', { name: 'Churn', stage: 'deployed' });
  expect(await seen()).toMatchObject({ counts: { part: 1, whole: 2 } });
  await call('history.undo', {});
  expect(await seen()).toMatchObject(owned);
  await call('history.redo', {});
  expect(await seen()).toMatchObject({ counts: { part: 1, whole: 2 } });
  expect(await evidenceOf(engine, 'MG1', 'Cards')).toMatchObject(owned);
});

describe('what runs here', () => {
  // The clock of these engines stands at 23 November 2026.
  const result = (modelId: string, at: string) => ({
    modelId,
    metric: 'psi' as const,
    base: 'e' as const,
    source: { tool: 'Evidently', version: '0.7' },
    at,
    value: 0.02,
    nRef: 5000,
    nCur: 5000,
  });

  it('holds a claim to monitor against drift results that are not overdue', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const model = {
        name: `Model ${n}`,
        unit: n < 3 ? 'Retail / Cards' : 'Markets',
        updateFrequency: 'monthly',
      } as const;
      ids.push((await call('models.create', { ...model, stage: 'monitored', since: '2026-01-01' })).id);
    }
    expect(await evidenceOf(engine, 'MM2')).toMatchObject({ suggests: null, counts: { part: 0, whole: 4 } });
    await call('drift.record', { results: [result(ids[0] ?? '', '2026-11-20'), result(ids[1] ?? '', '2026-08-01')] });
    expect(await evidenceOf(engine, 'MM2')).toMatchObject({
      suggests: 1,
      contradiction: true,
      counts: { part: 1, whole: 4 },
      words: '1 of 4 production models has a monitoring result in time',
    });
    // The same models that the list of health calls neither silent nor unknown.
    const silent = await call('models.list', { filter: { inProduction: true, health: ['silent', 'unknown'] } });
    expect(silent.total).toBe(3);
    expect(await evidenceOf(engine, 'MM2', 'Markets')).toMatchObject({ suggests: 0, counts: { part: 0, whole: 1 } });
    await call('drift.record', { results: [result(ids[1] ?? '', '2026-11-22'), result(ids[2] ?? '', '2026-11-22')] });
    expect(await evidenceOf(engine, 'MM2', 'Retail')).toMatchObject({ suggests: 3, counts: { part: 3, whole: 3 } });
    // The answer, the start of its assessment, and then the results.
    for (let n = 0; n < 3; n += 1) await call('history.undo', {});
    expect(await evidenceOf(engine, 'MM2')).toMatchObject({ counts: { part: 1, whole: 4 } });
  });

  it('holds claims on incidents against the register, by unit as well', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const cards = await call('models.create', { name: 'Fraud', unit: 'Cards', stage: 'deployed' });
    const retail = await call('models.create', { name: 'Churn', unit: 'Retail', stage: 'deployed' });
    expect(await evidenceOf(engine, 'MM5')).toMatchObject({ suggests: null, counts: { part: 0, whole: 0 } });
    const times = { openedAt: '2026-11-01T08:00:00Z', resolvedAt: '2026-11-01T18:00:00Z' };
    await call('incidents.create', {
      title: 'Scores are stale',
      modelId: cards.id,
      ...times,
      causedByChange: 'yes',
      reviewedAt: '2026-11-05',
      detectedBy: 'monitoring',
    });
    await call('incidents.create', {
      title: 'Scores are late',
      modelId: retail.id,
      ...times,
      resolvedAt: '2026-11-03T08:00:00Z',
      causedByChange: 'yes',
    });
    await call('incidents.create', { title: 'Still open', modelId: cards.id, openedAt: '2026-11-20' });
    expect(await evidenceOf(engine, 'MM5')).toMatchObject({
      suggests: 1,
      contradiction: true,
      counts: { part: 1, whole: 2 },
      words: '1 of 2 resolved incidents has a review',
      also: ['1 of 2 resolved incidents was found by monitoring'],
    });
    expect(await evidenceOf(engine, 'MM5', 'Cards')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
    // (10 h + 48 h) / 2
    expect(await evidenceOf(engine, 'CD5')).toMatchObject({
      suggests: 1,
      counts: { part: 2, whole: 2 },
      also: ['Faults of a release took 29 hours at the median to put right'],
    });
    expect(await evidenceOf(engine, 'CD5', 'Cards')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
  });
});

describe('the US federal inventory of 2024', needs(inventory), () => {
  it('answers how drift is found from its column on monitoring, for the whole and for an agency', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { importId } = await call('imports.apply', { file: inventory.path });
    const claimed = await evidenceOf(engine, 'MM2');
    expect(claimed).toMatchObject({
      suggests: 1,
      claimed: 3,
      contradiction: true,
      counts: { part: 67, whole: 76 },
      words: 'The inventory states a monitoring process for 67 of 76 production models; of 816 others it says nothing',
    });
    expect(claimed?.also[0]).toBe(
      'Stated in the inventory: none 9, by hand at intervals 47, automated in part 15, an established MLOps process 5',
    );
    expect(await evidenceOf(engine, 'MM2', 'Department of Homeland Security')).toMatchObject({
      suggests: 1,
      counts: { part: 15, whole: 16 },
    });
    expect(await evidenceOf(engine, 'MM2', 'Department of Justice')).toMatchObject({
      suggests: null,
      counts: { part: 0, whole: 168 },
      words: 'No evidence: no monitoring result has been recorded here',
    });
    expect(await evidenceOf(engine, 'MG1')).toMatchObject({ suggests: null, contradiction: false });
    await call('imports.undo', { importId });
    expect(await evidenceOf(engine, 'MM2')).toMatchObject({ suggests: null, counts: { part: 0, whole: 0 } });
  }, 60_000);
});
