import { describe, expect, it } from 'vitest';
import { StoredSettings } from '#contract/portfolio/settings';
import { testBackend } from '../../testing/test-backend';

/** A tier 1 model in validation since 10 November, whose tier is asked for a validation and for no high finding. */
async function house() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  await call('settings.update', {
    approvalGates: { tier1: false },
    deploymentGates: {
      asked: { validation: { tiers: [1], kinds: [] }, findings: { tiers: [1], kinds: ['agent'] } },
    },
  });
  const { id } = await call('models.create', { name: 'Score', tier: 1, developer: 'Dev', since: '2026-10-01' });
  for (const [to, at] of [
    ['data_preparation', '2026-10-02'],
    ['training', '2026-10-03'],
    ['validation', '2026-11-10'],
  ] as const)
    await call('models.move', { id, to, at });
  return { ...engine, id };
}
const validated = (id: string, by = 'Vera') =>
  ({ ids: [id], kind: 'validation', on: '2026-11-20', by, outcome: 'passed' }) as const;

describe('what is asked before a model goes live', () => {
  it('holds the move back with what is missing, here and in the list of moves, until it is there', async () => {
    const { call, id } = await house();
    await expect(call('models.move', { id, to: 'deployed' })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('validated by somebody else: no validation is recorded'),
    });
    const before = (await call('models.get', { id })).allowedMoves.find(({ to }) => to === 'deployed');
    expect(before?.blockedBy).toContain('no validation is recorded');
    await call('evidence.add', validated(id, 'dev'));
    await expect(call('models.move', { id, to: 'deployed' })).rejects.toThrow('by somebody who made the model');
    await call('evidence.add', validated(id));
    const finding = await call('findings.create', {
      modelId: id,
      title: 'Leak',
      source: 'validation',
      severity: 'high',
      openedOn: '2026-11-21',
    });
    await expect(call('models.move', { id, to: 'deployed' })).rejects.toThrow('the high finding “Leak” is open');
    await call('findings.update', {
      id: finding.id,
      patch: { status: 'accepted', acceptedUntil: '2027-01-31', acceptedBy: 'Rita Vogt', acceptedReason: 'Small book' },
    });
    expect((await call('governance.gates', { modelId: id })).lines.map(({ state }) => state)).toEqual(['met', 'met']);
    await call('models.move', { id, to: 'deployed' });
    expect((await call('models.get', { id })).stage).toBe('deployed');
  });

  it('judges a move of an earlier day by what was there on that day', async () => {
    const { call, id } = await house();
    await call('evidence.add', validated(id));
    await expect(call('models.move', { id, to: 'deployed', at: '2026-11-19' })).rejects.toThrow('no validation');
    await call('models.move', { id, to: 'deployed', at: '2026-11-20' });
  });

  it('of many models holds back those that lack something, and says so of each', async () => {
    const { call, id } = await house();
    const other = await call('models.create', { name: 'Rules', tier: 2, kind: 'rules', since: '2026-10-01' });
    for (const to of ['data_preparation', 'training', 'validation'] as const)
      await call('models.move', { id: other.id, to });
    const { moved, refused } = await call('models.moveMany', { ids: [id, other.id], to: 'deployed' });
    expect(moved).toBe(1);
    expect(refused).toMatchObject([{ id, message: expect.stringContaining('no validation is recorded') }]);
  });

  it('lets an exception through until its end, with its limits; undone, the gate is shut again', async () => {
    const { call, id } = await house();
    const exception = {
      ids: [id],
      kind: 'exception',
      on: '2026-11-30',
      by: 'Rita',
      covers: ['gate:validation'],
    } as const;
    await expect(call('evidence.add', exception)).rejects.toThrow('has an end');
    await expect(call('evidence.add', { ...exception, validUntil: '2026-12-31' })).rejects.toThrow('has limits');
    await call('evidence.add', { ...exception, validUntil: '2026-12-31', note: 'Pilot users only' });
    expect((await call('governance.gates', { modelId: id })).lines[0]).toMatchObject({
      state: 'excepted',
      words: expect.stringContaining('excepted by Rita until 31 Dec 2026: Pilot users only'),
    });
    await call('history.undo', {});
    await expect(call('models.move', { id, to: 'deployed' })).rejects.toThrow('no validation');
  });
});

it('settings that knew fewer requirements open with the others off', () => {
  expect(StoredSettings.parse({ deploymentGates: { asked: { owner: { tiers: [1], kinds: [] } } } })).toEqual({
    deploymentGates: { asked: { owner: { tiers: [1], kinds: [] } } },
  });
});
