import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

/** More rows than are held at once. */
const ROWS = 21_000;
const HEADER = 'ID,Model name,Business unit,Tier,Purpose';
const lineOf = (row: number): string =>
  `M-${row},Model ${row},Unit ${row % 9},${1 + (row % 3)},Tells what segment ${row} is going to ask for next week`;
const fileOf = (lines: readonly string[]): string => `${[HEADER, ...lines].join('\n')}\n`;

it('a file that is too long to be held, brought again, is told from the portfolio row by row', {
  timeout: 120_000,
}, async () => {
  const { call, folder } = await testBackend();
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const lines = Array.from({ length: ROWS }, (_, row) => lineOf(row));
  const first = put('first.csv', fileOf(lines));
  await call('imports.apply', { file: first });
  expect(await call('imports.preview', { file: first })).toMatchObject({ creates: 0, updates: 0, unchanged: ROWS });

  const second = [...lines];
  second[3] = 'M-3,Model 3,Unit 3,1,Tells something else';
  second[10] = 'M-10,Model 10 of the new desk,Unit 1,2,Tells what segment 10 is going to ask for next week';
  second[20_500] = 'M-5,Model 20500,Unit 7,2,Has the number of a row that came long before';
  second.splice(20_000, 1);
  second.push('M-99999,A model that nobody knew,Unit 1,1,Has nothing in common with what was there');
  const file = put('second.csv', fileOf(second));
  const preview = await call('imports.preview', { file });
  if (preview.format !== 'inventory') throw new Error('an inventory');
  expect(preview).toMatchObject({ rows: ROWS, creates: 1, notSpokenOf: 0 });
  expect(preview.renamed).toMatchObject([{ before: 'Model 10', after: 'Model 10 of the new desk' }]);
  expect(preview.missingModels.map(({ name }) => name)).toEqual(['Model 20000']);
  expect(preview.units.reduce((sum, { models, rows, met }) => sum + models + rows + met, 0)).toBe(ROWS * 2 + ROWS - 1);
  const done = await call('imports.apply', { file });
  expect(done).toMatchObject({ created: 1, updated: preview.updates, unchanged: preview.unchanged });
  expect(preview.updates + preview.unchanged).toBe(ROWS - 1);
  expect((await call('models.list', { limit: 1 })).total).toBe(ROWS + 1);
  expect(await call('imports.preview', { file })).toMatchObject({ creates: 0, updates: 0 });
});
