import { describe, expect, it } from 'vitest';
import { factsOf, itemOf, undoAndRedo } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

const since = '2026-01-05T00:00:00Z';

async function portfolio() {
  const engine = await testBackend();
  const { call } = engine;
  const live = { stage: 'monitored' as const, since };
  const dear = await call('models.create', {
    ...{ name: 'Dear', annualRunCostMinor: 9_000_000, annualValueMinor: 2_000_000 },
    ...live,
  });
  const fine = await call('models.create', {
    ...{ name: 'Fine', annualRunCostMinor: 1_000_000, annualValueMinor: 9_000_000 },
    ...live,
  });
  const open = await call('models.create', { name: 'Open', ...live });
  await call('models.create', { name: 'Being built', stage: 'training', annualRunCostMinor: 100 });
  const opened = '2026-10-01T08:00:00Z';
  await call('incidents.create', { title: 'Noted', modelId: fine.id, openedAt: opened, costMinor: 500_000 });
  await call('incidents.create', { title: 'Hours', modelId: fine.id, openedAt: opened, personHours: 10 });
  await call('incidents.create', { title: 'Neither', modelId: fine.id, openedAt: opened });
  await call('incidents.create', {
    title: 'Long ago',
    modelId: fine.id,
    openedAt: '2025-01-01T08:00:00Z',
    costMinor: 99,
  });
  return { engine, dear, fine, open };
}

describe('cost to carry', () => {
  it('tells what is noted of models in production, and of incidents of the last year with a price', async () => {
    const { engine, fine, open } = await portfolio();
    const { call } = engine;
    const without = await call('scenarios.carry', {});
    expect([without.plan, without.people]).toEqual([null, null]);
    expect(without.rows.map(({ name }) => name)).toEqual(['Dear', 'Fine', 'Open']);
    // Without a plan an hour has no price.
    expect(without.rows.find(({ id }) => id === fine.id)).toMatchObject({ incidentCost: 5_000, unpriced: 2 });
    const { inputs } = await call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
    const { rows, people } = await call('scenarios.carry', {});
    const hour = inputs.loadedAnnual / inputs.hoursPerYear;
    expect(people?.hour).toBeCloseTo(hour, 9);
    const told = rows.find(({ id }) => id === fine.id);
    expect(told?.incidentCost).toBeCloseTo(5_000 + 10 * hour, 6);
    expect(told?.carry).toBeCloseTo(10_000 + 5_000 + 10 * hour, 6);
    expect(told?.incidents).toHaveLength(3);
    expect(rows.find(({ id }) => id === open.id)).toMatchObject({ runCost: null, carry: null, balance: null });
    expect(rows[0]?.reasons).toEqual([{ key: 'costsMore', by: 70_000 }]);
  });

  it('converts no money: a plan in another currency gives an hour no price', async () => {
    const { engine } = await portfolio();
    const preset = { kind: 'preset', preset: 'expected' } as const;
    await engine.call('scenarios.create', { from: preset, currency: 'USD' });
    const { people, plan, currency } = await engine.call('scenarios.carry', {});
    expect([people, plan?.currency, currency]).toEqual([null, 'USD', 'EUR']);
  });

  it('puts chosen models into the plan, once, journaled and undone, and takes them out again', async () => {
    const { engine, dear, fine } = await portfolio();
    const { call } = engine;
    const before = await call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
    const { id } = before;
    const first = itemOf(before, 'retired.0').value ?? 0;
    const after = await call('scenarios.retire', { id, modelIds: [dear.id, fine.id] });
    expect(itemOf(after, 'retired.0')).toMatchObject({
      value: first + 2,
      origin: { kind: 'entered', note: expect.stringContaining('Dear, Fine') },
    });
    expect((await call('scenarios.carry', {})).plan).toMatchObject({ retiredFirst: first + 2 });
    expect(new Set((await call('scenarios.carry', {})).plan?.chosen)).toEqual(new Set([dear.id, fine.id]));
    await undoAndRedo(engine, before, after);
    // Saying the same again changes nothing of the plan; who is left out goes back.
    expect(factsOf(await call('scenarios.retire', { id, modelIds: [fine.id, dear.id] }))).toEqual(factsOf(after));
    const less = await call('scenarios.retire', { id, modelIds: [dear.id] });
    expect(itemOf(less, 'retired.0').value).toBe(first + 1);
    const [last] = (await call('journal.list', { limit: 1 })).entries;
    expect(last?.label).toBe('Retire 1 model in year 1 of “Expected”');
    await call('models.remove', { ids: [dear.id] });
    expect((await call('scenarios.carry', {})).plan?.chosen).toEqual([]);
    await call('history.undo', {});
    expect((await call('scenarios.carry', {})).plan?.chosen).toEqual([dear.id]);
  });

  it('refuses models that are gone, and more than the plan has', async () => {
    const { engine, dear, fine, open } = await portfolio();
    const { call } = engine;
    const { id, inputs } = await call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
    await expect(call('scenarios.retire', { id, modelIds: ['gone'] })).rejects.toMatchObject({ code: 'not_found' });
    const none = inputs.newModels.map(() => 0);
    await call('scenarios.update', {
      id,
      patch: { inputs: { ...inputs, modelsAtStart: 1, newModels: none, retired: none } },
    });
    const all = { id, modelIds: [dear.id, fine.id, open.id] };
    await expect(call('scenarios.retire', all)).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await call('scenarios.carry', {})).plan?.chosen).toEqual([]);
  });
});
