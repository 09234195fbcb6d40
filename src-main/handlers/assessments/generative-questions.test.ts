import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

async function portfolio() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  return engine;
}

describe('the questions on generative AI', () => {
  it('are asked where such a model is in the portfolio, or where somebody wants them', async () => {
    const { call } = await portfolio();
    await call('models.create', { name: 'Score', since: '2026-01-01' });
    expect(await call('assessments.demand', {})).toMatchObject({ generative: 0, kindUnknown: 1 });
    expect((await call('assessments.start', { name: 'Without' })).questionVersion).toBe(1);
    expect((await call('assessments.start', { name: 'Wanted', generative: true })).questionVersion).toBe(2);
    const { id } = await call('models.create', { name: 'Help desk', kind: 'agent', unit: 'Care', since: '2026-01-01' });
    expect(await call('assessments.demand', {})).toMatchObject({ generative: 1, kindUnknown: 1 });
    expect(await call('assessments.start', { name: 'With' })).toMatchObject({ questionVersion: 2, questions: 35 });
    expect((await call('assessments.start', { name: 'Unwanted', generative: false })).questions).toBe(30);
    // Of a unit that has none they are not asked.
    expect((await call('assessments.start', { name: 'Risk', unit: 'Risk' })).questionVersion).toBe(1);
    await call('models.move', { id, to: 'retired', at: '2026-11-01', reason: 'Never used' });
    expect((await call('assessments.start', { name: 'Ended' })).questionVersion).toBe(1);
  });

  it('come in and go out of an open assessment, but never from under an answer', async () => {
    const { call } = await portfolio();
    const { id } = await call('assessments.start', { name: 'Autumn' });
    await expect(call('assessments.answer', { id, questionId: 'ET6', value: 2 })).rejects.toThrow(
      'There is no question ET6 in version 1 of the questions.',
    );
    await call('assessments.answer', { id, questionId: 'FS1', value: 2 });
    expect(await call('assessments.update', { id, patch: { generative: true } })).toMatchObject({ questions: 35 });
    await call('assessments.answer', { id, questionId: 'ET6', value: 2 });
    await expect(call('assessments.update', { id, patch: { generative: false } })).rejects.toThrow(
      'ET6 of the questions on generative AI is answered. Take the answers back first',
    );
    await call('assessments.clearAnswer', { id, questionId: 'ET6' });
    const without = await call('assessments.update', { id, patch: { generative: false } });
    expect(without).toMatchObject({ questionVersion: 1, questions: 30, answers: { FS1: { value: 2 } } });
    await call('history.undo', {});
    expect((await call('assessments.get', { id })).questionVersion).toBe(2);
  });

  it('are held against rows, and compared with an assessment that was not asked them', async () => {
    const { call, folder } = await portfolio();
    const model = await call('models.create', {
      name: 'Help desk',
      kind: 'agent',
      autonomy: 'with_approval',
      overseer: 'Ines',
      stage: 'deployed',
      since: '2026-01-01',
    });
    await call('models.create', { name: 'Scribe', kind: 'generative', stage: 'deployed', since: '2026-01-01' });
    const before = await call('assessments.start', { name: 'Spring', generative: false });
    const after = await call('assessments.start', { name: 'Autumn' });
    const about = async (question: string) =>
      (await call('assessments.get', { id: after.id })).evidence.find(({ questionId }) => questionId === question);
    expect(await about('MG6')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
    expect(await about('CD6')).toMatchObject({ suggests: null });
    await call('dependencies.add', {
      modelId: model.id,
      outside: 'OpenAI / GPT-5 / 2026-10',
      relation: 'foundation_model',
      from: '2026-01-01',
    });
    expect(await about('CD6')).toMatchObject({ suggests: 1, counts: { part: 1, whole: 2 } });
    expect(await about('ET6')).toMatchObject({ suggests: null });
    const file = join(folder, 'evals.csv');
    const header = 'time,model,column,metric,method,value,n';
    writeFileSync(
      file,
      `${header}\n2026-11-01,Help desk,Golden set,Pass rate,"LLM judge GPT-5 2026-10, prompt 9f2c",0.8,120\n`,
    );
    await call('imports.apply', {
      file,
      mapping: { kind: 'drift', models: [{ name: 'Help desk', modelId: model.id }] },
    });
    expect(await about('ET6')).toMatchObject({ suggests: 1, counts: { part: 1, whole: 2 } });
    for (const { id } of [before, after]) await call('assessments.answer', { id, questionId: 'FS1', value: 2 });
    const comparison = await call('assessments.compare', { ids: [before.id, after.id] });
    expect(comparison.commonQuestions).toBe(30);
    expect(comparison.notComparable.map(({ id }) => id)).toEqual(['ET6', 'ET7', 'CD6', 'MM6', 'MG6']);
    expect(comparison.assessments.map(({ own }) => own.questions)).toEqual([30, 35]);
    expect(comparison.assessments[1]?.overallMean).toBe(comparison.assessments[0]?.overallMean);
  });

  it('leave what a script scores with version 1 as it was', async () => {
    const { call } = await portfolio();
    const score = (more: object) => call('maturity.score', { answers: { MG1: { value: 2 } }, target: 2, ...more });
    expect((await score({})).questionVersion).toBe(1);
    expect((await score({ questionVersion: 2 })).components.model_governance.applicable).toBe(6);
    await expect(score({ questionVersion: 3 })).rejects.toThrow(
      'There is no version 3 of the questions. Take one of 1, 2.',
    );
    await expect(score({ questionVersion: 1, answers: { MG6: { value: 1 } } })).rejects.toThrow(/MG6 in version 1/);
    expect((await call('maturity.score', { answers: { MG6: { value: 1 } }, target: 2 })).questionVersion).toBe(2);
  });
});
