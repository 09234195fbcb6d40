import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { needs } from '../testing/needs';
import { PgCentral } from './pg-central';
import { postgres, startPostgres, type TestServer } from './testing/postgres';
import { insertModel, write } from './testing/signed';
import { makeLogins, makeTeam, typed } from './testing/team';

const PATIENT = 120_000;

async function server(follows?: TestServer): Promise<TestServer> {
  const one = await startPostgres(follows);
  onTestFinished(() => one.remove());
  return one;
}

describe('keeping the server of a shared portfolio', needs(postgres), () => {
  it('comes back from pg_dump with its rights, and shows by its last entry that it is older', {
    timeout: PATIENT,
  }, async () => {
    const first = await server();
    const logins = await makeLogins(first);
    const team = await makeTeam(logins);
    await write(team.central.ben, [insertModel('m1')]);
    const kept = await team.central.ada.head();
    const env = { PGPASSWORD: first.root.password ?? '' };
    const to = (one: TestServer): readonly string[] => ['-h', '127.0.0.1', '-p', String(one.port), '-U', 'root'];
    const dump = join(first.folder, 'portfolio.dump');
    const roles = join(first.folder, 'roles.sql');
    first.run('pg_dumpall', [...to(first), '--roles-only', '-f', roles], env);
    first.run('pg_dump', [...to(first), '-d', 'postgres', '-n', team.schema, '-Fc', '-f', dump], env);
    const later = await write(team.central.ben, [insertModel('m2')]);
    await team.close();

    const second = await server();
    second.run('psql', [...to(second), '-d', 'postgres', '-q', '-f', roles], env);
    second.run('pg_restore', [...to(second), '-d', 'postgres', '--exit-on-error', dump], env);
    const ben = await PgCentral.connect({ ...logins.ben, port: second.port }, team.id);
    expect(await ben.head()).toEqual(kept);
    expect(await ben.verify()).toEqual({ entries: kept.seq, head: kept.hash, firstBroken: null });
    expect(await ben.hashOf(later)).toBeNull();
    await expect(typed({ ...logins.ben, port: second.port }, `update ${team.schema}.head set seq = 9`)).rejects.toThrow(
      'permission denied',
    );
    await expect(ben.setRole('ben', 'Ben', 'owner')).rejects.toThrow('for owners');
    await write(ben, [insertModel('m3')]);
    await ben.close();
  });

  it('loses nothing that was acknowledged when a second server takes over in the middle', {
    timeout: PATIENT,
  }, async () => {
    const first = await server();
    const logins = await makeLogins(first);
    const team = await makeTeam(logins);
    const second = await server(first);
    await first.sql(`alter system set synchronous_standby_names = '*'`);
    await first.sql('select pg_reload_conf()');
    await expect
      .poll(async () => first.sql(`select sync_state from pg_stat_replication`), { timeout: 20_000 })
      .toEqual([{ sync_state: 'sync' }]);
    const acknowledged: number[] = [];
    const writing = (async () => {
      for (;;) acknowledged.push(await write(team.central.ben, [insertModel(`m${acknowledged.length}`)]));
    })().catch((error: unknown) => error);
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50);
    await first.stop('immediate');
    expect(await writing).toMatchObject({ name: 'CentralLost' });
    await second.sql('select pg_promote()');
    const ben = await PgCentral.connect({ ...logins.ben, port: second.port }, team.id);
    const { seq, hash } = await ben.head();
    expect(seq).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 0);
    expect(await ben.verify()).toEqual({ entries: seq, head: hash, firstBroken: null });
    await second.sql(`alter system reset synchronous_standby_names`);
    await second.sql('select pg_reload_conf()');
    await expect
      .poll(async () => second.sql('show synchronous_standby_names'))
      .toEqual([{ synchronous_standby_names: '' }]);
    await write(ben, [insertModel('after')]);
    await ben.close();
    await team.close();
  });

  it('is refused by a program of another version, and updated by nobody but its owner', {
    timeout: PATIENT,
  }, async () => {
    const one = await server();
    const logins = await makeLogins(one);
    const team = await makeTeam(logins);
    await one.sql(`insert into ${team.schema}.migrations(no, name, sha256) values (99, 'later', '')`);
    await expect(PgCentral.connect(logins.ben, team.id)).rejects.toThrow(
      'set up by a newer Modelfolio (server version 99',
    );
    await expect(PgCentral.connect(logins.stranger, team.id)).rejects.toThrow('is no member');
    await one.sql(`drop schema ${team.schema} cascade`);
    await expect(PgCentral.connect(logins.ben, team.id)).rejects.toThrow('has no such shared portfolio');
    await expect(team.central.ben.head()).rejects.toMatchObject({ name: 'CentralLost', final: true });
    await team.close();
  });
});
