import type { Preset } from '#contract/imports/imports';
import type { Table } from '../tabular/table';
import { columnFinder } from './compile-mapping';
import { US_FEDERAL_2024 } from './presets/us-federal-2024';
import { US_FEDERAL_2025 } from './presets/us-federal-2025';

export const shippedPresets: readonly Preset[] = [US_FEDERAL_2024, US_FEDERAL_2025];

/** Id of a shipped preset whose mapped columns are all in the table, else null. */
export function applicablePreset(table: Table): string | null {
  const find = columnFinder(table.labels);
  const fits = (preset: Preset): boolean =>
    preset.mapping.fields.every((field) => field.columns.every((column) => find(column) !== undefined));
  return shippedPresets.find(fits)?.id ?? null;
}
