import { PgCentral } from '../src-main/central/pg-central';
import { postgres, startPostgres } from '../src-main/central/testing/postgres';
import { insertModel, next } from '../src-main/central/testing/signed';
import { type Logins, makeLogins, makeTeam } from '../src-main/central/testing/team';
import { CentralLost } from '../src-main/store/shared/central';
import { type RandomStream, randomStream, uniform } from '../src-shared/domain/scenarios/statistics/random';
import type { SuiteResult } from './suite';

/** So many of the stops hit an entry that was laid down beforehand; a login may have eight such under way. */
const LARGE = 7;
const LONGEST_MS = 25;

interface Sent {
  readonly seq: number;
  readonly hash: string;
  readonly changes: number;
  /** The server said that it has it. */
  acknowledged: boolean;
}

/**
 * The server of a shared portfolio is stopped as by a power cut while an entry is on its way, again and again: whatever was acknowledged
 * is there, and what was not is there whole or not at all.
 */
export async function stops(rounds: number, seed: number): Promise<SuiteResult> {
  if (postgres.why !== null) return { counts: `left out: ${postgres.why}`, failures: [] };
  const server = await startPostgres();
  const failures: string[] = [];
  let [kept, gone, acknowledged] = [0, 0, 0];
  try {
    const logins = await makeLogins(server);
    const team = await makeTeam(logins);
    await team.close();
    const random = randomStream(seed);
    for (let round = 0; round < rounds; round += 1) {
      const large = round % Math.ceil(rounds / LARGE) === 1;
      const sent = await stoppedWhile(logins, team.id, { round, large, random, stop: () => server.stop('immediate') });
      await server.start();
      const central = await PgCentral.connect(logins.ben, team.id);
      const stands = await Promise.all(sent.map(({ seq }) => central.hashOf(seq)));
      for (const [at, one] of sent.entries()) {
        const there = stands[at] === one.hash;
        if (one.acknowledged) acknowledged += 1;
        else if (there) kept += 1;
        else gone += 1;
        if (one.acknowledged ? !there : !there && stands[at] !== null)
          failures.push(`seed ${seed}, round ${round}: entry ${one.seq} was acknowledged or half of it is there`);
      }
      const [row] = await server.sql(
        `select j.seq::int, j.changes - (select count(*) from modelfolio_${team.id}.journal_changes c where c.part = j.part)::int as lacks
         from modelfolio_${team.id}.journal j order by j.seq desc limit 1`,
      );
      if (row && row.lacks !== 0) failures.push(`seed ${seed}, round ${round}: entry ${String(row.seq)} lacks changes`);
      await central.close();
    }
    const central = await PgCentral.connect(logins.ben, team.id);
    const { seq, hash } = await central.head();
    const { entries, head, firstBroken } = await central.verify();
    if (entries !== seq || head !== hash || firstBroken !== null)
      failures.push(`seed ${seed}: the chain breaks at ${firstBroken ?? 'its end'}`);
    if (seq !== acknowledged + kept) failures.push(`seed ${seed}: ${seq} entries, ${acknowledged + kept} were sent`);
    await central.close();
  } finally {
    await server.remove();
  }
  const counts = `${rounds} stops; ${acknowledged} entries acknowledged, on their way ${kept} kept and ${gone} not`;
  return { counts, failures: failures.slice(0, 10) };
}

interface Round {
  readonly round: number;
  readonly large: boolean;
  readonly random: RandomStream;
  readonly stop: () => Promise<void>;
}

/** Writes entry after entry until the server is gone. @returns what was sent */
async function stoppedWhile(
  logins: Logins,
  portfolio: string,
  { round, large, random, stop }: Round,
): Promise<readonly Sent[]> {
  const central = await PgCentral.connect(logins.ben, portfolio);
  const sent: Sent[] = [];
  const models = (count: number) =>
    Array.from({ length: count }, (_, n) => insertModel(`m${round}-${sent.length}-${n}`));
  const small = async (): Promise<void> => {
    const { entry, changes } = await next(central, models(3));
    const one: Sent = { seq: entry.seq, hash: entry.hash, changes: changes.length, acknowledged: false };
    sent.push(one);
    one.acknowledged = (await central.append(entry, changes, null)) === 'accepted';
  };
  const staged = async (ready: () => void): Promise<void> => {
    const { entry, changes } = await next(central, models(3_000));
    const stage = await central.stage();
    await stage.add(changes);
    await stage.seal('do', null);
    ready();
    const one: Sent = { seq: entry.seq, hash: entry.hash, changes: changes.length, acknowledged: false };
    sent.push(one);
    one.acknowledged = (await stage.take(entry)) !== 'behind';
  };
  let ready: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const writing = (async () => {
    if (large) await staged(ready);
    for (ready(); ; ) await small();
  })().catch((error: unknown) => error);
  await begun;
  await new Promise((resolve) => setTimeout(resolve, LONGEST_MS * uniform(random)));
  await stop();
  const why = await writing;
  if (!(why instanceof CentralLost)) throw why;
  await central.close();
  return sent;
}
