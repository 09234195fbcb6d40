import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PgCentral } from '../../central/pg-central';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { hostKeys } from '../../platform/key-keeper';
import { openPortfolio } from '../../store/files';
import { needs } from '../../testing/needs';
import { testBackend } from '../../testing/test-backend';
import type { CentralDoor } from './door';
import { pgDoor } from './pg-door';
import { renewSnapshot } from './renew-snapshot';
import { person as personOf } from './testing/people';

const NOW = '2026-11-30T10:00:00.000Z';
const SOON = { entries: 5, changes: 1_000 };

describe('a copy for those who join', needs(postgres), () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  it('is left anew when much came since the last one, by who approves, and holds nothing of its own computer', async () => {
    const ada = await personOf(server, 'ada', 'createrole');
    await server.sql('grant create on database postgres to ada');
    const bo = await personOf(server, 'bo');
    const { call, file, folder } = ada.engine;
    await call('workspace.create', { name: 'Team', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    const forge = (notes: string): void => {
      const db = new Database(file);
      expect(db.prepare('UPDATE models SET notes = ?').run(notes).changes).toBe(1);
      db.close();
    };
    forge('forged');
    await expect(call('share.create', { ...ada.login, name: 'Ada' })).rejects.toThrow(/not what its journal says/);
    forge('');
    const { portfolio } = await call('share.create', { ...ada.login, name: 'Ada' });
    await call('share.setRole', { user: 'bo', name: 'Bo', role: 'editor' });
    const first = await (async () => {
      const central = await PgCentral.connect(ada.login, portfolio);
      const found = await central.newestSnapshot();
      await central.close();
      return found?.seq ?? 0;
    })();
    for (let n = 0; n < 4; n += 1) await call('models.update', { id, patch: { notes: `note ${n}` } });
    await call('workspace.close', {});

    const store = openPortfolio(file, NOW);
    const central = await PgCentral.connect(ada.login, portfolio);
    const asBo = await PgCentral.connect(bo.login, portfolio);
    try {
      expect(await renewSnapshot(store, central, NOW, SOON)).toBe(false);
      expect(await renewSnapshot(store, central, NOW)).toBe(false);
      await store.close();
      await call('workspace.open', { file });
      await call('share.connect', { password: ada.login.password });
      await call('models.update', { id, patch: { notes: 'the fifth' } });
      await call('workspace.close', {});
      forge('forged');
      const altered = openPortfolio(file, NOW);
      expect(await renewSnapshot(altered, central, NOW, SOON)).toBe(false);
      await altered.close();
      forge('the fifth');
      const later = openPortfolio(file, NOW);
      expect(await renewSnapshot(later, asBo, NOW, SOON)).toBe(false);
      expect(await renewSnapshot(later, central, NOW, SOON)).toBe(true);
      expect(await renewSnapshot(later, central, NOW, SOON)).toBe(false);
      await later.close();
      expect(await central.newestSnapshot()).toMatchObject({ seq: first + 5, hash: (await central.head()).hash });
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
    } finally {
      await central.close();
      await asBo.close();
    }
    const joined = join(bo.engine.folder, 'joined.modelfolio');
    await bo.engine.call('share.join', { ...bo.login, portfolio, file: joined });
    expect(await bo.engine.call('models.get', { id })).toMatchObject({ notes: 'the fifth' });
    expect(await bo.engine.call('share.status', {})).toMatchObject({ name: 'Bo', role: 'editor', pending: 0 });
    expect(existsSync(joined)).toBe(true);
  }, 120_000);

  it('is fetched anew by whoever joins where newer ones take its place meanwhile', async () => {
    const dan = await personOf(server, 'dan', 'createrole');
    await server.sql('grant create on database postgres to dan');
    const { call, file } = dan.engine;
    await call('workspace.create', { name: 'Team', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    const { portfolio } = await call('share.create', { ...dan.login, name: 'Dan' });
    const eva = await server.login('eva');
    await call('share.setRole', { user: 'eva', name: 'Eva', role: 'viewer' });
    const renew = async (notes: string): Promise<void> => {
      await call('models.update', { id, patch: { notes } });
      await call('workspace.close', {});
      const [store, central] = [openPortfolio(file, NOW), await PgCentral.connect(dan.login, portfolio)];
      expect(await renewSnapshot(store, central, NOW, { entries: 1, changes: 1 })).toBe(true);
      await Promise.all([store.close(), central.close()]);
      await call('workspace.open', { file });
      await call('share.connect', { password: dan.login.password });
    };
    let fetched = 0;
    const door: CentralDoor = {
      ...pgDoor,
      connect: async (login, of) => {
        const central = await pgDoor.connect(login, of);
        const fetchSnapshot: typeof central.fetchSnapshot = async (...asked) => {
          fetched += 1;
          if (fetched === 1) for (const notes of ['one newer', 'another']) await renew(notes);
          return PgCentral.prototype.fetchSnapshot.apply(central as PgCentral, asked); // pgDoor makes no other
        };
        return Object.assign(central, { fetchSnapshot });
      },
    };
    const joiner = await testBackend({ door, keys: hostKeys(null), portfolio: false });
    const { host, port, database, user, password = '' } = eva;
    await joiner.call('share.join', { host, port, database, user, password, portfolio, file: joiner.file });
    expect(fetched).toBe(2);
    expect(await joiner.call('models.get', { id })).toMatchObject({ notes: 'another' });
  }, 120_000);

  it('is not left of what only one computer has', async () => {
    const cy = await personOf(server, 'cy', 'createrole');
    await server.sql('grant create on database postgres to cy');
    const { call, file } = cy.engine;
    await call('workspace.create', { name: 'Team', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    const { portfolio } = await call('share.create', { ...cy.login, name: 'Cy' });
    await server.stop();
    for (let n = 0; n < 6; n += 1) await call('models.update', { id, patch: { notes: `note ${n}` } });
    expect(await call('share.status', {})).toMatchObject({ state: 'offline', pending: 6 });
    await call('workspace.close', {});
    await server.start();
    const store = openPortfolio(file, NOW);
    const central = await PgCentral.connect(cy.login, portfolio);
    try {
      expect(await renewSnapshot(store, central, NOW, SOON)).toBe(false);
    } finally {
      await central.close();
      await store.close();
    }
  }, 120_000);
});
