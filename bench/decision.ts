import { decide } from '../src-shared/domain/scenarios/options/decide';
import { uncertainInputs } from '../src-shared/domain/scenarios/plan/scenario-presets';
import { planOf, STAGED } from '../src-shared/domain/scenarios/testing/decision-cases';
import { simulationMemory } from '../src-shared/domain/scenarios/uncertainty/simulation-memory';
import { machineWords } from './grid/report';
import { percentileOf, row } from './investment/report';

const RUNS = 10_000;
const BARS = { options: 16, simulation: 100 } as const;

function measured(times: number, work: () => unknown): number[] {
  // The first ones run code that is not compiled yet.
  for (let at = 0; at < 3; at++) work();
  return Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

/** Measures a decision between three levels and a staged path, without runs and with 10,000: `npm run bench:decision`. */
export async function run(args: readonly string[]): Promise<void> {
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
  console.log(row('options without runs, ms', plain));
  console.log(row(`the same with ${RUNS.toLocaleString('en-US')} runs, ms`, warm));
  console.log(row('the same with another seed each time, ms', fresh));
  const held =
    percentileOf(plain, 0.5) <= BARS.options && percentileOf(warm, 0.5) - percentileOf(plain, 0.5) <= BARS.simulation;
  console.log(
    `\nThe bars are ${BARS.options} ms and ${BARS.simulation} ms: ${held ? 'held' : 'not held on this machine now'}.`,
  );
}
