import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RandomStream, randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import type { SuiteResult } from './suite';
import { after, type Command, difference } from './work';

const CHILD = fileURLToPath(new URL('../node_modules/.cache/trust/crash-child.mjs', import.meta.url));

/** A portfolio is worked on by so many lives of the program, then a new one begins. */
const LIVES = 25;
/** A kill comes at most so long after the first command. */
const LONGEST_MS = 600;

type Told =
  | { readonly type: 'found'; readonly names: readonly string[] }
  | { readonly type: 'doing'; readonly n: number; readonly command: Command }
  | { readonly type: 'done'; readonly n: number }
  | { readonly type: 'failed'; readonly why: string };

interface State {
  names: ReadonlySet<string>;
  doing: Command | null;
  n: number;
}

interface Tally {
  kills: number;
  commands: number;
  whole: number;
  readonly failures: string[];
}

/** `kill -9` in the middle of work, `count` times: what was acknowledged is there, and nothing is half done. */
export async function crash(count: number, seed: number): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-crash-'));
  const tally: Tally = { kills: 0, commands: 0, whole: 0, failures: [] };
  let left = count;
  const lane = async (_: unknown, lane: number): Promise<void> => {
    const random = randomStream((seed + lane) >>> 0);
    for (let life = 0, state = fresh(); left > 0 && tally.failures.length < 5; life += 1) {
      left -= 1;
      if (life % LIVES === 0) state = fresh();
      const own = join(folder, `${lane}-${Math.floor(life / LIVES)}`);
      const why = await live(own, state, random, tally);
      if (why !== null) {
        tally.failures.push(`seed ${seed}, lane ${lane}, life ${life}: ${why}`);
        life += LIVES - (life % LIVES) - 1;
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const counts = `${tally.kills} times killed, ${tally.commands} commands acknowledged, of those in flight ${tally.whole} had been done as a whole`;
  return { counts, failures: tally.failures };
}

const fresh = (): State => ({ names: new Set(), doing: null, n: 0 });

/** One life of the program, from opening to its kill; answers what was wrong at its beginning. */
function live(folder: string, state: State, random: RandomStream, tally: Tally): Promise<string | null> {
  const args = [folder, `${folder}.modelfolio`, String(random.next()), String(state.n)];
  const child = fork(CHILD, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve) => {
    let why: string | null = null;
    child.on('message', (told: Told) => {
      if (told.type === 'failed') why = told.why;
      else if (told.type === 'found') {
        why = compare(new Set(told.names), state, tally);
        setTimeout(() => child.kill('SIGKILL'), why === null ? uniform(random) * LONGEST_MS : 0);
      } else if (told.type === 'doing') [state.doing, state.n] = [told.command, told.n];
      else if (state.doing) {
        state.names = after(state.names, state.doing);
        state.doing = null;
        tally.commands += 1;
      }
    });
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') tally.kills += 1;
      resolve(why);
    });
  });
}

/** What is there is what was acknowledged, or that and the one command that was in flight. */
function compare(found: ReadonlySet<string>, state: State, tally: Tally): string | null {
  const without = difference(found, state.names);
  if (without === null) state.doing = null;
  if (without === null || !state.doing) return without;
  const withIt = after(state.names, state.doing);
  if (difference(found, withIt) !== null) return without;
  [state.names, state.doing] = [withIt, null];
  tally.whole += 1;
  return null;
}
