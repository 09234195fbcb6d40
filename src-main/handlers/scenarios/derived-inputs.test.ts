import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { expectedPreset, itemOf, type Scenario, undoAndRedo } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

/** 675 hours in 13 incidents; five of them have an amount, 35,263 in the mean. */
const HOURS = [4, 9, 12, 15, 20, 25, 30, 40, 60, 80, 100, 130, 150];
const COSTS = [5_263, 11_052, 25_000, 45_000, 90_000];

async function measuredPlan() {
  const engine = await testBackend();
  const { call } = engine;
  const { id: modelId } = await call('models.create', { name: 'Fraud', stage: 'training', since: '2025-01-01' });
  await call('models.move', { id: modelId, to: 'validation', at: '2025-01-20' });
  await call('models.move', { id: modelId, to: 'deployed', at: '2025-02-05', version: '1' });
  for (const [at, personHours] of HOURS.entries()) {
    const cost = COSTS[at];
    await call('incidents.create', {
      title: `Outage ${at}`,
      modelId,
      openedAt: `2026-05-${String(at + 1).padStart(2, '0')}T08:00:00Z`,
      personHours,
      ...(cost === undefined ? {} : { costMinor: 100 * cost }),
    });
  }
  const { currency } = await call('portfolio.info', {});
  const made = await call('scenarios.create', { ...expectedPreset, currency });
  const inputs = { ...made.inputs, loadedAnnual: 112_000, hoursPerYear: 1_800 };
  const { id } = await call('scenarios.update', { id: made.id, patch: { inputs } });
  return { ...engine, id };
}

const incidentsOf = ({ inputs }: Pick<Scenario, 'inputs'>, level: 'L1' | 'L2' | 'L3') =>
  inputs.levels[level]?.incidentsPerModel;

const withLevel1 = ({ inputs }: Scenario, incidentsPerModel: number): Scenario['inputs'] => {
  const { L1 } = inputs.levels;
  if (!L1) throw new Error('no level 1');
  return { ...inputs, levels: { ...inputs.levels, L1: { ...L1, incidentsPerModel } } };
};

it('K1: an incident costs its hours at what they cost now and what is noted; the levels above follow level 1', async () => {
  const engine = await measuredPlan();
  const { call, id } = engine;
  await call('scenarios.take', { id, measure: 'incidentsPerModelYear' });
  const people = await call('scenarios.take', { id, measure: 'incidentHours' });
  expect(people.inputs.incidentCost).toBe(3_230.77);
  expect(people.inputs.derived?.toSorted()).toEqual([
    'incidentCost',
    'levels.L2.incidentsPerModel',
    'levels.L3.incidentsPerModel',
  ]);
  expect(itemOf(people, 'incidentHours')).toMatchObject({ value: 675 / 13, origin: { kind: 'measured', n: 13 } });
  expect(itemOf(people, 'incidentReductionL2')).toMatchObject({
    value: 0.6,
    origin: { kind: 'assumption', grade: 'D', low: 0.4, high: 0.7 },
  });
  expect(people.result.cautions.map(({ key }) => key)).toContain('peopleOnly');

  const noted = (await call('scenarios.measured', { id })).measured.find(({ key }) => key === 'incidentOtherCost');
  expect(noted).toMatchObject({ value: 35_263, n: 5, numbers: expect.stringContaining('5 noted of 13 incidents') });
  const both = await call('scenarios.take', { id, measure: 'incidentOtherCost' });
  expect(both.inputs.incidentCost).toBe(38_493.77);
  expect(both.result.cautions.map(({ key }) => key)).not.toContain('peopleOnly');
  expect(itemOf(both, 'incidentCost').origin).toMatchObject({ numbers: expect.stringContaining('+ 35,263 besides') });
  await undoAndRedo(engine, people, both);

  const plan = await call('scenarios.update', { id, patch: { inputs: withLevel1(both, 1.295247) } });
  expect(incidentsOf(plan, 'L2')).toBeCloseTo(0.5180988, 9);
  expect(incidentsOf(plan, 'L3')).toBeCloseTo(0.3885741, 9);
  expect(itemOf(plan, 'levels.L3.incidentsPerModel').origin).toMatchObject({
    kind: 'assumption',
    note: expect.stringContaining('avoids 70%'),
  });

  // The parents are drawn, each by its own rows or its own source; what is worked out from them is not.
  const drawn = new Map(plan.uncertain.map((one) => [one.path, one.from]));
  expect(drawn.get('incidentHours')).toBe('rows');
  expect(drawn.get('incidentOtherCost')).toBe('rows');
  expect(drawn.get('incidentReductionL3')).toBe('default');
  for (const path of plan.inputs.derived ?? []) expect(drawn.has(path), path).toBe(false);

  const { inputs, uncertain } = plan;
  const options = await call('investment.options', { inputs, uncertain, runs: 200 });
  const project = await call('investment.project', { inputs });
  for (const key of ['L1', 'L2', 'L3'] as const) {
    expect(project.levels[key]?.pvCost).toBeCloseTo(options.levels[key]?.pvCost ?? 0, 4);
  }
  expect(plan.result.npv).toBeCloseTo(project.comparisons[plan.compare]?.npv ?? 0, 4);
  const fixed = { ...inputs, derived: [], incidentCost: (675 / 13) * (112_000 / 1_800) + 35_263 };
  const entered = await call('investment.project', { inputs: fixed });
  expect(project.levels.L1?.pvCost).toBeCloseTo(entered.levels.L1?.pvCost ?? 0, 4);
});

it('moves with a salary, with one sent beside the old cost and with every figure that is worked out', async () => {
  const engine = await measuredPlan();
  const { call, id } = engine;
  await call('scenarios.take', { id, measure: 'incidentHours' });
  const before = await call('scenarios.take', { id, measure: 'incidentOtherCost' });
  const dearer = { ...before.inputs, loadedAnnual: 180_000 };
  const { comparisons } = await call('investment.project', { inputs: dearer });
  const after = await call('scenarios.update', { id, patch: { inputs: dearer } });
  expect(after.inputs.incidentCost).toBe(Math.round(100 * ((675 / 13) * 100 + 35_263)) / 100);
  expect(after.result.npv).toBeCloseTo(comparisons[after.compare]?.npv ?? 0, 4);
  expect(itemOf(after, 'incidentCost').origin).toMatchObject({
    kind: 'measured',
    measure: 'incidentHours',
    numbers: expect.stringContaining('hours × 100 a person-hour now'),
  });
  await undoAndRedo(engine, before, after);

  const { rows } = await call('investment.sensitivity', {
    inputs: before.inputs,
    compare: 'L2 vs L1',
    uncertain: [{ path: 'loadedAnnual', low: 112_000, mode: 112_000, high: 180_000 }],
  });
  const { comparisons: own } = await call('investment.project', { inputs: dearer });
  expect(rows[0]?.npvHigh).toBeCloseTo(own['L2 vs L1']?.npv ?? 0, 4);
  const certain = (value: number) =>
    call('investment.simulate', {
      inputs: before.inputs,
      compare: 'L2 vs L1',
      uncertain: [{ path: 'loadedAnnual', low: value, mode: value, high: value }],
      runs: 3,
    });
  expect((await certain(180_000)).mean).toBeCloseTo(own['L2 vs L1']?.npv ?? 0, 4);
});

it('holds an entered number: it is worked out no longer', async () => {
  const { call, id } = await measuredPlan();
  const made = await call('scenarios.get', { id });
  const { L2 } = made.inputs.levels;
  if (!L2) throw new Error('no level 2');
  const levels = { ...made.inputs.levels, L2: { ...L2, incidentsPerModel: 0.9 } };
  await call('scenarios.update', { id, patch: { inputs: { ...made.inputs, levels } } });
  const taken = await call('scenarios.take', { id, measure: 'incidentsPerModelYear' });
  expect(taken.inputs.derived).toEqual(['levels.L3.incidentsPerModel']);
  expect(incidentsOf(taken, 'L2')).toBe(0.9);
  const hours = await call('scenarios.take', { id, measure: 'incidentHours' });
  const typed = await call('scenarios.update', { id, patch: { inputs: { ...hours.inputs, incidentCost: 5_000 } } });
  expect(typed.inputs.derived).toEqual(['levels.L3.incidentsPerModel']);
  expect(itemOf(typed, 'incidentCost')).toMatchObject({ value: 5_000, origin: { kind: 'entered' } });
  const again = { ...typed.inputs, loadedAnnual: 90_000 };
  expect((await call('scenarios.update', { id, patch: { inputs: again } })).inputs.incidentCost).toBe(5_000);
});

it('adds no hours to noted amounts that hold them, and counts no amount of another currency', async () => {
  const { call, id } = await measuredPlan();
  await call('scenarios.take', { id, measure: 'incidentHours' });
  const whole = await call('scenarios.take', { id, measure: 'incidentOtherCost', holdsHours: true });
  expect(whole.inputs).toMatchObject({ incidentCost: 35_263, incidentHours: 675 / 13, derived: [] });
  expect(whole.inputs.incidentOtherCost).toBeUndefined();
  expect(itemOf(whole, 'incidentCost').origin).toMatchObject({ measure: 'incidentOtherCost', n: 5 });
  expect(whole.uncertain.map(({ path }) => path)).not.toContain('incidentHours');
  const yen = await call('scenarios.create', { ...expectedPreset, currency: 'JPY' });
  const { measured } = await call('scenarios.measured', { id: yen.id });
  expect(measured.find(({ key }) => key === 'incidentOtherCost')).toMatchObject({
    value: null,
    reason: expect.stringContaining('the scenario counts in JPY'),
  });
});

it('refuses a cost without its hours, and a range for what is worked out', async () => {
  const { call, id } = await measuredPlan();
  const { inputs } = await call('scenarios.get', { id });
  const project = call('investment.project', { inputs: { ...inputs, derived: ['incidentCost'] } });
  await expect(project).rejects.toThrow('enter incidentHours');
  const ranged = call('investment.sensitivity', {
    inputs: { ...inputs, incidentHours: 10, derived: ['incidentCost'] },
    compare: 'L2 vs L1',
    uncertain: [{ path: 'incidentCost', low: 1, mode: 2, high: 3 }],
  });
  await expect(ranged).rejects.toThrow('worked out from other inputs');
});

it('offers a plan of before the rule of now: nothing moves until somebody says so, and an undo takes it back', async () => {
  const engine = await measuredPlan();
  const { call, id, file } = engine;
  await call('scenarios.take', { id, measure: 'incidentsPerModelYear' });
  await call('scenarios.take', { id, measure: 'incidentHours' });
  // As a program of before left it: the measures taken, their numbers held for themselves.
  const db = new Database(file);
  const row = db.prepare('SELECT inputs FROM scenarios WHERE id = ?').get(id) as { inputs: string };
  const { derived: _follows, incidentHours: _hours, ...held } = JSON.parse(row.inputs);
  held.incidentCost = 288_500;
  held.levels.L2.incidentsPerModel = 0.8;
  db.prepare('UPDATE scenarios SET inputs = ? WHERE id = ?').run(JSON.stringify(held), id);
  db.close();
  const before = await call('scenarios.get', { id });
  expect(before.inputs).toMatchObject({ incidentCost: 2_885, levels: { L2: { incidentsPerModel: 0.8 } } });
  expect(before.inputs.derived).toBeUndefined();
  const after = await call('scenarios.follow', { id });
  expect(after.inputs.derived?.toSorted()).toEqual([
    'incidentCost',
    'levels.L2.incidentsPerModel',
    'levels.L3.incidentsPerModel',
  ]);
  expect(after.inputs.incidentCost).toBe(3_230.77);
  expect(incidentsOf(after, 'L2')).toBeCloseTo(0.4 * (incidentsOf(after, 'L1') ?? 0), 9);
  expect(itemOf(after, 'incidentHours')).toMatchObject({ value: 675 / 13, origin: { kind: 'measured' } });
  expect(itemOf(after, 'incidentCost').trail.length).toBeGreaterThan(itemOf(before, 'incidentCost').trail.length);
  await undoAndRedo(engine, before, after);
  await expect(call('scenarios.follow', { id })).rejects.toThrow('follow already');
});
