import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeJira, stateMove } from '../../../importers/jira/testing/fake-jira';
import { claims, incidents, issue, NOW, ofJira } from './testing/ticket-connection';

const rule = (modelId: string | null, is = 'Claims triage') => ({
  attach: [{ by: 'component' as const, is, modelId }],
});

describe('tickets of Jira', () => {
  it('come in with the times of their events, of no model before a rule says so, and are undone in one step', async () => {
    const backend = await ofJira(fakeJira('Cloud', [claims(), issue(2)]));
    const { call, id } = backend;
    const { id: modelId } = await call('models.create', { name: 'Claims triage' });
    const tested = await call('connections.test', { id });
    expect(tested.server).toMatchObject({ version: 'Cloud', account: 'Ana Petrov', incidents: 2 });
    const preview = await call('connections.preview', { id });
    expect(preview).toMatchObject({
      changes: 2,
      asks: 0,
      attach: {
        unattached: 2,
        nameless: 0,
        waiting: [
          { by: 'component', text: 'Claims triage', tickets: 1, suggested: { modelId, name: 'Claims triage' } },
          { by: 'project', text: 'OPS', tickets: 2, suggested: null },
        ],
      },
    });
    const journal = (await call('journal.list', {})).total;
    await call('connections.apply', { id, fetched: preview.fetched });
    expect((await call('journal.list', {})).total).toBe(journal + 1);
    const [first, second] = await incidents(backend);
    expect(first).toMatchObject({
      externalId: 'OPS-1',
      source: 'Tickets of jira',
      externalUrl: 'https://acme.atlassian.net/browse/OPS-1',
      status: 'acknowledged',
      severity: 2,
      owner: 'Bo',
      openedAt: '2026-11-01T08:00:00.000Z',
      acknowledgedAt: '2026-11-01T08:30:00.000Z',
      resolvedAt: null,
      reopenCount: 1,
      modelId: null,
      modelText: 'Component: Claims triage / Project: OPS',
    });
    expect(second).toMatchObject({ status: 'open', acknowledgedAt: null });
    const whole = await call('incidents.get', { id: first?.id ?? '' });
    expect(whole.moves.map(({ to, at }) => `${to} ${at.slice(5, 16)}`)).toEqual([
      'open 11-01T08:00',
      'acknowledged 11-01T08:30',
      'resolved 11-01T12:00',
      'reopened 11-02T08:00',
    ]);
    await call('history.undo', {});
    expect(await incidents(backend)).toEqual([]);
    expect((await call('connections.list', {})).connections[0]).toMatchObject({ takenBack: true });
    // What was undone comes again, though it did not change there.
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 2 });
  });

  /** Two imports: of the tickets, and of what was changed of one of them since. */
  async function updated() {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const backend = await ofJira(fake);
    const { call, id } = backend;
    const atDay = (days: number): void => {
      fake.now = new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
      backend.at(fake.now);
    };
    await call('connections.apply', { id });
    atDay(1);
    const [, second] = fake.issues;
    if (!second) throw new Error('no ticket');
    second.assignee = 'Cy';
    second.updated = '2026-12-01T10:00:00.000Z';
    expect(await call('connections.apply', { id })).toMatchObject({ updated: 1 });
    return { ...backend, atDay };
  }

  it('tell again what was undone, however often nothing was new meanwhile', { timeout: 120_000 }, async () => {
    const backend = await updated();
    const { call, id, atDay } = backend;
    for (let n = 2; n < 212; n += 1) {
      atDay(n);
      expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
    }
    await call('history.undo', {});
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 1 });
    await call('connections.refresh', { take: true });
    expect((await incidents(backend))[1]).toMatchObject({ owner: 'Cy' });
    expect(await incidents(backend)).toHaveLength(2);
  });

  it('tell it again on a computer that did not take them', async () => {
    const { call, id, folder, atDay } = await updated();
    const notes = join(folder, 'config', 'connections');
    const file = join(notes, readdirSync(notes)[0] ?? '');
    const noted = JSON.parse(readFileSync(file, 'utf8')) as { states: Record<string, object> }; // as it was written
    writeFileSync(file, JSON.stringify({ ...noted, states: { [id]: { ...noted.states[id], takes: [] } } }));
    atDay(20);
    expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
    await call('history.undo', {});
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 1 });
  });

  it('are attached by a rule, those too that came before it, and by no other', async () => {
    const backend = await ofJira(fakeJira('Cloud', [claims(), issue(2, { components: ['Claims triage'] }), issue(3)]));
    const { call, id, stated } = backend;
    const { id: modelId } = await call('models.create', { name: 'Claims triage' });
    const { id: other } = await call('models.create', { name: 'Other' });
    await call('connections.apply', { id });
    const [, second] = await incidents(backend);
    await call('incidents.update', { id: second?.id ?? '', patch: { modelId: other } });
    await call('connections.save', { ...stated, id, mapping: rule(modelId) });
    const preview = await call('connections.preview', { id });
    expect(preview.lines).toEqual([expect.objectContaining({ name: 'OPS-1 Ticket 1', said: ['of Claims triage'] })]);
    expect(preview.attach).toMatchObject({ unattached: 1, waiting: [{ by: 'project' }] });
    await call('connections.apply', { id, fetched: preview.fetched });
    expect((await incidents(backend)).map((one) => one.modelId)).toEqual([modelId, other, null]);
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, unchanged: 0 });
  });

  it('wait where rules lead to two models, and do not where one says that they are of none', async () => {
    const backend = await ofJira(fakeJira('Cloud', [claims({ labels: ['b'] })]));
    const { call, id, stated } = backend;
    const { id: a } = await call('models.create', { name: 'A' });
    const { id: b } = await call('models.create', { name: 'B' });
    const label = { by: 'label' as const, is: 'B', modelId: b };
    await call('connections.save', { ...stated, id, mapping: { attach: [...rule(a).attach, label] } });
    const preview = await call('connections.preview', { id });
    expect(preview.attach).toMatchObject({ unattached: 1, several: 1 });
    await call('connections.save', { ...stated, id, mapping: rule(null) });
    const again = await call('connections.preview', { id, fetched: preview.fetched });
    expect(again.attach).toMatchObject({ unattached: 0, several: 0 });
  });

  it('bring what changed since, once: a resolution, a move, another person, a deletion', async () => {
    const fake = fakeJira('Server', [claims(), issue(2), issue(3), issue(4)]);
    const backend = await ofJira(fake);
    const { call, id, at } = backend;
    await call('connections.apply', { id });
    at('2026-12-02T06:00:00.000Z');
    fake.now = '2026-12-02T06:00:00.000Z';
    const [first, second, , fourth] = fake.issues;
    if (!first || !second || !fourth) throw new Error('no tickets');
    first.status = '6';
    first.updated = '2026-12-01T10:00:00.000Z';
    first.histories?.push(stateMove('2026-12-01T10:00:00.000Z', '3', '6'));
    second.formerKeys = ['OPS-2'];
    second.key = 'ML-9';
    fourth.assignee = 'Cy';
    fourth.updated = '2026-12-01T11:00:00.000Z';
    fake.issues.splice(2, 1);
    const preview = await call('connections.preview', { id });
    expect(preview.lines.map(({ name, kind, said }) => [name, kind, ...said])).toEqual([
      ['OPS-1 Ticket 1', 'changed', 'now closed'],
      ['OPS-4 Ticket 4', 'changed', 'with Cy'],
      ['ML-9 Ticket 2', 'changed', 'was OPS-2'],
      ['OPS-3', 'gone', 'deleted there, or hidden from you; it stays here'],
    ]);
    await call('connections.apply', { id, fetched: preview.fetched });
    const rows = await incidents(backend);
    expect(rows.map(({ externalId }) => externalId)).toEqual(['OPS-1', 'ML-9', 'OPS-3', 'OPS-4']);
    expect(rows[0]).toMatchObject({ status: 'closed', closedAt: '2026-12-01T10:00:00.000Z', reopenCount: 1 });
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [], created: 0, updated: 0 });
  });

  it('leave what was edited here, and go on with what a file of the same Jira brought', async () => {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const backend = await ofJira(fake);
    const { call, id, folder } = backend;
    const file = join(folder, 'jira.csv');
    const lines = [
      'Issue key,Issue id,Summary,Status,Priority,Created,Resolved,Issue Type,Project key,Component/s',
      'OPS-2,10002,Ticket 2,Offen,High,2026-11-02 09:00,,Incident,OPS,',
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    await call('imports.apply', { file });
    const [fromFile] = await incidents(backend);
    expect(fromFile).toMatchObject({ source: 'Jira', externalId: 'OPS-2' });
    await call('incidents.update', { id: fromFile?.id ?? '', patch: { severity: 5 } });
    await call('connections.apply', { id });
    const rows = await incidents(backend);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: fromFile?.id,
      source: 'Tickets of jira',
      severity: 5,
      openedAt: '2026-11-02T08:00:00.000Z',
    });
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [] });
  });

  it('keep their cursor with the take that it is of', async () => {
    const fake = fakeJira('Cloud', [claims()]);
    const { call, id } = await ofJira(fake);
    const jql = (): string => String(fake.asked.findLast(({ body }) => 'expand' in body)?.body['jql']);
    await call('connections.preview', { id });
    expect(jql()).not.toMatch(/updated/);
    const { importIds } = await call('connections.apply', { id });
    await call('connections.preview', { id });
    expect(jql()).toMatch(/updated >= -16m/);
    await call('imports.undo', { importId: importIds[0] ?? '' });
    await call('connections.preview', { id });
    expect(jql()).not.toMatch(/updated/);
  });

  it('are refreshed by a scheduler, and one that fails says why and takes nothing', async () => {
    const fake = fakeJira('Cloud', [claims()]);
    const backend = await ofJira(fake);
    const { call } = backend;
    expect((await call('connections.refresh', {})).results).toMatchObject([{ outcome: 'taken', changes: 1 }]);
    expect((await call('connections.refresh', {})).results).toMatchObject([{ outcome: 'unchanged' }]);
    let pages = 0;
    fake.issues.push(issue(2, { updated: NOW }), issue(3, { updated: NOW }), issue(4, { updated: NOW }));
    fake.instead = (request, response) => {
      pages += request.url?.includes('search') ? 1 : 0;
      if (pages < 2) return false;
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"issues":[');
      setTimeout(() => request.socket.destroy(), 10);
      return true;
    };
    const { results } = await call('connections.refresh', {});
    expect(results).toMatchObject([
      { outcome: 'failed', trouble: { what: expect.stringMatching(/broke off in the middle/) } },
    ]);
    expect(await incidents(backend)).toHaveLength(1);
  });
});
