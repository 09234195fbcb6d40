import type { Stage } from '#domain/vocabulary';

export interface ImportRow {
  id: string;
  at: string;
  actor: string;
  file_name: string;
  file_hash: string;
  format: string;
  preset: string | null;
  mapping: string;
  rows_read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  problems: string;
  undone: number;
}

export interface ModelSourceRow {
  id: string;
  model_id: string;
  import_id: string;
  imported_at: string;
  key_text: string;
  row_number: number;
  /** Field values as this import gave them (JSON). */
  fields: string;
  stage: Stage | null;
  /** Stage events as this import gave them (JSON). */
  events: string;
  /** Where each value came from, and why a cell was refused (JSON). */
  origins: string;
}

export interface PresetRow {
  id: string;
  name: string;
  mapping: string;
  created_at: string;
}

export interface ImportFacts {
  imports: ImportRow;
  model_sources: ModelSourceRow;
  presets: PresetRow;
}

export const EMPTY_IMPORTS = { imports: {}, model_sources: {}, presets: {} } as const satisfies {
  readonly [T in keyof ImportFacts]: Partial<ImportFacts[T]>;
};
