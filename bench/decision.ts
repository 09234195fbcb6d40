import { decide } from '../src-shared/domain/scenarios/options/decide';
import { uncertainInputs } from '../src-shared/domain/scenarios/plan/scenario-presets';
import { planOf, STAGED } from '../src-shared/domain/scenarios/testing/decision-cases';
import { simulationMemory } from '../src-shared/domain/scenarios/uncertainty/simulation-memory';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { row } from './investment/report';

const RUNS = 10_000;
const BARS = { options: 16, simulation: 100 } as const;

interface Measured {
  /** Each time, ms. */
  readonly wall: readonly number[];
  /** Mean processor time, ms: what a busy machine does not blur. */
  readonly processor: number;
}

function measured(times: number, work: () => unknown): Measured {
  // The first ones run code that is not compiled yet.
  for (let at = 0; at < 3; at++) work();
  const before = process.cpuUsage();
  const wall = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1_000 / times };
}

/** Measures a decision between three levels and a staged path, without runs and with 10,000: `npm run bench:decision`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const times = Number(args[0] ?? 30);
  if (!Number.isInteger(times) || times < 1) {
    throw new Error('Give the number of times as a whole number: npm run bench:decision -- 30');
  }
  const inputs = planOf('A2');
  const uncertain = uncertainInputs(inputs).map(({ path, low, mode, high }) => {
    return { path, of: { kind: 'pert' as const, low, mode, high } };
  });
  const plain = measured(times, () => decide({ inputs, paths: [STAGED] }));
  const memory = simulationMemory();
  const warm = measured(times, () => decide({ inputs, paths: [STAGED], uncertain, runs: RUNS }, memory));
  let seed = 1;
  const fresh = measured(times, () => decide({ inputs, paths: [STAGED], uncertain, runs: RUNS, seed: seed++ }));
  console.log(
    `Insurer with 32 models, 5 years, three levels and a path, ${uncertain.length} uncertain inputs, ${times} times`,
  );
  console.log(`${machineWords()}\n`);
  console.log('| | median | p95 |\n|---|---:|---:|');
  const runs = `${RUNS.toLocaleString('en-US')} runs`;
  const tell = (label: string, { wall, processor }: Measured): void => {
    console.log(row(`${label}, ms`, wall));
    console.log(`| the same, processor time, ms | ${processor.toFixed(1)} (mean) | |`);
  };
  tell('options without runs', plain);
  tell(`options with ${runs}`, warm);
  tell(`options with ${runs}, another seed each time`, fresh);
  const held = plain.processor <= BARS.options && warm.processor - plain.processor <= BARS.simulation;
  console.log(
    `\nThe bars are ${BARS.options} ms and, for the runs alone, ${BARS.simulation} ms of processor time: ${held ? 'held' : 'not held on this machine now'}.`,
  );
  const of = `three levels and a path, ${uncertain.length} uncertain inputs`;
  return [
    figure('options of a plan, processor, ms', of, plain.processor, { most: BARS.options }),
    figure(`${runs} of them, processor, ms`, of, warm.processor - plain.processor, { most: BARS.simulation }),
  ];
}
