import { describe, expect, it, onTestFinished } from 'vitest';
import { ConnectionMapping } from '#contract/imports/connections';
import { readAddress } from '#domain/connections/address';
import { TRAFFIC } from '#domain/drift/of-traffic';
import { openRemote } from '../remote/remote';
import type { Memory } from '../sources/source';
import { type DailyFigure, readDailyFigures } from './daily-figures';
import { fakeServer } from './testing/golden-server';
import { answerOf, inventTraces, type TraceQuestion } from './testing/invented-traces';

const DAY = 86_400_000;
const today = (day: string): string => `${day}T06:00:00.000Z`;

/** A connection to a server with so many experiments, of which these are traced on each of the days before. */
async function connected(experiments: number, traced: readonly number[], days: number) {
  const traces = inventTraces();
  const dayBack = (from: string, back: number): string =>
    new Date(Date.parse(`${from}T00:00:00Z`) - back * DAY).toISOString().slice(0, 10);
  for (const app of traced)
    for (let back = 1; back <= days; back += 1) {
      const id = traces.trace(String(app), dayBack('2026-12-01', back), { cost: 0.5 });
      traces.assess(id, 'helpful', 0.5);
    }
  const asked: TraceQuestion[] = [];
  const { address } = await fakeServer(answerOf(traces, experiments, (question) => asked.push(question)));
  const parsed = readAddress(address);
  if (!parsed.ok) throw new Error(parsed.message);
  const signal = new AbortController().signal;
  const remote = openRemote({ address: parsed.value, headers: {}, secrets: [], ca: null, signal });
  onTestFinished(() => remote.close());
  let taken: readonly Memory[] = [];
  const refresh = async (
    day: string,
    { without = [], models = [] }: { without?: string[]; models?: { name: string; modelId: string }[] } = {},
  ) => {
    asked.splice(0);
    const { figures, memory, warnings } = await readDailyFigures(
      remote,
      {
        ...{ version: '3.17.2', now: today(day), mapping: ConnectionMapping.parse({ models }) },
        before: { at: null, seen: {}, taken },
      },
      () => undefined,
    );
    expect(warnings).toEqual([]);
    const kept = Object.fromEntries(Object.entries(memory).filter(([name]) => !without.includes(name)));
    taken = [...taken, JSON.parse(JSON.stringify(kept)) as Memory]; // as the notes of this computer keep it
    return figures;
  };
  const since = (): string => new Date(Math.min(...asked.map((one) => one.start_time_ms))).toISOString().slice(0, 10);
  const byDay = (): readonly TraceQuestion[] => asked.filter((one) => one.time_interval_seconds !== undefined);
  const forget = (): void => {
    taken = [];
  };
  return { traces, refresh, asked, since, byDay, forget };
}

const daysOf = (figures: readonly DailyFigure[]): readonly string[] =>
  [...new Set(figures.map(({ day }) => day))].sort();

describe('what was traced and taken before', () => {
  it('is not asked for again but for the last days, and for all settled ones at once', async () => {
    const { refresh, asked, byDay } = await connected(20, [3, 11], 100);
    expect(daysOf(await refresh('2026-12-01'))).toHaveLength(100);
    expect(asked.length).toBeGreaterThan(10);
    const figures = await refresh('2026-12-01');
    expect(daysOf(figures)).toEqual(['24', '25', '26', '27', '28', '29', '30'].map((day) => `2026-11-${day}`));
    expect(byDay()).toHaveLength(2 * 5);
    for (const one of byDay()) expect(one.start_time_ms).toBe(Date.UTC(2026, 10, 24));
    // Of the other eighteen one, of settled days one of traces and two of assessments, of the last days two.
    expect(asked).toHaveLength(2 * 5 + 1 + 1 + 2 + 2);
  });

  it('is asked for with as few questions where nothing is traced any more', async () => {
    const { refresh, asked, byDay } = await connected(130, [3, 11, 12, 40, 41, 42, 43, 80, 99], 100);
    await refresh('2026-12-01');
    await refresh('2026-12-20');
    expect(await refresh('2026-12-21')).toEqual([]);
    expect(byDay()).toEqual([]);
    // The first day on which all is settled: the same, and two that note it.
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  it('comes with every day after, each once', async () => {
    const { refresh, traces } = await connected(3, [1], 10);
    await refresh('2026-12-01');
    const id = traces.trace('1', '2026-12-01', { cost: 2 });
    traces.assess(id, 'helpful', 1);
    const figures = await refresh('2026-12-02');
    expect(figures).toContainEqual({
      ...{ model: 'App 1', day: '2026-12-01', column: '', metric: 'Assessment: helpful', value: 1, n: null },
    });
    expect(daysOf(figures)[0]).toBe('2026-11-24');
    // After two weeks without a look, none of them is missing.
    for (let day = 2; day <= 15; day += 1) traces.trace('1', `2026-12-${String(day).padStart(2, '0')}`, { cost: 2 });
    expect(daysOf(await refresh('2026-12-16')).slice(-15)).toEqual(
      Array.from({ length: 15 }, (_, at) => `2026-12-${String(at + 1).padStart(2, '0')}`),
    );
  });

  it.each([
    ['an assessment of a day that had others', 'tone', 0.25],
    // The mean of all stays as it is, and that of the day begins.
    ['an assessment that is as good as the mean', 'helpful', 0.5],
  ])('shows %s that came half a year late', async (_what, name, value) => {
    const { traces, refresh, byDay } = await connected(5, [1, 2], 20);
    const old = traces.trace('1', '2026-07-20', { cost: 1 });
    traces.trace('2', '2026-07-20', { cost: 1 });
    await refresh('2026-12-01');
    await refresh('2026-12-02');
    traces.assess(old, name, value);
    expect(await refresh('2026-12-03')).toContainEqual({
      ...{ model: 'App 1', day: '2026-07-20', column: '', metric: `Assessment: ${name}`, value, n: null },
    });
    // Of the traces themselves the settled days stay unasked.
    for (const one of byDay())
      if (one.view_type !== 'ASSESSMENTS') expect(one.start_time_ms).toBeGreaterThan(Date.UTC(2026, 10, 23));
    expect(daysOf(await refresh('2026-12-03'))).not.toContain('2026-07-20');
  });

  it('shows an assessment that was changed in its place', async () => {
    const { traces, refresh } = await connected(5, [1, 2], 20);
    const changed = traces.trace('2', '2026-09-01', { cost: 1 });
    traces.assess(changed, 'helpful', 0.1);
    await refresh('2026-12-01');
    traces.assess(changed, 'helpful', 0.9);
    expect(await refresh('2026-12-01')).toContainEqual({
      ...{ model: 'App 2', day: '2026-09-01', column: '', metric: 'Assessment: helpful', value: 0.9, n: null },
    });
  });

  it('is read anew where older traces were brought in later, and of that application alone', async () => {
    const { traces, refresh, byDay } = await connected(40, [1, 2, 3, 30], 60);
    await refresh('2026-12-01');
    traces.trace('3', '2026-10-15', { cost: 7 });
    const figures = await refresh('2026-12-01');
    expect(figures).toContainEqual({
      ...{ model: 'App 3', day: '2026-10-15', column: 'small-1', metric: 'Cost of a day, USD', value: 7.5, n: null },
    });
    const settled = byDay().filter((one) => one.start_time_ms < Date.UTC(2026, 10, 24));
    expect(new Set(settled.flatMap((one) => one.experiment_ids))).toEqual(new Set(['3']));
    expect(daysOf(await refresh('2026-12-01'))).toHaveLength(7);
  });

  it('stays as it was measured where the server lets go of old traces', async () => {
    const { traces, refresh, byDay } = await connected(6, [1, 2], 60);
    await refresh('2026-12-01');
    traces.removeBefore('2026-10-20');
    // Their assessments are gone as well: those that are left are looked at once.
    const figures = await refresh('2026-12-01');
    expect(
      byDay().filter((one) => one.view_type !== 'ASSESSMENTS' && one.start_time_ms < Date.UTC(2026, 10, 24)),
    ).toEqual([]);
    expect(figures.filter(({ day }) => day < '2026-10-20')).toEqual([]);
    await refresh('2026-12-01');
    expect(byDay()).toHaveLength(2 * 5);
  });

  it('is read anew where nobody knew whose it was, where another model is chosen, and where the import was undone', async () => {
    const { refresh, forget } = await connected(6, [1, 2], 60);
    const all = async (...how: Parameters<typeof refresh>) =>
      new Set(
        (await refresh(...how))
          .filter(({ day, metric }) => day < '2026-11-01' && metric === TRAFFIC.cost)
          .map(({ model }) => model),
      );
    expect(await all('2026-12-01', { without: ['App 2'] })).toEqual(new Set(['App 1', 'App 2']));
    expect(await all('2026-12-01')).toEqual(new Set(['App 2']));
    expect(await all('2026-12-01')).toEqual(new Set());
    expect(await all('2026-12-01', { models: [{ name: 'App 1', modelId: 'm1' }] })).toEqual(new Set(['App 1']));
    forget();
    expect(await all('2026-12-01')).toEqual(new Set(['App 1', 'App 2']));
  });
});
