import { parseArgs } from 'node:util';
import { attack } from './attack';
import { crash } from './crash';
import { far } from './far';
import { fuzz } from './fuzz';
import { power } from './power';
import { shared } from './shared';
import { stops } from './stops';
import type { SuiteResult } from './suite';

type Suite = (share: number, seed: number, only: string | undefined) => Promise<SuiteResult> | SuiteResult;

const SUITES: Readonly<Record<string, Suite>> = {
  crash: (share, seed) => crash(Math.round(500 * share), seed),
  power: (share, seed) => power(Math.round(2_000 * share), seed),
  shared: (share, seed) => shared(Math.round(300 * share), seed),
  far: (share, seed) => far(Math.max(3, Math.round(30 * share)), seed),
  stops: (share, seed) => stops(Math.max(1, Math.round(100 * share)), seed),
  attack,
  fuzz: (share, seed, only) => fuzz(Math.round(50_000 * share), seed, only),
};

/** `node trust/run.mjs [all|crash|power|shared|far|stops|attack|fuzz] [--tenth | --share 0.01] [--seed N] [--only KIND]` */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      tenth: { type: 'boolean', default: false },
      share: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const share = Number(values.share ?? (values.tenth ? 0.1 : 1));
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  // `npm test` runs all attacks; what repeats it only in part leaves them to it.
  const all = Object.keys(SUITES).filter((name) => share === 1 || name !== 'attack');
  const wanted = positionals.length === 0 || positionals[0] === 'all' ? all : positionals;
  let failed = 0;
  for (const name of wanted) {
    const suite = SUITES[name];
    if (!suite) throw new Error(`There is no suite ${name}. There are: ${Object.keys(SUITES).join(', ')}.`);
    console.log(`${name}, seed ${seed}`);
    const begun = performance.now();
    const { counts, failures } = await suite(share, seed, values.only);
    for (const failure of failures) console.log(`  FAILED ${failure}`);
    failed += failures.length;
    console.log(`  ${counts}; ${failures.length} failed; ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  console.log(failed === 0 ? 'All of it held.' : `${failed} failed. Run it again with --seed ${seed}.`);
  process.exitCode = failed === 0 ? 0 : 1;
}
