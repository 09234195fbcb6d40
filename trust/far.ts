import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import {
  type Carried,
  type FarNetwork,
  type LineKind,
  makeFarNetwork,
  roundTripMs,
  whyNoFarNetwork,
} from '../src-main/central/testing/far-network';
import { makeNetwork } from '../src-main/central/testing/network';
import { startPostgres } from '../src-main/central/testing/postgres';
import { serveInside } from '../src-main/central/testing/serve-inside';
import { type RandomStream, randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import { compareCopies } from './shared-compare';
import { endAll, live, logMembersIn, type Member, shareAmong } from './shared-members';
import type { SuiteResult } from './suite';

/** Of each member, one way. */
const KINDS: readonly LineKind[] = [0.01, 0.02, 0.03].map((loss) => ({ delayMs: 20, jitterMs: 5, loss }));
const ROUND_MS = 2_000;
/** TCP carries over a short cut. In a long one programs find that their server is gone, and what is done waits. */
const CUT_MS = { short: 1_500, long: 9_000 } as const;
/** What is lost is drawn packet by packet: of so many the share may be off by so much. */
const ENOUGH = 2_000;
const OFF = 2;

/**
 * Three members in networks of their own who write all the time, over lines that are slow, lose packets and are cut: what was
 * acknowledged is there once, and all copies end alike.
 *
 * @param cuts every third a long one, the second first
 */
export async function far(cuts: number, seed: number): Promise<SuiteResult> {
  const why = whyNoFarNetwork();
  if (why !== null) return { counts: `left out: ${why}`, failures: [] };
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-far-'));
  const server = await startPostgres();
  const cable = makeNetwork();
  const after: (() => Promise<void> | void)[] = [() => cable.remove()];
  try {
    await logMembersIn(server);
    const inside = await serveInside(server, cable);
    after.unshift(() => inside.stop());
    const lines = await makeFarNetwork(cable, KINDS, seed);
    after.unshift(() => lines.remove());
    const address = { host: cable.address, port: server.port, ca: inside.caFile };
    const tripMs = Math.min(...KINDS.map((_, at) => roundTripMs(lines.within(at), address)));
    // Nobody is near while it is set up: that is not what is tried.
    const members = await shareAmong(folder, address);
    const random = randomStream(seed);
    for (const [at, member] of members.entries())
      member.life = live(member, Math.floor(uniform(random) * 1e9), lines.within(at));
    const cut = await cutLines(random, cuts, { lines, members });
    const wrong = await endAll(members, seed);
    const carried = await lines.counts();
    const { edits, found } = await compareCopies(members);
    return {
      counts: `${edits} edits acknowledged, ${waitsOf(members)}; ${cut}; there and back ${tripMs.toFixed(0)} ms; ${sayCarried(carried)}`,
      failures: [...wrong, ...found, ...notAsTold(carried, tripMs)],
    };
  } finally {
    for (const undo of after) await undo();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Stage {
  readonly lines: FarNetwork;
  readonly members: readonly Member[];
}

/** One member's line, or those of all. */
async function cutLines(random: RandomStream, cuts: number, { lines, members }: Stage): Promise<string> {
  const counts = { short: 0, long: 0 };
  for (const { life } of members) await life?.found;
  for (let round = 0; round < cuts; round += 1) {
    await rest(ROUND_MS * (0.5 + uniform(random)));
    const kind = round % 3 === 1 ? 'long' : 'short';
    const whose = Math.floor(uniform(random) * (members.length + 1));
    const these = whose === members.length ? members.map((_, at) => at) : [whose];
    for (const at of these) lines.cut(at);
    await rest(CUT_MS[kind] * (0.7 + 0.3 * uniform(random)));
    for (const at of these) lines.mend(at);
    counts[kind] += 1;
  }
  await rest(ROUND_MS);
  return `${counts.short} short cuts and ${counts.long} long ones`;
}

function waitsOf(members: readonly Member[]): string {
  const waits = members.flatMap((member) => member.waits).toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN).toFixed(0)} ms`;
  return `half within ${at(0.5)}, 95 % within ${at(0.95)}, the longest ${at(1)}`;
}

const shareLost = ({ carried, lost }: Carried): number => lost / (carried + lost);

const sayCarried = (all: readonly Carried[]): string =>
  all
    .map(({ carried, bytes, lost, cut }, at) => {
      const share = `${((KINDS[at]?.loss ?? 0) * 100).toFixed(0)} %`;
      return `line of ${share}: ${carried} packets (${(bytes / 1e6).toFixed(1)} MB), ${lost} lost, ${cut} at a cut`;
    })
    .join('; ');

/** A line that is better than it was said to be would have tried nothing. */
function notAsTold(all: readonly Carried[], tripMs: number): readonly string[] {
  const wrong: string[] = [];
  const least = Math.min(...KINDS.map(({ delayMs, jitterMs }) => 2 * (delayMs - jitterMs)));
  if (tripMs < least) wrong.push(`there and back took ${tripMs.toFixed(1)} ms, and cannot take less than ${least}`);
  for (const [at, one] of all.entries()) {
    const told = KINDS[at]?.loss ?? 0;
    const share = shareLost(one);
    if (one.carried < ENOUGH ? one.carried === 0 : share < told / OFF || share > told * OFF)
      wrong.push(`line ${at} lost ${(share * 100).toFixed(2)} % of ${one.carried} packets`);
  }
  return wrong;
}
