import { describe, expect, it } from 'vitest';
import { sqlite } from '../journal/connection';
import { undoState } from '../journal/journal';
import { newModelRow } from '../models/model-writes';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import type { Store } from '../store';
import { testRequest } from '../testing/open-test-store';
import { turnBack } from '../testing/turn-back';
import { type Central, CentralLost } from './central';
import { type Copy, expectAlike, shareAmong } from './testing/share-among';
import { listWaiting } from './waiting';

const NO_IDS = { ids: [], position: () => 0, backTo: () => undefined };
const LATER = '2026-02-01T00:00:00.000Z';

const patch = (store: Store, columns: object, seen?: number) =>
  store.write(
    { ...testRequest('models.update', LATER), seen, asked: { channel: 'models.update', input: columns, kept: NO_IDS } },
    async (write) => {
      await write.update('models', ['m1'], columns);
      return { label: 'Change Churn', value: null };
    },
  );

const model = (store: Store) =>
  sqlite(store.read).prepare("SELECT * FROM models WHERE id = 'm1'").get() as Record<string, unknown>;

describe('copies of a shared portfolio', () => {
  it('take over what others wrote, entry by entry, and end alike', async () => {
    const { journal, copies } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    await patch(ada.store, { name: 'Churn 2' });
    await patch(bo.store, { tier: 2 });
    await patch(ada.store, { purpose: 'Keeps customers' });
    expect(journal.kept.slice(-3).map(({ entry }) => entry.actor)).toEqual(['Ada', 'Bo', 'Ada']);
    await expectAlike(copies);
    expect(model(bo.store)).toMatchObject({ name: 'Churn 2', tier: 2, purpose: 'Keeps customers' });
  });

  it('is told what another wrote into the field since it was seen, and nothing is written', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    const seen = journal.kept.length;
    await patch(ada.store, { tier: 1 });
    await expect(patch(bo.store, { tier: 3 }, seen)).rejects.toMatchObject({
      code: 'conflict',
      detail: { collisions: [{ table: 'models', field: 'tier', theirs: 1, mine: 3, by: 'Ada', name: 'Churn' }] },
    });
    await patch(ada.store, { search_text: 'churn ada', updated_at: '2026-02-01T00:00:01.000Z' });
    await patch(
      bo.store,
      { purpose: 'Another field', search_text: 'churn bo', updated_at: '2026-02-01T00:00:02.000Z' },
      seen,
    );
    // What both wrote alike is nothing to ask about.
    await patch(bo.store, { tier: 1, notes: 'And a note' }, seen);
    await patch(bo.store, { tier: 3 }, journal.kept.length);
    await expectAlike(copies);
    expect(model(ada.store)).toMatchObject({ tier: 3, purpose: 'Another field', notes: 'And a note' });
  });

  it('shows what was empty on the screen as empty, however often somebody wrote since', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    const seen = journal.kept.length;
    for (const tier of [1, 2, 1]) await patch(ada.store, { tier });
    await expect(patch(bo.store, { tier: 3 }, seen)).rejects.toMatchObject({
      detail: { collisions: [{ field: 'tier', seen: null, theirs: 1, mine: 3 }] },
    });
  });

  it('undoes a field although somebody wrote another one of the same row', async () => {
    const { copies } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    await patch(ada.store, { tier: 1, updated_at: '2026-02-01T00:00:01.000Z' });
    await patch(bo.store, { purpose: 'Bo', updated_at: '2026-02-01T00:00:02.000Z' });
    await ada.store.shared.catchUp(LATER);
    await turnBack(ada.store, 'undo');
    await expectAlike(copies);
    expect(model(bo.store)).toMatchObject({ tier: null, purpose: 'Bo' });
  });

  it('writes once where the answer of the server is lost', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada] = copies as [Copy, Copy];
    const before = journal.kept.length;
    journal.losesAnswer = true;
    await patch(ada.store, { tier: 1 });
    expect(journal.kept.length).toBe(before + 1);
    await expectAlike(copies);
  });

  it('waits its turn after it was behind twice', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    for (let n = 0; n < 2; n += 1) {
      const again = journal.before;
      journal.before = async () => {
        await again?.();
        await patch(bo.store, { purpose: `Bo ${n}` });
      };
    }
    await patch(ada.store, { tier: 1 });
    await expectAlike(copies);
    expect(model(bo.store)).toMatchObject({ tier: 1 });
  });

  it('says of which models the entries are that it took over before it wrote again', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    journal.before = () => patch(bo.store, { purpose: 'Bo was faster' }).then(() => undefined);
    const done = await ada.store.write(testRequest('models.create', LATER), async (write) => {
      await write.insert('models', [newModelRow('m2', { name: 'Fraud' }, [], DEFAULT_SETTINGS.reviewMonths, LATER)]);
      return { label: 'Add Fraud', value: null };
    });
    expect([...done.modelIds].sort()).toEqual(['m1', 'm2']);
    await expectAlike(copies);
  });

  it('puts a small edit of another before a large entry, and does not do the large one again', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    let runs = 0;
    const bring = (store: Store) =>
      store.write({ ...testRequest('imports.apply', LATER), bulk: true }, async (write) => {
        runs += 1;
        const rows = Array.from({ length: 2_500 }, (_, n) =>
          newModelRow(`big${n}`, { name: `Model ${n}` }, [], DEFAULT_SETTINGS.reviewMonths, LATER),
        );
        await write.insert('models', rows);
        return { label: 'Import', value: 'brought' };
      });
    journal.before = () => patch(bo.store, { purpose: 'Bo was faster' }).then(() => undefined);
    const done = await bring(ada.store);
    expect({ runs, ...done }).toMatchObject({ runs: 1, value: 'brought', entry: { seq: journal.kept.length } });
    // Whoever looks at the model of the other looks again, and does not write over what was not seen.
    expect(done.modelIds).toContain('m1');
    expect(done.sources).toContain('models');
    await expectAlike(copies);
    expect(model(ada.store)).toMatchObject({ purpose: 'Bo was faster' });
    await turnBack(ada.store, 'undo');
    // What an import is decided by is not put before it.
    journal.before = () => patch(bo.store, { name: 'Model 7' }).then(() => undefined);
    await bring(ada.store);
    expect(runs).toBe(3);
    await expectAlike(copies);
  });

  it('tells a line that breaks from others who were first', async () => {
    const { copies, journal } = await shareAmong('Ada');
    const [ada] = copies as [Copy];
    const breaking: Central = {
      ...journal.for('Ada'),
      stage: async () => {
        throw new CentralLost('It broke.', false);
      },
    };
    ada.store.shared.use({
      central: () => breaking,
      barred: () => null,
      given: async () => undefined,
      again: async () => breaking,
    });
    const rows = Array.from({ length: 2_500 }, (_, n) =>
      newModelRow(`big${n}`, { name: `Model ${n}` }, [], DEFAULT_SETTINGS.reviewMonths, LATER),
    );
    const bring = ada.store.write({ ...testRequest('imports.apply', LATER), bulk: true }, async (write) => {
      await write.insert('models', rows);
      return { label: 'Import', value: null };
    });
    await expect(bring).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('The line to the server broke 5 times') as string,
    });
  }, 30_000);

  it('keeps an undo of their own for each person, and refuses one that somebody built on', async () => {
    const { copies } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    await patch(ada.store, { tier: 1 });
    await patch(bo.store, { purpose: 'Bo' });
    await ada.store.shared.catchUp(LATER);
    expect((await undoState(ada.store.read)).undo?.actor).toBe('Ada');
    await turnBack(ada.store, 'undo');
    expect(model(ada.store)).toMatchObject({ tier: null, purpose: 'Bo' });
    await turnBack(ada.store, 'redo');
    await patch(bo.store, { tier: 2 });
    await ada.store.shared.catchUp(LATER);
    await expect(turnBack(ada.store, 'undo')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Bo') as string,
    });
    await expectAlike(copies);
  });

  it('keeps what is done without the server behind what is shared, and takes it back before it catches up', async () => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    const { central } = ada;
    ada.central = null;
    await patch(ada.store, { tier: 1 });
    await patch(ada.store, { tier: 2 });
    expect(model(ada.store)).toMatchObject({ tier: 2 });
    const tier = { before: null, after: 1, field: 'models.tier', name: 'Churn' };
    expect((await listWaiting(ada.store.read)).map(({ fields }) => JSON.parse(fields) as unknown)[0]).toEqual([tier]);
    await patch(bo.store, { purpose: 'Bo' });
    ada.central = central;
    await ada.store.shared.catchUp(LATER);
    expect(model(ada.store)).toMatchObject({ tier: null, purpose: 'Bo' });
    expect((await listWaiting(ada.store.read)).map(({ seq }) => seq)).toEqual([null, null]);
    expect(journal.kept.at(-1)?.entry.actor).toBe('Bo');
    await expectAlike(copies);
  });

  it('says what cannot wait', async () => {
    const { copies } = await shareAmong('Ada');
    const [ada] = copies as [Copy];
    ada.central = null;
    const remove = ada.store.write(
      { ...testRequest(), asked: { channel: 'models.remove', input: {}, kept: NO_IDS } },
      async (write) => {
        await write.remove('moves', ['v1']);
        return { label: 'Remove', value: null };
      },
    );
    await expect(remove).rejects.toMatchObject({ code: 'unavailable' });
    expect(await listWaiting(ada.store.read)).toEqual([]);
  });
});
