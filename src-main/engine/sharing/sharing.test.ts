import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { hostKeys } from '../../platform/key-keeper';
import { needs } from '../../testing/needs';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';
import { pgDoor } from './pg-door';
import { type Person, person as personOf, until } from './testing/people';

let server: TestServer;

const person = (user: string, options = ''): Promise<Person> => personOf(server, user, options);

describe('a portfolio on a server', needs(postgres), () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  it('is shared, joined, edited by two, left', async () => {
    const ada = await person('ada', 'createrole');
    await server.sql('grant create on database postgres to ada');
    const bo = await person('bo');
    await ada.engine.call('workspace.create', { name: 'Acme', currency: 'EUR', file: ada.engine.file });
    const model = await ada.engine.call('models.create', { name: 'Churn', tier: 2 } as never);
    const { portfolio } = await ada.engine.call('share.create', { ...ada.login, name: 'Ada' });
    expect(await ada.engine.call('share.status', {})).toMatchObject({
      shared: true,
      state: 'connected',
      role: 'owner',
      name: 'Ada',
      pending: 0,
    });
    await ada.engine.call('share.setRole', { user: 'bo', name: 'Bo', role: 'editor' });
    const file = join(bo.engine.folder, 'joined.modelfolio');
    await bo.engine.call('share.join', { ...bo.login, portfolio, file });
    expect(await bo.engine.call('share.status', {})).toMatchObject({ state: 'connected', role: 'editor', name: 'Bo' });
    const { id } = model as { id: string };
    await bo.engine.call('models.update', { id, patch: { purpose: 'From Bo' } });
    const purpose = async (at: TestBackend): Promise<unknown> =>
      ((await at.call('models.get', { id })) as { purpose: string }).purpose;
    await until(async () => (await purpose(ada.engine)) === 'From Bo');
    expect(await ada.engine.call('share.verify', {})).toMatchObject({ ok: true });
    await bo.engine.call('share.leave', {});
    expect(await bo.engine.call('share.status', {})).toMatchObject({ shared: false, state: 'private' });
    expect(await bo.engine.call('journal.verify', {})).toMatchObject({ ok: true });
  }, 60_000);

  it('goes on without the server, and shares on its return', async () => {
    const cy = await person('cy', 'createrole');
    await server.sql('grant create on database postgres to cy');
    await cy.engine.call('workspace.create', { name: 'Acme', currency: 'EUR', file: cy.engine.file });
    await cy.engine.call('share.create', { ...cy.login, name: 'Cy' });
    await server.stop();
    await until(async () => (await cy.engine.call('share.status', {})).state === 'offline');
    const made = (await cy.engine.call('models.create', { name: 'Offline' } as never)) as { id: string };
    await cy.engine.call('models.update', { id: made.id, patch: { purpose: 'On the train' } });
    expect(await cy.engine.call('share.pending', {})).toMatchObject({ rows: [{ refusal: null }, { refusal: null }] });
    await server.start();
    await cy.engine.call('share.connect', {});
    await until(async () => (await cy.engine.call('share.status', {})).state === 'connected');
    expect(await cy.engine.call('share.pending', {})).toEqual({ rows: [] });
    expect(await cy.engine.call('models.get', { id: made.id })).toMatchObject({ purpose: 'On the train' });
    expect(await cy.engine.call('share.verify', {})).toMatchObject({ ok: true });
  }, 60_000);

  it('holds what waited against what the same person did elsewhere, and makes nothing twice', async () => {
    const fay = await person('fay', 'createrole');
    await server.sql('grant create on database postgres to fay');
    const { call, folder, file } = fay.engine;
    await call('workspace.create', { name: 'Acme', currency: 'EUR', file });
    await call('share.create', { ...fay.login, name: 'Fay' });
    const { id } = await call('models.create', { name: 'Churn' });
    await server.stop();
    await until(async () => (await call('share.status', {})).state === 'offline');
    await call('models.update', { id, patch: { unit: 'laptop, yesterday' } });
    await call('models.create', { name: 'Made on the train' });
    const copy = join(folder, 'desktop.modelfolio');
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    // It stays in its bag until the desktop is done.
    await call('workspace.close', {});
    await server.start();
    const desktop = await testBackend({
      folder: temporaryFolder(),
      door: pgDoor,
      keys: hostKeys(null),
      portfolio: false,
    });
    await desktop.call('workspace.open', { file: copy });
    const { confirm } = await desktop.call('share.status', {});
    await desktop.call('share.connect', { password: fay.login.password, agree: confirm?.agree ?? '' });
    expect(await desktop.call('share.pending', {})).toEqual({ rows: [] });
    await desktop.call('models.update', { id, patch: { unit: 'desktop, today' } });
    fay.engine.at('2026-11-24T08:00:00.000Z');
    await call('workspace.open', { file });
    await call('share.connect', { password: fay.login.password });
    await until(async () => (await call('share.status', {})).state === 'connected');
    await until(async () => (await call('share.pending', {})).rows.every(({ refusal }) => refusal !== null));
    expect(await call('share.pending', {})).toMatchObject({
      rows: [{ refusal: { collisions: [{ field: 'unit', theirs: 'desktop, today', mine: 'laptop, yesterday' }] } }],
    });
    expect((await call('models.list', {})).total).toBe(2);
  }, 60_000);

  it('is brought to a newer program by an owner, and by nobody else', async () => {
    const di = await person('di', 'createrole');
    const eve = await person('eve');
    await server.sql('grant create on database postgres to di');
    await di.engine.call('workspace.create', { name: 'Acme', currency: 'EUR', file: di.engine.file });
    const { portfolio } = await di.engine.call('share.create', { ...di.login, name: 'Di' });
    await di.engine.call('share.setRole', { user: 'eve', name: 'Eve', role: 'editor' });
    await eve.engine.call('share.join', { ...eve.login, portfolio, file: eve.engine.file });
    const table = `modelfolio_${portfolio}.portfolio`;
    const format = Number((await server.sql(`select format from ${table}`))[0]?.format);
    const again = async ({ engine, login }: Person) => {
      await engine.call('workspace.open', { file: engine.file });
      await engine.call('share.connect', { password: login.password }).catch(() => undefined);
      return engine.call('share.status', {});
    };
    // As it would be, had an older program made it; then a newer one.
    await server.sql(`update ${table} set format = ${format - 1}`);
    expect(await again(eve)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('newer than') as string,
    });
    await expect(eve.engine.call('share.update', {})).rejects.toMatchObject({ code: 'refused' });
    expect(await again(di)).toMatchObject({ state: 'refused' });
    expect(await di.engine.call('share.update', {})).toEqual({ state: 'connected' });
    expect(await again(eve)).toMatchObject({ state: 'connected' });
    await server.sql(`update ${table} set format = ${format + 1}`);
    expect(await again(eve)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Update Modelfolio') as string,
    });
    await expect(eve.engine.call('models.create', { name: 'Later' })).rejects.toMatchObject({ code: 'refused' });
  }, 60_000);

  it.each(['entry', 'silence'])(
    'lets nobody go on who is connected while it is brought to a newer program: %s',
    async (what) => {
      const [owner, other] = [await person(`hal-${what}`, 'createrole'), await person(`ida-${what}`)];
      await server.sql(`grant create on database postgres to "hal-${what}"`);
      const { call, file } = owner.engine;
      await call('workspace.create', { name: 'Acme', currency: 'EUR', file });
      const { portfolio } = await call('share.create', { ...owner.login, name: 'Hal' });
      await call('share.setRole', { user: other.login.user, name: 'Ida', role: 'editor' });
      await other.engine.call('share.join', { ...other.login, portfolio, file: other.engine.file });
      expect(await other.engine.call('share.status', {})).toMatchObject({ state: 'connected' });
      await server.sql(`update modelfolio_${portfolio}.portfolio set format = format + 1`);
      // As the newer program writes it; this one may have been told already.
      if (what === 'entry') await call('models.create', { name: 'By the newer one' }).catch(() => undefined);
      for (const { engine } of [owner, other])
        await until(async () => (await engine.call('share.status', {})).state === 'refused', 20_000);
      expect(await other.engine.call('share.status', {})).toMatchObject({
        message: expect.stringContaining('Update Modelfolio') as string,
        held: true,
      });
      expect((await other.engine.call('models.list', {})).total).toBe(0);
      await expect(other.engine.call('models.create', { name: 'Later' })).rejects.toMatchObject({ code: 'refused' });
    },
    90_000,
  );
});
