import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { caseOf, differences, planOf, STAGED } from '#domain/scenarios/testing/decision-cases';
import { testBackend } from '../../testing/test-backend';

type Question = Input<'investment.options'>;

// The rules' plans are readonly throughout; what is asked is a copy of the same shape.
const inputsOf = (id: string) => structuredClone(planOf(id)) as Question['inputs'];
const staged = structuredClone(STAGED) as NonNullable<Question['paths']>[number];

describe('investment.options', () => {
  it.each(['A1', 'A2', 'K1'])('answers case %s as it was worked', async (id) => {
    const { call } = await testBackend({ portfolio: false });
    const { expected } = caseOf(id);
    const paths = id === 'K1' ? [] : [staged];
    const answer = await call('investment.options', { inputs: inputsOf(id), paths });
    let looked = 0;
    expect(differences(answer, expected.options, id, () => looked++)).toEqual([]);
    expect(looked).toBeGreaterThan(100);
  });

  it('simulates once for all, the same for the same seed, and can be cancelled', async () => {
    const { backend, call } = await testBackend({ portfolio: false });
    const uncertain: Question['uncertain'] = [
      { path: 'updatesPerYear', kind: 'rate', events: 33, exposure: 22.39 },
      { path: 'levels.L2.operateFte', low: 0.1, mode: 0.2, high: 0.35 },
    ];
    const question: Question = { inputs: inputsOf('A2'), paths: [staged], uncertain, currency: 'EUR' };
    const first = await call('investment.options', { ...question, runs: 500, seed: 4 });
    expect(await call('investment.options', { ...question, runs: 500, seed: 4 })).toEqual(first);
    expect(first.simulation).toMatchObject({ runs: 500, seed: 4, drawn: 2, assumed: 1 });
    const chances = Object.values(first.probabilityCheapest ?? {}).reduce((sum, chance) => sum + chance, 0);
    expect(chances).toBeCloseTo(1, 12);
    expect(first.paths[STAGED.id]?.stop?.optionKnowAll).toBeGreaterThanOrEqual(0);
    expect(first.sentence).toMatch(/^The rule of thumb says level 3: .*Over 5 years level 2 costs least, €817K less/);
    expect(first.sentence).toContain('of 10 runs; 1 of 2 uncertain inputs is an assumption.');
    const cancelled = call('investment.options', { ...question, runs: 100_000, jobId: 'runs' });
    setImmediate(() => void backend.dispatch('jobs.cancel', { jobId: 'runs' }));
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('takes uncertain inputs as a scenario tells them', async () => {
    const { call } = await testBackend({ portfolio: false });
    const rate = { kind: 'rate' as const, events: 33, exposure: 22.39 };
    const question = { inputs: inputsOf('A2'), runs: 200 };
    const path = 'updatesPerYear';
    const told = { path, low: 1.1, mode: 1.47, high: 1.95, of: rate, from: 'rows' };
    const own = await call('investment.options', { ...question, uncertain: [{ path, ...rate }] });
    expect(await call('investment.options', { ...question, uncertain: [told] })).toEqual(own);
  });

  it('rounds the amount of its sentence to the figures that count', async () => {
    const { call } = await testBackend({ portfolio: false });
    const question: Question = { inputs: inputsOf('A2'), currency: 'EUR' };
    const said = async (more: Partial<Question>) =>
      (await call('investment.options', { ...question, ...more })).words.money;
    expect(await said({})).toContain('€817K less');
    expect(await said({ digits: 2 })).toContain('€820K less');
  });

  it('dates paybacks from the first month of the plan', async () => {
    const { call } = await testBackend({ portfolio: false });
    const { levels } = await call('investment.options', { inputs: inputsOf('A2'), startDate: '2026-11' });
    expect(levels.L1?.paybackDate).toBeNull();
    expect(levels.L2).toMatchObject({ paybackMonth: 14, paybackDate: '2027-12' });
  });

  it('carries team, budget, books and offers where they are asked for', async () => {
    const { call } = await testBackend({ portfolio: false });
    const offer = { id: 'suite', level: 'L2' as const, oneOff: 150_000, perYear: 180_000, perModel: 3_500 };
    const answer = await call('investment.options', {
      inputs: inputsOf('I1'),
      paths: [staged],
      startDate: '2026-11',
      fiscalYearStart: 4,
      team: { teamToday: 8 },
      accounts: { depreciationYears: 3, taxRate: 0.3 },
      offers: [{ ...offer, exit: 80_000, escalator: 0.05, coverage: 0.8 }],
    });
    const { suite } = caseOf('I1').expected.offers as { suite: Record<string, unknown> };
    expect(differences(answer.offers['L2:suite'], suite, 'suite', () => undefined)).toEqual([]);
    const path = answer.paths[STAGED.id];
    expect(path?.budget?.[0]).toMatchObject({ year: 'FY 2026/27', quarter: 3 });
    const cents = path?.budget?.reduce((sum, { total }) => sum + total, 0) ?? 0;
    expect(Math.abs(cents / 100 - (path?.totalCost ?? 0))).toBeLessThan(0.05);
    expect(path?.team?.years).toHaveLength(5);
    const [first] = path?.booked?.capital ?? [];
    expect(first).toBe(400_000);
    expect(answer.levels.L1?.unitCosts[0]?.perModel).toBe(270_000);
  });

  const change = (part: Partial<Question>): Question => ({ inputs: inputsOf('A2'), ...part });
  const path = (...steps: NonNullable<Question['paths']>[number]['steps']) => change({ paths: [{ id: 'p', steps }] });
  const rate = (of: object) => change({ uncertain: [{ path: 'updatesPerYear', ...of } as never] }); // wrong on purpose
  it.each([
    [change({ horizon: 11 }), 'The horizon is 11 years: enter a whole number from 1 to 10.'],
    [change({ inputs: { ...inputsOf('A2'), newModels: [] } }), 'The plan has no year'],
    [
      change({ inputs: { ...inputsOf('A2'), derived: ['incidentCost'] } }),
      'derived from its person-hours, which are missing',
    ],
    [change({ inputs: { ...inputsOf('A2'), derived: ['loadedAnnual'] } }), 'loadedAnnual has no formula'],
    [path(), 'The path “p” has no step'],
    [path({ level: 'L1', startMonth: 0 }), 'is level 1, the lowest: a path begins above it'],
    [path({ level: 'L3', startMonth: 0 }, { level: 'L2', startMonth: 12 }), 'Step 2 of the path “p” does not rise'],
    [path({ level: 'L2', startMonth: 12 }, { level: 'L3', startMonth: 12 }), 'does not begin after the step before'],
    [path({ level: 'L2', startMonth: 60 }), 'begins in month 60: enter a whole month from 0 to 59'],
    [path({ level: 'L2', startMonth: 0, reuse: 2 }), 'has 2 as its reuse: enter a number from 0 to 1'],
    [rate({ kind: 'rate', events: 3, exposure: 0 }), 'nothing was measured without exposure'],
    [rate({ kind: 'median', values: [1, 2, 3, 4] }), '4 rows are too few for a range of their own'],
    [rate({ low: 3, mode: 2, high: 4 }), 'The mode of updates per model (updatesPerYear) is 2'],
    [rate({ kind: 'rate', events: 3 }), 'exposure'],
    [
      change({ uncertain: [{ path: 'levels.L9.operateFte', low: 0, mode: 0, high: 1 }] }),
      'levels.L9.operateFte is not an input',
    ],
    [change({ team: { teamToday: -1 } }), 'The team of today is -1: enter a number from 0 to 1000000.'],
    [change({ accounts: { depreciationYears: 1.5, taxRate: 0.3 } }), 'Depreciation takes whole years'],
    [change({ fiscalYearStart: 13 }), 'The fiscal year begins in month 13'],
    [change({ startDate: '2026-13' }), 'write a month as 2026-11'],
  ])('refuses what cannot be, with a sentence: %#', async (question, words) => {
    const { call } = await testBackend({ portfolio: false });
    await expect(call('investment.options', question)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(call('investment.options', question)).rejects.toThrow(words);
  });
});

describe('investment.views', () => {
  const question = { inputs: inputsOf('A2'), compare: 'L3 vs L1' };

  it('says what investment.options says, in other ways', async () => {
    const { call } = await testBackend({ portfolio: false });
    const { levels } = await call('investment.options', { inputs: inputsOf('A2') });
    const uncertain: Question['uncertain'] = [
      { path: 'updatesPerYear', kind: 'rate', events: 33, exposure: 22.39 },
      { path: 'loadedAnnual', low: 80_000, mode: inputsOf('A2').loadedAnnual, high: 200_000 },
    ];
    const views = await call('investment.views', {
      ...question,
      uncertain,
      pathX: 'updatesPerYear',
      pathY: 'loadedAnnual',
    });
    expect(views.npv).toBeCloseTo(levels.L3?.npvVsL1 ?? Number.NaN, 6);
    expect(views.twoWay?.cells).toHaveLength(5);
    expect(views.twoWay?.cells[views.twoWay.atY]?.[views.twoWay.atX]?.npv).toBeCloseTo(views.npv, 6);
  });

  it('refuses what cannot be, with a sentence', async () => {
    const { call } = await testBackend({ portfolio: false });
    const refused = call('investment.views', { ...question, compare: 'L1 vs L3' });
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input', message: /name two of L1, L2, L3/ });
  });
});
