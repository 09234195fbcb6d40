import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { DomainError } from '../../failure/domain-error';
import { hostKeys } from '../../platform/key-keeper';
import { CentralLost } from '../../store/shared/central';
import { needs } from '../../testing/needs';
import { temporaryFolder, testBackend } from '../../testing/test-backend';
import type { CentralDoor } from './door';
import { pgDoor } from './pg-door';
import { person, until } from './testing/people';

interface How {
  breaks: boolean;
  away: boolean;
  slowMs: number;
  takesNot: string;
  /** The next entry is on its way for long: takes this, which brings it there at last. */
  holds: ((arrive: () => Promise<void>) => void) | null;
  /** Comes before the next entry. */
  before: (() => Promise<void>) | null;
}

/** The way to a server that takes the next entry, says nothing of it, and is not there from then on. */
function doorThatBreaks() {
  const how: How = { breaks: false, away: false, slowMs: 0, takesNot: '', holds: null, before: null };
  const door: CentralDoor = {
    ...pgDoor,
    connect: async (login, portfolio) => {
      if (how.away) throw new CentralLost('The server is away.', false);
      const central = await pgDoor.connect(login, portfolio);
      const append = central.append.bind(central);
      central.append = async (...entry) => {
        const [, changes] = entry;
        if (how.takesNot !== '' && changes.some(({ after }) => after?.includes(how.takesNot)))
          throw new DomainError('unavailable', 'The database has no room left for this.');
        await new Promise((resolve) => setTimeout(resolve, how.slowMs));
        const { holds, before } = how;
        Object.assign(how, { holds: null, before: null });
        if (holds !== null) {
          holds(async () => {
            const late = await pgDoor.connect(login, portfolio);
            expect(await late.append(...entry)).not.toBe('behind');
            await late.close();
          });
          how.away = true;
          throw new CentralLost('The line broke.', true);
        }
        await before?.();
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

  const FIELDS = [{ unit: 'Retail' }, { purpose: 'On the train' }, { notes: 'Third' }] as const;

  /** Three changes wait, and the server is there again. */
  async function onTheTrain(user: string, patches: readonly object[], editor?: string) {
    const { host, port, database, password } = await server.login(user, 'createrole');
    const login = { host, port, database, user, password: password ?? '' };
    await server.sql(`grant create on database postgres to ${user}`);
    const { door, how } = doorThatBreaks();
    const engine = await testBackend({ folder: temporaryFolder(), door, keys: hostKeys(null), portfolio: false });
    const { call, file } = engine;
    await call('workspace.create', { name: 'Acme', currency: 'EUR', file });
    const { id } = await call('models.create', { name: 'Churn' });
    await call('share.create', { ...login, name: 'Ada' });
    if (editor !== undefined) await call('share.setRole', { user: editor, name: 'Bo', role: 'editor' });
    await server.stop();
    await until(async () => (await call('share.status', {})).state === 'offline');
    for (const patch of patches) await call('models.update', { id, patch });
    await server.start();
    return { call, id, how, login, at: engine.at };
  }

  /** … the server took the first, whose answer was lost. */
  async function brokenOff(user: string, patches: readonly object[] = FIELDS) {
    const train = await onTheTrain(user, patches);
    const { call, id, how, login } = train;
    how.breaks = true;
    await call('share.connect', { password: login.password }).catch(() => undefined);
    await until(async () => how.away && (await call('share.status', {})).state === 'offline', 15_000);
    const last = Object.entries(patches.at(-1) ?? {});
    await until(async () => {
      const model = Object.entries(await call('models.get', { id }));
      return last.every(([field, value]) => model.some(([key, own]) => key === field && own === value));
    }, 15_000);
    return train;
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

  it('does not hold against a person what they wrote themselves before it, into the same field', async () => {
    const { call, id, how, login, at } = await brokenOff('cem', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }]);
    how.away = false;
    // Another hour: what was taken then is older than what is given now.
    at('2026-11-23T11:00:00.000Z');
    await call('share.connect', { password: login.password });
    await until(async () => (await call('share.pending', {})).rows.every(({ refusal }) => refusal !== null), 15_000);
    expect(await call('share.pending', {})).toMatchObject({ rows: [] });
    expect((await call('models.get', { id })).name).toBe('Three');
    expect((await call('share.status', {})).head.seq).toBe(2 + 3);
  }, 60_000);

  it('knows an entry that arrives only while its command is given once more, and that somebody built on', async () => {
    const bo = await person(server, 'bo');
    const patches = [{ unit: 'Retail' }, { unit: 'Retail bank' }];
    const { call, id, how, login, at } = await onTheTrain('eva', patches, bo.login.user);
    const portfolio = (await call('share.status', {})).server?.portfolio;
    let arrive = async (): Promise<void> => expect.unreachable();
    how.holds = (late) => {
      arrive = late;
    };
    await call('share.connect', { password: login.password }).catch(() => undefined);
    await until(async () => how.away && (await call('share.status', {})).state === 'offline', 15_000);

    how.before = async () => {
      await arrive();
      await bo.engine.call('share.join', { ...bo.login, portfolio: portfolio ?? '', file: bo.engine.file });
      await bo.engine.call('models.update', { id, patch: { unit: 'Wealth' } });
    };
    how.away = false;
    at('2026-11-23T11:00:00.000Z');
    await call('share.connect', { password: login.password });
    await until(async () => (await call('share.pending', {})).rows.every(({ refusal }) => refusal !== null), 15_000);
    // The first is done, and Bo wrote over it; only of the second there is something to decide.
    expect(await call('share.pending', {})).toMatchObject({
      rows: [{ refusal: { collisions: [{ mine: 'Retail bank' }] } }],
    });
    expect((await call('models.get', { id })).unit).toBe('Wealth');
  }, 60_000);

  it('does what is done meanwhile behind all that waited, however long that takes', async () => {
    const names = ['One', 'Two', 'Three', 'Four', 'Five'];
    const { call, id, how, login } = await onTheTrain(
      'dov',
      names.map((name) => ({ name })),
    );
    how.slowMs = 800;
    const connecting = call('share.connect', { password: login.password });
    await until(async () => ['catching_up', 'connected'].includes((await call('share.status', {})).state), 15_000);
    await call('models.update', { id, patch: { name: 'Six' } });
    await connecting;
    expect(await call('share.pending', {})).toMatchObject({ rows: [] });
    expect((await call('models.get', { id })).name).toBe('Six');
    expect((await call('share.status', {})).head.seq).toBe(2 + 6);
  }, 60_000);

  it('keeps nobody for what the server does not take, and gives it as soon as it does', async () => {
    const { call, id, how, login } = await onTheTrain('kept', [{ purpose: 'Too much' }]);
    how.takesNot = 'Too much';
    await call('share.connect', { password: login.password });
    expect(await call('share.status', {})).toMatchObject({ state: 'connected', pending: 1 });
    const took: number[] = [];
    for (const notes of ['first', 'second', 'third']) {
      const begun = performance.now();
      await call('models.update', { id, patch: { notes } });
      took.push(performance.now() - begun);
    }
    // Each was kept for two seconds.
    expect(took.reduce((sum, ms) => sum + ms)).toBeLessThan(3_000);
    how.takesNot = '';
    await until(async () => (await call('share.status', {})).pending === 0, 15_000);
    expect(await call('models.get', { id })).toMatchObject({ purpose: 'Too much', notes: 'third' });
  });
});
