import { describe, expect, it } from 'vitest';
import { drift, file } from '../../testing/drift-files';
import { testBackend } from '../../testing/test-backend';

async function portfolio() {
  const engine = await testBackend();
  const { call } = engine;
  const create = (name: string, unit: string, ...ids: readonly string[]): Promise<{ readonly id: string }> =>
    call('models.create', { name, unit, externalReferences: ids.map((id) => ({ system: 'CMDB', id, url: '' })) });
  const a = await create('APP-2', 'Sales', 'X-1');
  const b = await create('Churn', 'Retail', 'APP-2');
  const c = await create('Churn', 'Motor');
  return { ...engine, ids: { a: a.id, b: b.id, c: c.id } };
}

const asked = (ids: { readonly a: string }): readonly string[] => ['APP-2', 'x-1', ids.a, 'churn', 'Fraud'];

const results = (models: readonly string[]): string =>
  [
    'model,time,column,metric,value,n_ref,n_cur',
    ...models.map((one, n) => `${one},2024-01-0${n + 1},age,psi,0.1,900,900`),
    '',
  ].join('\n');
const incidents = (models: readonly string[]): string =>
  [
    'Incident ID,Title,Severity,Status,Opened,Resolved,Model',
    ...models.map((one, n) => `A-${n},Late,3,Open,2026-03-02 10:00,,${one}`),
  ].join('\n');

describe('the model that a text of a file means', () => {
  it('is the same for drift results and incidents; of several none is picked', async () => {
    const { call, folder, ids } = await portfolio();
    const ofDrift = await drift(call('imports.preview', { file: file(folder, 'd.csv', results(asked(ids))) }));
    const ofIncidents = await call('imports.preview', { file: file(folder, 'i.csv', incidents(asked(ids))) });
    if (ofIncidents.format !== 'incidents') throw new Error(ofIncidents.format);
    const both = [
      ofDrift.subjects.map(({ name, ...rest }) => ({ text: name, ...rest })),
      asked(ids).flatMap((text) => ofIncidents.models.find((one) => one.text === text) ?? []),
    ];
    for (const models of both) {
      expect(models.map(({ found, modelId }) => [found, modelId])).toEqual([
        ['external_id', ids.b],
        ['external_id', ids.a],
        ['own_id', ids.a],
        ['ambiguous', null],
        ['unknown', null],
      ]);
      expect(models[3]?.candidates).toEqual([
        { modelId: ids.b, modelName: 'Churn', unit: 'Retail' },
        { modelId: ids.c, modelName: 'Churn', unit: 'Motor' },
      ]);
      expect(models.filter((one) => one.candidates.length > 0)).toHaveLength(1);
    }
    expect(ofDrift).toMatchObject({ creates: 3, rejected: 2 });
    expect(ofDrift.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'model_ambiguous: “churn” fits 2 models by name: Churn (Retail) or Churn (Motor). Its 1 result is not imported until one is chosen.',
      'model_unknown: No model of the portfolio is called “Fraud”, so its 1 result is not imported. Choose the model that it is.',
    ]);
    expect(ofIncidents).toMatchObject({ creates: 5, rejected: 0, withoutModel: 2 });
    expect(ofIncidents.models[0]?.text).toBe('churn');
    expect(ofIncidents.problems).toMatchObject([{ code: 'model_ambiguous', row: 5, value: 'churn', effect: 'note' }]);
  });

  it('is what was chosen for it; the model of the rest is for texts that fit none', async () => {
    const { call, folder, ids } = await portfolio();
    const path = file(folder, 'i.csv', incidents(['churn', 'Fraud', 'APP-2', '']));
    const first = await call('imports.preview', { file: path });
    if (first.format !== 'incidents') throw new Error(first.format);
    const ask = async (mapping: object) => {
      const again = await call('imports.preview', { file: path, mapping: { ...first.mapping, ...mapping } });
      if (again.format !== 'incidents') throw new Error(again.format);
      return { models: Object.fromEntries(again.models.map(({ text, found }) => [text, found])), again };
    };
    const rest = await ask({ allToModel: ids.a });
    expect(rest.models).toEqual({ churn: 'ambiguous', Fraud: 'rest', 'APP-2': 'external_id' });
    expect(rest.again.withoutModel).toBe(1);
    const chosen = await ask({
      allToModel: ids.a,
      models: [
        { from: 'Churn', modelId: ids.c },
        { from: 'fraud', modelId: null },
      ],
    });
    expect(chosen.models).toEqual({ churn: 'chosen', Fraud: 'left_out', 'APP-2': 'external_id' });
    expect(chosen.again.sample.map(({ modelId }) => modelId)).toEqual([ids.c, null, ids.b, ids.a]);
  });
});
