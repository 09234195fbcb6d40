import type { IdentityInput, InventoryRow, PortfolioModel } from '../identity-types';

export const SOURCE = 'Yearly list';
export const SYSTEM = 'Inventory';

/** A model that the yearly list has brought; what is not said is empty. */
export function model(id: string, name: string, unit: string, more: Partial<PortfolioModel> = {}): PortfolioModel {
  return { id, name, unit, references: [], sources: [SOURCE], ...more };
}

export const numbered = (id: string): Partial<PortfolioModel> => ({ references: [{ system: SYSTEM, id }] });

export function row(number: number, name: string, unit: string, more: Partial<InventoryRow> = {}): InventoryRow {
  return { row: number, name, unit, externalId: '', ...more };
}

export function input(
  portfolioModels: readonly PortfolioModel[],
  rows: readonly InventoryRow[],
  more: Partial<IdentityInput> = {},
): IdentityInput {
  return {
    portfolioModels,
    rows,
    source: { name: SOURCE, system: SYSTEM, rowsLastTime: null },
    key: ['externalId', 'name', 'unit'],
    aliases: [],
    answers: [],
    ...more,
  };
}
