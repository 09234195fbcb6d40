import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { slidesOf } from '../testing/quantities/surfaces';
import { expectedPreset, itemOf } from '../testing/scenario-facts';
import { type TestBackend, testBackend } from '../testing/test-backend';

/** A consultant's first day: no inventory, fourteen models by word of mouth, thirty answers. */
async function assessed(): Promise<TestBackend> {
  const engine = await testBackend();
  const { call } = engine;
  engine.at('2026-11-28T09:00:00.000Z');
  const { id } = await call('assessments.start', {
    name: 'Kick-off',
    inputs: { models: 14, updatesPerYear: 12, source: 'typed' },
  });
  for (const { id: questionId } of CORE_QUESTIONS.questions)
    await call('assessments.answer', { id, questionId, value: questionId === 'MG3' ? 0 : 2 });
  await call('assessments.finish', { id });
  engine.at('2026-11-29T09:00:00.000Z');
  return engine;
}

it('an assessment alone gives overview, scenario and deck the size that it was told, and says so', async () => {
  const engine = await assessed();
  const { call, folder } = engine;
  const summary = await call('overview.summary', {});
  expect(summary).toMatchObject({
    models: 0,
    inProduction: 0,
    size: { basis: 'stated', models: 14, updatesPerYear: 12, load: 168 },
    recommendation: { level: 2, models: 14, load: 168 },
  });
  expect(summary.headline).toMatch(
    /^14 models stated in the assessment of 28 Nov 2026 ask for level 2 by the rule of thumb; you work /,
  );
  expect(summary.subline).toContain('none is registered here yet');
  expect(summary.recommendation.reason).toContain('stated models');
  expect(summary.recommendation.updates).toMatchObject({ told: 'stated', recorded: { perModel: null } });
  expect(await call('maturity.recommend', {})).toEqual(summary.recommendation);

  const scenario = await call('scenarios.create', expectedPreset);
  expect(scenario.inputs).toMatchObject({ modelsAtStart: 14, updatesPerYear: 12 });
  for (const path of ['modelsAtStart', 'updatesPerYear']) {
    expect(itemOf(scenario, path).origin).toEqual({
      kind: 'entered',
      note: 'Stated in the assessment “Kick-off” of 28 Nov 2026; no model is in production here.',
    });
  }

  const out = join(folder, 'deck.pptx');
  const said = 'are stated in the assessment “Kick-off” of 28 Nov 2026';
  await call('reports.deck', { out });
  const board = slidesOf(readFileSync(out));
  expect(board[0]?.join(' ')).toContain(said);
  expect(board.at(-1)?.join(' ')).toContain(said);

  await call('reports.deck', { out, length: 'steering' });
  const steering = slidesOf(readFileSync(out)).map((slide) => slide.join(' '));
  expect(steering.filter((words) => words.includes(said)).length).toBeGreaterThan(1);
});

it('models in production take the place of what was stated, and a difference is said', async () => {
  const { call } = await assessed();
  await call('models.create', { name: 'Planned' });
  expect((await call('overview.summary', {})).headline).toContain('14 models stated');
  await call('models.create', { name: 'Churn', stage: 'monitored', updateFrequency: 'weekly' });
  const summary = await call('overview.summary', {});
  expect(summary).toMatchObject({ inProduction: 1, size: { basis: 'registered', models: 1 } });
  expect(summary.headline).toContain('1 model in production asks for level');
  expect(summary.subline).toContain(
    '1 model is registered in production, updated 52 times a year as noted; the assessment “Kick-off” of 28 Nov 2026 was told 14, each updated 12 times a year. What is registered counts.',
  );
  const scenario = await call('scenarios.create', expectedPreset);
  expect(scenario.inputs.modelsAtStart).toBe(1);
  expect(itemOf(scenario, 'modelsAtStart').origin.kind).toBe('measured');
});

it('a size that was counted here, and one of a unit, is no statement', async () => {
  const { call } = await testBackend();
  const model = await call('models.create', { name: 'Churn', stage: 'monitored' });
  for (const input of [
    { name: 'Counted' },
    { name: 'Unit', unit: 'Cards', inputs: { models: 9, updatesPerYear: 4 } },
  ]) {
    const { id } = await call('assessments.start', input);
    await call('assessments.finish', { id });
  }
  await call('models.move', { id: model.id, to: 'retired', reason: 'replaced' });
  expect((await call('overview.summary', {})).size).toMatchObject({ basis: 'none', models: 0, words: '' });
});

it('an old look back knows no assessment that was finished later', async () => {
  const { call } = await assessed();
  const { size, headline } = await call('overview.summary', { at: '2026-11-27T00:00:00.000Z' });
  expect(size.basis).toBe('none');
  expect(headline).toBe('Nothing in this portfolio yet');
});
