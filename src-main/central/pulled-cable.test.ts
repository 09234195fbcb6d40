import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CentralLost } from '../store/shared/central';
import { needs } from '../testing/needs';
import type { Login } from './connection/address';
import { PgCentral } from './pg-central';
import { authority, openssl } from './testing/certificates';
import { makeNetwork, type Network, network } from './testing/network';
import { startPostgres, type TestServer } from './testing/postgres';
import { insertModel, next, write } from './testing/signed';
import { type Logins, makeLogins, makeTeam, type Person } from './testing/team';

/** The server gives a line that says nothing a minute; nothing here can be quicker. */
const PATIENT = 240_000;

describe('a cable that is pulled', needs(network.why ? network : openssl), () => {
  let server: TestServer;
  let logins: Logins;
  let cable: Network;
  let id: string;
  let ca: string;
  let inside: ChildProcess;

  beforeAll(async () => {
    cable = makeNetwork();
    server = await startPostgres();
    logins = await makeLogins(server);
    const team = await makeTeam(logins);
    id = team.id;
    await team.close();
    await server.stop('fast');
    const issuer = authority(server.folder, 'Aldermoor CA');
    issuer.issue('inside', cable.address, `IP:${cable.address}`);
    ca = issuer.certificate;
    const path = (name: string): string => join(server.folder, name);
    appendFileSync(path('data/pg_hba.conf'), 'hostssl all all samenet scram-sha-256\n');
    execFileSync('sh', ['-c', 'chown $(stat -c %u:%g data) ./*.key ./*.crt; chmod 600 ./*.key'], {
      cwd: server.folder,
    });
    const [program = '', ...args] = cable.within;
    const settings = [
      'listen_addresses=*',
      'ssl=on',
      `ssl_cert_file=${path('inside.crt')}`,
      `ssl_key_file=${path('inside.key')}`,
    ];
    inside = spawn(
      program,
      [
        ...[...args, 'setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', join(server.bin, 'postgres')],
        ...['-D', path('data'), '-p', String(server.port), '-k', server.folder],
        ...settings.flatMap((one) => ['-c', one]),
      ],
      { cwd: server.folder, stdio: 'ignore' },
    );
    await vi.waitFor(() => beside('select 1'), { timeout: 20_000, interval: 100 });
  }, PATIENT);
  afterAll(async () => {
    const gone = inside && new Promise((resolve) => inside.once('exit', resolve));
    inside?.kill('SIGQUIT');
    await gone;
    await server?.remove();
    cable?.remove();
  });

  /** Its superuser, through the socket: not over the cable. */
  async function beside(text: string): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ ...server.root, host: server.folder });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
  const over = (who: Person): Login => ({ ...logins[who], host: cable.address, ca });
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
});
