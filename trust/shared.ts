import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { postgres, startPostgres, type TestServer } from '../src-main/central/testing/postgres';
import { type RandomStream, randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import { compareCopies } from './shared-compare';
import { type Line, openLine } from './shared-line';
import { endAll, live, logMembersIn, type Member, shareAmong } from './shared-members';
import type { SuiteResult } from './suite';

const ROUND_MS = 700;

/**
 * Three members who write all the time, while their line is cut, answers are lost, the server crashes and they are killed: what was
 * acknowledged is there once, and all copies end alike.
 *
 * @param rounds one fault each
 */
export async function shared(rounds: number, seed: number): Promise<SuiteResult> {
  if (postgres.why !== null) return { counts: `left out: ${postgres.why}`, failures: [] };
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-shared-'));
  const server = await startPostgres();
  const line = await openLine(server.port);
  const counts: Record<string, number> = {};
  try {
    await logMembersIn(server);
    const members = await shareAmong(folder, { host: '127.0.0.1', port: line.port });
    const random = randomStream(seed);
    for (const member of members) member.life = live(member, Math.floor(uniform(random) * 1e9));
    for (let round = 0; round < rounds; round += 1) {
      const fault = await faultOf(random, { members, server, line });
      counts[fault] = (counts[fault] ?? 0) + 1;
      await rest(ROUND_MS * uniform(random));
    }
    const failures = await endAll(members, seed);
    const { edits, found } = await compareCopies(members);
    const said = Object.entries(counts).map(([fault, n]) => `${n} × ${fault}`);
    return { counts: `${edits} edits acknowledged; ${said.join(', ')}`, failures: [...failures, ...found] };
  } finally {
    line.close();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Stage {
  readonly members: readonly Member[];
  readonly server: TestServer;
  readonly line: Line;
}

async function faultOf(random: RandomStream, { members, server, line }: Stage): Promise<string> {
  const dice = uniform(random);
  if (dice < 0.3) {
    line.cut('answers');
    return 'answers lost';
  }
  if (dice < 0.45) {
    line.cut('now');
    return 'line cut';
  }
  if (dice < 0.7) {
    const member = members[Math.floor(uniform(random) * members.length)];
    await member?.life?.found;
    member?.life?.kill();
    await member?.life?.ended;
    if (member) member.life = live(member, Math.floor(uniform(random) * 1e9));
    return 'member killed';
  }
  if (dice < 0.9) {
    await server.stop('immediate');
    await rest(uniform(random) * 400);
    await server.start();
    return 'server crashed';
  }
  return 'nothing';
}
