import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CentralLost } from '../store/shared/central';
import { needs } from '../testing/needs';
import { PgCentral } from './pg-central';
import { postgres, startPostgres, type TestServer } from './testing/postgres';
import { type Cuttable, proxyTo } from './testing/proxy';
import { insertModel, next, write } from './testing/signed';
import { type Logins, makeLogins, makeTeam, type Team } from './testing/team';

const PATIENT = 60_000;

describe('a line to the server that breaks', needs(postgres), () => {
  let server: TestServer;
  let logins: Logins;
  let team: Team;

  beforeAll(async () => {
    server = await startPostgres();
    logins = await makeLogins(server);
    team = await makeTeam(logins);
  }, PATIENT);
  afterAll(async () => {
    await team?.close();
    await server?.remove();
  });

  async function through(): Promise<{ proxy: Cuttable; ben: PgCentral; lost: Promise<CentralLost> }> {
    const proxy = await proxyTo(server.port);
    const ben = await PgCentral.connect({ ...logins.ben, port: proxy.port }, team.id);
    onTestFinished(async () => {
      await ben.close();
      await proxy.close();
    });
    return { proxy, ben, lost: new Promise((resolve) => ben.onLost(resolve)) };
  }

  it('is noticed within five seconds when it is cut without a word', { timeout: PATIENT }, async () => {
    const { proxy, ben, lost } = await through();
    const { entry, changes } = await next(ben, [insertModel('cut')]);
    proxy.swallow();
    const begun = performance.now();
    const failure = await ben.append(entry, changes, null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'CentralLost', sent: true, final: false });
    expect(performance.now() - begun).toBeLessThan(5_500);
    expect((await lost).message).toContain('does not answer any more');
    expect(await team.central.ada.hashOf(entry.seq)).toBeNull();
  });

  it('is noticed by itself when nobody asks anything', { timeout: PATIENT }, async () => {
    const { proxy, lost } = await through();
    proxy.swallow();
    expect(await lost).toBeInstanceOf(CentralLost);
  });

  it('loses an answer, not the entry: its hash tells that it was taken', { timeout: PATIENT }, async () => {
    const { proxy, ben } = await through();
    const { entry, changes } = await next(ben, [insertModel('answer')]);
    proxy.loseAnswer();
    await expect(ben.append(entry, changes, null)).rejects.toMatchObject({ name: 'CentralLost', sent: true });
    await expect(ben.head()).rejects.toMatchObject({ name: 'CentralLost' });
    await expect.poll(() => team.central.ada.hashOf(entry.seq)).toBe(entry.hash);
  });

  it('lets go of a hold whose client is gone', { timeout: PATIENT }, async () => {
    const { proxy, ben } = await through();
    await ben.hold();
    proxy.swallow();
    const { entry, changes } = await next(team.central.carl, [insertModel('held')]);
    const begun = performance.now();
    expect(await team.central.carl.append(entry, changes, null)).toBe('accepted');
    expect(performance.now() - begun).toBeLessThan(18_000);
  });

  it('names who keeps the portfolio to himself', { timeout: PATIENT }, async () => {
    const { ben } = await through();
    await ben.hold();
    const keeping = setInterval(() => void ben.head().catch(() => {}), 1_000);
    const { entry, changes } = await next(team.central.carl, [insertModel('kept')]);
    await expect(team.central.carl.append(entry, changes, null)).rejects.toThrow(/^Ben has kept/);
    clearInterval(keeping);
  });

  it('survives a server that stops in the middle, many times', { timeout: PATIENT }, async () => {
    for (let round = 0; round < 5; round += 1) {
      const central = await PgCentral.connect(logins.ben, team.id);
      const lost = new Promise<CentralLost>((resolve) => central.onLost(resolve));
      const writing = (async () => {
        for (;;) await write(central, [insertModel(`stop-${round}-${performance.now()}`)]);
      })().catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 50 + 30 * round));
      await server.stop('immediate');
      expect(await writing).toBeInstanceOf(CentralLost);
      expect(await lost).toBeInstanceOf(CentralLost);
      await central.close();
      await server.start();
    }
    const again = await PgCentral.connect(logins.ben, team.id);
    const { seq, hash } = await again.head();
    expect(await again.verify()).toEqual({ entries: seq, head: hash, firstBroken: null });
    await again.close();
  });
});
