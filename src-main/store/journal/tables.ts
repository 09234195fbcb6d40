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

export interface JournalTables<Entity extends string> {
  journal: JournalRow;
  journal_changes: JournalChangeRow<Entity>;
}
