import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres, startPostgres, type TestServer } from '../../central/testing/postgres';
import { hostKeys } from '../../platform/key-keeper';
import { needs } from '../../testing/needs';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';
import { pgDoor } from './pg-door';
import { type Person, person, until } from './testing/people';

let server: TestServer;

/** Shared by the first, with a model; the other may join. */
async function shared(owner: Person, other: Person, role: 'viewer' | 'editor' | 'approver') {
  const { call, file } = owner.engine;
  await server.sql(`grant create on database postgres to ${owner.login.user}`);
  await call('workspace.create', { name: 'Acme', currency: 'EUR', file });
  const { id } = await call('models.create', { name: 'Churn' });
  const { portfolio } = await call('share.create', { ...owner.login, name: 'Priya Raman' });
  await call('share.setRole', { user: other.login.user, name: 'Emil Sandberg', role });
  return { id, portfolio };
}

const joins = ({ engine, login }: Person, portfolio: string) =>
  engine.call('share.join', { ...login, portfolio, file: engine.file });

const seqOf = async ({ call }: TestBackend): Promise<number> => (await call('share.status', {})).head.seq;

describe('what people are told of a shared portfolio', needs(postgres), () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  it('names those who may bring it to a newer program, and keeps a backup of the copy before', async () => {
    const [ada, bo] = [await person(server, 'ada', 'createrole'), await person(server, 'bo')];
    const { portfolio } = await shared(ada, bo, 'editor');
    await joins(bo, portfolio);
    const table = `modelfolio_${portfolio}.portfolio`;
    const format = Number((await server.sql(`select format from ${table}`))[0]?.format);
    await server.sql(`update ${table} set format = ${format - 1}`);
    const again = async ({ engine, login }: Person) => {
      await engine.call('workspace.open', { file: engine.file });
      await engine.call('share.connect', { password: login.password }).catch(() => undefined);
      return engine.call('share.status', {});
    };
    const program = { theirs: format - 1, ours: format };
    expect(await again(bo)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Ask its owner Priya Raman') as string,
      owners: ['Priya Raman'],
      held: true,
      program: { ...program, mayUpdate: false },
    });
    expect(await again(ada)).toMatchObject({
      message: expect.stringContaining('You are an owner') as string,
      program: { ...program, mayUpdate: true },
    });
    expect((await ada.engine.call('backups.list', {})).backups).toHaveLength(0);
    expect(await ada.engine.call('share.update', {})).toEqual({ state: 'connected' });
    expect((await ada.engine.call('backups.list', {})).backups).toHaveLength(1);
    expect(await ada.engine.call('share.status', {})).toMatchObject({ program: null, held: false });
    await server.sql(`update ${table} set format = ${format + 1}`);
    expect(await again(ada)).toMatchObject({ program: { theirs: format + 1, ours: format, mayUpdate: false } });
  }, 60_000);

  it('tells a viewer that it reads, however old the screen, and whom to ask; also without the server', async () => {
    const [cy, di] = [await person(server, 'cy', 'createrole'), await person(server, 'di')];
    const { id, portfolio } = await shared(cy, di, 'viewer');
    await joins(di, portfolio);
    const seen = await seqOf(di.engine);
    await cy.engine.call('models.update', { id, patch: { unit: 'Retail' } });
    await until(async () => (await di.engine.call('models.get', { id })).unit === 'Retail');
    const input = { id, patch: { unit: 'Private banking' } };
    const refused = await di.engine.backend.dispatch('models.update', input, undefined, seen);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'refused' } });
    expect(JSON.stringify(refused)).toContain('You may read this shared portfolio');
    expect(JSON.stringify(refused)).toContain('Ask its owner Priya Raman');
    // Let in for more meanwhile, the same person is asked which value stands.
    await cy.engine.call('share.setRole', { user: 'di', name: 'Emil Sandberg', role: 'editor' });
    expect(await di.engine.backend.dispatch('models.update', input, undefined, seen)).toMatchObject({
      failure: { code: 'conflict', message: expect.stringContaining('Priya Raman (23 Nov 2026, 10:00 UTC)') as string },
    });
    await cy.engine.call('share.setRole', { user: 'di', name: 'Emil Sandberg', role: 'viewer' });
    await server.stop();
    await until(async () => (await di.engine.call('share.status', {})).state === 'offline');
    await expect(di.engine.call('models.update', input)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Ask its owner Priya Raman') as string,
    });
    await server.start();
  }, 60_000);

  it('says where what is not shared yet stands, and why three rows are not brought in without the server', async () => {
    const [eve, fay] = [await person(server, 'eve', 'createrole'), await person(server, 'fay')];
    const { id } = await shared(eve, fay, 'approver');
    const { call, folder } = eve.engine;
    await server.stop();
    await until(async () => (await call('share.status', {})).state === 'offline');
    await call('models.update', { id, patch: { unit: 'Retail' } });
    const made = await call('models.create', { name: 'Made on the train' });
    expect(await call('share.unshared', {})).toMatchObject({
      rows: [
        { table: 'models', id, modelId: id, fields: ['unit'] },
        { table: 'models', id: made.id, modelId: made.id, fields: [] },
        { table: 'moves', modelId: made.id, fields: [] },
      ],
    });
    expect(await call('share.pending', {})).toMatchObject({
      rows: [
        { modelId: id, fields: [{ field: 'models.unit', before: '', after: 'Retail' }] },
        { modelId: made.id, fields: [] },
      ],
    });
    const [line] = (await call('evidence.add', { ids: [id], kind: 'review', on: '2026-11-20', by: 'Emil' })).evidence;
    const finding = { title: 'A leak', source: 'review', severity: 'high', openedOn: '2026-11-20' } as const;
    const found = await call('findings.create', { modelId: id, ...finding });
    await call('models.move', { id, to: 'deployed', at: '2026-11-21', version: '2.0', reason: 'As it was' });
    const { rows } = await call('share.unshared', {});
    expect(rows).toContainEqual({ table: 'evidence', id: line?.id, modelId: id, fields: [], version: null });
    expect(rows).toContainEqual({ table: 'findings', id: found.id, modelId: id, fields: [], version: null });
    expect(rows.filter(({ version }) => version === '2.0')).toMatchObject([{ table: 'moves', modelId: id }]);
    const file = join(folder, 'three.csv');
    writeFileSync(file, 'Name,Unit\nOne,A\nTwo,B\nThree,C\n');
    await expect(call('imports.apply', { file })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('An import is weighed against what others do meanwhile') as string,
    });
    await call('models.update', { id, patch: { tier: 1 } });
    await expect(call('models.approve', { id, approvedBy: 'Priya Raman', note: '' })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /decision of two people.*Whoever is connected may approve: Emil Sandberg\.$/,
      ) as string,
    });
    await server.start();
    await call('share.connect', {});
    await until(async () => (await call('share.pending', {})).rows.length === 0);
    expect(await call('share.unshared', {})).toEqual({ rows: [] });
  }, 60_000);

  it('lists once what others did while a window was away, and nothing that a script alone took over', async () => {
    const gus = await person(server, 'gus', 'createrole');
    const { login } = await person(server, 'hal');
    const folder = temporaryFolder();
    const window = { folder, door: pgDoor, keys: hostKeys(null), portfolio: false, acceptPaths: false } as const;
    const first = await testBackend(window);
    const hal: Person = { login, engine: first };
    const { id, portfolio } = await shared(gus, hal, 'editor');
    const file = join(folder, 'copy.modelfolio');
    await first.call('share.join', { ...login, portfolio, file: first.backend.grantFile(file) });
    expect(await first.call('share.away', {})).toMatchObject({ total: 0, rows: [] });
    await gus.engine.call('models.update', { id, patch: { unit: 'Seen as it came' } });
    await until(async () => (await first.call('models.get', { id })).unit === 'Seen as it came');
    first.at('2026-11-24T08:00:00.000Z');
    await first.backend.close();
    gus.engine.at('2026-11-24T09:00:00.000Z');
    await gus.engine.call('models.update', { id, patch: { unit: 'Retail' } });
    const made = await gus.engine.call('models.create', { name: 'Fraud' });
    const script = await testBackend({ ...window, acceptPaths: true });
    await script.call('workspace.open', { file });
    await script.call('share.connect', { password: login.password });
    expect((await script.call('models.list', {})).total).toBe(2);
    await script.backend.close();
    await gus.engine.call('models.update', { id: made.id, patch: { tier: 1 } });
    const second = await testBackend(window);
    await second.call('workspace.open', { file: second.backend.grantFile(file) });
    await second.call('share.connect', { password: login.password });
    expect(await second.call('share.away', {})).toMatchObject({
      since: '2026-11-24T08:00:00.000Z',
      total: 3,
      people: ['Priya Raman'],
      rows: [
        { modelId: made.id, modelName: 'Fraud', actor: 'Priya Raman', at: '2026-11-24T09:00:00.000Z' },
        { modelId: made.id },
        { modelId: id, modelName: 'Churn' },
      ],
    });
    await second.call('share.looked', {});
    expect(await second.call('share.away', {})).toMatchObject({ total: 0, rows: [] });
    await second.call('workspace.open', { file: second.backend.grantFile(file) });
    await second.call('share.connect', { password: login.password });
    expect(await second.call('share.away', {})).toMatchObject({ total: 0 });
    await second.backend.close();
  }, 60_000);

  it('tells nobody who just joined what was done before', async () => {
    const kit = await person(server, 'kit', 'createrole');
    const { login } = await person(server, 'lou');
    const folder = temporaryFolder();
    const window = { folder, door: pgDoor, keys: hostKeys(null), portfolio: false, acceptPaths: false } as const;
    const engine = await testBackend(window);
    const { id, portfolio } = await shared(kit, { login, engine }, 'editor');
    // Behind the copy that lies on the server.
    await kit.engine.call('models.update', { id, patch: { unit: 'Retail' } });
    const file = engine.backend.grantFile(join(folder, 'copy.modelfolio'));
    await engine.call('share.join', { ...login, portfolio, file });
    expect((await engine.call('models.get', { id })).unit).toBe('Retail');
    expect(await engine.call('share.away', {})).toMatchObject({ total: 0, rows: [] });
    await engine.backend.close();
  }, 60_000);

  it('asks what becomes of what was not shared before it leaves, and does what is said', async () => {
    const [ida, jon] = [await person(server, 'ida', 'createrole'), await person(server, 'jon')];
    const { id, portfolio } = await shared(ida, jon, 'editor');
    await joins(jon, portfolio);
    await server.stop();
    for (const { engine } of [ida, jon]) {
      await until(async () => (await engine.call('share.status', {})).state === 'offline');
      await engine.call('models.update', { id, patch: { unit: 'On the train' } });
    }
    await expect(ida.engine.call('share.leave', { waiting: 'ask' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^1 change of this copy is not shared: “.*Churn.*”.*--keep.*--discard/) as string,
    });
    expect(await ida.engine.call('share.status', {})).toMatchObject({ shared: true, pending: 1 });
    expect(await ida.engine.call('share.leave', { waiting: 'discard' })).toMatchObject({ keptPending: 0 });
    expect(await jon.engine.call('share.leave', { waiting: 'keep' })).toMatchObject({ keptPending: 1 });
    expect((await ida.engine.call('models.get', { id })).unit).toBe('');
    expect((await jon.engine.call('models.get', { id })).unit).toBe('On the train');
    for (const { engine } of [ida, jon]) {
      expect(await engine.call('share.status', {})).toMatchObject({ shared: false });
      expect(await engine.call('journal.verify', {})).toMatchObject({ ok: true });
    }
    await server.start();
  }, 60_000);
});
