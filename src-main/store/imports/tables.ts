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
  /** The columns of the file with the fields that they went to (JSON), which `model_sources.origins` counts. */
  columns: string;
  undone: number;
  /** The source that the file belongs to; `null`: an import of before sources were kept. */
  source_id: string | null;
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
  source_id: string | null;
}

export interface PresetRow {
  id: string;
  name: string;
  mapping: string;
  created_at: string;
}

/** A file that is brought again and again, with what a person decided about it once. */
export interface SourceRow {
  id: string;
  name: string;
  /** The system that its external ids belong to. */
  system: string;
  /** Fields that name a model in it (JSON); an id goes before. */
  key: string;
  /** Labels of its columns (JSON), by which it is known again. */
  columns: string;
  /** The last mapping (JSON). */
  mapping: string;
  /** Who is right where file and portfolio differ, by field (JSON). */
  rules: string;
  created_at: string;
  updated_at: string;
}

/** Another name of a unit. */
export interface UnitAliasRow {
  id: string;
  /** The unit above, in which the alias holds; '' for everywhere. */
  scope: string;
  unit: string;
  alias: string;
  /** `same`, `part_of`, `now_called` or `different`. */
  kind: string;
  actor: string;
  created_at: string;
}

/** In the place of an answer: the row was kept back for the model, and goes on being so until there is one. */
export const WAITS = 'waits';

/**
 * What a person said about a row that may be a model, or that nobody has said anything yet; about a version of which a file
 * says otherwise; or that they asked the owner of a model that a file does not have.
 */
export interface IdentityAnswerRow {
  id: string;
  source_id: string;
  row_key: string;
  model_id: string | null;
  /** The model, where it was deleted before the answer. */
  deleted_model: string | null;
  /** Of a row `same`, `different`, `later`, `leave_out` or `WAITS`; of a version `ours` or `ask`; of an owner `asked`. */
  answer: string;
  actor: string;
  created_at: string;
}

/** Where models are brought from again and again. */
export interface ConnectionRow {
  id: string;
  kind: string;
  label: string;
  /** Never with a secret in it. */
  address: string;
  /** The part of the server that is read; '' for what it shows by itself. */
  scope: string;
  /** `none`, `token` or `password`. */
  auth: string;
  login: string;
  /** Where the secret is: `kept`, `env:NAME` or `file:PATH`; '' for none. */
  secret_ref: string;
  ca_file: string;
  /** 1: somebody confirmed that it is talked to without encryption. */
  plain_http: number;
  /** `by_hand`, `on_opening`, `hourly` or `daily`. */
  refresh: string;
  mapping: string;
  /** The name of its source among those of files, and the system that its ids belong to: they stay when label or address change. */
  source: string;
  system: string;
  created_at: string;
  updated_at: string;
}

export interface ImportFacts {
  connections: ConnectionRow;
  sources: SourceRow;
  unit_aliases: UnitAliasRow;
  identity_answers: IdentityAnswerRow;
  imports: ImportRow;
  model_sources: ModelSourceRow;
  presets: PresetRow;
}

export const EMPTY_IMPORTS = {
  connections: { scope: '', login: '', secret_ref: '', ca_file: '' },
  imports: { source_id: null, columns: '[]' },
  model_sources: { source_id: null },
  presets: {},
  sources: {},
  unit_aliases: {},
  identity_answers: { deleted_model: null },
} as const satisfies {
  readonly [T in keyof ImportFacts]: Partial<ImportFacts[T]>;
};
