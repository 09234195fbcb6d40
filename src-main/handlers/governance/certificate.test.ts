import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blankPdf } from '../../testing/blank-pdf';
import { testBackend } from '../../testing/test-backend';

it('says who let a model into production on what, as of that day, and what has become of it since', async () => {
  let html = '';
  const printPage = async (page: { html: string }) => {
    html = page.html;
    return blankPdf();
  };
  const engine = await testBackend({ printPage });
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const asked = { asked: { validation: { tiers: [1 as const], kinds: [] } } };
  await call('settings.update', { deploymentGates: asked });
  const { id } = await call('models.create', { name: '<b>Score</b>', tier: 1, developer: 'Dev', since: '2026-10-01' });
  for (const to of ['data_preparation', 'training', 'validation'] as const)
    await call('models.move', { id, to, at: '2026-10-02' });
  await call('models.approve', { id, approvedBy: 'Rita', at: '2026-11-01', note: 'Limited to two branches' });
  await call('models.approve', { id, approvedBy: 'dev ', at: '2026-11-02' });
  const exception = { kind: 'exception', on: '2026-11-01', validUntil: '2026-11-20', by: 'Board', note: 'Pilot' };
  await call('evidence.add', { ids: [id], ...exception, covers: ['gate:validation'] });
  await call('models.move', { id, to: 'deployed', at: '2026-11-10', version: '1.0' });
  await call('findings.create', {
    modelId: id,
    title: 'Leak of a target',
    source: 'review',
    severity: 'high',
    openedOn: '2026-11-15',
    due: '2026-11-20',
  });
  const closed = await call('findings.create', {
    modelId: id,
    title: 'No plan',
    source: 'monitoring',
    severity: 'low',
    openedOn: '2026-11-15',
  });
  const plan = { ids: [id], kind: 'monitoring_plan', on: '2026-11-16', by: 'Mona' } as const;
  const { evidence } = await call('evidence.add', plan);
  await call('findings.close', { id: closed.id, on: '2026-11-17', evidenceId: evidence[0]?.id ?? '' });
  const out = join(engine.folder, 'certificate.pdf');
  await call('governance.certificate', { modelId: id, out });
  expect(readFileSync(out, 'latin1')).toMatch(/^%PDF-1\.7/);
  const { entries } = await call('journal.list', {});
  for (const said of [
    '&lt;b&gt;Score&lt;/b&gt; went into production on 10 Nov 2026, approved by Rita, under 1 exception',
    'It was moved by Ada',
    'Limited to two branches',
    'no validation is recorded; excepted by Board until 20 Nov 2026: Pilot',
    'Leak of a target',
    'due 20 Nov 2026, overdue',
    'closed on 17 Nov 2026 by the monitoring plan of 16 Nov 2026 by Mona',
    'covers “Validated by somebody else” · Pilot',
    'owners, developer and overseer are as they are today',
    'unbroken',
    (entries[0]?.hash ?? '').slice(0, 4),
  ])
    expect(html).toContain(said);
  expect(html).not.toContain('by dev on');
});
