import type { InventoryRow, PortfolioModel } from '#domain/identity/identity-types';
import { aliasesOfColumns, type UnitAlias } from '#domain/identity/unit-alias';
import { readTable } from '../tabular/read-table';
import type { Table } from '../tabular/table';

export const readShared = (path: string): Promise<Table> => readTable(path, { encoding: 'auto', delimiter: 'auto' });

/** Rows of a table by the labels of their columns. */
export function recordsOf(table: Table): readonly ((label: string) => string)[] {
  const places = new Map(table.labels.map((label, at) => [label, at]));
  return table.rows.map((cells) => (label) => {
    const at = places.get(label);
    if (at === undefined) throw new Error(`There is no column ${label} in ${table.fileName}.`);
    return cells[at]?.trim() ?? '';
  });
}

/** An edition of the federal inventory, as models and as rows. */
export interface Edition {
  readonly rows: readonly InventoryRow[];
  readonly aliases: readonly UnitAlias[];
}

interface Columns {
  readonly name: string;
  readonly id: string | null;
  readonly top: string;
  readonly bureau: string;
  readonly texts: readonly string[];
  /** Two columns that always go together. */
  readonly together: readonly [string, string];
}

type Year = '2023' | '2024' | '2025';

const COLUMNS: Readonly<Record<Year, Columns>> = {
  '2023': {
    name: 'Title',
    id: null,
    top: 'Department',
    bureau: 'Agency',
    texts: ['Summary'],
    together: ['Department_Code', 'Department'],
  },
  '2024': {
    name: 'Use Case Name',
    id: null,
    top: 'Agency',
    bureau: 'Bureau',
    texts: ['What is the intended purpose and expected benefits of the AI?', 'Describe the AI system’s outputs.'],
    together: ['Agency Abbreviation', 'Agency'],
  },
  '2025': {
    name: 'use_case_name',
    id: 'id',
    top: 'agency',
    bureau: 'agency_bureau',
    texts: ['problem_solved', 'benefits', 'system_outputs'],
    together: ['agency', 'agency_name'],
  },
};

export async function readEdition(path: string, year: Year): Promise<Edition> {
  const columns = COLUMNS[year];
  const table = await readShared(path);
  const records = recordsOf(table);
  const [left, right] = columns.together;
  return {
    rows: records.map((cell, at) => ({
      row: at + 2,
      name: cell(columns.name),
      unit: [cell(columns.top), cell(columns.bureau)].filter((text) => text !== '').join(' / '),
      externalId: columns.id === null ? '' : cell(columns.id),
      texts: columns.texts.map(cell),
    })),
    aliases: aliasesOfColumns(records.map((cell) => [cell(left), cell(right)])),
  };
}

export const SYSTEM = 'Inventory';

/** Rows as the models that they became when the source brought them; a model's id is its row. */
export const asModels = (rows: readonly InventoryRow[]): readonly PortfolioModel[] =>
  rows.map(({ row, name, unit, externalId, texts = [] }) => ({
    id: String(row),
    name,
    unit,
    texts,
    references: externalId === '' ? [] : [{ system: SYSTEM, id: externalId }],
    sources: [SYSTEM],
  }));
