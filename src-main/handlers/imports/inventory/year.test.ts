import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Mapping } from '#contract/imports/imports';
import { testBackend } from '../../../testing/test-backend';
import type { PlantedMonth } from './testing/planted-month';
import { PlantedYear } from './testing/planted-year';

const column = (field: Mapping['fields'][number]['field'], name: string): Mapping['fields'][number] => ({
  field,
  columns: [name],
  separator: ' / ',
  values: [],
});
const MAPPING: Mapping = {
  fields: [
    column('externalId', 'ID'),
    column('name', 'Use case'),
    column('unit', 'Department'),
    column('purpose', 'Purpose'),
    {
      ...column('stage', 'Stage'),
      values: [
        { from: 'Development', to: 'training' },
        { from: 'Pilot', to: 'validation' },
        { from: 'Production', to: 'deployed' },
        { from: 'Retired', to: 'retired' },
      ],
    },
    column('deployedAt', 'In production since'),
    column('retiredAt', 'Retired on'),
    column('businessOwner', 'Owner'),
  ],
  key: ['name', 'unit'],
  dateOrder: 'ymd',
  decimal: '.',
  emptyWords: [],
  duplicates: 'keep',
  externalSystem: '',
};

it.each([11, 2026])(
  'a year of monthly files does what was planted in them (seed %i)',
  async (seed) => {
    const { call, folder, file: portfolio, at } = await testBackend();
    const year = new PlantedYear(seed);
    const find = async (name: string) => {
      const found = (await call('models.list', { search: name, limit: 5 })).rows.find((row) => row.name === name);
      if (!found) throw new Error(`There is no model ${name}.`);
      return found.id;
    };
    const bring = async (number: number, month: PlantedMonth): Promise<void> => {
      at(`${month.day}T09:00:00.000Z`);
      for (const [name, owner] of month.edited)
        await call('models.update', { id: await find(name), patch: { businessOwner: owner } });
      const file = join(folder, `month-${number}.csv`);
      writeFileSync(file, month.file);
      const preview = async (answers: Answers = []) => {
        const shown = await call('imports.preview', { file, mapping: MAPPING, answers });
        if (shown.format !== 'inventory') throw new Error('an inventory');
        return shown;
      };
      const open = await preview();
      const answers: Answers = month.same.map(([name, held]) => {
        const offer = open.doubles.find((double) => double.name === name && double.modelName === held);
        if (!offer) throw new Error(`Month ${number} does not offer ${held} for ${name}.`);
        return { rowKey: offer.rowKey, modelId: offer.modelId, answer: 'same' };
      });
      const shown = await preview(answers);
      const namesOf = (offered: boolean) =>
        shown.missingModels.filter((one) => one.offered === offered).map(({ name }) => name);
      const sorted = (names: readonly string[]) => names.toSorted();
      expect({
        number,
        created: shown.creates,
        updated: shown.updates,
        waiting: shown.waiting,
        rejected: shown.rejected,
        asks: shown.asks,
        renamed: sorted(shown.renamed.map(({ after }) => after)),
        movesAdded: shown.moves.added,
        movesContradicted: shown.moves.contradicted,
        valuesChanged: shown.values.changed,
        valuesContradicted: shown.values.contradicted,
        changes: shown.changes,
        missing: sorted(namesOf(false)),
        offered: sorted(namesOf(true)),
        missingRetired: shown.missingRetired,
        notSpokenOf: shown.notSpokenOf,
      }).toEqual({
        number,
        created: month.created,
        updated: month.updated,
        waiting: month.waiting,
        rejected: 0,
        asks: [],
        renamed: sorted(month.renamed),
        movesAdded: month.movesAdded,
        movesContradicted: month.movesContradicted,
        valuesChanged: month.valuesChanged,
        valuesContradicted: month.valuesContradicted,
        changes: month.changes,
        missing: sorted(month.missing),
        offered: sorted(month.offered),
        missingRetired: month.missingRetired,
        notSpokenOf: month.notSpokenOf,
      });
      const { created, updated, waiting } = month;
      expect(await call('imports.apply', { file, mapping: MAPPING, answers })).toMatchObject({
        created,
        updated,
        waiting,
      });
      expect(await preview()).toMatchObject({ creates: 0, updates: 0, moves: { added: 0 }, values: { changed: 0 } });
    };

    await bring(1, year.first('2026-01-28'));
    for (let number = 2; number <= 12; number += 1)
      await bring(number, year.next(`2026-${String(number).padStart(2, '0')}-28`));

    const held = heldBy(portfolio);
    const planted = year.models.map(({ heldName, unit, heldOwner, purpose, held: moves }) => ({
      name: heldName,
      unit,
      owner: heldOwner,
      purpose,
      stage: moves.at(-1)?.[0] ?? '',
      moves,
    }));
    const byPurpose = <T extends { readonly purpose: string }>(rows: readonly T[]) =>
      rows.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1));
    expect(byPurpose(held)).toEqual(byPurpose(planted));
  },
  60_000,
);

type Answers = { readonly rowKey: string; readonly modelId: string; readonly answer: 'same' }[];

interface Held {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly owner: string;
  readonly purpose: string;
  readonly stage: string;
}

/** What lies in the file, read past the engine. */
function heldBy(file: string) {
  const db = new Database(file, { readonly: true });
  try {
    const moves = db.prepare<[string], { stage: string; day: string }>(
      "SELECT to_stage AS stage, coalesce(substr(at, 1, 10), '') AS day FROM moves WHERE model_id = ? ORDER BY ord",
    );
    return db
      .prepare<[], Held>('SELECT id, name, unit, business_owner AS owner, purpose, stage FROM models')
      .all()
      .map(({ id, ...model }) => ({ ...model, moves: moves.all(id).map(({ stage, day }) => [stage, day] as const) }));
  } finally {
    db.close();
  }
}
