import type { IdentityDecision } from '../decide-identities';
import type { IdentityAnswer, IdentityInput, InventoryRow, PortfolioModel, RowDecision } from '../identity-types';

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

export function decisionOf(decision: IdentityDecision, row: number): RowDecision {
  const found = decision.rows.find((one) => one.row === row);
  if (!found) throw new Error(`The decision has no row ${row}.`);
  return found;
}

/** `row model by what` of each row, or its outcome where it is no model. */
export const outcomes = (decision: IdentityDecision): readonly string[] =>
  decision.rows.map(({ row: number, model: id, outcome, by }) =>
    id === null ? `${number} ${outcome}` : `${number} ${id} by ${by}`,
  );

export const answered = (rowKey: string | undefined, id: string, answer: IdentityAnswer['answer']): IdentityAnswer => ({
  rowKey: rowKey ?? '',
  model: id,
  answer,
});

export const COMPLAINTS = 'Sorts incoming complaints by subject and urgency for the clerk on duty.';
export const LOAD = 'Predicts the electricity that every district will draw tomorrow.';
