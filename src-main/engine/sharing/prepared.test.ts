import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptHistory } from '../../central/adopt-history';
import { PgCentral } from '../../central/pg-central';
import { migrateShared, missingSql } from '../../central/server/install';
import { SERVER_MIGRATIONS } from '../../central/server/migrations';
import { preparingSql, setupSql } from '../../central/server/setup-sql';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { hostKeys } from '../../platform/key-keeper';
import { openPortfolio, PORTFOLIO_FORMAT } from '../../store/files';
import { CentralLost } from '../../store/shared/central';
import { wholeJournal } from '../../store/shared/whole-journal';
import { FACTS } from '../../store/tables';
import { buildCommandHost, runCommand } from '../../testing/command-host';

import { needs } from '../../testing/needs';
import { pgDoor } from './pg-door';
import { person, until } from './testing/people';

const PATIENT = 120_000;

describe('a place that the database team makes', needs(postgres), () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.sql('revoke create on database postgres from public; revoke create on schema public from public');
  }, PATIENT);
  afterAll(() => server?.remove());

  /** What the team does with what it was sent. */
  function psql(sql: string, terminal: Readonly<Record<string, string>> = {}): void {
    const file = join(server.folder, 'sent.sql');
    writeFileSync(file, sql);
    const { host, user, password = '', database } = server.root;
    const where = ['-h', host, '-p', String(server.port), '-U', user, '-d', database];
    server.run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...where, '-f', file], {
      PGPASSWORD: password,
      ...terminal,
    });
  }
  const rights = (user: string) =>
    server.sql(
      `select rolsuper or rolcreaterole or rolcreatedb as makes, has_database_privilege(rolname, 'postgres', 'create') as creates,
        (select count(*)::int from pg_namespace where nspowner = r.oid) as owns,
        (select string_agg(b.rolname, ' ') from pg_auth_members m join pg_roles b on b.oid = m.roleid where m.member = r.oid and m.admin_option) as gives
       from pg_roles r where rolname = '${user}'`,
    );

  it('is shared in by an ordinary login, which lets others in', { timeout: PATIENT }, async () => {
    const ada = await person(server, 'ada');
    const bo = await person(server, 'bo');
    const { call } = ada.engine;
    await call('workspace.create', { name: 'Team', currency: 'EUR', file: ada.engine.file });
    const { id } = await call('models.create', { name: 'Churn' });
    await expect(call('share.create', { ...ada.login, name: 'Ada' })).rejects.toThrow(
      'or to run what “modelfolio share FILE --sql” prints',
    );
    await expect(call('share.prepare', {})).rejects.toThrow('which login is to be the owner');
    const prepared = await call('share.prepare', { user: 'ada' });
    psql(prepared.sql);
    expect(await call('share.test', { ...ada.login, for: 'create' })).toMatchObject({ ok: true, advice: '' });
    expect(await call('share.create', { ...ada.login, name: 'Ada Lovelace' })).toEqual({
      portfolio: prepared.portfolio,
    });
    await call('share.setRole', { user: 'bo', name: 'Bo', role: 'editor' });
    await bo.engine.call('share.join', { ...bo.login, portfolio: prepared.portfolio, file: bo.engine.file });
    await bo.engine.call('models.update', { id, patch: { notes: 'by Bo' } });
    await until(async () => (await call('models.get', { id })).notes === 'by Bo');
    await call('models.update', { id, patch: { notes: 'by Ada' } });
    expect((await call('journal.list', {})).entries[0]).toMatchObject({ actor: 'Ada Lovelace' });
    expect(await call('share.verify', {})).toMatchObject({ ok: true });
    expect(await rights('ada')).toEqual([{ makes: false, creates: false, owns: 0, gives: null }]);
    expect(await call('share.prepare', {})).toEqual({ portfolio: prepared.portfolio, sql: '' });
  });

  it('is made with what the command line prints, as it stands', { timeout: PATIENT }, async () => {
    const gus = await person(server, 'gus');
    const { call, file, folder } = gus.engine;
    await call('workspace.create', { name: 'Printed', currency: 'EUR', file });
    await call('workspace.close', {});
    const script = await buildCommandHost('share-sql');
    const address = `postgresql://gus@127.0.0.1:${server.port}/postgres`;
    psql(runCommand(script, folder, ['share', file, '--server', address, '--sign', 'Gus', '--sql']));
    await call('workspace.open', { file });
    const { portfolio } = await call('share.create', { ...gus.login, name: 'Gus' });
    expect(await server.sql(`select name, open from modelfolio_${portfolio}.portfolio`)).toEqual([
      { name: 'Printed', open: true },
    ]);
  });

  it('goes on where an earlier try broke off, and takes no other journal behind it', { timeout: PATIENT }, async () => {
    const cy = await person(server, 'cy');
    const { call, file } = cy.engine;
    await call('workspace.create', { name: 'Broken off', currency: 'EUR', file });
    for (const name of ['One', 'Two', 'Three']) await call('models.create', { name });
    const { sql, portfolio } = await call('share.prepare', { user: 'cy', name: 'Cy' });
    psql(sql);
    await call('workspace.close', {});
    const store = openPortfolio(file, '2026-11-30T10:00:00.000Z');
    const central = await PgCentral.connect(cy.login, portfolio);
    async function* few() {
      for await (const one of wholeJournal(store.read)) {
        if (one.entry.seq === 3) throw new Error('the line broke');
        yield one;
        await central.adopt([]);
      }
    }
    await expect(adoptHistory(central, few())).rejects.toThrow('the line broke');
    for await (const { entry, changes } of wholeJournal(store.read)) {
      const rows = [];
      for await (const page of changes) rows.push(...page);
      if (entry.seq <= 2) await central.adopt([{ entry, changes: rows, packed: null }]);
    }
    await central.close();
    await store.close();
    const other = join(cy.engine.folder, 'other.modelfolio');
    await call('workspace.create', { name: 'Broken off', currency: 'EUR', file: other });
    await call('models.create', { name: 'Another' });
    await call('models.create', { name: 'Another one' });
    await call('models.create', { name: 'A third' });
    await expect(call('share.create', { ...cy.login, name: 'Cy' })).rejects.toThrow('the beginning of another journal');
    expect(await call('share.status', {})).toMatchObject({ shared: false });
    await call('workspace.open', { file });
    expect(await call('share.create', { ...cy.login, name: 'Cy' })).toEqual({ portfolio });
    expect(await call('share.verify', {})).toMatchObject({ ok: true, server: { entries: 4 } });
  });

  it('goes on where the line broke while its copy was brought, with what was edited since', {
    timeout: PATIENT,
  }, async () => {
    const { login, engine } = await person(server, 'hal', '', hostKeys(null), {
      door: {
        ...pgDoor,
        found: async (...asked) => {
          const founded = await pgDoor.found(...asked);
          const leave = founded.central.leaveSnapshot.bind(founded.central);
          founded.central.leaveSnapshot = async (...copy) => {
            if (cuts.shift() === 'before') await cut();
            await leave(...copy);
            if (cuts.shift() === 'behind') await cut();
          };
          return founded;
        },
      },
    });
    const cuts = ['before', 'before', '', 'behind'];
    const cut = () => server.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hal'`);
    const { call, file } = engine;
    await call('workspace.create', { name: 'Long copy', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    const { sql, portfolio } = await call('share.prepare', { user: 'hal', name: 'Hal' });
    psql(sql);
    for (const notes of ['after the first try', 'after the second']) {
      await expect(call('share.create', { ...login, name: 'Hal' })).rejects.toMatchObject({ code: 'unavailable' });
      await call('models.update', { id, patch: { notes } });
    }
    const bo = await person(server, 'ivo');
    const joins = (as: typeof login) => bo.engine.call('share.join', { ...as, portfolio, file: bo.engine.file });
    await expect(joins(login)).rejects.toThrow('its sharing was interrupted');
    expect(await call('share.create', { ...login, name: 'Hal' })).toEqual({ portfolio });
    expect(await call('share.verify', {})).toMatchObject({ ok: true, server: { entries: 4 } });
    await call('share.setRole', { user: 'ivo', name: 'Ivo', role: 'viewer' });
    await joins(bo.login);
    expect(await bo.engine.call('models.get', { id })).toMatchObject({ notes: 'after the second' });
  });

  it('is finished where the answer to the last question of sharing was lost, at once or when it is shared again', {
    timeout: PATIENT,
  }, async () => {
    const lost = { times: 1, until: '' };
    const { login, engine } = await person(server, 'kim', '', hostKeys(null), {
      door: {
        ...pgDoor,
        found: async (...asked) => {
          const founded = await pgDoor.found(...asked);
          const central = founded.central as PgCentral; // as pgDoor makes it
          const open = central.open.bind(central);
          central.open = async () => {
            await open();
            if (lost.times-- <= 0) return;
            await server.sql(`alter role kim ${lost.until === '' ? 'login' : 'nologin'}`);
            await server.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kim'`);
            await until(async () => central.lost);
            throw new CentralLost('The line broke.', true);
          };
          return founded;
        },
      },
    });
    const { call, file, folder } = engine;
    const share = () => call('share.create', { ...login, name: 'Kim' });
    await call('workspace.create', { name: 'Heard late', currency: 'EUR', file });
    const first = await call('share.prepare', { user: 'kim', name: 'Kim' });
    psql(first.sql);
    expect(await share()).toEqual({ portfolio: first.portfolio });
    expect(await call('share.status', {})).toMatchObject({ state: 'connected' });
    expect(await call('share.verify', {})).toMatchObject({ ok: true });

    await call('workspace.create', { name: 'Heard later', currency: 'EUR', file: join(folder, 'later.modelfolio') });
    const { sql, portfolio } = await call('share.prepare', { user: 'kim', name: 'Kim' });
    psql(sql);
    expect((await call('share.test', { ...login, for: 'join' })).portfolios.map(({ name }) => name)).toEqual([
      'Heard late',
    ]);
    Object.assign(lost, { times: 1, until: 'somebody lets the login in again' });
    await expect(share()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await call('share.status', {})).toMatchObject({ shared: false });
    await server.sql('alter role kim login');
    expect(await share()).toEqual({ portfolio });
    await call('models.create', { name: 'Churn' });
    expect(await call('share.verify', {})).toMatchObject({ ok: true, server: { entries: 2 } });
    await server.login('lou');
    await call('share.setRole', { user: 'lou', name: 'Lou', role: 'viewer' });

    // The same journal, but somebody else is in that place: it is another portfolio.
    await call('share.leave', {});
    await expect(share()).rejects.toThrow('may not make a shared portfolio');
  });

  it('is made anew where an older program prepared it, and waits for this one to be updated otherwise', {
    timeout: PATIENT,
  }, async () => {
    const { login, engine } = await person(server, 'jo');
    const { call, file } = engine;
    await call('workspace.create', { name: 'Long ago', currency: 'EUR', file });
    const shared = { name: 'Long ago', format: PORTFOLIO_FORMAT, tables: FACTS, ownerName: 'Jo' };
    psql(`begin;\n${setupSql('ago1', shared, 'jo', SERVER_MIGRATIONS.slice(0, -1))}commit;`);
    const share = () => call('share.create', { ...login, name: 'Jo' });
    await expect(share()).rejects.toThrow('with an older Modelfolio');
    expect(await call('share.test', { ...login, for: 'create' })).toMatchObject({ ok: false });
    const { sql, portfolio } = await call('share.prepare', { user: 'jo', name: 'Jo' });
    psql(sql);
    await server.sql(`insert into modelfolio_${portfolio}.migrations(no, name, sha256) values (99, 'newer', '')`);
    await server.sql('drop schema modelfolio_ago1 cascade');
    await expect(share()).rejects.toThrow('Update Modelfolio; nothing was written');
    await server.sql(`delete from modelfolio_${portfolio}.migrations where no = 99`);
    expect(await call('share.test', { ...login, for: 'create' })).toMatchObject({ ok: true });
    expect(await share()).toEqual({ portfolio });
  });

  it('is for the portfolio that it is called after', { timeout: PATIENT }, async () => {
    const di = await person(server, 'di');
    const { call, file } = di.engine;
    await call('workspace.create', { name: 'First name', currency: 'EUR', file });
    psql((await call('share.prepare', { user: 'di', name: 'Di' })).sql);
    await call('portfolio.rename', { name: 'Second name' });
    await expect(call('share.create', { ...di.login, name: 'Di' })).rejects.toThrow(
      'What was prepared for you is called “First name”; this portfolio is “Second name”.',
    );
  });

  it('runs nothing that a name says', { timeout: PATIENT }, async () => {
    const user = `e"v'e`;
    await server.sql(`create role "e""v'e" login password 'x'`);
    const name = `Team'); drop schema public; --\n\\! touch ${join(server.folder, 'touched')}\n"$$ :user`;
    psql(preparingSql('odd1', { name, format: PORTFOLIO_FORMAT, tables: FACTS, ownerName: name }, user));
    expect(await server.sql('select name from modelfolio_odd1.portfolio')).toEqual([{ name }]);
    expect(await server.sql('select db_user::text, name from modelfolio_odd1.members')).toEqual([
      { db_user: user, name },
    ]);
    expect(existsSync(join(server.folder, 'touched'))).toBe(false);
  });

  it.each([
    { id: 'latin', PGCLIENTENCODING: 'LATIN1' },
    { id: 'windows', PGCLIENTENCODING: 'WIN1252' },
    { id: 'escapes', PGOPTIONS: '-c standard_conforming_strings=off' },
  ])('is made as it is written, however the terminal of the team reads: %o', { timeout: PATIENT }, async (given) => {
    const { id, ...terminal } = given;
    const shared = { name: 'Büro “Süd” \\', format: PORTFOLIO_FORMAT, tables: FACTS, ownerName: 'Jürgen' };
    const user = `jürgen ${id}`;
    const login = await server.login(user);
    psql(preparingSql(id, shared, user), terminal);
    expect(await server.sql(`select name from modelfolio_${id}.portfolio`)).toEqual([{ name: shared.name }]);
    expect(await server.sql(`select db_user::text, name from modelfolio_${id}.members`)).toEqual([
      { db_user: user, name: 'Jürgen' },
    ]);
    psql(`begin;\n${setupSql(`${id}2`, shared, user, SERVER_MIGRATIONS.slice(0, 2))}commit;`);
    psql(await missingSql(login, `${id}2`), terminal);
    const functions = (schema: string) =>
      server.sql(
        `select proname, replace(prosrc, '${schema}', 'x') as body from pg_proc where pronamespace = '${schema}'::regnamespace order by 1, 2`,
      );
    expect(await functions(`modelfolio_${id}2`)).toEqual(await functions(`modelfolio_${id}`));
  });

  it('is brought to a newer program by the team as well', { timeout: PATIENT }, async () => {
    const { login } = await person(server, 'fay');
    const shared = { name: 'Old', format: PORTFOLIO_FORMAT, tables: FACTS, ownerName: 'Fay' };
    psql(`begin;\n${setupSql('old1', shared, 'fay', SERVER_MIGRATIONS.slice(0, 2))}commit;`);
    await expect(migrateShared(login, 'old1')).rejects.toThrow(
      'Let the database team run what “modelfolio share FILE --sql”',
    );
    const sql = await missingSql(login, 'old1');
    psql(sql);
    expect(() => psql(sql)).toThrow('has another one. Nothing was changed');
    expect(await migrateShared(login, 'old1')).toEqual([]);
    expect(await missingSql(login, 'old1')).toBe('');
    const central = await PgCentral.connect(login, 'old1');
    await central.close();
  });
});
