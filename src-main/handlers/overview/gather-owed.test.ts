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

it('Overview, the week, notices and their rows say the same of what is owed', async () => {
  const engine = await testBackend();
  engine.at('2026-09-01T10:00:00.000Z');
  const { call } = engine;
  const { id } = await call('models.create', { name: 'Score', stage: 'deployed', since: '2026-01-01', tier: 2 });
  const other = await call('models.create', { name: 'Pricing', stage: 'deployed', since: '2026-01-01', tier: 2 });
  const ends = (kind: 'operator_training' | 'dpia' | 'exception', validUntil: string, of = id) =>
    call('evidence.add', { ids: [of], kind, on: '2026-01-02', by: 'Bo', validUntil });
  await ends('operator_training', '2026-11-25');
  await ends('dpia', '2026-11-26');
  await ends('dpia', '2026-12-31', other.id);
  // An exception that has ended lets nothing be any more: what it let be shows by itself.
  await ends('exception', '2026-11-20');
  for (const [title, due] of [
    ['Leak', '2026-11-27'],
    ['Docs', '2026-12-02'],
  ] as const)
    await call('findings.create', { modelId: id, title, source: 'self', severity: 'low', openedOn: '2026-08-01', due });
  await call('nudges.choose', { kinds: ['reports', 'findings', 'evidence'] });
  engine.at('2026-11-30T10:00:00.000Z');
  const { id: incidentId } = await call('incidents.create', { title: 'Wrong refusals', modelId: id, severity: 2 });
  const { clocks } = await call('governance.clocks', {});
  for (const { pack, clock, classes } of clocks.slice(0, 1))
    await call('governance.noteReport', {
      incidentId,
      pack,
      clock,
      awareOn: '2026-11-28',
      class: classes.toSorted((a, b) => a.days - b.days)[0]?.value ?? '',
    });
  const { attention } = await call('overview.summary', {});
  const counts = Object.fromEntries(attention.map(({ kind, count }) => [kind, count]));
  const week = await call('overview.monday', { since: '2026-11-24T00:00:00.000Z' });
  const group = (kind: string) => week.groups.find((one) => one.kind === kind);
  const { nudges } = await call('nudges.take', {});
  const told = Object.fromEntries(nudges.map(({ kind, count }) => [kind, count]));
  expect(counts).toMatchObject({ findings_overdue: 1, evidence_ended: 1, evidence_ends: 1, reports_due: 1 });
  expect(group('findings')).toMatchObject({ title: 'Findings overdue: 1', total: 1, rows: [{ since: '2026-11-28' }] });
  expect(group('evidence')).toMatchObject({
    title: 'Evidence in production: 2 ended, 1 ends within 60 days',
    total: 3,
  });
  expect(group('reports')?.total).toBe(1);
  expect(told).toEqual({ findings: 1, evidence: 3, reports: 1 });
  expect((await call('models.list', { filter: { evidence: ['ended'] } })).rows.map(({ name }) => name)).toEqual([
    'Score',
  ]);
  expect((await call('models.list', { filter: { evidence: ['ends_soon'] } })).rows.map(({ name }) => name)).toEqual([
    'Pricing',
  ]);
  // Of what somebody follows the same rows, and of a portfolio that owes nothing no group.
  await call('overview.follow', { kind: 'model', id: other.id, on: true });
  const followed = await call('overview.monday', { followed: true });
  expect(followed.groups.find(({ kind }) => kind === 'evidence')?.rows).toMatchObject([{ name: 'Pricing' }]);
  expect(followed.groups.some(({ kind }) => kind === 'findings' || kind === 'reports')).toBe(false);
});
