import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('counts what people vouched for: looks after going live, recorded ends, versions taken back, reviews of rights', async () => {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  await call('settings.update', { approvalGates: { tier1: false } });
  const { id: assessment } = await call('assessments.start', { name: 'Autumn' });
  const about = async (question: string) =>
    (await call('assessments.get', { id: assessment })).evidence.find(({ questionId }) => questionId === question);
  const live = async (name: string) => {
    const { id } = await call('models.create', { name, since: '2026-01-01' });
    for (const to of ['data_preparation', 'training', 'validation'] as const)
      await call('models.move', { id, to, at: '2026-01-02' });
    await call('models.move', { id, to: 'deployed', at: '2026-02-01', version: '1' });
    return id;
  };
  const [a, b] = [await live('A'), await live('B')];
  expect([(await about('MM3'))?.suggests, (await about('MR5'))?.suggests, (await about('MG5'))?.suggests]).toEqual([
    null,
    null,
    null,
  ]);
  const vera = { by: 'Vera', outcome: 'passed' } as const;
  await call('evidence.add', { ids: [a], kind: 'validation', on: '2026-01-20', ...vera });
  expect(await about('MM3')).toMatchObject({ suggests: 0, counts: { part: 0, whole: 2 } });
  await call('evidence.add', { ids: [a], kind: 'review', on: '2026-11-01', ...vera });
  expect(await about('MM3')).toMatchObject({ suggests: 1, counts: { part: 1, whole: 2 } });
  await call('models.move', { id: b, to: 'deployed', at: '2026-03-01', version: '2' });
  expect((await about('MR5'))?.suggests).toBeNull();
  await call('models.move', { id: b, to: 'deployed', at: '2026-03-05', version: '1' });
  expect(await about('MR5')).toMatchObject({ suggests: 2, counts: { part: 1, whole: 1 } });
  await call('models.move', { id: a, to: 'retired', at: '2026-11-02' });
  expect(await about('MR5')).toMatchObject({ suggests: 1, counts: { part: 1, whole: 2 } });
  await call('evidence.add', { ids: [a], kind: 'decommission_record', on: '2026-11-03', by: 'Vera', outcome: 'done' });
  expect(await about('MR5')).toMatchObject({ suggests: 2, counts: { part: 2, whole: 2 } });
  await call('evidence.add', { kind: 'access_review', on: '2025-06-01', by: 'Ines' });
  expect(await about('MG5')).toMatchObject({ suggests: 1 });
  await call('evidence.add', { kind: 'access_review', on: '2026-06-01', by: 'Ines' });
  expect(await about('MG5')).toMatchObject({
    suggests: 2,
    words: '1 of 2 recorded access reviews is of the last twelve months',
  });
});
