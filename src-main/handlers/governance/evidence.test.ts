import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

/** A model with one finding of 2 November, on 30 November 2026. */
async function house() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const { id } = await call('models.create', { name: 'Score', unit: 'Retail' });
  const finding = await call('findings.create', {
    modelId: id,
    title: 'Thin files score low',
    source: 'validation',
    severity: 'high',
    openedOn: '2026-11-02',
    due: '2026-11-20',
  });
  const note = async (on: string, outcome: 'passed' | 'failed' = 'passed') => {
    const { evidence } = await call('evidence.add', { ids: [id], kind: 'validation', on, by: 'Bo', outcome });
    return evidence[0]?.id ?? '';
  };
  return { ...engine, model: id, finding, note };
}

describe('a finding is closed', () => {
  it.each([
    ['older than it', '2026-11-01', 'passed', /was opened on 2 Nov 2026/],
    ['that failed', '2026-11-10', 'failed', /did not come out well/],
  ] as const)('by no evidence %s', async (_what, on, outcome, why) => {
    const { call, finding, note } = await house();
    const evidenceId = await note(on, outcome);
    await expect(call('findings.close', { id: finding.id, on: '2026-11-30', evidenceId })).rejects.toMatchObject({
      message: expect.stringMatching(why),
    });
  });

  it('by no kind that cannot show it, and what closed it does not become one', async () => {
    const { call, model, finding, note } = await house();
    const trained = { ids: [model], kind: 'operator_training', on: '2026-11-10', by: 'Bo' } as const;
    const { evidence } = await call('evidence.add', trained);
    const close = { id: finding.id, on: '2026-11-30', evidenceId: evidence[0]?.id ?? '' };
    await expect(call('findings.close', close)).rejects.toThrow('does not close a finding from validation');
    const evidenceId = await note('2026-11-25');
    await call('findings.close', { ...close, evidenceId });
    const other = call('evidence.update', { id: evidenceId, patch: { kind: 'operator_training' } });
    await expect(other).rejects.toThrow('does not close a finding from validation');
  });

  it('before its evidence was there by no means', async () => {
    const { call, finding, note } = await house();
    const evidenceId = await note('2026-11-25');
    await expect(call('findings.close', { id: finding.id, on: '2026-11-24', evidenceId })).rejects.toMatchObject({
      message: expect.stringMatching(/after 24 Nov 2026/),
    });
  });

  it('by evidence, which then can neither be made to fail nor be deleted, until it is opened again', async () => {
    const { call, finding, note } = await house();
    const evidenceId = await note('2026-11-25');
    await call('findings.close', { id: finding.id, on: '2026-11-25', evidenceId });
    const fail = { id: evidenceId, patch: { outcome: 'failed' as const } };
    await expect(call('evidence.update', fail)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(call('evidence.remove', { ids: [evidenceId] })).rejects.toMatchObject({ code: 'conflict' });
    await call('findings.update', { id: finding.id, patch: { status: 'open' } });
    expect(await call('evidence.update', fail)).toMatchObject({ outcome: 'failed', on: '2026-11-25', by: 'Bo' });
    await call('history.undo', {});
    const { evidence } = await call('evidence.list', {});
    expect(evidence.map(({ outcome }) => outcome)).toEqual(['passed']);
  });
});

it('evidence that closed several findings is held against each of them', async () => {
  const { call, model, finding, note } = await house();
  const later = await call('findings.create', {
    modelId: model,
    title: 'No monitoring plan',
    source: 'validation',
    severity: 'low',
    openedOn: '2026-11-20',
  });
  const id = await note('2026-11-25');
  for (const one of [finding.id, later.id]) await call('findings.close', { id: one, on: '2026-11-26', evidenceId: id });
  await expect(call('evidence.update', { id, patch: { on: '2026-11-10' } })).rejects.toThrow('No monitoring plan');
  await expect(call('evidence.update', { id, patch: { on: '2026-11-28' } })).rejects.toThrow('on 26 Nov 2026');
  expect(await call('evidence.update', { id, patch: { on: '2026-11-26' } })).toMatchObject({ on: '2026-11-26' });
});

it('a finding is accepted by somebody else, from a day, until a day, with a reason', async () => {
  const { call, model, finding } = await house();
  await call('models.update', { id: model, patch: { developer: 'Dev' } });
  await call('findings.update', { id: finding.id, patch: { owner: 'Fay' } });
  const accept = (patch: object) =>
    call('findings.update', { id: finding.id, patch: { status: 'accepted', ...patch } });
  const whole = { acceptedUntil: '2027-01-31', acceptedBy: 'Rita', acceptedReason: 'Small book' };
  await expect(accept({ ...whole, acceptedBy: '' })).rejects.toThrow('Say who');
  await expect(accept({ ...whole, acceptedReason: '' })).rejects.toThrow('Say why');
  await expect(accept({ ...whole, acceptedBy: 'Dev' })).rejects.toThrow('Somebody else accepts the finding');
  await expect(accept({ ...whole, acceptedBy: 'fay' })).rejects.toThrow('has to put it right');
  const { openedOn } = finding;
  expect(await accept({ ...whole, acceptedOn: openedOn })).toMatchObject({ ...whole, acceptedOn: openedOn });
  // Another word is mended without giving it again; opened again it is gone.
  const other = await call('findings.update', { id: finding.id, patch: { title: 'Thin files' } });
  expect(other).toMatchObject({ ...whole, title: 'Thin files' });
  expect(await call('findings.update', { id: finding.id, patch: { status: 'open' } })).toMatchObject({
    acceptedUntil: null,
    acceptedOn: null,
    acceptedBy: '',
    acceptedReason: '',
  });
  await call('history.undo', {});
  expect((await call('findings.list', { modelId: model })).findings).toMatchObject([{ ...whole, status: 'accepted' }]);
});

it('a finding is not mended into what would have been refused', async () => {
  const { call, finding } = await house();
  for (const patch of [
    { due: '2026-11-01' },
    {
      status: 'accepted' as const,
      acceptedUntil: '2026-11-01',
      acceptedOn: '2026-11-01',
      acceptedBy: 'Rita Vogt',
      acceptedReason: 'Small book',
    },
  ])
    await expect(call('findings.update', { id: finding.id, patch })).rejects.toThrow('before it was opened');
});

it('evidence is not mended into what would have been refused', async () => {
  const { call, note } = await house();
  const id = await note('2026-11-25');
  for (const patch of [
    { on: '2026-12-01' },
    { validUntil: '2026-11-24' },
    { link: 'file.pdf' },
    { kind: 'internal_audit' as const },
  ])
    await expect(call('evidence.update', { id, patch })).rejects.toMatchObject({ code: 'invalid_input' });
});

it('the clock of an incident tells the end of each class, and goes with its incident report', async () => {
  const { call, model } = await house();
  const incident = await call('incidents.create', { title: 'Wrong premiums', modelId: model, openedAt: '2026-11-19' });
  const { clocks } = await call('governance.clocks', {});
  const clock = clocks.find(({ pack }) => pack === 'eu-ai-act');
  expect(clock?.classes.map(({ days, due }) => [days, due])).toEqual(clock?.classes.map(({ days }) => [days, null]));
  const report = await call('governance.noteReport', {
    incidentId: incident.id,
    pack: 'eu-ai-act',
    clock: clock?.clock ?? '',
    awareOn: '2026-11-20',
  });
  expect(report).toMatchObject({ due: null, status: 'unknown', effectiveFrom: '2027-12-02' });
  expect(report.classes.map(({ days, due }) => [days, due])).toEqual(
    expect.arrayContaining([
      [2, '2026-11-22'],
      [10, '2026-11-30'],
      [15, '2026-12-05'],
    ]),
  );
  expect(await call('governance.removeReport', { id: report.id })).toEqual({ removed: 1 });
  expect((await call('governance.reports', {})).reports).toEqual([]);
  await call('history.undo', {});
  expect((await call('governance.reports', {})).reports).toHaveLength(1);
});
