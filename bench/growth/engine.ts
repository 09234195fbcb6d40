import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineClient } from '../../src-main/rpc/engine-client';
import { forkEngine } from '../../src-main/rpc/engine-process';
import type { Reply } from '../../src-shared/contract/define';

const ENGINE = fileURLToPath(new URL('../../out/main/engine.js', import.meta.url));
const TIMES = 7;
const EDITS = 60;
const PAGE = { limit: 50, sort: [{ field: 'name' }] };
/** In one in seven names and purposes of `write-inventory.ts`. */
export const WORD = 'severity';

/** Of the engine's own process, as hosts start it; ms and MB. */
export interface EngineFigures {
  readonly opening: number;
  readonly overviewFirst: number;
  readonly overview: number;
  readonly overviewReopened: number;
  readonly grid: number;
  readonly page: number;
  readonly search: number;
  readonly edit: number;
  readonly megabytes: number;
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export async function measureEngine(folder: string, portfolio: string): Promise<EngineFigures> {
  const first = await startEngine(folder);
  const opening = await first.timed('workspace.open', { file: await first.engine.grant(portfolio) });
  const overviewFirst = await first.timed('overview.summary', {});
  const overview = await first.median('overview.summary');
  await first.timed('models.columns', {});
  const grid = await first.median('models.columns');
  const page = await first.median('models.list', PAGE);
  const search = await first.median('models.list', { ...PAGE, search: WORD });
  const reply = await first.engine.call('models.list', { limit: EDITS });
  const { rows } = answerIn(reply) as { readonly rows: readonly { readonly id: string }[] }; // as the contract has it
  const edits: number[] = [];
  for (const [turn, { id }] of rows.entries())
    edits.push(await first.timed('models.update', { id, patch: { notes: `note ${turn}` } }));
  const megabytes = mostMegabytes(first.pid());
  await first.engine.close();
  const second = await startEngine(folder);
  await second.timed('workspace.open', { file: await second.engine.grant(portfolio) });
  const overviewReopened = await second.timed('overview.summary', {});
  await second.engine.close();
  return { opening, overviewFirst, overview, overviewReopened, grid, page, search, edit: at(edits, 0.95), megabytes };
}

interface Started {
  readonly engine: EngineClient;
  readonly pid: () => number | undefined;
  timed(channel: string, input: unknown): Promise<number>;
  median(channel: string, input?: object): Promise<number>;
}

async function startEngine(folder: string): Promise<Started> {
  let pid: number | undefined;
  const engine = new EngineClient({
    start: () => {
      const options = {
        configFolder: join(folder, 'engine'),
        portfolioFolder: folder,
        defaultActor: 'bench',
        appVersion: '0',
      };
      const started = forkEngine(ENGINE, options);
      pid = started.pid;
      return started;
    },
    log: () => undefined,
  });
  // Started and its thread too: what is measured is the portfolio's.
  await engine.call('workspace.status', {});
  const timed: Started['timed'] = async (channel, input) => {
    const began = performance.now();
    const answered = await engine.answer(channel, input);
    const time = performance.now() - began;
    if (!(answered instanceof Uint8Array)) answerIn(answered);
    return time;
  };
  const median: Started['median'] = async (channel, input = {}) => {
    const times: number[] = [];
    for (let turn = 0; turn < TIMES; turn += 1) times.push(await timed(channel, input));
    return at(times, 0.5);
  };
  return { engine, pid: () => pid, timed, median };
}

function answerIn(reply: Reply): unknown {
  if (!reply.ok) throw new Error(reply.failure.message);
  return reply.value;
}

/** The kernel's own high-water mark; NaN where there is none. */
function mostMegabytes(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}
