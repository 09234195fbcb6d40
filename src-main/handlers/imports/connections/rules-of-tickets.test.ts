import { describe, expect, it } from 'vitest';
import { fakeJira } from '../../../importers/jira/testing/fake-jira';
import { claims, incidents, issue, ofJira } from './testing/ticket-connection';

const waiting = (to: string) => [{ field: 'status' as const, from: 'In Arbeit', to }];

/** Taken, and then its server is gone. */
async function taken() {
  const fake = fakeJira('Cloud', [claims(), issue(2, { components: ['Office'] })]);
  const backend = await ofJira(fake);
  const { call, id } = backend;
  const { id: modelId } = await call('models.create', { name: 'Claims triage' });
  await call('connections.apply', { id });
  return { ...backend, fake, modelId };
}

describe('the rules of tickets', () => {
  it('are told, kept and followed while the server does not answer', async () => {
    const backend = await taken();
    const { call, id, stated, fake, modelId } = backend;
    fake.instead = (_request, response) => {
      response.writeHead(503).end();
      return true;
    };
    const before = await call('connections.rules', { id });
    expect(before).toMatchObject({
      attaches: 0,
      attach: {
        unattached: 2,
        waiting: [
          { by: 'component', text: 'Claims triage', tickets: 1, suggested: { modelId } },
          { by: 'project', text: 'OPS', tickets: 2 },
          { by: 'component', text: 'Office', tickets: 1 },
        ],
      },
    });
    const attach = [{ by: 'component' as const, is: 'Claims triage', modelId }];
    await call('connections.save', { ...stated, id, mapping: { attach } });
    expect(await call('connections.rules', { id })).toMatchObject({
      attaches: 1,
      attach: { rules: [{ modelName: 'Claims triage', tickets: 1 }] },
    });
    const asked = fake.asked.length;
    expect(await call('connections.attach', { id })).toMatchObject({ updated: 1 });
    expect((await incidents(backend)).map((one) => one.modelId)).toEqual([modelId, null]);
    expect(await call('connections.rules', { id })).toMatchObject({ attaches: 0 });
    const journal = (await call('journal.list', {})).total;
    expect(await call('connections.attach', { id })).toMatchObject({ updated: 0, importIds: [] });
    expect((await call('journal.list', {})).total).toBe(journal);
    expect(fake.asked.length).toBe(asked);
    await call('history.undo', {});
    expect((await incidents(backend)).map((one) => one.modelId)).toEqual([null, null]);
  });

  it('make nothing look as if it had been read anew', async () => {
    const backend = await taken();
    const { call, id, stated, modelId } = backend;
    const taking = async () => (await call('connections.list', {})).connections.map((one) => one.taken);
    const [before] = await taking();
    expect(before).not.toBeNull();
    const attach = [{ by: 'component' as const, is: 'Claims triage', modelId }];
    await call('connections.save', { ...stated, id, mapping: { attach } });
    backend.at('2026-12-20T06:00:00.000Z');
    const { importIds } = await call('connections.attach', { id });
    expect(importIds).toHaveLength(1);
    expect(await taking()).toEqual([before]);
    // It is still known of the ledger whose rules they were.
    expect((await call('imports.list', {})).imports.map((one) => one.id)).toContain(importIds[0]);
  });

  it('know the words of the system, with what they mean there and as somebody said', async () => {
    const { call, id, stated } = await taken();
    expect((await call('connections.rules', { id })).words).toEqual([
      { field: 'status', from: 'Erledigt', means: 'resolved', said: null },
      { field: 'status', from: 'In Arbeit', means: 'acknowledged', said: null },
      { field: 'status', from: 'Offen', means: 'open', said: null },
      { field: 'severity', from: 'High', means: '2', said: null },
    ]);
    await call('connections.save', { ...stated, id, mapping: { words: waiting('mitigated') } });
    expect((await call('connections.rules', { id })).words[1]).toEqual({
      field: 'status',
      from: 'In Arbeit',
      means: 'acknowledged',
      said: 'mitigated',
    });
  });

  it('give words another meaning for tickets that came before too, and take it back', async () => {
    const backend = await taken();
    const { call, id, stated, fake } = backend;
    await call('connections.save', { ...stated, id, mapping: { words: waiting('mitigated') } });
    fake.now = '2026-12-05T06:00:00.000Z';
    backend.at(fake.now);
    const preview = await call('connections.preview', { id });
    expect(preview.lines).toEqual([expect.objectContaining({ name: 'OPS-1 Ticket 1', said: ['now mitigated'] })]);
    await call('connections.apply', { id, fetched: preview.fetched });
    expect((await incidents(backend)).map(({ status }) => status)).toEqual(['mitigated', 'open']);
    expect(await call('connections.apply', { id })).toMatchObject({ importIds: [] });
    await call('connections.save', { ...stated, id, mapping: { words: [] } });
    expect(await call('connections.apply', { id })).toMatchObject({ updated: 1 });
    expect((await incidents(backend)).map(({ status }) => status)).toEqual(['acknowledged', 'open']);
  });

  it('hold for what was read already, while somebody looks at it', async () => {
    const fake = fakeJira('Cloud', [claims()]);
    const backend = await ofJira(fake);
    const { call, id, stated } = backend;
    const { fetched } = await call('connections.preview', { id });
    const asked = fake.asked.length;
    await call('connections.save', { ...stated, id, mapping: { words: waiting('mitigated') } });
    const again = await call('connections.preview', { id, fetched });
    expect(again.lines[0]?.said).toEqual(['mitigated', 'of no model so far']);
    expect(fake.asked.length).toBe(asked);
    await call('connections.apply', { id, fetched });
    expect((await incidents(backend)).map(({ status }) => status)).toEqual(['mitigated']);
  });

  it('take no word for a state that there is none of', async () => {
    const { call, id, stated } = await taken();
    await expect(call('connections.save', { ...stated, id, mapping: { words: waiting('done') } })).rejects.toThrow(
      /give a status/,
    );
  });

  it('are none where a kind brings no tickets', async () => {
    const { call } = await taken();
    const { id } = await call('connections.save', { kind: 'mlflow', label: 'M', address: 'https://mlflow.example' });
    expect(await call('connections.rules', { id })).toEqual({ attach: null, attaches: 0, words: [] });
    expect(await call('connections.attach', { id })).toMatchObject({ updated: 0 });
  });
});
