import type { InventoryPreview } from '#contract/imports/imports';

/** What a month plants, each on models of its own. */
export interface PlantedMonth {
  readonly day: string;
  readonly file: string;
  readonly created: number;
  readonly updated: number;
  readonly waiting: number;
  readonly renamed: readonly string[];
  readonly movesAdded: number;
  readonly movesContradicted: number;
  readonly valuesChanged: number;
  readonly valuesContradicted: number;
  /** Held names. */
  readonly changes: InventoryPreview['changes'];
  readonly missing: readonly string[];
  readonly offered: readonly string[];
  readonly missingRetired: number;
  readonly notSpokenOf: number;
  /** Pairs of a row's name and the held name of its model that the person calls the same. */
  readonly same: readonly (readonly [string, string])[];
  /** What a person changes here before the file comes: a held name and the owner. */
  readonly edited: readonly (readonly [string, string])[];
}

/** … of the first month. */
export const NOTHING: Omit<PlantedMonth, 'day' | 'file' | 'created'> = {
  updated: 0,
  waiting: 0,
  renamed: [],
  movesAdded: 0,
  movesContradicted: 0,
  valuesChanged: 0,
  valuesContradicted: 0,
  changes: { contradicted: 0, moved: 0, retired: 0, dated: 0, values: 0, unchanged: 0 },
  missing: [],
  offered: [],
  missingRetired: 0,
  notSpokenOf: 0,
  same: [],
  edited: [],
};
