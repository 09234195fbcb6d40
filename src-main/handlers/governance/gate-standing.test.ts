import { describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

/** A validated tier 1 model that went live through its gate on 10 November, seen on 30 November. */
async function house(asked = true) {
  const engine = await testBackend();
  engine.at('2026-11-10T10:00:00.000Z');
  const { call } = engine;
  if (asked) await call('settings.update', { deploymentGates: { asked: { validation: { tiers: [1], kinds: [] } } } });
  const { id } = await call('models.create', { name: 'Score', tier: 1, developer: 'Dev', since: '2026-10-01' });
  for (const to of ['data_preparation', 'training', 'validation'] as const)
    await call('models.move', { id, to, at: '2026-11-10' });
  const { evidence } = await call('evidence.add', {
    ids: [id],
    kind: 'validation',
    on: '2026-11-10',
    by: 'Vera',
    outcome: 'passed',
    validUntil: '2026-11-25',
  });
  const live = async () => {
    await call('models.approve', { id, approvedBy: 'Rita', at: '2026-11-10T10:00:00.000Z' });
    await call('models.move', { id, to: 'deployed', at: '2026-11-10T10:00:00.000Z' });
  };
  return { ...engine, id, live, validation: evidence[0]?.id ?? '' };
}

/** What each place says of gates: Overview's count, the rows that it opens to, the week, the notices, the model's own page. */
async function everywhere({ call }: TestBackend, id: string) {
  const { attention } = await call('overview.summary', {});
  const count = (kind: string) => attention.find((one) => one.kind === kind)?.count ?? 0;
  const week = await call('overview.monday', { since: '2026-11-20T00:00:00.000Z' });
  const group = week.groups.find(({ kind }) => kind === 'gates');
  const { nudges } = await call('nudges.take', {});
  const { standing } = await call('governance.gates', { modelId: id });
  return {
    overview: count('gates_fallen'),
    lacking: count('gates_lacking'),
    portfolio: (await call('models.list', { filter: { gate: ['fallen'] } })).total,
    week: group?.total ?? 0,
    fresh: group?.rows.filter(({ fresh }) => fresh).length ?? 0,
    notices: nudges.filter(({ kind }) => kind === 'gates').reduce((sum, one) => sum + one.count, 0),
    model: standing?.kind ?? null,
    words: standing?.words.join('; ') ?? '',
  };
}

const FALLEN = { overview: 1, lacking: 0, portfolio: 1, week: 1, fresh: 1, notices: 1, model: 'fallen' };
const NONE = { overview: 0, lacking: 0, portfolio: 0, week: 0, fresh: 0, notices: 0, model: null, words: '' };

describe('a gate that was passed and stands no longer is told everywhere alike', () => {
  it('when its validation has ended', async () => {
    const engine = await house();
    await engine.live();
    engine.at('2026-11-25T10:00:00.000Z');
    await engine.call('nudges.choose', { kinds: ['gates'] });
    expect(await everywhere(engine, engine.id)).toEqual(NONE);
    engine.at('2026-11-30T10:00:00.000Z');
    expect(await everywhere(engine, engine.id)).toEqual({
      ...FALLEN,
      words: 'validated by somebody else: the latest validation, of 10 Nov 2026 by Vera, ended on 25 Nov 2026',
    });
    expect((await everywhere(engine, engine.id)).notices).toBe(0);
  });

  it('when its evidence was deleted, until the undo', async () => {
    const engine = await house();
    await engine.live();
    engine.at('2026-11-24T10:00:00.000Z');
    await engine.call('nudges.choose', { kinds: ['gates'] });
    await engine.call('evidence.remove', { ids: [engine.validation] });
    expect(await everywhere(engine, engine.id)).toMatchObject({
      ...FALLEN,
      words: expect.stringContaining('the validation of 10 Nov 2026 by Vera was deleted by Ada on 24 Nov 2026'),
    });
    await engine.call('history.undo', {});
    expect(await everywhere(engine, engine.id)).toEqual(NONE);
  });

  it.each([
    ['with gates that ask for more', true, 'its gate now lacks approval and validated by somebody else'],
    ['with the approval of tier 1 alone', false, 'its gate now lacks approval'],
  ] as const)('when its tier was set down, the model moved and the tier set back, %s', async (_what, asked, said) => {
    const engine = await house(asked);
    const { call, id } = engine;
    await call('evidence.remove', { ids: [engine.validation] });
    await expect(call('models.move', { id, to: 'deployed' })).rejects.toThrow('without an approval');
    await call('models.update', { id, patch: { tier: 3 } });
    await call('models.move', { id, to: 'deployed', at: '2026-11-10T10:00:00.000Z' });
    engine.at('2026-11-24T10:00:00.000Z');
    await call('nudges.choose', { kinds: ['gates'] });
    expect(await everywhere(engine, id)).toEqual(NONE);
    await call('models.update', { id, patch: { tier: 1 } });
    const { entries } = await call('journal.list', {});
    expect(entries[0]?.label).toBe(`Change tier of “Score”; ${said}`);
    expect(await everywhere(engine, id)).toMatchObject({
      ...FALLEN,
      words: expect.stringContaining(
        'its tier was 3 when it went live on 10 Nov 2026 (lowered from 1 by Ada on 10 Nov 2026); Ada raised it to 1 on 24 Nov 2026; approval: none',
      ),
    });
    await call('models.approve', { id, approvedBy: 'Rita' });
    const { model } = await everywhere(engine, id);
    expect(model).toBe(asked ? 'fallen' : null);
  });

  it('and a model that was registered in production is told apart: it went through none', async () => {
    const engine = await house();
    await engine.call('models.create', { name: 'Old', tier: 1, stage: 'deployed', since: '2020-01-01' });
    engine.at('2026-11-24T10:00:00.000Z');
    expect(await everywhere(engine, engine.id)).toEqual({ ...NONE, lacking: 1 });
    expect((await engine.call('models.list', { filter: { gate: ['lacking'] } })).rows).toMatchObject([{ name: 'Old' }]);
  });
});
