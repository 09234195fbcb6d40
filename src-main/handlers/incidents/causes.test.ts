import { expect, it } from 'vitest';
import { INCIDENT_CAUSES } from '#domain/incidents/vocabulary';
import { testBackend } from '../../testing/test-backend';

it('counts, filters and lists incidents of every cause by it', async () => {
  const { call } = await testBackend();
  const { id: modelId } = await call('models.create', { name: 'Bot', stage: 'deployed', since: '2026-01-01' });
  for (const cause of INCIDENT_CAUSES)
    await call('incidents.create', { title: cause, cause, modelId, openedAt: '2026-11-01' });
  for (const cause of INCIDENT_CAUSES) {
    const { rows } = await call('incidents.list', { filter: { cause: [cause] } });
    expect(rows.map((row) => [row.title, row.cause, row.openedAt])).toEqual([
      [cause, cause, '2026-11-01T00:00:00.000Z'],
    ]);
  }
  const { values } = await call('incidents.counts', { of: 'cause' });
  expect(new Set(values.map(({ value, count }) => `${value} ${count}`))).toEqual(
    new Set(INCIDENT_CAUSES.map((cause) => `${cause} 1`)),
  );
});
