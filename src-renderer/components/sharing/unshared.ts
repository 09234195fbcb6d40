import type { Output } from '#contract/index';

type Row = Output<'share.unshared'>['rows'][number];

/** What stands in this copy only. */
export interface Unshared {
  /** @param column of the row; left out: anything of it */
  has(table: string, id: string, column?: string | null): boolean;
  /** The model as a whole is new. */
  isNew(modelId: string): boolean;
  /** A version of a model: its row, or the move that brought it. */
  hasVersion(modelId: string, version: string): boolean;
  /** Rows that are a model or belong to it. */
  ofModel(modelId: string): readonly Row[];
}

export const NOTHING_UNSHARED: Unshared = {
  has: () => false,
  isNew: () => false,
  hasVersion: () => false,
  ofModel: () => [],
};

export function unsharedOf(rows: readonly Row[]): Unshared {
  if (rows.length === 0) return NOTHING_UNSHARED;
  const byRow = new Map(rows.map((row) => [`${row.table} ${row.id}`, row]));
  return {
    has: (table, id, column) => {
      const row = byRow.get(`${table} ${id}`);
      if (row === undefined) return false;
      return column === undefined || (column !== null && row.fields.includes(column));
    },
    isNew: (modelId) => byRow.get(`models ${modelId}`)?.fields.length === 0,
    hasVersion: (modelId, version) => rows.some((row) => row.modelId === modelId && row.version === version),
    ofModel: (modelId) => rows.filter((row) => row.modelId === modelId),
  };
}
