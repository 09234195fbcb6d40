import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INCIDENT_EXPORT_COLUMNS, MODEL_EXPORT_COLUMNS } from '#contract/reports/exports';
import { testBackend } from '../../testing/test-backend';

/** What a spreadsheet would reckon, what looks like its mark already, and what only begins with one. */
const TEXTS = ['+plus model', '-5 degrees', '=SUM(1)', '@bob', "'=SUM(2)", "''-7", "'quoted", 'Plain'] as const;

/** No value of any model is another one; that the file speaks of it is noted. */
const UNTOUCHED = { format: 'inventory', creates: 0, rejected: 0, changes: { contradicted: 0, moved: 0, values: 0 } };

const LOCALES = ['en-GB', 'de-DE'] as const;

describe('a list of ours that comes back', () => {
  it.each(LOCALES)('changes no model, and makes the same ones elsewhere (%s)', async (locale) => {
    const { call, folder } = await testBackend();
    const file = join(folder, 'models.csv');
    for (const name of TEXTS)
      await call('models.create', { name, businessOwner: name, technicalOwner: name, unit: name, limitations: name });
    const columns = [...MODEL_EXPORT_COLUMNS];
    await call('exports.models', { out: file, format: 'csv', columns, locale });
    expect(readFileSync(file, 'utf8')).not.toMatch(/(^|[,;\n"])[=+@-]/m);
    expect(await call('imports.preview', { file })).toMatchObject(UNTOUCHED);

    const other = await testBackend();
    await other.call('imports.apply', { file });
    const { rows } = await other.call('models.list', {});
    const told = rows.map(({ name, businessOwner, technicalOwner, unit, limitations }) =>
      [...new Set([name, businessOwner, technicalOwner, unit, limitations])].join(' / '),
    );
    expect(told.toSorted()).toEqual([...TEXTS].toSorted());
  });

  it('is known with some of its columns, and with one more', async () => {
    const { call, folder } = await testBackend();
    const file = join(folder, 'models.csv');
    for (const name of TEXTS) await call('models.create', { name, businessOwner: name });
    await call('exports.models', { out: file, format: 'csv', columns: ['name', 'businessOwner'], locale: 'en-GB' });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    writeFileSync(file, lines.map((line, at) => `${line},${at === 0 ? 'Shelf' : 'B 7'}`).join('\r\n'));
    expect(await call('imports.preview', { file })).toMatchObject(UNTOUCHED);
  });

  it.each(LOCALES)('brings the same incidents elsewhere (%s)', async (locale) => {
    const { call, folder } = await testBackend();
    const file = join(folder, 'incidents.csv');
    for (const [at, text] of TEXTS.entries()) {
      const { id } = await call('models.create', { name: text });
      const openedAt = `2026-01-0${at + 1}T10:00:00Z`;
      await call('incidents.create', { title: text, owner: text, severity: 2, openedAt, modelId: id });
    }
    const columns = [...INCIDENT_EXPORT_COLUMNS];
    await call('exports.incidents', { out: file, format: 'csv', columns, locale });

    const other = await testBackend();
    for (const name of TEXTS) await other.call('models.create', { name });
    await other.call('imports.apply', { file });
    const { rows } = await other.call('incidents.list', { limit: 100 });
    const told = rows.map(({ title, owner, modelName }) => [...new Set([title, owner, modelName])].join(' / '));
    expect(told.toSorted()).toEqual([...TEXTS].toSorted());
  });
});
