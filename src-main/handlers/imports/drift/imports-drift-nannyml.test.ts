import { describe, expect, it } from 'vitest';
import { file, sample, withModel } from '../../../testing/drift-files';

describe('tables of NannyML', () => {
  it('reads decimal commas and a worksheet as the same chunks, columns with commas among them', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('nannyml-0.12.1-univariate.csv'), modelId });
    const given = (await call('drift.series', { modelId })).series;
    expect(given.map((one) => one.column).sort()).toEqual(['Größe, log', 'bmi', 'bp']);
    expect(given[0]?.t[0]).toBe('2024-05-11T23:59:59.999Z');
    const comma = sample('nannyml-0.12.1-decimal-comma.csv');
    expect(await call('drift.import', { file: comma, modelId })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 15,
    });
    // A worksheet keeps 15 digits of a number and no part of a second: other values, but of the same chunks.
    const sheet = await call('drift.import', { file: sample('nannyml-0.12.1-univariate.xlsx'), modelId });
    expect(sheet).toMatchObject({ created: 0, rejected: 0 });
    for (const one of (await call('drift.series', { modelId })).series) {
      const before = given.find((each) => each.column === one.column);
      expect(one.t).toEqual(before?.t);
      for (const [place, value] of one.v.entries()) expect(value).toBeCloseTo(before?.v[place] ?? Number.NaN, 13);
    }
  });

  it('says which cell is not a number instead of keeping a gap in silence', async () => {
    const { call, folder, modelId } = await withModel();
    const head = 'chunk_key,chunk_start_date,chunk_end_date,chunk_period,bmi_wasserstein_value,bmi_wasserstein_alert';
    const row = '2024-05-11,2024-05-11,2024-05-11 23:59:59.999999999,analysis,much,True';
    const reply = await call('drift.import', { file: file(folder, 'words.csv', `${head}\n${row}\n`), modelId });
    expect(reply.problems).toEqual([expect.objectContaining({ code: 'not_a_number', value: 'much', row: 2 })]);
    const [one] = (await call('drift.series', { modelId })).series;
    expect(one).toMatchObject({ v: [null], toolVerdict: ['drift'] });
  });

  it('keeps both limits of a domain classifier and its alerts', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('nannyml-0.12.1-domain.csv'), modelId });
    const [one] = (await call('drift.series', { modelId })).series;
    expect(one).toMatchObject({
      column: '',
      metric: 'domainClassifierAuc',
      toolVerdict: ['none', 'none', 'drift', 'drift', 'none'],
      nRef: [240, 240, 240, 240, 240],
      nCur: [48, 48, 48, 48, 10],
    });
    expect(one?.v[2]).toBe(0.68828125);
    expect([one?.thresholds.lower[0], one?.thresholds.upper[0]]).toEqual([0.45, 0.65]);
  });

  it('says of a table of performance why nothing of it is drift', async () => {
    const { call, folder, modelId } = await withModel();
    const head = 'chunk_key,chunk_start_date,chunk_end_date,chunk_period,roc_auc_value,roc_auc_alert';
    const path = file(folder, 'cbpe.csv', `${head}\n2024-05-11,2024-05-11,2024-05-11 23:59:59,analysis,0.8,True\n`);
    await expect(call('drift.import', { file: path, modelId })).rejects.toThrow(
      /column roc_auc_value does not say which calculation of NannyML it holds/,
    );
  });
});
