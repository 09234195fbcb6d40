import type { Mapping } from '#contract/imports/imports';
import { sayDated } from '#domain/base/period';
import { guessMapping } from '../inventory/guess-mapping';
import { planInventory } from '../inventory/plan';
import { tableOf } from './table-of';

const now = '2026-11-23T00:00:00.000Z';

/** The columns of each field. */
export const columnsOf = (mapping: Mapping) =>
  Object.fromEntries(mapping.fields.map(({ field, columns }) => [field, columns]));

/** What is guessed of a table, given as lines with `|` between cells, and the models that follow without a hand. */
export async function understood(...lines: readonly string[]) {
  const [header = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const table = tableOf(header, ...rows);
  const mapping = guessMapping(table);
  const plan = await planInventory({ table, mapping, currency: 'EUR', now, existing: [] });
  return {
    columns: columnsOf(mapping),
    models: plan.rows.map(({ fields, stage, events }) => ({
      ...fields,
      stage,
      events: events.map(({ stage: to, at, precision }) => `${to} ${at === null ? '?' : sayDated({ at, precision })}`),
    })),
    problems: plan.problems.map(({ code, value }) => `${code} ${value}`),
  };
}
