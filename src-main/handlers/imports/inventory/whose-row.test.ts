import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

async function portfolio(first: string) {
  const backend = await testBackend();
  const { call, folder } = backend;
  let files = 0;
  const fileOf = (text: string): string => {
    files += 1;
    const file = join(folder, `inventory-${files}.csv`);
    writeFileSync(file, text);
    return file;
  };
  await call('imports.apply', { file: fileOf(first) });
  const rows = async () =>
    (await call('models.list', { limit: 100 })).rows.map(({ id, name, unit, stage }) => ({ id, name, unit, stage }));
  const preview = async (file: string, more: object = {}) => {
    const shown = await call('imports.preview', { file, ...more });
    if (shown.format !== 'inventory') throw new Error('an inventory');
    return shown;
  };
  return { ...backend, fileOf, rows, preview };
}

describe('whose row it is', () => {
  it('says the id, row by row, in any order, also where other rows have none', async () => {
    const { call, fileOf, rows, preview } = await portfolio(
      'id,name,unit,stage\n1,Chatbot,HR,Production\n2,Chatbot,HR,Development\n3,Router,IT,Production\n,Helper,IT,Production\n',
    );
    const before = await rows();
    const file = fileOf(
      'id,name,unit,stage\n2,Chatbot,HR,Development\n1,Chatbot,HR,Production\n3,Router renamed,IT,Production\n,Helper,IT,Production\n',
    );
    expect(await preview(file)).toMatchObject({
      creates: 0,
      updates: 1,
      waiting: 0,
      renamed: [{ row: 4, before: 'Router', after: 'Router renamed' }],
    });
    await call('imports.apply', { file });
    const after = await rows();
    expect(after.map(({ id, stage }) => [id, stage]).sort()).toEqual(before.map(({ id, stage }) => [id, stage]).sort());
    expect(after.filter(({ name }) => name === 'Router renamed')).toHaveLength(1);
  });

  it('is never told by the order of equal names', async () => {
    const text = 'name,unit,stage\nChatbot,HR,Production\nChatbot,HR,Development\n';
    const { call, fileOf, rows, preview } = await portfolio(text);
    const file = fileOf('name,unit,stage\nChatbot,HR,Development\nChatbot,HR,Production\n');
    const shown = await preview(file);
    expect(shown).toMatchObject({ creates: 0, updates: 0, waiting: 2 });
    expect(shown.ambiguous.map(({ candidates }) => candidates.length)).toEqual([2, 2]);
    expect(await call('imports.apply', { file })).toMatchObject({ created: 0, updated: 0, waiting: 2 });
    expect(await rows()).toHaveLength(2);
    // The very same file is what it was.
    expect(await call('imports.apply', { file: fileOf(text) })).toMatchObject({ unchanged: 2, waiting: 0 });
  });

  it('is asked where it may be a model that we have, and the answer is kept', async () => {
    const purpose = 'Sorts comments of the public on proposed rules by topic and sentiment for the staff';
    const { call, fileOf, rows, preview } = await portfolio(
      `name,unit,purpose\nComment tool,CMS,${purpose}\nOther,CMS,Else\n`,
    );
    const file = fileOf(`name,unit,purpose\nAI-assisted comment tool,CMS,${purpose}\nOther,CMS,Else\n`);
    const shown = await preview(file);
    expect(shown).toMatchObject({ creates: 0, waiting: 1, doubles: [{ row: 2, modelName: 'Comment tool' }] });
    const [double] = shown.doubles;
    expect(double?.why).not.toBe('');
    expect(await call('imports.apply', { file })).toMatchObject({ created: 0, waiting: 1 });
    expect(await rows()).toHaveLength(2);
    const answers = [{ rowKey: double?.rowKey ?? '', modelId: double?.modelId ?? '', answer: 'same' }] as const;
    await call('imports.apply', { file, answers: [...answers] });
    expect((await rows()).map(({ name }) => name).sort()).toEqual(['AI-assisted comment tool', 'Other']);
    expect(await preview(file)).toMatchObject({ waiting: 0, unchanged: 2, doubles: [] });
  });

  it('is a model of its own when somebody says different, and is not asked again', async () => {
    const purpose = 'Sorts comments of the public on proposed rules by topic and sentiment for the staff';
    const { call, fileOf, rows, preview } = await portfolio(`name,unit,purpose\nComment tool,CMS,${purpose}\n`);
    const file = fileOf(`name,unit,purpose\nAI-assisted comment tool,CMS,${purpose}\nComment tool,CMS,${purpose}\n`);
    const shown = await preview(file);
    if (shown.doubles.length === 0) return expect(shown).toMatchObject({ creates: 1, waiting: 0 });
    const [double] = shown.doubles;
    await call('imports.apply', {
      file,
      answers: [{ rowKey: double?.rowKey ?? '', modelId: double?.modelId ?? '', answer: 'different' }],
    });
    expect(await rows()).toHaveLength(2);
    expect(await preview(file)).toMatchObject({ waiting: 0, unchanged: 2 });
  });

  it('lists what is missing, of the units that the file speaks of only, and removes nothing', async () => {
    const { call, fileOf, rows, preview } = await portfolio(
      'name,unit,stage\nAlpha,Cards,Production\nBeta,Cards,Production\nGamma,Loans,Production\nDelta,Loans,Production\nEps,Loans,Production\n',
    );
    const file = fileOf('name,unit,stage\nAlpha,Cards,Production\n');
    const shown = await preview(file);
    expect(shown.missingModels.map(({ name }) => name)).toEqual(['Beta']);
    expect(shown).toMatchObject({ notSpokenOf: 3, removed: 0, unchanged: 1 });
    expect(shown.partial.length).toBeGreaterThan(0);
    await call('imports.apply', { file });
    expect(await rows()).toHaveLength(5);
  });

  it('keeps the key that somebody chose for a source', async () => {
    const { call, fileOf, preview } = await portfolio('name,unit,owner\nAlpha,Cards,Ann\n');
    const file = fileOf('name,unit,owner\nAlpha,Cards,Ann\nBeta,Cards,Bob\n');
    const first = await preview(file);
    expect(first.source).toMatchObject({ name: 'Inventory', known: true });
    await call('imports.apply', { file, mapping: { ...first.mapping, key: ['name', 'unit'] } });
    expect((await preview(file)).source.key).toEqual(['name', 'unit']);
  });
});
