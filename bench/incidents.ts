import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '../src-main/engine/backend';
import { READER } from './bench-backend';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';

/** Asked of the engine as a screen asks; each is called once cold and then `runs` times. */
const QUESTIONS: readonly (readonly [name: string, channel: string, input: object])[] = [
  ['list, latest first', 'incidents.list', {}],
  ['list, page 1,000', 'incidents.list', { offset: 99_900, limit: 100 }],
  ['list, search of two words', 'incidents.list', { search: 'scores model 17' }],
  ['list, filter and sort', 'incidents.list', { filter: { open: true, severity: [1, 2] }, sort: [{ field: 'title' }] }],
  ['metrics, all', 'incidents.metrics', {}],
  ['metrics, by month', 'incidents.metrics', { by: 'month' }],
  ['metrics, by model', 'incidents.metrics', { by: 'model' }],
  ['metrics with trend', 'incidents.metrics', { from: '2025-01-01' }],
  ['pareto', 'incidents.pareto', {}],
  ['flow by week', 'incidents.flow', { step: 'week' }],
  ['calendar', 'incidents.calendar', {}],
  ['ageing', 'incidents.ageing', {}],
];

const MODELS = 500;
const BAR = 100;

/** Measures the register and its figures: `node bench/run.mjs incidents [incidents] [runs]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const count = Number(args[0] ?? 200_000);
  const runs = Number(args[1] ?? 9);
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(runs) || runs < 1)
    throw new Error('Give the number of incidents and of runs as whole numbers: node bench/run.mjs incidents 200000 9');
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-bench-'));
  let ids = 0;
  const backend = await createBackend({
    configFolder: join(folder, 'config'),
    portfolioFolder: folder,
    acceptPaths: true,
    readerScript: READER,
    defaultActor: 'Bench',
    appVersion: '0.0.0',
    clock: () => new Date(),
    newId: () => {
      ids += 1;
      return `id${String(ids).padStart(8, '0')}`;
    },
    log: () => undefined,
  });
  const ask = async (channel: string, input: object): Promise<unknown> => {
    const reply = await backend.dispatch(channel, input);
    if (!reply.ok) throw new Error(reply.failure.message);
    return reply.value;
  };
  const timed = async (channel: string, input: object): Promise<number> => {
    const start = performance.now();
    await ask(channel, input);
    return performance.now() - start;
  };
  const told: Figure[] = [];
  const tell = (what: string, ms: number): void => {
    told.push(figure(`incidents: ${what}, ms`, `${count.toLocaleString('en-US')} incidents`, ms, { most: BAR }));
  };
  try {
    await ask('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, 'bench.modelfolio') });
    for (let at = 0; at < MODELS; at += 1)
      await ask('models.create', {
        name: `Model ${at}`,
        unit: `Unit ${at % 12}`,
        tier: (at % 3) + 1,
        stage: 'deployed',
        since: '2020-01-01',
      });
    const file = join(folder, 'incidents.csv');
    writeFileSync(file, makeIncidents(count));
    const brought = await timed('imports.apply', { file });
    console.log(`${count.toLocaleString('en-US')} incidents of ${MODELS} models; ${machineWords()}`);
    console.log(`brought in from a CSV file in ${(brought / 1000).toFixed(1)} s\n`);
    const cold = await timed('incidents.metrics', {});
    console.log(`first question of all: ${cold.toFixed(0)} ms`);
    tell('first question of all', cold);
    await ask('workspace.close', {});
    await ask('workspace.open', { file: join(folder, 'bench.modelfolio') });
    const reopened = await timed('incidents.metrics', {});
    console.log(`first question after opening once more: ${reopened.toFixed(0)} ms`);
    tell('first question after opening once more', reopened);
    await ask('incidents.create', { title: 'One more' });
    const added = await timed('incidents.metrics', {});
    console.log(`after one more incident: ${added.toFixed(0)} ms\n`);
    tell('after one more incident', added);
    console.log('question                        median   slowest  (ms)');
    for (const [name, channel, input] of QUESTIONS) {
      const times: number[] = [];
      for (let turn = 0; turn < runs; turn += 1) times.push(await timed(channel, input));
      times.sort((a, b) => a - b);
      const median = times[Math.floor(runs / 2)] ?? 0;
      tell(name, median);
      console.log(`${name.padEnd(30)} ${median.toFixed(1).padStart(8)} ${(times.at(-1) ?? 0).toFixed(1).padStart(9)}`);
    }
    return told;
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A plain CSV file of incidents over six years, the same at each run. */
function makeIncidents(count: number): string {
  let seed = 42;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const time = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  const lines = [
    'Incident ID,Title,Severity,Status,Opened,Acknowledged at,Resolved,Cause,Caused by change yes no,Model',
  ];
  for (let at = 0; at < count; at += 1) {
    const opened = Date.UTC(2020, 0, 1) + random() * 6 * 365 * 86_400_000;
    const open = random() < 0.05;
    const acknowledged = opened + random() * 7_200_000;
    const resolved = acknowledged + random() ** 4 * 30 * 86_400_000;
    const cause = ['drift', 'data quality', 'code', 'infrastructure', ''][Math.floor(random() * 5)];
    lines.push(
      [
        `B-${at}`,
        `Wrong scores of model ${at % MODELS}`,
        1 + Math.floor(random() * 5),
        open ? 'Open' : 'Resolved',
        `${time(opened)}Z`,
        open ? '' : `${time(acknowledged)}Z`,
        open ? '' : `${time(resolved)}Z`,
        cause,
        random() < 0.1 ? 'yes' : 'no',
        `Model ${at % MODELS}`,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
