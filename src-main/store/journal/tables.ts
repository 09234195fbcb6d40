export interface JournalRow {
  seq: number;
  at: string;
  actor: string;
  kind: 'do' | 'undo' | 'redo';
  channel: string;
  label: string;
  /** undo, redo: the entry that was turned back. */
  ref_seq: number | null;
  /** The undo stack as a list: what lies under this entry, and what is on top after it. */
  undo_prev: number | null;
  undo_top: number | null;
  redo_prev: number | null;
  redo_top: number | null;
  changes: number;
  prev_hash: string;
  hash: string;
}

/** What one entry did to one row; `Entity` is a fact table of the list. */
export interface JournalChangeRow<Entity extends string = string> {
  seq: number;
  ord: number;
  entity: Entity;
  entity_id: string;
  model_id: string | null;
  /** JSON: the whole row (inserted, removed) or the changed columns; null = the row was not there. */
  before: string | null;
  after: string | null;
}

/** A run of changes of one entry, compressed (`blocks.ts`): `changes` of them, the first at `ord`. */
export interface JournalBlockRow {
  seq: number;
  ord: number;
  changes: number;
  data: Buffer;
}

/** The models that a block concerns. */
export interface JournalBlockModelRow {
  model_id: string;
  seq: number;
  ord: number;
}

/** What an entry is found by: a field, rows that came or went, a subject (`journal-fields.ts`). */
export interface JournalFieldRow {
  field: string;
  seq: number;
}

export interface JournalTables<Entity extends string> {
  journal: JournalRow;
  journal_changes: JournalChangeRow<Entity>;
  journal_blocks: JournalBlockRow;
  journal_block_models: JournalBlockModelRow;
  journal_fields: JournalFieldRow;
}
