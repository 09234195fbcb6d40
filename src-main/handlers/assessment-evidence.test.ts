import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../testing/test-backend';

const INVENTORY = join(import.meta.dirname, '../../../shared/data/federal-ai-inventory-2024.csv');

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

describe.skipIf(!existsSync(INVENTORY))('the US federal inventory of 2024', () => {
  it('answers how drift is found from its column on monitoring, for the whole and for an agency', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { importId } = await call('imports.apply', { file: INVENTORY });
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
