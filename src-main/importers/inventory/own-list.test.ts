import { expect, it } from 'vitest';
import { EXPORTED_NAMES, fieldHead, MODEL_FIELDS } from '#domain/models/model-fields';
import { tempFiles } from '../testing/temp-files';
import { guessMapping } from './guess-mapping';

const files = tempFiles();

it('takes nothing of our own list that follows from something for what a person states', async () => {
  const heads = EXPORTED_NAMES.map((name) => fieldHead(name, 'EUR'));
  const cells = EXPORTED_NAMES.map(
    (name) => ({ openIncidents: '2', lastResult: '2026-10-20', dataQuality: '64' })[name as string] ?? '',
  );
  const table = await files.read('list.csv', Buffer.from(`${heads.join(';')}\n${cells.join(';')}\n`));
  const { fields } = guessMapping(table);
  for (const name of ['openIncidents', 'lastResult', 'dataQuality'] as const) {
    const { label } = MODEL_FIELDS[name];
    const taken = fields.filter(({ columns }) => columns.some((column) => column.startsWith(label)));
    expect(
      taken.map(({ field }) => field),
      label,
    ).toEqual([]);
  }
});
