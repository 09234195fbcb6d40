import { expect, it } from 'vitest';
import { optionsAsked } from '#domain/scenarios/options/options-question';
import { expectedPreset, undoAndRedo } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';
import { askOptions } from '../reports/ask-options';

const team = { teamToday: 8, ceiling: 16, hiringCost: 30_000, hireMonths: 4, newHireRampMonths: 6, inCosts: true };
const triangle = (...shares: [number, number, number]) => shares;
const asked = {
  startDate: '2026-11',
  fiscalYearStart: 4,
  team,
  accounts: { capitalShare: { investment: 1, platform: 0.2 }, depreciationYears: 3, taxRate: 0.3, writeOffAtEnd: true },
  risk: { benefit: triangle(0.6, 0.9, 1), cost: triangle(1, 1.1, 1.4) },
};

it('keeps what a house says besides with its plan, one undoable change, and every surface is asked with it', async () => {
  const engine = await testBackend();
  const { call } = engine;
  const before = await call('scenarios.create', { ...expectedPreset });
  expect(before.asked).toBeNull();
  const bare = (await call('overview.summary', {})).investment?.decision;
  expect(bare?.headline).not.toContain('hiring');
  const after = await call('scenarios.update', { id: before.id, patch: { asked } });
  expect(after.asked).toEqual(asked);
  // What was computed of the plan itself stays: its own cost has no hiring in it.
  expect(after.result).toEqual(before.result);
  expect((await call('overview.summary', {})).investment?.decision.headline).toContain('hiring included');
  const options = await askOptions(call, after);
  expect(options.words.hiring).toMatch(/^Hiring is in these costs: /);
  expect(options.levels.L1?.team?.pvHiring).toBeGreaterThan(0);
  expect(options.levels.L2?.booked?.taxSaved).toHaveLength(5);
  expect(options.levels.L2?.budget?.[0]).toMatchObject({ year: 'FY 2026/27', quarter: 3 });
  const plain = await askOptions(call, before);
  const hiring = (of: typeof plain, key: 'L1' | 'L3') => of.levels[key]?.npvVsL1 ?? Number.NaN;
  const [today, third] = [options.levels.L1?.team?.pvHiring ?? 0, options.levels.L3?.team?.pvHiring ?? 0];
  expect(hiring(options, 'L3') - hiring(plain, 'L3')).toBeCloseTo(today - third, 4);
  await undoAndRedo(engine, before, after);

  const copy = await call('scenarios.create', { from: { kind: 'copy', id: after.id } });
  expect(copy.asked).toEqual(asked);
  const none = await call('scenarios.update', { id: after.id, patch: { asked: null } });
  expect(none.asked).toBeNull();
  const { entries } = await call('journal.list', { limit: 10 });
  expect(entries.map(({ label }) => label)).toContain('Keep how the options of “Expected” are seen');
});

it('keeps amounts in whole minor units of a currency that has none', async () => {
  const { call } = await testBackend();
  const { id } = await call('scenarios.create', { ...expectedPreset, currency: 'JPY' });
  const kept = { team: { teamToday: 8, ceiling: 16, hiringCost: 3_000_000, annualValue: 25_000_000, inCosts: true } };
  expect((await call('scenarios.update', { id, patch: { asked: kept } })).asked).toEqual(kept);
});

it('asks no other question where nothing is kept', async () => {
  const { call } = await testBackend();
  const scenario = await call('scenarios.create', { ...expectedPreset });
  const question = optionsAsked(scenario);
  for (const key of ['startDate', 'fiscalYearStart', 'team', 'accounts']) expect(question).not.toHaveProperty(key);
});

it.each([
  [{ fiscalYearStart: 13 }, 'The fiscal year begins in month 13'],
  [{ team: { teamToday: -1 } }, 'The team of today is -1'],
  [{ team: { teamToday: 1, inCosts: true } }, 'Hiring can be in the costs once two things are given'],
  [{ accounts: { depreciationYears: 3, taxRate: 2 } }, 'The tax rate is 2: enter a number from 0 to 1.'],
  [
    { risk: { benefit: triangle(1, 0.5, 1), cost: triangle(1, 1, 1) } },
    'The shares of an estimate that benefits come at are 1, 0.5, 1: write the least first and the most last',
  ],
])('refuses what cannot be kept, with a sentence: %#', async (wrong, words) => {
  const { call } = await testBackend();
  const { id } = await call('scenarios.create', { ...expectedPreset });
  const refused = call('scenarios.update', { id, patch: { asked: wrong } });
  await expect(refused).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(refused).rejects.toThrow(words);
  expect((await call('scenarios.get', { id })).asked).toBeNull();
});

const named = [
  { level: 'L2' as const, label: 'Licences', amount: 90_000.5 },
  { level: 'L3' as const, label: 'Training', amount: 40_000 },
];

it('keeps what somebody says that the investment pays for, one undoable change that moves no figure', async () => {
  const engine = await testBackend();
  const { call } = engine;
  const before = await call('scenarios.create', { ...expectedPreset });
  expect(before.named).toEqual([]);
  const after = await call('scenarios.update', { id: before.id, patch: { named } });
  expect(after.named).toEqual(named);
  expect(after.result).toEqual(before.result);
  await undoAndRedo(engine, before, after);
  expect((await call('scenarios.create', { from: { kind: 'copy', id: after.id } })).named).toEqual(named);
  expect((await call('scenarios.update', { id: after.id, patch: { named: [] } })).named).toEqual([]);
  const { entries } = await call('journal.list', { limit: 10 });
  expect(entries.map(({ label }) => label)).toContain('Name what the investment of “Expected” pays for');
});

it.each([
  [{ level: 'L1' as const, label: 'x', amount: 1 }, 'level 1 is not above level 1 in this plan'],
  [{ level: 'L2' as const, label: 'x', amount: 0 }, '“x” of level 2 is 0: enter an amount above 0.'],
])('refuses a part that cannot be: %#', async (part, words) => {
  const { call } = await testBackend();
  const { id } = await call('scenarios.create', { ...expectedPreset });
  await expect(call('scenarios.update', { id, patch: { named: [part] } })).rejects.toThrow(words);
  const twice = { ...named[0], level: 'L2' as const, label: 'Licences', amount: 1 };
  await expect(call('scenarios.update', { id, patch: { named: [...named, twice] } })).rejects.toThrow('named twice');
});
