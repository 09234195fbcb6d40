import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

describe('two models that are one', () => {
  it('become one with their history, incidents, approvals and references, and two again by one undo', async () => {
    const { call } = await testBackend();
    const cmdb = (id: string) => [{ system: 'CMDB', id, url: '' }];
    const keep = await call('models.create', {
      name: 'Churn',
      stage: 'deployed',
      since: '2024-01-01',
      externalReferences: cmdb('1'),
    });
    const other = await call('models.create', {
      name: 'Churn score',
      unit: 'Retail',
      stage: 'monitored',
      since: '2025-01-01',
      externalReferences: cmdb('2'),
      tags: ['board'],
    });
    await call('models.approve', { id: other.id, approvedBy: 'Barbara' });
    const incident = await call('incidents.create', { title: 'Wrong scores', modelId: other.id });
    const merged = await call('models.merge', { keep: keep.id, merge: [other.id] });
    expect(merged).toMatchObject({ id: keep.id, name: 'Churn', unit: 'Retail', stage: 'monitored', tags: ['board'] });
    expect(merged.externalReferences.map(({ id }) => id)).toEqual(['1', '2']);
    expect(merged.approvals).toHaveLength(1);
    expect((await call('models.history', { id: keep.id })).moves.map(({ to }) => to)).toEqual([
      'deployed',
      'monitored',
    ]);
    expect(await call('incidents.get', { id: incident.id })).toMatchObject({ modelId: keep.id });
    expect((await call('models.list', {})).total).toBe(1);
    await call('history.undo', {});
    expect((await call('models.list', {})).total).toBe(2);
    expect(await call('models.get', { id: other.id })).toMatchObject({ name: 'Churn score', stage: 'monitored' });
    expect(await call('models.get', { id: keep.id })).toMatchObject({ stage: 'deployed', unit: '' });
    expect(await call('incidents.get', { id: incident.id })).toMatchObject({ modelId: other.id });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('are found by files that still name the one that went', async () => {
    const { call, folder } = await testBackend();
    const file = join(folder, 'inventory.csv');
    writeFileSync(file, 'id,name,unit\n1,Churn,Retail\n2,Churn score,Retail\n');
    await call('imports.apply', { file });
    const rows = (await call('models.list', {})).rows;
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
    await call('models.merge', { keep: idOf('Churn'), merge: [idOf('Churn score')] });
    const later = join(folder, 'later.csv');
    writeFileSync(later, 'id,name,unit,owner\n2,Churn score,Retail,Ann\n');
    expect(await call('imports.preview', { file: later })).toMatchObject({ creates: 0 });
  });

  it('are refused where one of them is the other, or is gone', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', { name: 'A' });
    await expect(call('models.merge', { keep: id, merge: [id] })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(call('models.merge', { keep: id, merge: ['none'] })).rejects.toMatchObject({ code: 'not_found' });
  });
});
