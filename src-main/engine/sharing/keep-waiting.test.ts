import { describe, expect, it } from 'vitest';
import { postgres } from '../../central/testing/postgres';
import { needs } from '../../testing/needs';
import { person, until } from './testing/people';
import { plant } from './testing/plant';
import { serverForAll } from './testing/server-for-all';

describe('leaving with what was not shared', needs(postgres), () => {
  const server = serverForAll();

  it('names what does not stay: refused on return, or by rules that came since', async () => {
    const [ada, jon] = [await person(server(), 'ada', 'createrole'), await person(server(), 'jon')];
    const { call } = ada.engine;
    await call('workspace.create', { name: 'Team', currency: 'EUR', file: ada.engine.file });
    const { id } = await call('models.create', { name: 'Churn', tier: 1 });
    const { portfolio } = await call('share.create', { ...ada.login, name: 'Ada' });
    await call('share.setRole', { user: 'jon', name: 'Jon', role: 'editor' });
    await jon.engine.call('share.join', { ...jon.login, portfolio, file: jon.engine.file });

    // Both write into one field, Jon without the server: his is refused on return.
    await server().stop();
    await until(async () => (await jon.engine.call('share.status', {})).state === 'offline');
    await jon.engine.call('models.update', { id, patch: { unit: 'Retail' } });
    await jon.engine.call('models.update', { id, patch: { notes: 'kept' } });
    await jon.engine.call('workspace.close', {});
    await server().start();
    await call('share.connect', { password: ada.login.password });
    await call('models.update', { id, patch: { unit: 'Cards' } });
    await jon.engine.call('workspace.open', { file: jon.engine.file });
    await jon.engine.call('share.connect', { password: jon.login.password });
    const rows = async () => (await jon.engine.call('share.pending', {})).rows;
    await until(async () => (await rows()).length === 1 && (await rows()).every(({ refusal }) => refusal !== null));

    // And one that was on its way when the server went, into production under a gate.
    await jon.engine.call('workspace.close', {});
    plant(jon.engine.file, [
      ['models.move', { id, to: 'deployed', reason: 'Went live', at: '2026-11-20T10:00:00.000Z' }],
    ]);
    await server().stop();
    await jon.engine.call('workspace.open', { file: jon.engine.file });
    const left = await jon.engine.call('share.leave', { waiting: 'keep' });
    expect(left.keptPending).toBe(0);
    expect(left.dropped).toHaveLength(2);
    expect(left.dropped[0]).toMatchObject({ label: expect.stringContaining('Churn') as string });
    expect(left.dropped[0]?.why).toMatch(/changed|Ada/);
    expect(left.dropped[1]?.why).toMatch(/approval|stage|move/i);
    expect(await jon.engine.call('models.get', { id })).toMatchObject({
      unit: 'Cards',
      notes: 'kept',
      stage: 'proposed',
    });
    await server().start();
  }, 60_000);
});
