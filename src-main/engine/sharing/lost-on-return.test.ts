import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { hostKeys } from '../../platform/key-keeper';
import { CentralLost } from '../../store/shared/central';
import { needs } from '../../testing/needs';
import { temporaryFolder, testBackend } from '../../testing/test-backend';
import type { CentralDoor } from './door';
import { pgDoor } from './pg-door';
import { until } from './testing/people';

/** The way to a server that takes the next entry, says nothing of it, and is not there from then on. */
function doorThatBreaks() {
  const how = { breaks: false, away: false };
  const door: CentralDoor = {
    ...pgDoor,
    connect: async (login, portfolio) => {
      if (how.away) throw new CentralLost('The server is away.', false);
      const central = await pgDoor.connect(login, portfolio);
      const append = central.append.bind(central);
      central.append = async (...entry) => {
        const taken = await append(...entry);
        if (!how.breaks) return taken;
        Object.assign(how, { breaks: false, away: true });
        throw new CentralLost('The answer was lost.', true);
      };
      return central;
    },
  };
  return { door, how };
}

describe('a server that goes away while it is given what waited', needs(postgres), () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  /** Three changes waited; the server took the first, whose answer was lost. */
  async function brokenOff(user: string) {
    const { host, port, database, password } = await server.login(user, 'createrole');
    const login = { host, port, database, user, password: password ?? '' };
    await server.sql(`grant create on database postgres to ${user}`);
    const { door, how } = doorThatBreaks();
    const engine = await testBackend({ folder: temporaryFolder(), door, keys: hostKeys(null), portfolio: false });
    const { call, file } = engine;
    await call('workspace.create', { name: 'Acme', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    await call('share.create', { ...login, name: 'Ada' });
    await server.stop();
    await until(async () => (await call('share.status', {})).state === 'offline');
    await call('models.update', { id, patch: { unit: 'Retail' } });
    await call('models.update', { id, patch: { purpose: 'On the train' } });
    await call('models.update', { id, patch: { notes: 'Third' } });
    how.breaks = true;
    await server.start();
    await call('share.connect', { password: login.password }).catch(() => undefined);
    await until(async () => how.away && (await call('share.status', {})).state === 'offline', 15_000);
    await until(async () => (await call('models.get', { id })).notes === 'Third', 15_000);
    return { call, id, how, login };
  }

  it('shows meanwhile what was not sent, and loses nothing when it is left', async () => {
    const { call, id } = await brokenOff('ada');
    expect(await call('models.get', { id })).toMatchObject({ unit: '', purpose: 'On the train', notes: 'Third' });
    expect(await call('share.unshared', {})).toMatchObject({ rows: [{ id, fields: ['purpose', 'notes'] }] });
    const asked = call('share.leave', { waiting: 'ask' });
    await expect(asked).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^3 changes of this copy are not shared/) as string,
    });
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('refused') as string });
    expect(await call('share.leave', { waiting: 'keep' })).toMatchObject({ keptPending: 3 });
    expect(await call('share.status', {})).toMatchObject({ shared: false });
    const all = { unit: 'Retail', purpose: 'On the train', notes: 'Third' };
    expect(await call('models.get', { id })).toMatchObject(all);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  }, 60_000);

  it('is given each of them once when it is back', async () => {
    const { call, id, how, login } = await brokenOff('bea');
    how.away = false;
    await call('share.connect', { password: login.password });
    await until(async () => (await call('share.pending', {})).rows.length === 0, 15_000);
    const all = { unit: 'Retail', purpose: 'On the train', notes: 'Third' };
    expect(await call('models.get', { id })).toMatchObject(all);
    const { head } = await call('share.status', {});
    expect(head.seq).toBe(2 + 3);
    expect(await call('share.verify', {})).toMatchObject({ ok: true });
  }, 60_000);
});
