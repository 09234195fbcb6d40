import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriftResult } from '#contract/drift/results';
import { collectResults } from '#domain/drift/collect-results';
import { appendResults } from '../src-main/store/drift/append';
import { createPortfolio } from '../src-main/store/files';
import { newModelRow } from '../src-main/store/models/model-writes';
import type { MoveRow } from '../src-main/store/models/tables';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';
import { DEFAULT_SETTINGS } from '../src-main/store/portfolio/settings';
import type { Store } from '../src-main/store/store';
import { benchBackend } from './bench-backend';
import type { Figure } from './figure';
import { machineWords } from './grid/report';

export const NOW = '2026-11-23T12:00:00.000Z';
const DAY = 86_400_000;
const SERIES = 5;
const POINTS = 1000;
const MODELS_PER_APPEND = 200;
const RUNS = 7;
const MAP = 'heat map by week';
const OVERVIEW = 'overview';
const BANDS = 'change a band of the portfolio';
const BYTES = 'file, bytes a result';
const LONG = 1_000_000;
const LONG_PART = 100_000;

/** What has a bar: of 100 million results. */
const BARS: Readonly<Record<string, number>> = { [MAP]: 100, [OVERVIEW]: 50, [BANDS]: 1_000 };
const BARRED = 100_000_000;

/** Millions of results in one portfolio, and what is asked of them: `npm run bench:drift -- [models] [more models]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const sizes = args.length > 0 ? args.map(Number) : [1000];
  if (!sizes.every((models) => Number.isInteger(models) && models >= MODELS_PER_APPEND))
    throw new Error(
      `Give the number of models as a whole number, at least ${MODELS_PER_APPEND}: npm run bench:drift -- 1000`,
    );
  const measured: Asked[] = [];
  for (const models of sizes) measured.push(await measure(models));
  const of = sizes.map((models) => count(models * SERIES * POINTS));
  const last = `${of.at(-1)} results`;
  return (measured[0] ?? []).map(([what], at) => {
    const most = BARS[what];
    const ours = measured.map((rows) => rows[at]?.[1] ?? null);
    const found = sizes.findIndex((models) => models * SERIES * POINTS === BARRED);
    return {
      what: `drift: ${what.trim()}${what === BYTES ? '' : ', ms'}`,
      of: [...of.slice(0, -1), last],
      ours,
      ...(most !== undefined && { bar: { most, value: ours[found] ?? null, of: 'at 100 million' } }),
    };
  });
}

type Asked = readonly (readonly [what: string, value: number])[];

async function measure(models: number): Promise<Asked> {
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const path = join(folder, 'bench.modelfolio');
    const appends = await fill(path, models);
    const { call, close } = await benchBackend(folder, NOW);
    const opened = await timed(() => call('workspace.open', { file: path }));
    const range = { from: '2024-03-01', to: '2026-11-23' };
    const cold = await timed(() => call('drift.heatmap', { ...range, bucket: 'week' }));
    const rows: [string, number][] = [
      [`append ${count(MODELS_PER_APPEND * SERIES * POINTS)} results, median`, median(appends.map((one) => one.ms))],
      ['  of that, CPU of all threads', median(appends.map((one) => one.cpu))],
      ['open the portfolio', opened],
      ['heat map by week, first time after opening', cold],
      [MAP, await often(() => call('drift.heatmap', { ...range, bucket: 'week' }))],
      ['heat map by quarter', await often(() => call('drift.heatmap', { ...range, bucket: 'quarter' }))],
      ['five series of one model', await often((i) => call('drift.series', { modelId: `m${i * 17}`, points: 1200 }))],
      ['health of the portfolio, 200 most urgent', await often(() => call('drift.health', {}))],
      [OVERVIEW, await often(() => call('overview.summary', {}))],
      ['record one result', await often((i) => call('drift.record', recorded(i)))],
      ['record one result again', await often((i) => call('drift.record', recorded(i)))],
      [
        'change a band of one model',
        await often((i) =>
          call('drift.setBand', {
            metric: 'psi',
            modelId: `m${i}`,
            bands: { watch: 0.2, act: 0.3 },
          }),
        ),
      ],
      [
        BANDS,
        await timed(() =>
          call('drift.setBand', {
            metric: 'psi',
            bands: { watch: 0.2, act: 0.3 },
          }),
        ),
      ],
      ['undo that', await timed(() => call('history.undo', {}))],
    ];
    console.log(
      `${count(models * SERIES * POINTS)} results: ${count(models)} models × ${SERIES} series × ${count(POINTS)} days`,
    );
    console.log(`${machineWords()}; file ${Math.round((await stat(path)).size / 1e6)} MB; medians of ${RUNS}\n`);
    for (const [what, ms] of rows) console.log(`${what.padEnd(48)} ${ms.toFixed(1).padStart(9)} ms`);
    await close();
    return [[BYTES, (await stat(path)).size / (models * SERIES * POINTS)], ...rows];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Cost {
  readonly ms: number;
  readonly cpu: number;
}

/** The file of this bench with one series of a million points more, a minute from each to the next. */
export async function fillWithLongSeries(path: string, models: number): Promise<{ modelId: string; points: number }> {
  await fill(path, models, longResults());
  return { modelId: 'm0', points: LONG };
}

function* longResults(): Generator<DriftResult[]> {
  const last = Date.parse('2026-11-23T00:00:00.000Z');
  for (let first = 0; first < LONG; first += LONG_PART)
    yield Array.from({ length: LONG_PART }, (_, at) => {
      const end = last - (LONG - 1 - first - at) * 60_000;
      const spike = (first + at) % 99_991 === 0 ? 0.3 : 0;
      return {
        ...result(0, 0, (first + at) % POINTS),
        column: 'minutes',
        at: new Date(end).toISOString(),
        windowStart: new Date(end - 60_000).toISOString(),
        value: 0.3 + 0.04 * Math.sin((first + at) / 9000) + ((at * 2654435761) % 1000) / 50_000 + spike,
      };
    });
}

async function fill(path: string, models: number, more: Iterable<DriftResult[]> = []): Promise<Cost[]> {
  const store = createPortfolio(path, NOW);
  await insertPortfolio(store, {
    name: 'Bench',
    currency: 'EUR',
    actor: 'bench',
    at: NOW,
  });
  await insertModels(store, models);
  const appends: Cost[] = [];
  for (let first = 0; first < models; first += MODELS_PER_APPEND) {
    const last = Math.min(first + MODELS_PER_APPEND, models);
    const results = makeResults(first, last);
    let ms = 0;
    const cpu = await cpuOf(async () => {
      ms = await timed(() => append(store, results));
    });
    process.stderr.write(`models ${first}–${last}: ${Math.round(ms)} ms, ${Math.round(cpu)} ms of CPU\n`);
    if (last - first === MODELS_PER_APPEND) appends.push({ ms, cpu });
  }
  for (const results of more) await append(store, results);
  await store.close();
  return appends;
}

/** `Model 0` …, all monitored. */
export async function insertModels(store: Store, models: number): Promise<void> {
  await store.write(
    { channel: 'bench', actor: 'bench', at: NOW, newId: () => crypto.randomUUID(), bulk: true },
    async (write) => {
      const rows = Array.from({ length: models }, (_, i) => {
        const move: MoveRow = {
          id: `v${i}`,
          model_id: `m${i}`,
          ord: 1,
          to_stage: 'monitored',
          at: '2024-01-01T00:00:00.000Z',
          implied: 0,
          actor: '',
          reason: '',
          correction: 0,
          version: '1',
          replaced_by: null,
          recorded_at: NOW,
          import_id: null,
          precision: 'day',
          monitoring_said: 1,
          changed: '',
        };
        const tier = i % 3 === 0 ? 1 : i % 3 === 1 ? 2 : 3;
        return {
          move,
          model: newModelRow(`m${i}`, { name: `Model ${i}`, tier }, [move], DEFAULT_SETTINGS.reviewMonths, NOW),
        };
      });
      await write.insert(
        'models',
        rows.map((row) => row.model),
      );
      await write.insert(
        'moves',
        rows.map((row) => row.move),
      );
      return { label: 'Add models', value: undefined };
    },
  );
}

/** From results as an importer makes them to the committed file. */
async function append(store: Store, results: readonly DriftResult[]): Promise<void> {
  const collected = collectResults();
  for (const one of results) collected.add(one);
  await store.write(
    { channel: 'bench', actor: 'bench', at: NOW, newId: () => crypto.randomUUID(), bulk: true },
    async (write) => {
      const request = {
        newId: () => crypto.randomUUID(),
        actor: 'bench',
        now: NOW,
        origin: 'bench.csv',
        importId: null,
      };
      return {
        label: 'Append',
        value: await appendResults(write, collected.finish(), request),
      };
    },
  );
}

/** Day by day, as a monitoring tool writes them. */
function makeResults(first: number, last: number): DriftResult[] {
  const results: DriftResult[] = [];
  for (let day = 0; day < POINTS; day += 1)
    for (let model = first; model < last; model += 1)
      for (let series = 0; series < SERIES; series += 1) results.push(result(model, series, day));
  return results;
}

function result(model: number, series: number, day: number): DriftResult {
  const end = Date.parse('2026-11-23T00:00:00.000Z') - (POINTS - 1 - day) * DAY;
  const wave = 0.06 + 0.04 * Math.sin((day + model * 7 + series * 31) / 40);
  return {
    modelId: `m${model}`,
    modelVersion: '',
    column: `feature ${series}`,
    metric: 'psi',
    method: 'PSI',
    base: 'e',
    binning: 'deciles of the reference',
    source: { tool: 'bench', version: '1' },
    at: new Date(end).toISOString(),
    windowStart: new Date(end - DAY).toISOString(),
    value: wave + ((day * 2654435761 + model * 40503 + series) % 1000) / 50_000,
    nRef: 50_000,
    nCur: 4000 + ((day * 97 + model) % 2000),
    nBins: 10,
    lower: null,
    upper: 0.25,
    verdict: wave > 0.099 ? 'drift' : 'none',
    row: null,
    distribution: null,
  };
}

const recorded = (i: number): DriftResult => ({
  ...result(i, 0, POINTS - 1),
  at: '2026-11-23T06:00:00.000Z',
  windowStart: '2026-11-23T00:00:00.000Z',
});

const count = (n: number): string => n.toLocaleString('en-US');

/** CPU milliseconds of this process, threads of the collector among them: on a busy machine the wall clock says little. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function often(work: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) times.push(await timed(() => work(turn)));
  return median(times);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
