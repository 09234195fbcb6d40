import { describe, expect, it } from 'vitest';
import { fakeJira, stateMove } from '../../../importers/jira/testing/fake-jira';
import { claims, incidents, issue, ofJira } from './testing/ticket-connection';

describe('tickets that two connections read', () => {
  it('are one incident where two connections read them', async () => {
    const backend = await ofJira(fakeJira('Cloud', [claims(), issue(2)]));
    const { call, id, stated } = backend;
    await call('connections.apply', { id });
    const other = await call('connections.save', { ...stated, label: 'The same again' });
    await call('connections.agree', { id: other.id, origin: other.origin, shown: other.shown });
    const preview = await call('connections.preview', { id: other.id });
    expect(preview.changes).toBe(0);
    expect(preview.incidents?.problemsByCode).toEqual([
      expect.objectContaining({ code: 'brought_by_another', count: 2 }),
    ]);
    expect(preview.warnings).toEqual([
      {
        what: '2 tickets are here by “Tickets of jira”, which keeps them up to date',
        todo: expect.stringMatching(/narrow one of the two/),
      },
    ]);
    await call('connections.apply', { id: other.id });
    expect(await incidents(backend)).toHaveLength(2);
    // Without the first they go on with the second.
    await call('connections.remove', { id });
    await call('connections.apply', { id: other.id });
    expect((await incidents(backend)).map(({ source }) => source)).toEqual(['The same again', 'The same again']);
    expect(await call('connections.apply', { id: other.id })).toMatchObject({ importIds: [] });
  });

  it('are one incident where a Jira is reached by two addresses, and are not read anew each time', async () => {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const backend = await ofJira(fake);
    const { call, id, address, stated } = backend;
    await call('connections.apply', { id });
    const renamed = address.replace('127.0.0.1', 'localhost');
    const other = await call('connections.save', { ...stated, label: 'By another name', address: renamed });
    expect(other.origin).not.toBe(new URL(address).origin);
    await call('connections.agree', { id: other.id, origin: other.origin, shown: other.shown });
    expect(await call('connections.apply', { id: other.id })).toMatchObject({ importIds: [] });
    expect((await incidents(backend)).map(({ source }) => source)).toEqual(['Tickets of jira', 'Tickets of jira']);
    fake.now = '2026-12-01T09:00:00.000Z';
    backend.at(fake.now);
    fake.asked.splice(0);
    const preview = await call('connections.preview', { id: other.id });
    expect(preview.changes).toBe(0);
    // What the first keeps is not missed, though no search of this hour gave it.
    expect(JSON.stringify(fake.asked)).not.toMatch(/OPS-[12]/);
  });

  /** Both made incidents of the same two tickets: while the second did, nobody could tell that they were here. */
  async function twice() {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const backend = await ofJira(fake);
    const { call, id, stated } = backend;
    await call('connections.apply', { id });
    const addresses = (await incidents(backend)).map((one) => ({ id: one.id, externalUrl: one.externalUrl }));
    for (const one of addresses) await call('incidents.update', { id: one.id, patch: { externalUrl: '' } });
    const other = await call('connections.save', { ...stated, label: 'The same again' });
    await call('connections.agree', { id: other.id, origin: other.origin, shown: other.shown });
    await call('connections.apply', { id: other.id });
    for (const one of addresses)
      await call('incidents.update', { id: one.id, patch: { externalUrl: one.externalUrl } });
    const sources = (await incidents(backend)).map(({ source }) => source);
    expect(sources).toEqual(['Tickets of jira', 'Tickets of jira', 'The same again', 'The same again']);
    fake.now = '2026-12-02T06:00:00.000Z';
    backend.at(fake.now);
    for (const one of fake.issues) {
      one.assignee = 'Cy';
      one.updated = '2026-12-02T05:00:00.000Z';
    }
    return { ...backend, other: other.id };
  }

  it('follow the first connection where two made an incident of each, and what the second made goes, undone in one step', async () => {
    const backend = await twice();
    const { call, id, other } = backend;
    expect(await call('connections.apply', { id })).toMatchObject({ updated: 2 });
    expect((await incidents(backend)).map(({ owner }) => owner)).toEqual(['Cy', 'Cy', 'Bo', '']);
    const preview = await call('connections.preview', { id: other });
    expect(preview.lines.map(({ name, said }) => [name, ...said])).toEqual([
      ['OPS-1 Ticket 1', 'is here twice: this one goes, and that of “Tickets of jira” stays'],
      ['OPS-2 Ticket 2', 'is here twice: this one goes, and that of “Tickets of jira” stays'],
    ]);
    await call('connections.apply', { id: other, fetched: preview.fetched });
    const left = await incidents(backend);
    expect(left.map(({ source, owner }) => [source, owner])).toEqual([
      ['Tickets of jira', 'Cy'],
      ['Tickets of jira', 'Cy'],
    ]);
    expect(await call('connections.apply', { id: other })).toMatchObject({ importIds: [] });
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [] });
    await call('history.undo', {});
    expect(await incidents(backend)).toHaveLength(4);
  });

  it('keep what was worked on here, and say so', async () => {
    const backend = await twice();
    const { call, other } = backend;
    const [, , third] = await incidents(backend);
    await call('incidents.update', { id: third?.id ?? '', patch: { postmortem: { overview: 'A wrong join' } } });
    const preview = await call('connections.preview', { id: other });
    expect(preview.warnings.map(({ what }) => what)).toContain(
      'OPS-1 is here twice, and what this connection brought was worked on here',
    );
    await call('connections.apply', { id: other, fetched: preview.fetched });
    const left = await incidents(backend);
    expect(left.map(({ externalId, source }) => [externalId, source])).toEqual([
      ['OPS-1', 'Tickets of jira'],
      ['OPS-2', 'Tickets of jira'],
      ['OPS-1', 'The same again'],
    ]);
    // The one that was worked on does not come again with each refresh.
    expect(await call('connections.apply', { id: other })).toMatchObject({ importIds: [] });
  });

  /** One reads OPS, the other ML; the ticket that the first brought moves to ML. */
  async function moved(told: boolean) {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const backend = await ofJira(fake);
    const { call, id, stated } = backend;
    await call('connections.apply', { id });
    const other = await call('connections.save', { ...stated, label: 'ML', scope: 'ML' });
    await call('connections.agree', { id: other.id, origin: other.origin, shown: other.shown });
    const [, second] = fake.issues;
    if (!second) throw new Error('no second ticket');
    fake.now = '2026-12-02T06:00:00.000Z';
    backend.at(fake.now);
    const at = '2026-12-02T05:00:00.000Z';
    Object.assign(second, { key: 'ML-9', formerKeys: ['OPS-2'], status: '6', updated: at });
    second.histories = [
      stateMove(at, '1', '6'),
      ...(told
        ? [{ created: at, items: [{ field: 'Key', fieldtype: 'jira', fromString: 'OPS-2', toString: 'ML-9' }] }]
        : []),
    ];
    const brought = async () =>
      (await incidents(backend)).map(({ externalId, source, status }) => [externalId, source, status].join(' '));
    return { ...backend, other: other.id, brought };
  }

  it('stay one where a ticket moved from one to the other, whichever reads it first', async () => {
    const { call, id, other, brought } = await moved(false);
    // The second cannot know that it is here: its history does not tell the name that it had.
    expect(await call('connections.apply', { id: other })).toMatchObject({ created: 1 });
    const preview = await call('connections.preview', { id });
    expect(preview.lines).toEqual([
      expect.objectContaining({ name: 'ML-9 Ticket 2', said: ['now closed', 'was OPS-2'] }),
    ]);
    await call('connections.apply', { id, fetched: preview.fetched });
    await call('connections.apply', { id: other });
    expect(await brought()).toEqual(['OPS-1 Tickets of jira acknowledged', 'ML-9 Tickets of jira closed']);
    expect(await call('connections.apply', { id: other })).toMatchObject({ importIds: [] });
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [] });
  });

  it('make no second one where the history tells the name that a ticket had', async () => {
    const { call, id, other, brought } = await moved(true);
    const preview = await call('connections.preview', { id: other });
    expect(preview.changes).toBe(0);
    expect(preview.incidents?.problemsByCode).toEqual([
      expect.objectContaining({ code: 'brought_by_another', count: 1 }),
    ]);
    await call('connections.apply', { id });
    expect(await brought()).toEqual(['OPS-1 Tickets of jira acknowledged', 'ML-9 Tickets of jira closed']);
    expect(await call('connections.apply', { id: other })).toMatchObject({ importIds: [] });
  });

  it('are not read by name each time where another connection keeps them', async () => {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const { call, id, stated } = await ofJira(fake);
    await call('connections.apply', { id });
    const other = await call('connections.save', { ...stated, label: 'The same again' });
    await call('connections.agree', { id: other.id, origin: other.origin, shown: other.shown });
    await call('connections.refresh', {});
    fake.now = '2026-12-03T06:00:00.000Z';
    fake.asked.length = 0;
    await call('connections.preview', { id: other.id });
    expect(fake.asked.filter(({ path }) => /issue\/OPS-/.test(path))).toEqual([]);
  });
});
