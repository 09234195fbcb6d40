import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('Overview says which findings and reports to authorities are late or nearly, and is silent once they are dealt with', async () => {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const kinds = async () =>
    (await call('overview.summary', {})).attention.filter(({ kind }) => /^(reports_due|findings_overdue)$/.test(kind));
  const { id } = await call('models.create', { name: 'Score', since: '2026-01-01' });
  const finding = { modelId: id, source: 'validation', severity: 'high', openedOn: '2026-10-01' } as const;
  const late = await call('findings.create', { ...finding, title: 'Leak', due: '2026-11-29' });
  await call('findings.create', { ...finding, title: 'Docs', due: '2026-11-30' });
  const accepted = await call('findings.create', { ...finding, title: 'Proxy', severity: 'low', due: '2026-10-02' });
  await call('findings.update', {
    id: accepted.id,
    patch: { status: 'accepted', acceptedUntil: '2026-12-31', acceptedBy: 'Rita Vogt', acceptedReason: 'Small book' },
  });
  expect(await kinds()).toMatchObject([{ kind: 'findings_overdue', title: '1 finding is overdue', severity: 'act' }]);
  const { id: incidentId } = await call('incidents.create', { title: 'Wrong refusals', modelId: id, severity: 2 });
  const [clock] = (await call('governance.clocks', {})).clocks;
  const report = { incidentId, pack: clock?.pack ?? '', clock: clock?.clock ?? '' };
  await call('governance.noteReport', { ...report, awareOn: '2026-11-20' });
  expect((await kinds()).map(({ kind }) => kind)).toEqual(['findings_overdue']);
  await call('governance.noteReport', { ...report, awareOn: '2026-11-17', class: clock?.classes.at(0)?.value ?? '' });
  const due = (await call('governance.reports', {})).reports[0]?.due ?? '';
  expect((await kinds()).find(({ kind }) => kind === 'reports_due')).toMatchObject({
    title: due < '2026-11-30' ? '1 report to an authority is late' : '1 report to an authority is due within 5 days',
    // The Act is in force, and asks for such reports only from the day on which it says what is high-risk.
    severity: 'watch',
    detail: expect.stringContaining('The text asks for such reports from 2 Dec 2027 on.'),
    action: { incidentId },
  });
  await call('governance.noteReport', {
    ...report,
    awareOn: '2026-11-17',
    class: clock?.classes.at(0)?.value ?? '',
    reportedOn: '2026-11-30',
  });
  const review = await call('evidence.add', {
    ids: [id],
    kind: 'validation',
    on: '2026-11-30',
    by: 'Vera',
    outcome: 'passed',
  });
  await call('findings.close', { id: late.id, on: '2026-11-30', evidenceId: review.evidence[0]?.id ?? '' });
  expect(await kinds()).toEqual([]);
});
