import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postgres } from '../../central/testing/postgres';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { person, until } from './testing/people';
import { serverForAll } from './testing/server-for-all';

const inventory = sharedFile(FEDERAL_INVENTORY);

/** What people do all day is taken by the server and by every copy, and verifies in each. */
describe('ordinary work in a shared portfolio', needs(postgres), () => {
  const server = serverForAll();

  it('is done with imports, moves back and forth, merges, deletions, undo and redo', async () => {
    const [ada, bo] = [await person(server(), 'ada', 'createrole'), await person(server(), 'bo')];
    const { call, file } = ada.engine;
    await call('workspace.create', { name: 'Team', currency: 'EUR', file });
    const { portfolio } = await call('share.create', { ...ada.login, name: 'Ada' });
    await call('share.setRole', { user: 'bo', name: 'Bo', role: 'approver' });
    await bo.engine.call('share.join', { ...bo.login, portfolio, file: bo.engine.file });

    const table = (name: string, text: string): string => {
      const path = join(dirname(file), name);
      writeFileSync(path, text);
      return path;
    };
    const head = 'Model name,Business unit,Stage,Tier,Deployed on,Developer\n';
    const first = table(
      'a.csv',
      `${head}Fraud,Cards,Production,3,2024-03-01,Eve\nChurn,Retail,Development,2,,\nLoss,,Retired,,,\n`,
    );
    await call('imports.apply', { file: first });
    const second = table(
      'b.csv',
      `${head}Fraud,Cards,Monitored,3,2023-03-01,Eve\nChurn,Retail,Validation,2,,Eve\nGain,,Retraining,3,2022-01-01,\n`,
    );
    await call('imports.apply', { file: second });
    await call('history.undo', {});
    await call('history.redo', {});
    const byName = async (name: string): Promise<string> => {
      const { rows } = await call('models.list', { limit: 500 });
      return rows.find((row) => row.name === name)?.id ?? '';
    };
    const [fraud, churn, gain] = [await byName('Fraud'), await byName('Churn'), await byName('Gain')];
    const move = (id: string, to: 'training' | 'validation' | 'deployed' | 'retired', at?: string) =>
      call('models.move', { id, to, reason: 'As it was', ...(at !== undefined && { at }) });
    await move(churn, 'training');
    await move(churn, 'training', '2026-01-01T00:00:00.000Z').catch(() => undefined);
    await move(churn, 'deployed');
    await call('history.undo', {});
    await call('history.redo', {});
    await call('models.merge', { keep: fraud, merge: [churn] });
    await call('history.undo', {});
    await call('models.merge', { keep: churn, merge: [gain] });
    await call('models.remove', { ids: [fraud] });
    await call('history.undo', {});
    await call('history.redo', {});
    await until(
      async () => (await bo.engine.call('share.status', {})).head?.seq === (await call('share.status', {})).head?.seq,
    );
    await bo.engine.call('models.approve', { id: churn, approvedBy: 'Bo', note: '' });
    await bo.engine.call('models.update', { id: churn, patch: { notes: 'two\nlines\u0001' } });
    for (const { engine } of [bo, ada]) {
      await until(async () => (await engine.call('share.status', {})).state === 'connected');
      expect(await engine.call('journal.verify', {})).toMatchObject({ ok: true });
    }
    expect(await call('share.verify', {})).toMatchObject({ ok: true });
  }, 120_000);

  it('is done with a large inventory of others, which comes and goes', {
    ...needs(inventory),
    timeout: 240_000,
  }, async () => {
    const [cy, di] = [await person(server(), 'cy', 'createrole'), await person(server(), 'di')];
    const { call, file } = cy.engine;
    await call('workspace.create', { name: 'Large', currency: 'EUR', file });
    const { portfolio } = await call('share.create', { ...cy.login, name: 'Cy' });
    await call('share.setRole', { user: 'di', name: 'Di', role: 'editor' });
    await di.engine.call('share.join', { ...di.login, portfolio, file: di.engine.file });
    await call('imports.apply', { file: inventory.path });
    await call('history.undo', {});
    await call('history.redo', {});
    const { seq } = (await call('share.status', {})).head ?? { seq: 0 };
    await until(async () => (await di.engine.call('share.status', {})).head?.seq === seq, 60_000);
    for (const { engine } of [cy, di]) expect(await engine.call('journal.verify', {})).toMatchObject({ ok: true });
    expect((await di.engine.call('models.list', {})).total).toBe((await call('models.list', {})).total);
  });
});
