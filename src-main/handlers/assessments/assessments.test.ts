import { describe, expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { testBackend } from '../../testing/test-backend';

async function bank() {
  const engine = await testBackend();
  const { call } = engine;
  for (let n = 0; n < 4; n += 1) {
    const { id } = await call('models.create', {
      name: `Model ${n}`,
      unit: n < 3 ? 'Retail / Cards' : 'Markets',
      updateFrequency: 'monthly',
      technicalOwner: 'Alan',
      tier: n === 0 ? 1 : 2,
      stage: 'deployed',
      since: '2025-01-01',
    });
    if (n < 2) await call('models.move', { id, to: 'monitored', at: '2025-06-01', reason: 'Monitoring set up' });
  }
  return engine;
}

describe('assessments', () => {
  it('starts from what the portfolio says, and from typed numbers where they are given', async () => {
    const { call } = await bank();
    const own = await call('assessments.start', {});
    expect(own.inputs).toMatchObject({ models: 4, updatesPerYear: 12, source: 'portfolio', highRisk: true });
    expect(own).toMatchObject({
      target: 2,
      componentTargets: { model_governance: 3 },
      status: 'open',
      position: '',
      recommendation: { level: 2 },
    });
    expect(own.inputs.unknownFrequency).toBe(0);
    const unit = await call('assessments.start', { unit: 'Markets' });
    expect(unit.inputs).toMatchObject({ models: 1, highRisk: false });
    const typed = await call('assessments.start', { inputs: { models: 40, updatesPerYear: 52 } });
    expect(typed).toMatchObject({ target: 3, inputs: { source: 'typed' }, recommendation: { level: 3 } });
  });

  it('says the same level as the overview where some frequencies are not known', async () => {
    const { call } = await testBackend();
    const model = { stage: 'deployed', unit: 'Retail' } as const;
    for (let n = 0; n < 5; n += 1) await call('models.create', { ...model, name: `W${n}`, updateFrequency: 'weekly' });
    for (let n = 0; n < 5; n += 1) await call('models.create', { ...model, name: `U${n}` });
    const overview = await call('maturity.recommend', {});
    expect(overview).toMatchObject({ level: 2, load: 260, unknownFrequency: 5 });
    const started = await call('assessments.start', {});
    expect(started.inputs).toMatchObject({ models: 10, updatesPerYear: 52, unknownFrequency: 5 });
    expect(started.recommendation).toEqual(overview);
    // A typed number of models takes the mean of the known ones; a typed frequency holds for all.
    const typed = await call('assessments.update', { id: started.id, patch: { inputs: { updatesPerYear: 52 } } });
    expect(typed.recommendation).toMatchObject({ level: 3, load: 520, unknownFrequency: 0 });
    const more = await call('assessments.start', { inputs: { models: 4 } });
    expect(more.recommendation).toMatchObject({ load: 208, unknownFrequency: 0 });
  });

  it('works in an empty portfolio', async () => {
    const { call } = await testBackend();
    const started = await call('assessments.start', { inputs: { models: 8, updatesPerYear: 4 } });
    expect(started.evidence.every((one) => one.suggests === null)).toBe(true);
    const answered = await call('assessments.answer', { id: started.id, questionId: 'MM1', value: 2 });
    expect(answered).toMatchObject({ position: 'MM1', answers: { MM1: { value: 2, grade: 0 } } });
    expect(answered.evidence.some((one) => one.contradiction)).toBe(false);
  });

  it('keeps each answer, resumes, and shows where people disagree', async () => {
    const engine = await bank();
    const { call } = engine;
    const { id } = await call('assessments.start', { respondents: ['Ada', 'Grace'] });
    await call('assessments.answer', {
      id,
      questionId: 'FS1',
      respondent: 'Ada',
      value: 3,
      grade: 2,
      link: 'https://example.invalid',
    });
    await call('assessments.answer', { id, questionId: 'FS1', respondent: 'Grace', value: 1 });
    await call('assessments.answer', { id, questionId: 'FS1', respondent: 'Ada', value: 2, grade: 2 });
    await engine.backend.close();
    const again = await testBackend({ folder: engine.folder, portfolio: false });
    await again.call('workspace.open', { file: engine.file });
    const resumed = await again.call('assessments.get', { id });
    expect(resumed.position).toBe('FS1');
    expect(resumed.responses.map(({ respondent, value }) => [respondent, value])).toEqual(
      expect.arrayContaining([
        ['Ada', 2],
        ['Grace', 1],
      ]),
    );
    expect(resumed.answers.FS1).toEqual({ value: 1, grade: 0 });
  });

  it('asks for a reason before a question leaves the denominator', async () => {
    const { call } = await bank();
    const { id } = await call('assessments.start', {});
    await expect(call('assessments.answer', { id, questionId: 'FS1', value: 'not_applicable' })).rejects.toThrow(
      /needs a reason/,
    );
    await call('assessments.answer', {
      id,
      questionId: 'FS1',
      value: 'not_applicable',
      reason: 'One model, one table',
    });
    await expect(call('assessments.answer', { id, questionId: 'XX9', value: 1 })).rejects.toThrow(
      /There is no question XX9/,
    );
  });

  it('holds claims against the rows, with counts', async () => {
    const { call } = await bank();
    const { id } = await call('assessments.start', {});
    const claimed = await call('assessments.answer', { id, questionId: 'MG1', value: 3 });
    expect(claimed.evidence.find((one) => one.questionId === 'MG1')).toMatchObject({
      claimed: 3,
      counts: { whole: 4 },
    });
    const registry = await call('assessments.answer', { id, questionId: 'MR1', value: 3 });
    expect(registry.evidence.find((one) => one.questionId === 'MR1')).toMatchObject({
      counts: { part: 0, whole: 4 },
      contradiction: true,
    });
    expect(registry.evidenceSummary).toMatch(/does not bear out/);
  });

  it('keeps the result of a finished assessment with the thresholds that it was computed with', async () => {
    const { call } = await bank();
    const { id } = await call('assessments.start', {});
    for (const { id: questionId } of CORE_QUESTIONS.questions)
      await call('assessments.answer', { id, questionId, value: 1 });
    const finished = await call('assessments.finish', { id });
    await call('settings.update', { levelThresholds: { countLevel1: 10 } });
    await call('models.create', { name: 'Later', stage: 'monitored', updateFrequency: 'daily' });
    const later = await call('assessments.get', { id });
    expect({ ...later, counted: finished.counted }).toEqual(finished);
    // What it was told keeps its day; what the portfolio counts now stands beside it with its own.
    expect(later.counted.size).toContain('Today, 23 Nov 2026, the portfolio counts 5 models with 413 updates a year.');
    await expect(call('assessments.answer', { id, questionId: 'FS1', value: 3 })).rejects.toThrow(
      /is finished and keeps its result/,
    );
    const reopened = await call('assessments.reopen', { id });
    expect(reopened.thresholds.version).not.toBe(finished.thresholds.version);
    expect((await call('history.undo', {})).label).toMatch(/Open the assessment/);
    expect(await call('assessments.get', { id })).toEqual(later);
  });

  it('compares any number of them', async () => {
    const { call } = await bank();
    const ids: string[] = [];
    for (const value of [0, 1, 2] as const) {
      const { id } = await call('assessments.start', { name: `Year ${value}` });
      for (const { id: questionId } of CORE_QUESTIONS.questions)
        await call('assessments.answer', { id, questionId, value });
      ids.push(id);
    }
    const comparison = await call('assessments.compare', { ids });
    expect(comparison.assessments.map(({ label, overallMean }) => [label, overallMean])).toEqual([
      ['Year 0', 0],
      ['Year 1', 1],
      ['Year 2', 2],
    ]);
    expect(comparison.changed).toHaveLength(30);
    expect((await call('assessments.list', {})).assessments).toHaveLength(3);
    expect(await call('assessments.remove', { id: ids[0] ?? '' })).toEqual({ removed: 1 });
    await call('history.undo', {});
    expect((await call('assessments.get', { id: ids[0] ?? '' })).responses).toHaveLength(30);
  });

  it('scores answers of anybody, as the contract names them', async () => {
    const { call } = await testBackend({ portfolio: false });
    const score = await call('maturity.score', {
      answers: { FS1: { value: 1, grade: 2 }, FS2: { value: 'unknown' } },
      target: 'L2',
    });
    expect(score.components.feature_store).toMatchObject({ mean: 1, range: [0.2, 2.6] });
    await expect(call('maturity.score', { answers: { ZZ1: { value: 1 } }, target: 2 })).rejects.toThrow(
      /no question ZZ1/,
    );
  });
});

describe('vendors', () => {
  it('marks an offer without governance incomplete, whatever else it has', async () => {
    const { call } = await testBackend();
    const full = { coverage: 'full', evidence: 'Demo of 3 May' } as const;
    const none = { coverage: 'none', evidence: '' } as const;
    const components = {
      feature_store: full,
      model_registry: full,
      experiment_tracking: full,
      cicd_pipelines: full,
      model_monitoring: full,
    };
    const first = await call('vendors.save', {
      name: 'Platform',
      components: { ...components, model_governance: none },
    });
    expect(first).toMatchObject({ incomplete: true });
    const second = await call('vendors.save', {
      name: 'Register',
      components: {
        feature_store: none,
        model_registry: none,
        experiment_tracking: none,
        cicd_pipelines: none,
        model_monitoring: none,
        model_governance: full,
      },
    });
    expect(await call('vendors.combine', { ids: [first.id, second.id] })).toMatchObject({
      incomplete: false,
      components: { model_governance: { coverage: 'full', by: [second.id] } },
    });
    expect((await call('vendors.list', {})).offers).toHaveLength(2);
    await call('vendors.remove', { id: first.id });
    await call('history.undo', {});
    expect((await call('vendors.list', {})).offers).toHaveLength(2);
  });
});

describe('the price of an offer', () => {
  const none = { coverage: 'none', evidence: '' } as const;
  const components = {
    feature_store: none,
    model_registry: none,
    experiment_tracking: none,
    cicd_pipelines: none,
    model_monitoring: none,
    model_governance: none,
  };
  const price = {
    level: 'L2' as const,
    currency: 'EUR',
    oneOffMinor: 15_000_000,
    perYearMinor: 18_000_000,
    perModelMinor: 350_000,
    exitMinor: null,
    keepPlatformMinor: null,
    escalator: 0.05,
    coverage: 0.8,
    rampMonths: null,
    note: '40 users at 4,500',
  };

  it('is kept, left alone by who does not speak of it, taken out, and undone', async () => {
    const { call } = await testBackend();
    const made = await call('vendors.save', { name: 'Suite', components });
    expect(made.price).toBeNull();
    const { id } = made;
    expect((await call('vendors.save', { id, name: 'Suite', components, price })).price).toEqual(price);
    expect((await call('vendors.save', { id, name: 'The suite', components })).price).toEqual(price);
    expect((await call('vendors.save', { id, name: 'The suite', components, price: null })).price).toBeNull();
    await call('history.undo', {});
    expect((await call('vendors.list', {})).offers[0]).toMatchObject({ name: 'The suite', price });
    const entries = (await call('journal.list', { limit: 3 })).entries.map(({ label }) => label);
    expect(entries[0]).toContain('Change the offer “The suite”');
  });

  it('is refused where it cannot be', async () => {
    const { call } = await testBackend();
    const save = (change: object) => call('vendors.save', { name: 'X', components, price: { ...price, ...change } });
    await expect(save({ coverage: 1.2 })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(save({ oneOffMinor: -1 })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('the overview after an assessment', () => {
  it('holds the level that was found against the one that is needed', async () => {
    const { call } = await bank();
    const { id } = await call('assessments.start', { name: 'Autumn' });
    for (const { id: questionId } of CORE_QUESTIONS.questions) {
      await call('assessments.answer', { id, questionId, value: questionId === 'MR1' ? 3 : 1 });
    }
    expect(await call('overview.summary', {})).toMatchObject({ held: null });
    await call('assessments.finish', { id });
    const summary = await call('overview.summary', {});
    expect(summary.held).toMatchObject({ level: 1, assessmentId: id, name: 'Autumn' });
    expect(summary.headline).toBe('4 models in production ask for level 2 by the rule of thumb; you work at level 1');
    expect(summary.attention.find((item) => item.kind === 'claims_not_evidenced')?.action.assessmentId).toBe(id);
  });
});
