/** Rows of sharing. None is a fact: they say what this file is a copy of, and another copy has others. */

/** One row, or none: the portfolio is private. */
export interface SharingRow {
  one: 1;
  /** Of the portfolio on its server. */
  portfolio: string;
  /** JSON: host, port, database, login, certificate of the server. Nothing that proves who somebody is. */
  address: string;
  /** What this person's entries are signed with, and what the server lets them do (as it said last). */
  name: string;
  role: string;
  /** The newest entry that is known to be on the server; what comes after it waits. */
  seq: number;
  hash: string;
  joined_at: string;
}

/** A command that was given without the server. */
export interface SharingWaitingRow {
  id: string;
  no: number;
  /** The entry that it has in this copy meanwhile; `null`: it has none. */
  seq: number | null;
  /** '' for a further entry of the command before it. */
  channel: string;
  /** JSON. */
  input: string;
  /** The newest shared entry that its screen showed. */
  seen: number;
  at: string;
  label: string;
  /** The instant under which it was given again last: an entry of it on the server has this one. */
  run_at: string | null;
  /** JSON: the first fields that it wrote, as they were and became. */
  fields: string;
  /** JSON: the ids that it gave out, which it gives out again. */
  ids: string;
  /** JSON: what it was refused with on return. */
  refusal: string | null;
  /** The newest shared entry that this copy had then: up to there, what the same person did was known to them. */
  had: number;
}

/** An entry of the server that is a command of this copy which had waited. */
export interface SharingGivenRow {
  seq: number;
}

export interface SharingTables {
  sharing: SharingRow;
  sharing_waiting: SharingWaitingRow;
  sharing_given: SharingGivenRow;
}
