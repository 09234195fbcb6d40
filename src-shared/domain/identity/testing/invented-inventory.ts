/**
 * An inventory that nobody has, in two editions, by people who know the trade in the language: what the portfolio holds, and the next
 * file. A row of the file whose name is neither in the portfolio nor in `same` is a new model.
 */
export interface InventedInventory {
  readonly language: string;
  readonly before: readonly InventedModel[];
  readonly after: readonly InventedModel[];
  /** Renamed models: the name before, the name after. */
  readonly same: readonly (readonly [string, string])[];
}

export interface InventedModel {
  readonly name: string;
  readonly unit: string;
  readonly purpose: string;
}

export const model = (name: string, unit: string, purpose: string): InventedModel => ({ name, unit, purpose });
