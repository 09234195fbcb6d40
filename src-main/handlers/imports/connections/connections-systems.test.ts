import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { type FakeJira, fakeJira } from '../../../importers/jira/testing/fake-jira';
import { fakePagerDuty } from '../../../importers/pagerduty/testing/fake-pagerduty';
import { fakeServiceNow } from '../../../importers/servicenow/testing/fake-servicenow';
import { testBackend } from '../../../testing/test-backend';
import { claims, connected, incidents, type Kind, ofJira, SECRET } from './testing/ticket-connection';

describe('what is sent and refused', () => {
  it('is the proof that each kind wants, to its host alone', async () => {
    const heads: (string | undefined)[] = [];
    const answer =
      (fake: { readonly answer: FakeJira['answer'] }): FakeJira['answer'] =>
      (request, response) => {
        heads.push(request.headers.authorization);
        fake.answer(request, response);
      };
    const cloud = await connected('jira', answer(fakeJira('Cloud', [claims()])), {
      scope: 'OPS',
      auth: 'password',
      login: 'me@acme.example',
    });
    await cloud.call('connections.preview', { id: cloud.id });
    const center = await connected('jira', answer(fakeJira('Server', [claims()])), { scope: 'OPS' });
    await center.call('connections.preview', { id: center.id });
    const pages = await connected('pagerduty', answer(fakePagerDuty([])));
    await pages.call('connections.preview', { id: pages.id });
    const basic = Buffer.from(`me@acme.example:${SECRET}`).toString('base64');
    expect([...new Set(heads)]).toEqual([`Basic ${basic}`, `Bearer ${SECRET}`, `Token token=${SECRET}`]);
  });

  it('is no redirect to another host, and no page of a login', async () => {
    const fake = fakeJira('Cloud', []);
    fake.instead = (_request, response) => {
      response.writeHead(302, { location: 'https://login.elsewhere.example/' });
      response.end();
      return true;
    };
    const { call, id } = await ofJira(fake);
    await expect(call('connections.preview', { id })).rejects.toThrow(
      /login.elsewhere.example, which was not agreed to/,
    );
    fake.instead = (_request, response) => {
      response.end('<!doctype html><title>Log in</title>');
      return true;
    };
    await expect(call('connections.preview', { id })).rejects.toThrow(/a web page and no data/);
  });

  it('is a Jira without a project, and PagerDuty with a password', async () => {
    const { call } = await testBackend();
    const save = (kind: Kind, more: Partial<Input<'connections.save'>>) =>
      call('connections.save', { kind, label: 'X', address: 'https://x.example', auth: 'token', ...more });
    await expect(save('jira', {})).rejects.toThrow(/wants to know what to read. Give its Project or JQL/);
    await expect(save('pagerduty', { auth: 'password', login: 'me' })).rejects.toThrow(/Give auth as one of these/);
  });
});

describe('incidents of other systems', () => {
  it('of ServiceNow are attached by their configuration item, with what their columns say of their course', async () => {
    const fake = fakeServiceNow([
      {
        sys_id: 'a1',
        number: 'INC001',
        short_description: 'Scores late',
        state: ['6', 'Gelöst'],
        priority: ['1', '1 - Critical'],
        opened_at: '2026-11-03 08:00:00',
        resolved_at: '2026-11-03 12:00:00',
        cmdb_ci: ['ci1', 'claims-triage-prod'],
        sys_updated_on: '2026-11-03 12:00:00',
      },
    ]);
    fake.mayReadAudit = false;
    const backend = await connected('servicenow', fake.answer);
    const { call, id, stated } = backend;
    const { id: modelId } = await call('models.create', { name: 'Claims triage' });
    const attach = [{ by: 'configuration_item' as const, is: 'Claims-Triage-Prod', modelId }];
    await call('connections.save', { ...stated, id, mapping: { attach } });
    await call('connections.apply', { id });
    expect(await incidents(backend)).toMatchObject([
      {
        modelId,
        status: 'resolved',
        severity: 1,
        acknowledgedAt: null,
        resolvedAt: '2026-11-03T12:00:00.000Z',
        timeToResolveHours: 4,
      },
    ]);
  });

  it('of PagerDuty have the first acknowledgement of their log', async () => {
    const log = [
      { type: 'trigger_log_entry', at: '2026-11-03T08:00:00Z' },
      { type: 'acknowledge_log_entry', at: '2026-11-03T08:30:00Z' },
      { type: 'resolve_log_entry', at: '2026-11-03T10:00:00Z' },
    ];
    const page = { id: 'PT1', number: 1, created: '2026-11-03T08:00:00Z', updated: '2026-11-03T10:00:00Z', log };
    const fake = fakePagerDuty([{ ...page, status: 'resolved', service: ['PIJ90N7', 'Claims triage'] }]);
    const backend = await connected('pagerduty', fake.answer, { scope: 'PIJ90N7' });
    await backend.call('connections.apply', { id: backend.id });
    expect(await incidents(backend)).toMatchObject([
      { externalId: '1', timeToAcknowledgeHours: 0.5, timeToResolveHours: 2, severity: 2, modelId: null },
    ]);
  });
});
