import { describe, expect, it } from 'vitest';
import { Grid } from '#contract/models/grid';
import { type TestBackend, testBackend } from '../../testing/test-backend';

async function live(engine: TestBackend, name: string, tier: 1 | 2 | 3 | null = 2) {
  const { call } = engine;
  const model = await call('models.create', { name, tier });
  await call('models.move', { id: model.id, to: 'data_preparation', at: '2025-01-10' });
  await call('models.move', { id: model.id, to: 'training', at: '2025-02-01' });
  await call('models.move', { id: model.id, to: 'validation', at: '2025-03-01' });
  return model;
}

describe('models', () => {
  it('takes another day of review along with an approval, as one change', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', {
      name: 'Fraud',
      tier: 1,
      stage: 'deployed',
      since: '2026-01-01',
      nextReview: '2026-10-01',
    });
    const approved = await call('models.approve', { id, approvedBy: 'Board', nextReview: '2027-03-01' });
    expect(approved).toMatchObject({ reviewDue: '2027-03-01', reviewSource: 'typed' });
    await call('history.undo', {});
    expect(await call('models.get', { id })).toMatchObject({ reviewDue: '2026-10-01', approvals: [] });
    // By the tier, a year after the approval.
    const byTier = await call('models.approve', { id, approvedBy: 'Board', nextReview: null });
    expect(byTier).toMatchObject({ reviewDue: '2027-11-23', reviewSource: 'tier' });
  });

  it('keeps every field that was given, and nothing that was not', async () => {
    const { call } = await testBackend();
    const given = {
      name: 'Card fraud',
      purpose: 'Stops stolen cards.\nSecond line.',
      unit: 'Cards / Risk',
      businessOwner: 'B. Owner',
      technicalOwner: 'T. Owner',
      type: 'classification',
      origin: 'both',
      tier: 1,
      updateFrequency: 'weekly',
      criticality: 'critical',
      personalData: 'yes',
      annualValueMinor: 123_456_789,
      annualRunCostMinor: 1,
      nextReview: '2027-01-31',
      externalReferences: [{ system: 'MLflow', id: 'm-1', url: 'https://example.invalid/m-1' }],
      tags: ['cards', 'real time'],
      notes: 'n',
    } as const;
    const created = await call('models.create', {
      ...given,
      tags: [...given.tags],
      externalReferences: [...given.externalReferences],
    });
    expect(await call('models.get', { id: created.id })).toMatchObject(given);
    const bare = await call('models.create', { name: 'Bare' });
    expect(bare).toMatchObject({
      tier: null,
      origin: null,
      updateFrequency: null,
      personalData: 'unknown',
      annualValueMinor: null,
      tags: [],
      stage: 'proposed',
    });
  });

  it('derives the life of a model from its moves', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { id } = await live(engine, 'Churn');
    await call('models.move', { id, to: 'deployed', at: '2025-04-20', version: '1.0' });
    const model = await call('models.move', { id, to: 'monitored', at: '2025-05-01' });
    expect(model).toMatchObject({
      stage: 'monitored',
      stageSince: '2025-05-01T00:00:00.000Z',
      version: '1.0',
      timeToProductionDays: 100,
      inProduction: true,
    });
    expect(model.reviewDue).toBe('2027-04-20');
    const { moves } = await call('models.history', { id });
    expect(moves.map((move) => [move.from, move.to, move.at?.slice(0, 10) ?? null, move.correction])).toEqual([
      [null, 'proposed', null, false],
      ['proposed', 'data_preparation', '2025-01-10', false],
      ['data_preparation', 'training', '2025-02-01', false],
      ['training', 'validation', '2025-03-01', false],
      ['validation', 'deployed', '2025-04-20', false],
      ['deployed', 'monitored', '2025-05-01', false],
    ]);
  });

  it('counts releases of the last 12 months only', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { id } = await live(engine, 'Churn');
    await call('models.move', { id, to: 'deployed', at: '2025-04-20', version: '1' });
    for (const [to, at] of [
      ['monitored', '2025-06-01'],
      ['retraining', '2026-01-01'],
      ['validation', '2026-01-05'],
      ['deployed', '2026-02-01'],
    ] as const) {
      await call('models.move', { id, to, at, version: to === 'deployed' ? '2' : '' });
    }
    expect(await call('models.get', { id })).toMatchObject({ releasesLast12Months: 1, version: '2' });
    expect((await call('models.list', {})).rows[0]).toMatchObject({ releasesLast12Months: 1 });
  });

  it('asks for a reason where a move is not usual, and marks it', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', { name: 'Churn' });
    await expect(call('models.move', { id, to: 'monitored' })).rejects.toMatchObject({
      code: 'refused',
      detail: { reason: 'reason_needed' },
    });
    await call('models.move', { id, to: 'monitored', reason: 'It was live already' });
    expect((await call('models.history', { id })).moves.at(-1)).toMatchObject({
      correction: true,
      reason: 'It was live already',
      actor: 'Ada',
    });
  });

  it('refuses a move into the future, before the first event, and on a day that does not exist', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', { name: 'Churn', since: '2026-06-01' });
    await expect(call('models.move', { id, to: 'data_preparation', at: '2026-05-31' })).rejects.toMatchObject({
      detail: { reason: 'before_first_event' },
    });
    await expect(call('models.move', { id, to: 'data_preparation', at: '2026-11-24' })).rejects.toMatchObject({
      detail: { reason: 'in_future' },
    });
    await expect(call('models.move', { id, to: 'data_preparation', at: '2026-06-31' })).rejects.toThrow(
      /2026-06-31 is not a date that exists/,
    );
  });

  it('puts a forgotten move between its neighbours, as a correction', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { id } = await live(engine, 'Churn');
    await call('models.move', { id, to: 'data_preparation', at: '2025-02-10', reason: 'Data were prepared again' });
    const { moves } = await call('models.history', { id });
    expect(moves.map((move) => move.to)).toEqual([
      'proposed',
      'data_preparation',
      'training',
      'data_preparation',
      'validation',
    ]);
    expect((await call('models.get', { id })).stage).toBe('validation');
  });

  it('lets tier 1 leave validation only with an approval by somebody other than the author', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { id } = await live(engine, 'Limits', 1);
    const deploy = () => call('models.move', { id, to: 'deployed', version: '1' });
    await expect(deploy()).rejects.toMatchObject({ code: 'refused', detail: { reason: 'approval_needed' } });
    await call('models.approve', { id, approvedBy: 'ada ' });
    await expect(deploy()).rejects.toMatchObject({ detail: { reason: 'approval_needed' } });
    await call('models.approve', { id, approvedBy: 'Grace', note: 'Validation report 12' });
    expect((await call('models.get', { id })).allowedMoves.find((move) => move.to === 'deployed')?.blockedBy).toBe('');
    expect((await deploy()).stage).toBe('deployed');
  });

  it('retires a model in favour of another, and survives the deletion of that one', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { id } = await live(engine, 'Old');
    await call('models.move', { id, to: 'deployed', at: '2025-04-20' });
    const heir = await call('models.create', { name: 'New' });
    expect(await call('models.move', { id, to: 'retired', replacedBy: heir.id })).toMatchObject({
      replacedBy: { id: heir.id, name: 'New' },
    });
    expect((await call('models.get', { id: heir.id })).replaces).toEqual([{ id, name: 'Old' }]);
    await call('models.remove', { ids: [heir.id] });
    expect((await call('models.get', { id })).replacedBy).toBeNull();
    await call('history.undo', {});
    expect((await call('models.get', { id })).replacedBy).toEqual({ id: heir.id, name: 'New' });
  });

  it('moves many and says of the others why not', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const ready = await live(engine, 'Ready');
    const gated = await live(engine, 'Gated', 1);
    const result = await call('models.moveMany', { ids: [ready.id, gated.id], to: 'deployed' });
    expect(result).toMatchObject({ moved: 1, refused: [{ name: 'Gated' }] });
    expect((await call('history.undo', {})).label).toBe('Move 1 model to Deployed');
    expect((await call('models.get', { id: ready.id })).stage).toBe('validation');
  });

  it('edits many at once, each with its own tags', async () => {
    const { call } = await testBackend();
    const a = await call('models.create', { name: 'A', tags: ['x', 'old'] });
    const b = await call('models.create', { name: 'B' });
    expect(
      await call('models.updateMany', { ids: [a.id, b.id], patch: { tier: 3, addTags: ['y'], removeTags: ['old'] } }),
    ).toEqual({ updated: 2 });
    expect(await call('models.get', { id: a.id })).toMatchObject({ tier: 3, tags: ['x', 'y'] });
    expect(await call('models.get', { id: b.id })).toMatchObject({ tier: 3, tags: ['y'] });
  });

  it('keeps of tags that differ only in case the first spelling, whoever sends them', async () => {
    const { call } = await testBackend();
    const a = await call('models.create', { name: 'A', tags: ['Churn', ' churn ', 'EU'] });
    expect(a.tags).toEqual(['Churn', 'EU']);
    await call('models.updateMany', { ids: [a.id], patch: { addTags: ['CHURN', 'pii'], removeTags: ['eu'] } });
    expect((await call('models.get', { id: a.id })).tags).toEqual(['Churn', 'pii']);
    expect((await call('models.update', { id: a.id, patch: { tags: ['x', 'X'] } })).tags).toEqual(['x']);
    const many = Array.from({ length: 50 }, (_, at) => `t${at}`);
    await expect(call('models.updateMany', { ids: [a.id], patch: { addTags: many } })).rejects.toThrow(
      '“A” cannot take these tags. A model takes 50 tags at most, and these are 51.',
    );
  });

  it('tells each change of a field with before and after', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', { name: 'A', tags: ['x'] });
    await call('models.update', { id, patch: { tags: ['x', 'y'], tier: 2 } });
    const { changes } = await call('models.history', { id });
    expect(changes.filter((change) => change.seq === 3)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'tags', before: ['x'], after: ['x', 'y'], actor: 'Ada' }),
        expect.objectContaining({ field: 'tier', before: null, after: 2 }),
      ]),
    );
  });

  it('lists by filter, search and sort, empty values last', async () => {
    const { call } = await testBackend();
    await call('models.create', { name: 'Zürich scoring', unit: 'Bank / Risk', tier: 1 });
    await call('models.create', { name: 'alpha', unit: 'Bank', stage: 'monitored' });
    await call('models.create', { name: '100%_sure', unit: 'Banking', tags: ['nlp'] });
    const names = async (input: Parameters<typeof call<'models.list'>>[1]) =>
      (await call('models.list', input)).rows.map((row) => row.name);
    expect(await names({ filter: { unit: ['Bank'] } })).toEqual(['alpha', 'Zürich scoring']);
    expect(await names({ search: 'ZURICH risk' })).toEqual(['Zürich scoring']);
    expect(await names({ search: '%_s' })).toEqual(['100%_sure']);
    expect(await names({ sort: [{ field: 'tier', direction: 'desc' }] })).toEqual([
      'Zürich scoring',
      '100%_sure',
      'alpha',
    ]);
    expect(await names({ filter: { tier: [null] } })).toEqual(['100%_sure', 'alpha']);
    expect(await names({ filter: { tag: ['nlp'] } })).toEqual(['100%_sure']);
    expect(await names({ filter: { tag: ['NLP'] } })).toEqual([]);
    expect(await names({ filter: { unit: ['bank'] } })).toEqual([]);
    expect(await names({ filter: { inProduction: true } })).toEqual(['alpha']);
    expect(await names({ filter: { stage: [] } })).toEqual([]);
  });

  it('sends the same portfolio as columns', async () => {
    const { call } = await testBackend();
    const a = await call('models.create', {
      name: 'A',
      unit: 'Risk',
      tier: 1,
      tags: ['x', 'y'],
      stage: 'monitored',
      since: '2026-01-02',
    });
    await call('models.create', { name: 'B' });
    const grid = await call('models.grid', {});
    expect(Grid.parse(grid)).toEqual(grid);
    expect(grid.ids).toHaveLength(2);
    expect(grid.columns.name).toEqual({ kind: 'text', values: ['A', 'B'] });
    expect(grid.columns.unit).toEqual({ kind: 'coded', values: ['Risk'], codes: [0, -1] });
    expect(grid.columns.tier).toEqual({ kind: 'number', values: [1, null] });
    expect(grid.columns.tags).toEqual({ kind: 'coded', values: ['x, y'], codes: [0, -1] });
    expect(grid.columns.stageSince).toMatchObject({ kind: 'day', values: [20_455, expect.any(Number)] });
    expect((await call('models.grid', { ids: [a.id, 'gone'] })).ids).toEqual([a.id]);
  });

  it('answers not_found with a sentence', async () => {
    const { call } = await testBackend();
    await expect(call('models.get', { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(call('models.update', { id: 'nobody', patch: { tier: 1 } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
