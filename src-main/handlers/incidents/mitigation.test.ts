import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

describe('the mitigation of an incident', () => {
  it('is planned by whom and until when, reaches attention past its day, and says what did it', async () => {
    const { call, at } = await testBackend();
    at('2026-11-01T10:00:00.000Z');
    const model = await call('models.create', { name: 'Pricing', tier: 1, stage: 'monitored', since: '2026-01-01' });
    const { id } = await call('incidents.create', { title: 'Premiums too low', modelId: model.id });
    await expect(call('incidents.planMitigation', { id, owner: '', due: '2026-11-05' })).rejects.toThrow(/who/i);
    const planned = await call('incidents.planMitigation', { id, owner: 'Grace', due: '2026-11-05' });
    expect(planned).toMatchObject({ mitigationOwner: 'Grace', mitigationDue: '2026-11-05', status: 'open' });
    const late = async () =>
      (await call('overview.summary', {})).attention.find(({ kind }) => kind === 'mitigation_overdue');
    at('2026-11-05T23:00:00.000Z');
    expect(await late()).toBeUndefined();
    at('2026-11-06T10:00:00.000Z');
    expect(await late()).toMatchObject({
      title: 'Mitigation of 1 incident is overdue',
      detail: 'Incident 1: Grace was to mitigate it by 5 Nov 2026.',
      action: { label: 'Open incident 1', incidentId: id },
    });
    const done = await call('incidents.move', {
      id,
      to: 'mitigated',
      mitigation: 'Rolled back',
      mitigationVersion: '4.0',
    });
    expect(done).toMatchObject({ status: 'mitigated', mitigation: 'Rolled back', mitigationVersion: '4.0' });
    expect(await late()).toBeUndefined();
    await expect(call('incidents.planMitigation', { id, owner: 'Ada', due: null })).rejects.toThrow(/nothing to plan/);
    await call('incidents.move', { id, to: 'resolved' });
    const again = await call('incidents.move', { id, to: 'reopened' });
    expect(again).toMatchObject({ mitigation: '', mitigationVersion: '', mitigationOwner: '', mitigationDue: null });
    for (let n = 0; n < 3; n += 1) await call('history.undo', {});
    expect(await call('incidents.get', { id })).toMatchObject({ mitigationOwner: 'Grace', mitigation: '' });
    expect((await call('incidents.history', { id })).changes.map(({ field }) => field)).toContain('mitigationDue');
  });

  it('says what mitigated it only with a state that mitigates', async () => {
    const { call } = await testBackend();
    const { id } = await call('incidents.create', { title: 'Late' });
    await expect(call('incidents.move', { id, to: 'acknowledged', mitigation: 'x' })).rejects.toThrow(
      /mitigated, resolved/,
    );
  });
});
