import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needs } from '../../../testing/needs';
import { INCIDENT_LOG, sharedFile } from '../../../testing/shared-data';
import { type TestBackend, testBackend } from '../../../testing/test-backend';

const log = sharedFile(INCIDENT_LOG);

function write(engine: TestBackend, name: string, lines: readonly string[]): string {
  const file = join(engine.folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const PLAIN = [
  'Incident ID,Title,Severity,Status,Opened,Acknowledged at,Resolved,Model',
  'A-1,Scores too low,SEV 1,Resolved,2026-03-01 10:00,2026-03-01 10:30,2026-03-01 12:00,Pricing',
  'A-2,Late,3,Open,2026-03-02 10:00,,,Nobody knows',
];

describe('imports of incidents', () => {
  it('find the format, write nothing in a preview, match models and are undone as a whole', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { id } = await call('models.create', { name: 'pricing' });
    const file = write(engine, 'plain.csv', PLAIN);
    const preview = await call('imports.preview', { file });
    if (preview.format !== 'incidents') throw new Error(preview.format);
    expect(preview).toMatchObject({
      rows: 2,
      incidents: 2,
      creates: 2,
      rejected: 0,
      timesInAskedZone: 4,
      withoutModel: 1,
    });
    expect(preview.mapping).toMatchObject({ tool: 'plain', rows: 'incident', timeZone: 'UTC' });
    expect((await call('incidents.list', {})).total).toBe(0);
    const done = await call('imports.apply', { file, timeZone: 'Europe/Berlin' });
    expect(done).toMatchObject({ format: 'incidents', created: 2, rejected: 0 });
    const { rows } = await call('incidents.list', { sort: [{ field: 'number' }] });
    expect(rows).toMatchObject([
      {
        externalId: 'A-1',
        severity: 1,
        status: 'resolved',
        modelId: id,
        openedAt: '2026-03-01T09:00:00.000Z',
        timeToAcknowledgeHours: 0.5,
        timeToResolveHours: 2,
      },
      { externalId: 'A-2', severity: 3, status: 'open', modelId: null, modelText: 'Nobody knows' },
    ]);
    expect(await call('incidents.get', { id: rows[0]?.id ?? '' })).toMatchObject({
      provenance: { fileName: 'plain.csv', row: 2 },
    });
    expect(await call('imports.apply', { file, timeZone: 'Europe/Berlin' })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await call('imports.undo', { importId: done.importId })).toEqual({ reverted: 2 });
    expect((await call('incidents.list', {})).total).toBe(0);
    await call('history.undo', {});
    expect((await call('incidents.list', {})).total).toBe(2);
  });

  it('follow a newer file, but leave what was changed here and say so', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const { importId } = await call('imports.apply', { file: write(engine, 'plain.csv', PLAIN) });
    const [late] = (await call('incidents.list', { search: 'late' })).rows;
    await call('incidents.update', { id: late?.id ?? '', patch: { severity: 2 } });
    const newer = PLAIN.map((line) =>
      line.replace('A-2,Late,3,Open,2026-03-02 10:00,,', 'A-2,Very late,4,Resolved,2026-03-02 10:00,,2026-03-03 10:00'),
    );
    const file = write(engine, 'plain.csv', newer);
    const preview = await call('imports.preview', { file });
    expect(preview).toMatchObject({ creates: 0, updates: 1, unchanged: 1 });
    expect(preview.problems).toMatchObject([{ code: 'edited_here', row: 3 }]);
    await call('imports.apply', { file });
    expect(await call('incidents.get', { id: late?.id ?? '' })).toMatchObject({
      title: 'Very late',
      severity: 2,
      status: 'resolved',
      moves: [{ to: 'open' }, { to: 'resolved' }],
    });
    expect((await call('imports.apply', { file })).unchanged).toBe(2);
    await expect(call('imports.undo', { importId })).rejects.toThrow(/changed since/);
  });

  it('keep incidents without a number of their own apart, and find them again', async () => {
    const engine = await testBackend();
    const lines = [
      'title,severity,status,opened at,resolved at',
      ...Array.from({ length: 3 }, () => 'Same,2,resolved,2026-01-05 08:00,2026-01-05 09:00'),
    ];
    const file = write(engine, 'alike.csv', lines);
    expect(await engine.call('imports.apply', { file })).toMatchObject({ created: 3 });
    expect(await engine.call('imports.apply', { file })).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('bring all 890 incidents of the ServiceNow log, once', { ...needs(log), timeout: 60_000 }, async () => {
    const { call } = await testBackend();
    const preview = await call('imports.preview', { file: log.path });
    if (preview.format !== 'incidents') throw new Error(preview.format);
    expect(preview).toMatchObject({ rows: 5998, incidents: 890, creates: 890, rejected: 0, dateOrderShown: true });
    expect(preview.mapping).toMatchObject({
      tool: 'servicenow',
      source: 'ServiceNow',
      rows: 'event',
      dateOrder: 'dmy',
    });
    const first = await call('imports.apply', { file: log.path });
    expect(first).toMatchObject({ created: 890, updated: 0, rejected: 0 });
    expect(await call('imports.apply', { file: log.path })).toMatchObject({ created: 0, updated: 0, unchanged: 890 });
    const { total } = await call('incidents.list', { limit: 1 });
    expect(total).toBe(890);
    const { groups } = await call('incidents.metrics', {});
    // Recomputed from the file with Python's datetime and NumPy.
    expect(groups[0]).toMatchObject({
      opened: 890,
      open: 0,
      timeToAcknowledge: { n: 637, never: 253 },
      timeToResolve: { n: 890, low: 50.5, high: 62.55, withoutTime: 0 },
      causedByChange: { yes: 2 },
    });
    expect(groups[0]?.timeToResolve.median).toBeCloseTo(53.433333, 6);
    expect(groups[0]?.timeToResolve.p90).toBeCloseTo(700.93, 6);
    expect(groups[0]?.timeToAcknowledge.median).toBeCloseTo(2.5, 6);
    expect(await call('imports.undo', { importId: first.importId })).toEqual({ reverted: 890 });
    expect((await call('incidents.list', {})).total).toBe(0);
  });
});
