import { describe, expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { needs } from '../../testing/needs';
import { expectedPreset, itemOf, type Scenario, undoAndRedo } from '../../testing/scenario-facts';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { testBackend } from '../../testing/test-backend';

const inventory = sharedFile(FEDERAL_INVENTORY);

describe('measured inputs', () => {
  /** Two models a year in production, one of them released twice more, one on its way. */
  async function shop() {
    const engine = await testBackend();
    const { call } = engine;
    const ids: string[] = [];
    for (const [name, deployed] of [
      ['Fraud', '2025-03-12'],
      ['Churn', '2025-02-05'],
    ] as const) {
      const { id } = await call('models.create', {
        name,
        stage: 'training',
        since: '2025-01-01',
        updateFrequency: 'monthly',
      });
      await call('models.move', { id, to: 'validation', at: '2025-01-20' });
      await call('models.move', { id, to: 'deployed', at: deployed, version: '1' });
      ids.push(id);
    }
    const [fraud = '', churn = ''] = ids;
    for (const month of ['04', '08']) {
      await call('models.move', { id: fraud, to: 'monitored', at: `2026-${month}-01` });
      await call('models.move', { id: fraud, to: 'retraining', at: `2026-${month}-02` });
      await call('models.move', { id: fraud, to: 'validation', at: `2026-${month}-02T12:00:00Z` });
      await call('models.move', { id: fraud, to: 'deployed', at: `2026-${month}-03`, version: month });
    }
    await call('models.create', { name: 'Pricing', stage: 'proposed', since: '2026-01-01' });
    return { ...engine, fraud, churn };
  }

  it('that are made of others follow them: an incident costs its hours at what an hour costs now', async () => {
    const engine = await shop();
    const { call, fraud } = engine;
    await call('incidents.create', {
      title: 'Outage',
      modelId: fraud,
      openedAt: '2026-05-01T08:00:00Z',
      personHours: 36,
    });
    const { id } = await call('scenarios.create', expectedPreset);
    const taken = await call('scenarios.take', { id, measure: 'incidentHours' });
    const dearer = { ...taken.inputs, loadedAnnual: 180_000, hoursPerYear: 1_800 };
    const before = await call('scenarios.get', { id });
    const followed = await call('scenarios.update', { id, patch: { inputs: dearer } });
    expect(itemOf(followed, 'incidentCost')).toMatchObject({
      value: 3_600,
      origin: {
        kind: 'measured',
        measure: 'incidentHours',
        measured: 36,
        numbers: expect.stringContaining('36 hours × 100'),
      },
    });
    expect(followed.result.cautions.map(({ key }) => key)).toContain('peopleOnly');
    await undoAndRedo(engine, before, followed);
    const own = { ...followed.inputs, incidentCost: 5_000, loadedAnnual: 90_000 };
    expect(itemOf(await call('scenarios.update', { id, patch: { inputs: own } }), 'incidentCost')).toMatchObject({
      value: 5_000,
      origin: { kind: 'entered' },
    });
  });

  it('come from the rows, with the rows, and are taken over with their trail', async () => {
    const engine = await shop();
    const { call } = engine;
    const before = await call('scenarios.create', expectedPreset);
    expect(itemOf(before, 'modelsAtStart')).toMatchObject({ value: 2, origin: { kind: 'measured', n: 2 } });
    const { measured } = await call('scenarios.measured', { id: before.id });
    const of = (key: string) => measured.find((one) => one.key === key);
    // 70 and 35 days: 7.5 weeks in the middle.
    expect(of('timeToProduction')).toMatchObject({
      value: 7.5,
      n: 2,
      sets: [{ path: 'levels.L1.deployWeeks', value: 7.5 }],
    });
    expect(of('timeToProduction')?.rows.map(({ name, value }) => [name, value])).toEqual([
      ['Fraud', 10],
      ['Churn', 5],
    ]);
    expect(of('timeToProduction')?.caution).toContain('Only 2 rows stand behind it.');
    // Fraud was out of production for half a day twice while it was validated.
    expect(of('releasesPerYear')?.value).toBeCloseTo(2 / (2 - 1 / 365), 9);
    expect(of('declaredUpdates')).toMatchObject({ value: 12, n: 2 });
    expect(of('plannedModels')?.sets).toMatchObject([
      { path: 'newModels.0', value: 0 },
      { path: 'newModels.1', value: 1 },
    ]);
    expect(of('assessmentGrowth')).toMatchObject({ value: null, reason: expect.stringContaining('No assessment') });
    expect(of('incidentsPerModelYear')).toMatchObject({
      value: null,
      reason: expect.stringContaining('none known is not none'),
    });
    const after = await call('scenarios.take', { id: before.id, measure: 'timeToProduction' });
    expect(itemOf(after, 'levels.L1.deployWeeks')).toMatchObject({
      value: 7.5,
      origin: { kind: 'measured', measure: 'timeToProduction', n: 2, measured: 7.5 },
      trail: [{ value: 14, origin: { kind: 'assumption', grade: 'B' } }],
    });
    await undoAndRedo(engine, before, after);
    await expect(call('scenarios.take', { id: before.id, measure: 'incidentHours' })).rejects.toThrow(/none known/);
  });

  it('count incidents of models whose time in production is known', async () => {
    const { call, fraud } = await shop();
    const { id, inputs } = await call('scenarios.create', expectedPreset);
    await call('incidents.create', {
      title: 'Stale',
      modelId: fraud,
      openedAt: '2026-05-01T08:00:00Z',
      personHours: 10,
    });
    await call('incidents.create', {
      title: 'Slow',
      modelId: fraud,
      openedAt: '2026-06-01T08:00:00Z',
      personHours: 30,
    });
    await call('incidents.create', {
      title: 'Old',
      modelId: fraud,
      openedAt: '2025-06-01T08:00:00Z',
      personHours: 900,
    });
    await call('incidents.create', { title: 'Whose', openedAt: '2026-06-02T08:00:00Z' });
    const { measured } = await call('scenarios.measured', { id });
    const incidents = measured.find(({ key }) => key === 'incidentsPerModelYear');
    expect(incidents?.value).toBeCloseTo(2 / (2 - 1 / 365), 9);
    expect(incidents?.rows.map(({ name }) => name)).toEqual(['#2 Slow', '#1 Stale']);
    expect(incidents?.caution).toContain('1 incident of models without known time in production left out');
    const taken = await call('scenarios.take', { id, measure: 'incidentHours' });
    const hour = inputs.loadedAnnual / inputs.hoursPerYear;
    expect(taken.inputs.incidentCost).toBe(Math.round(20 * hour * 100) / 100);
    expect(itemOf(taken, 'incidentCost').origin).toMatchObject({ measured: 20, n: 2 });
  });

  it('of the federal inventory of 2024 agree with its rows', { ...needs(inventory), timeout: 60_000 }, async () => {
    const { call } = await testBackend();
    await call('imports.apply', { file: inventory.path, preset: 'us-federal-2024' });
    const { inProduction } = await call('portfolio.info', {});
    const scenario = await call('scenarios.create', expectedPreset);
    expect(scenario.inputs.modelsAtStart).toBe(inProduction);
    const { measured } = await call('scenarios.measured', { id: scenario.id });
    const { rows } = await call('models.list', { limit: 10_000 });
    const days = rows.flatMap(({ timeToProductionDays: d }) => (d === null || d < 0 ? [] : [d])).sort((a, b) => a - b);
    const time = measured.find(({ key }) => key === 'timeToProduction');
    expect(time?.n ?? 0).toBe(days.length);
    if (days.length > 0) {
      const [low = 0, high = 0] = [days[Math.floor((days.length - 1) / 2)], days[Math.ceil((days.length - 1) / 2)]];
      expect(time?.value).toBeCloseTo((low + high) / 14, 9);
    }
    const production = measured.find(({ key }) => key === 'modelsInProduction');
    expect(production).toMatchObject({ value: inProduction, n: inProduction });
    expect(production?.rows).toHaveLength(200);
    const before = ['proposed', 'data_preparation', 'training', 'validation'];
    expect(measured.find(({ key }) => key === 'plannedModels')?.value).toBe(
      rows.filter(({ stage }) => before.includes(stage)).length,
    );
  });
});

describe('gaps', () => {
  it('of the latest finished assessment become cost lines that are paid by the levels that need them', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const before = await call('scenarios.create', expectedPreset);
    expect(await call('scenarios.gaps', { id: before.id })).toMatchObject({ assessment: null, lines: [] });
    const { id: assessment } = await call('assessments.start', {
      target: 2,
      inputs: { models: 20, updatesPerYear: 12, growthModels: 6 },
    });
    for (const { id, need } of CORE_QUESTIONS.questions) {
      const value = id === 'MR1' || id === 'MG2' ? 0 : need.L2;
      await call('assessments.answer', { id: assessment, questionId: id, value, grade: 1 });
    }
    await call('assessments.finish', { id: assessment });
    const { lines, reason } = await call('scenarios.gaps', { id: before.id });
    expect(reason).toBe('');
    expect(lines.map(({ questionId }) => questionId).sort()).toEqual(['MG2', 'MR1']);
    for (const { oneOff, effortWeeks, levels } of lines) {
      expect(oneOff).toBeCloseTo((effortWeeks * before.inputs.loadedAnnual) / before.inputs.weeksPerYear, 6);
      expect(levels).toEqual(['L2', 'L3']);
    }
    const after = await call('scenarios.takeGaps', { id: before.id, gaps: [{ questionId: 'MR1', yearly: 1_200 }] });
    const [line] = after.inputs.costLines ?? [];
    expect(line).toMatchObject({ id: 'gap:MR1', levels: ['L2', 'L3'], yearly: 1_200 });
    const cost = (scenario: Scenario) => scenario.result.flows.reduce((sum, flow) => sum + flow, 0);
    const months = 60 - (line?.startMonth ?? 0) - (line?.months ?? 0);
    expect(cost(before) - cost(after)).toBeCloseTo((line?.oneOff ?? 0) + 100 * months, 3);
    await undoAndRedo(engine, before, after);
    expect((await call('scenarios.gaps', { id: before.id })).lines.filter(({ taken }) => taken)).toHaveLength(1);
    const moved = await call('scenarios.takeGaps', {
      id: before.id,
      gaps: [{ questionId: 'MR1' }, { questionId: 'MG2' }],
      fromInvestment: true,
    });
    // Only what is new is taken out of the investment: MR1 was in the plan already.
    const added = moved.inputs.costLines?.find(({ id }) => id === 'gap:MG2')?.oneOff ?? 0;
    expect(moved.inputs.levels.L2?.investment).toBeCloseTo((before.inputs.levels.L2?.investment ?? 0) - added, 2);
    const growth = await call('scenarios.take', { id: before.id, measure: 'assessmentGrowth' });
    expect(growth.inputs.newModels).toEqual([3, 3, 8, 8, 8]);
    await expect(call('scenarios.takeGaps', { id: before.id, gaps: [{ questionId: 'FS1' }] })).rejects.toThrow(
      /no gap FS1/,
    );
  });
});
