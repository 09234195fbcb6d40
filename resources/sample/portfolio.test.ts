import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '#domain/base/calendar';
import type { GivenApproval } from '#domain/models/approval-gate';
import { type LifecycleMove, planMove } from '#domain/models/lifecycle';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { sampleCalendar } from './calendar';
import { INCIDENTS } from './incident-steps';
import { FIRST_DAY, modelId } from './model-steps';
import { SAMPLE_MODELS, SAMPLE_SEED, samplePortfolio } from './portfolio';
import type { Step } from './step';
import { PEOPLE } from './story/people';

const GATES = { tier1: true, tier2: false, tier3: false };

const days = fc
  .integer({ min: 0, max: 3_650 })
  .map((offset) => new Date(Date.UTC(2024, 0, 1) + offset * DAY_MS).toISOString().slice(0, 10));
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const runs = { numRuns: 8 };

const of = <N extends Step['channel']>(steps: readonly Step[], channel: N) =>
  steps.filter((step): step is Extract<Step, { channel: N }> => step.channel === channel);
const given = <T extends object>(input: T): Exclude<T, (...rest: never[]) => unknown> => {
  if (typeof input === 'function') throw new Error('this input is only known when it is asked for');
  return input as Exclude<T, (...rest: never[]) => unknown>;
};
/** Everything that is fixed before the portfolio is asked. */
const told = (day: string, seed: number): string => JSON.stringify(samplePortfolio(day, seed));

test('the same day and seed tell the same, another seed or day does not', () => {
  fc.assert(
    fc.property(days, seeds, (day, seed) => {
      expect(told(day, seed)).toBe(told(day, seed));
      expect(told(day, seed)).not.toBe(told(day, (seed + 1) % 2 ** 32));
    }),
    { numRuns: 3 },
  );
  expect(told('2026-11-23', SAMPLE_SEED)).not.toBe(told('2026-11-24', SAMPLE_SEED));
});

test('a week later the same people do the same a week later', () => {
  const lives = (day: string) =>
    samplePortfolio(day, SAMPLE_SEED).steps.filter(({ channel }) => /^(models|incidents|assessments)\./.test(channel));
  const [now, later] = [lives('2026-11-23'), lives('2026-11-30')];
  expect(now.length).toBeGreaterThan(500);
  expect(later.map(({ at }) => Date.parse(at))).toEqual(now.map(({ at }) => Date.parse(at) + 7 * DAY_MS));
  expect(later.map(({ channel, actor }) => `${channel} ${actor}`)).toEqual(
    now.map(({ channel, actor }) => `${channel} ${actor}`),
  );
});

test('steps are in order, after the first day and before the day itself', () => {
  fc.assert(
    fc.property(days, seeds, (day, seed) => {
      const { steps, startedAt } = samplePortfolio(day, seed);
      const times = steps.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(times.filter((at) => at < startedAt || at >= `${day}T00:00:00.000Z`)).toEqual([]);
      expect(startedAt).toBe(sampleCalendar(day).work(FIRST_DAY, 7));
    }),
    runs,
  );
});

test('every move stands by the rules of the lifecycle, whatever the day and the seed', () => {
  fc.assert(
    fc.property(days, seeds, (day, seed) => {
      const { steps } = samplePortfolio(day, seed);
      for (const plan of SAMPLE_MODELS) movesByTheRules(modelId(plan.key), plan.tier, PEOPLE[plan.maker], steps);
    }),
    runs,
  );
});

/** The moves of one model are planned one by one, as the handler does it. */
function movesByTheRules(id: string, tier: 1 | 2 | 3 | null, maker: string, steps: readonly Step[]): void {
  const created = of(steps, 'models.create').filter((step) => step.id === id);
  expect(created).toHaveLength(1);
  const [first] = created;
  if (first === undefined) return;
  const { stage = 'proposed', since = first.at } = given(first.input);
  const moves: LifecycleMove[] = [{ id: 'first', to: stage, at: since, version: '', correction: false }];
  const approvals: (GivenApproval & { readonly day: string })[] = of(steps, 'models.approve')
    .filter((step) => given(step.input).id === id)
    .map((step) => ({ approvedBy: given(step.input).approvedBy, at: step.at, day: step.at }));
  for (const step of of(steps, 'models.move').filter((one) => given(one.input).id === id)) {
    const { to, reason = '', replacedBy } = given(step.input);
    const planned = planMove(moves, {
      to,
      at: step.at,
      now: step.at,
      reason,
      replacedBy: replacedBy ?? null,
      modelId: id,
      tier,
      gates: GATES,
      approvals: approvals.filter(({ at }) => at <= step.at),
      authors: [maker],
    });
    if (!planned.ok) throw new Error(`${id}, ${step.at}, ${to}: ${planned.problem.message}`);
    // Told in the order in which it happened: none is put in before another.
    expect(planned.move.index).toBe(moves.length);
    moves.push({ id: step.at, to, at: step.at, version: '', correction: planned.move.correction });
    const goesLive = PRODUCTION_STAGES.some((known) => known === to) && planned.move.from === 'validation';
    if (tier === 1 && goesLive) expect(approvals.some(({ at }) => at <= step.at)).toBe(true);
  }
}

test('incidents are acknowledged, mitigated, resolved and talked through in this order, and are about models', () => {
  const known = new Set(SAMPLE_MODELS.map(({ key }) => key));
  for (const plan of INCIDENTS) {
    const { acknowledged, mitigated, resolved, model, reviewed } = plan;
    const times = [0, acknowledged, mitigated, resolved].filter((hours) => hours !== undefined);
    expect(times, plan.title).toEqual(times.toSorted((a, b) => a - b));
    if (mitigated !== undefined || resolved !== undefined) expect(acknowledged, plan.title).toBeDefined();
    if (reviewed !== undefined) expect(resolved, plan.title).toBeDefined();
    if (model !== null) expect(known, plan.title).toContain(model);
  }
  expect(new Set(INCIDENTS.map(({ title }) => title)).size).toBe(INCIDENTS.length);
});

test('drift results carry what a figure needs: sizes, window, tool and its limits', () => {
  const results = of(samplePortfolio('2026-11-23', SAMPLE_SEED).steps, 'drift.record').flatMap(({ input }) => {
    const record = given(input);
    return 'results' in record ? record.results : [record];
  });
  expect(results.length).toBeGreaterThan(2_000);
  expect(new Set(results.map(({ source }) => source.tool)).size).toBe(3);
  for (const { value, nRef, nCur, at, windowStart, upper, verdict, distribution } of results) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(Math.min(nRef ?? 0, nCur ?? 0)).toBeGreaterThan(0);
    expect(String(windowStart) < at).toBe(true);
    expect(verdict).toBe((value ?? 0) >= (upper ?? 0) ? 'drift' : 'none');
    if (distribution) expect(distribution.current.reduce((sum, rows) => sum + rows, 0)).toBe(nCur);
  }
});
