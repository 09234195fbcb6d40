import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CentralLost } from '../store/shared/central';
import { needs } from '../testing/needs';
import type { Login } from './connection/address';
import { PgCentral } from './pg-central';
import { openssl } from './testing/certificates';
import { makeNetwork, type Network, network } from './testing/network';
import { startPostgres, type TestServer } from './testing/postgres';
import { type ServerInside, serveInside } from './testing/serve-inside';
import { insertModel, next, write } from './testing/signed';
import { type Logins, makeLogins, makeTeam, type Person } from './testing/team';

/** The server gives a line that says nothing a minute; nothing here can be quicker. */
const PATIENT = 240_000;

describe('a cable that is pulled', needs(network.why ? network : openssl), () => {
  let server: TestServer;
  let logins: Logins;
  let cable: Network;
  let id: string;
  let inside: ServerInside;

  beforeAll(async () => {
    cable = makeNetwork();
    server = await startPostgres();
    logins = await makeLogins(server);
    const team = await makeTeam(logins);
    id = team.id;
    await team.close();
    inside = await serveInside(server, cable);
  }, PATIENT);
  afterAll(async () => {
    await inside?.stop();
    await server?.remove();
    cable?.remove();
  });

  const beside = (text: string) => inside.beside(text);
  const over = (who: Person): Login => ({ ...logins[who], host: cable.address, ca: inside.ca });
  const sessions = async (who: Person): Promise<number> =>
    (await beside(`select from pg_stat_activity where usename = '${who}'`)).length;

  it(
    'is noticed on both ends, keeps nothing of what was half there, and nobody from going on',
    async () => {
      const [ben, carl] = [await PgCentral.connect(over('ben'), id), await PgCentral.connect(over('carl'), id)];
      const seq = await write(ben, [insertModel('before')]);
      for (let at = 0; at < 8; at += 1) await (await ben.stage()).add((await next(ben, [insertModel('half')])).changes);
      const quiet = new Promise<CentralLost>((resolve) => carl.onLost(resolve));

      cable.pull();
      const pulled = performance.now();
      const { entry, changes } = await next(ben, [insertModel('lost')]).catch(() => ({ entry: null, changes: [] }));
      expect(entry).toBeNull();
      expect(changes).toEqual([]);
      expect(performance.now() - pulled).toBeLessThan(6_000);
      expect(await quiet).toBeInstanceOf(CentralLost);
      expect(performance.now() - pulled).toBeLessThan(12_000);
      await expect(PgCentral.connect(over('ben'), id)).rejects.toBeInstanceOf(CentralLost);
      // The server still thinks that both are here, and by itself lets them go.
      expect(await sessions('ben')).toBe(1);
      await expect.poll(() => sessions('ben'), { timeout: 100_000, interval: 1_000 }).toBe(0);
      await expect.poll(() => sessions('carl'), { timeout: 30_000, interval: 1_000 }).toBe(0);
      expect(performance.now() - pulled).toBeLessThan(120_000);

      cable.plug();
      const again = await PgCentral.connect(over('ben'), id);
      try {
        expect(await again.head()).toMatchObject({ seq });
        const stage = await again.stage();
        const [left] = await beside(`select count(*)::int as stages from modelfolio_${id}.staged_changes`);
        expect(left).toEqual({ stages: 1 });
        await stage.drop();
        await write(again, [insertModel('after')]);
        expect(await again.verify()).toMatchObject({ entries: 2, firstBroken: null });
      } finally {
        await again.close();
        await ben.close();
        await carl.close();
      }
    },
    PATIENT,
  );

  it(
    'keeps nobody waiting for long for whoever had asked them to',
    async () => {
      const ben = await PgCentral.connect(over('ben'), id);
      // On the server itself.
      const carl = await PgCentral.connect({ ...logins.carl, host: server.folder }, id);
      try {
        const { seq } = await carl.head();
        await ben.hold();
        cable.pull();
        const pulled = performance.now();
        const written = write(carl, [insertModel('while ben is gone')]);
        expect(await Promise.race([written, rest(1_000)])).toBeUndefined();
        expect(await written).toBe(seq + 1);
        expect(performance.now() - pulled).toBeLessThan(10_000);
      } finally {
        cable.plug();
        await ben.close();
        await carl.close();
      }
    },
    PATIENT,
  );
});
