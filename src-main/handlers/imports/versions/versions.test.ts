import { describe, expect, it } from 'vitest';
import type { ImportRequest } from '#contract/imports/imports';
import { FILE, HEAD, portfolio, ROWS } from './testing/version-portfolio';

describe('a file of versions', () => {
  it('becomes releases of new models, dated or not, in their order', async () => {
    const { call, fileOf, preview, releases, live, find } = await portfolio();
    const file = fileOf(FILE);
    const answer = await preview(file);
    expect(answer).toMatchObject({
      rows: 9,
      creates: 9,
      updates: 0,
      unchanged: 0,
      rejected: 0,
      versions: { addedDated: 6, addedUndated: 3, refined: 0, known: 0, contradicted: 0, kept: 0, removed: 0 },
      modelCounts: { all: 3, created: 3, changed: 3 },
    });
    expect(answer.mapping.fields.map(({ field, column }) => [field, column])).toEqual([
      ['model', 'model'],
      ['version', 'version'],
      ['liveFrom', 'live_from'],
      ['liveUntil', 'live_until'],
      ['alias', 'alias'],
    ]);
    expect(await call('imports.apply', { file })).toMatchObject({ format: 'versions', created: 9, rejected: 0 });
    expect(await releases('Motor severity')).toEqual([
      'deployed 1.0 no day',
      'deployed 2.0 no day',
      'deployed 3.0 2023-05-10',
      'deployed 4.0 2024-06-01',
      'deployed 5.0 2025-09-15',
    ]);
    expect(await find('Motor severity')).toMatchObject({ version: '5.0', stage: 'deployed', monitoringKnown: false });
    expect(await live('2025-09-14')).toEqual({
      'Motor severity': '4.0',
      'Travel pricing': '2019.1 or 2019.2',
      Screening: '0.9 or none',
    });
    expect(await live('2026-01-01')).toMatchObject({ 'Motor severity': '5.0', 'Travel pricing': 'none' });
    expect(await live('2020-01-01')).toMatchObject({
      'Motor severity': '1.0, 2.0 or none',
      'Travel pricing': 'not live yet',
    });
    const { rows } = await call('models.liveVersions', { at: '2024-07-01', ids: [(await find('Motor severity')).id] });
    expect(rows).toEqual([
      expect.objectContaining({ version: '4.0', from: '2024-06-01', until: '2025-09-15', certain: true }),
    ]);
  });

  it('brought in again, in any order of its rows, changes nothing', async () => {
    const { call, fileOf, preview, state } = await portfolio();
    await call('imports.apply', { file: fileOf(FILE) });
    const before = await state();
    for (const rows of [ROWS, ROWS.toReversed(), [...ROWS.slice(4), ...ROWS.slice(0, 4)]]) {
      const file = fileOf(`${[HEAD, ...rows].join('\n')}\n`);
      expect(await preview(file)).toMatchObject({
        creates: 0,
        updates: 0,
        unchanged: 9,
        versions: { known: 9, contradicted: 0 },
      });
      expect(await call('imports.apply', { file })).toMatchObject({ created: 0, updated: 0, unchanged: 9 });
    }
    expect(await state()).toEqual(before);
  });

  it('adds to what an inventory brought, and says where it was already', async () => {
    const { call, fileOf, preview, releases } = await portfolio(
      'name,unit,stage,version,deployed on\nMotor severity,Motor,Monitored,5.0,2025-09-15\nScreening,Risk,Proposed,,\n',
    );
    const file = fileOf(FILE);
    expect(await preview(file)).toMatchObject({
      creates: 8,
      updates: 1,
      versions: { addedDated: 5, addedUndated: 3, refined: 1, known: 0 },
      modelCounts: { all: 3, created: 1 },
    });
    await call('imports.apply', { file });
    expect(await releases('Motor severity')).toEqual([
      'deployed 1.0 no day',
      'deployed 2.0 no day',
      'deployed 3.0 2023-05-10',
      'deployed 4.0 2024-06-01',
      'deployed 5.0 2025-09-15',
      'monitored no day',
    ]);
    expect((await releases('Screening')).at(-1)).toBe('deployed 1.0 2026-06-01');
    expect((await call('models.list', {})).total).toBe(3);
  });

  it('that says another day is shown with both and follows the answer', async () => {
    const { call, fileOf, preview, releases, find } = await portfolio();
    await call('imports.apply', { file: fileOf(FILE) });
    const other = fileOf(FILE.replace('2024-06-01', '2024-07-20').replace('2025-11-30', '2025-12-24'));
    const { id } = await find('Motor severity');
    const answer = await preview(other);
    expect(answer).toMatchObject({ creates: 0, updates: 0, unchanged: 9, versions: { contradicted: 2, removed: 0 } });
    expect(answer.lines.flatMap(({ contradictions }) => contradictions)).toEqual([
      expect.objectContaining({
        field: 'move.date',
        version: '4.0',
        before: '4.0, 1 Jun 2024',
        after: '4.0, 20 Jul 2024',
        decision: 'ask',
      }),
      expect.objectContaining({ field: 'until', before: '30 Nov 2025', after: '24 Dec 2025', decision: 'ask' }),
    ]);
    await call('imports.apply', { file: other });
    expect(await releases('Motor severity')).toContain('deployed 4.0 2024-06-01');
    const decided: Pick<ImportRequest, 'decisions'> = {
      decisions: [{ modelId: id, field: 'move.date', decision: 'file' }],
    };
    expect(await call('imports.apply', { file: other, ...decided })).toMatchObject({ updated: 1 });
    expect(await releases('Motor severity')).toContain('deployed 4.0 2024-07-20');
    await call('imports.apply', { file: other, rules: [{ field: '*', decision: 'file' }] });
    expect(await preview(other)).toMatchObject({ unchanged: 9, versions: { known: 9, contradicted: 0 } });
  });

  it('is taken back as one step', async () => {
    const { call, fileOf, state, find } = await portfolio(
      'name,stage,version,deployed on\nMotor severity,Monitored,5.0,2025-09-15\n',
    );
    const before = await state();
    const { importId } = await call('imports.apply', { file: fileOf(FILE) });
    expect(await call('imports.undo', { importId })).toEqual({ reverted: 9 });
    expect(await state()).toEqual(before);
    const again = await call('imports.apply', { file: fileOf(FILE) });
    await call('models.update', { id: (await find('Screening')).id, patch: { tier: 1 } });
    await expect(call('imports.undo', { importId: again.importId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps versions that never went live beside the releases', async () => {
    const { call, fileOf, preview, releases, live, find } = await portfolio();
    const file = fileOf(
      `${JSON.stringify([
        { name: 'churn', version: '1', creation_timestamp: 1704067200000, current_stage: 'Archived', aliases: [] },
        {
          name: 'churn',
          version: '2',
          creation_timestamp: 1709251200000,
          current_stage: 'Production',
          aliases: ['champion'],
        },
        {
          name: 'churn',
          version: '3',
          creation_timestamp: 1714521600000,
          current_stage: 'Staging',
          aliases: ['challenger'],
        },
        { name: 'fraud', version: '1', creation_timestamp: 1714521600000, current_stage: 'None', aliases: [] },
      ])}`,
      'json',
    );
    const answer = await preview(file);
    expect(answer).toMatchObject({ creates: 4, versions: { addedDated: 0, addedUndated: 1, kept: 3 } });
    expect(answer.stages.map(({ from, to }) => [from, to])).toEqual([
      ['Archived', 'ended'],
      ['Production', 'live'],
      ['Staging', 'not_live'],
      ['None', 'not_live'],
    ]);
    await call('imports.apply', { file });
    expect(await releases('churn')).toEqual(['deployed 2 no day']);
    expect(await find('fraud')).toMatchObject({ stage: 'proposed', inProduction: false });
    expect(await live('2026-01-01')).toEqual({ churn: '2 or none', fraud: 'never live' });
    expect(await preview(file)).toMatchObject({ creates: 0, updates: 0, unchanged: 4 });
    const moved = fileOf(
      'name,version,creation_timestamp,current_stage,aliases\nchurn,2,1709251200000,Archived,\nchurn,3,1714521600000,Production,champion\n',
    );
    await call('imports.apply', { file: moved });
    expect(await releases('churn')).toEqual(['deployed 2 no day', 'deployed 3 no day']);
    const { versions, otherVersions } = await call('models.get', { id: (await find('churn')).id });
    expect(versions.map(({ version, alias }) => [version, alias])).toEqual([
      ['3', 'champion'],
      ['2', ''],
    ]);
    expect(otherVersions).toEqual([{ version: '1', alias: '', stage: 'Archived' }]);
  });
});

describe('what is open when releases are told', () => {
  it('is listed with the release that may have settled it, and stays open until somebody says so', async () => {
    const { call, at, fileOf } = await portfolio();
    at('2026-08-03T09:00:00.000Z');
    const since = { stage: 'deployed' as const, since: '2025-09-15', version: '5.0' };
    const { id } = await call('models.create', { name: 'Motor severity', ...since });
    const other = await call('models.create', { name: 'Screening', ...since });
    const item = await call('drift.askRetraining', { modelId: id, reason: 'New tariff' });
    await call('drift.askRetraining', { modelId: other.id, reason: 'Old' });
    const { id: incident } = await call('incidents.create', { title: 'Premiums too low', modelId: id, severity: 2 });
    const over = await call('incidents.create', { title: 'Over', modelId: id });
    await call('incidents.move', { id: over.id, to: 'resolved' });
    at('2026-11-20T09:00:00.000Z');
    await call('incidents.create', { title: 'After it', modelId: id });
    const file = fileOf('model,version,live_from\nMotor severity,6.0,2026-10-01\nMotor severity,4.0,2024-06-01\n');
    const { importId } = await call('imports.apply', { file, format: 'versions' });
    const settles = () => call('imports.settles', { importId });
    const told = { modelId: id, model: 'Motor severity', version: '6.0', livePrecision: 'day' };
    expect(await settles()).toMatchObject({
      retraining: [{ ...told, id: item.id }],
      incidents: [{ ...told, id: incident, title: 'Premiums too low' }],
    });
    expect((await settles()).incidents).toHaveLength(1);
    expect((await call('drift.retraining', {})).items).toHaveLength(2);
    await call('drift.resolve', { id: item.id, outcome: 'live', version: '6.0' });
    await call('incidents.move', { id: incident, to: 'resolved', mitigationVersion: '6.0' });
    expect(await settles()).toEqual({ retraining: [], incidents: [] });
    await call('history.undo', {});
    expect((await settles()).incidents).toHaveLength(1);
    await expect(call('imports.settles', { importId: 'none' })).rejects.toThrow(/not in the ledger/);
  });
});
