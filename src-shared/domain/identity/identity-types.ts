import type { SettledPairs } from './settled-pairs';
import type { UnitAlias } from './unit-alias';

/** A number that a system gave a model; it says nothing in another system. */
export interface ModelReference {
  readonly system: string;
  readonly id: string;
}

/** What is known of a model when a file comes in. Models that were merged or deleted are given too: a file may still name them. */
export interface PortfolioModel {
  readonly id: string;
  readonly name: string;
  /** Names that it had before, any order. */
  readonly formerNames?: readonly string[];
  /** '' where none is known. */
  readonly unit: string;
  /** Purpose first, then other descriptions. */
  readonly texts?: readonly string[];
  readonly references: readonly ModelReference[];
  /** Sources that have brought or updated it; none of a model made by hand. */
  readonly sources: readonly string[];
  /** How rows of a source were keyed when they brought it: made by `rowKeyText`. */
  readonly rowKeys?: readonly { readonly source: string; readonly key: string }[];
  readonly retired?: boolean;
  /** Other fields by name, as cells would say them: those that keys are made of, and those that a part of a file can be told by. */
  readonly fields?: Readonly<Record<string, string>>;
  /** `merged` into another model, or `deleted` by hand; it is in the portfolio no more. */
  readonly fate?: { readonly kind: 'merged'; readonly into: string } | { readonly kind: 'deleted' };
}

export interface InventoryRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  /** As typed; placeholders are allowed. */
  readonly externalId: string;
  readonly texts?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** A file that one brings again: its ids count in its system. */
export interface ImportSource {
  readonly name: string;
  readonly system: string;
  /** Rows that it had when it last came; `null` if it never did, or nobody counted. */
  readonly rowsLastTime: number | null;
}

/**
 * What a person has said of a model and a row. `same` and `different` hold for good; `later` keeps the row back; `leave_out` is for
 * rows of a deleted model that shall not come again.
 */
export interface IdentityAnswer {
  readonly model: string;
  /** One of the row's keys, as `RowDecision.keys` gave them. */
  readonly rowKey: string;
  readonly answer: 'same' | 'different' | 'later' | 'leave_out';
}

/** That a row was kept back because it might be a model, and nobody has said since whether it is. */
export interface WaitedRow {
  readonly model: string;
  /** As of an answer. */
  readonly rowKey: string;
}

export interface IdentityInput {
  readonly portfolioModels: readonly PortfolioModel[];
  readonly rows: readonly InventoryRow[];
  readonly source: ImportSource;
  /** Names of the fields that key rows of this source: `externalId`, `name`, `unit`, or any of `fields`. */
  readonly key: readonly string[];
  readonly aliases: readonly UnitAlias[];
  readonly answers: readonly IdentityAnswer[];
  /** Answers that are given now, in their order: they hold as the others do, but what is alike is found without them. */
  readonly said?: readonly IdentityAnswer[];
  /** What rows of this source have waited for when it came before; left out: none did. */
  readonly waited?: readonly WaitedRow[];
  /** Models that another file of this source has met today: this file need not speak of them. */
  readonly metToday?: ReadonlySet<string>;
  /** Further rows and models, which belong together; left out: all are given one by one. */
  readonly settled?: SettledPairs;
}

/**
 * `matched`: the row is that model; `renamed`: it is, under another name; `created`: it becomes a model, unless an offer is accepted;
 * `ambiguous`: several fit, nothing is written until somebody says which; `held`: it is known what it is, and nothing is written;
 * `refused`: it says too little to be anything.
 */
export type RowOutcome = 'matched' | 'renamed' | 'created' | 'ambiguous' | 'held' | 'refused';

/** What a row was recognised by, strictest first. `name`: unique in all, where a unit is not said. */
export type MatchedBy = 'answer' | 'id' | 'unit+id' | 'key' | 'name+unit' | 'name+unit+text' | 'name' | 'unit question';

/** Why nothing is written for a row though it is known what it is. */
export type HeldBecause = 'later' | 'left_out' | 'deleted' | 'merged_away';

export interface RowOffer {
  readonly model: string;
  readonly band: 'probably' | 'look';
  /** What the file says itself, or that only the number changed; else likeness. */
  readonly because: 'says_former_name' | 'cites_reference' | 'number_changed' | 'likeness';
  /** The names are equal but for case, signs and what stands in `[…]`. */
  readonly equalWords: boolean;
  /** Sentences, the weightiest first: at most three for it, all that are against it. */
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  /** Models that fit nearly as well, best first. */
  readonly rivals: readonly string[];
  /** Rows that fit this model nearly as well. */
  readonly rivalRows: readonly number[];
  /** 1 is the surest offer of the file. */
  readonly place: number;
}

export interface RowDecision {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly model: string | null;
  readonly by: MatchedBy | null;
  readonly renamed: { readonly before: string; readonly after: string } | null;
  /** The unit is another one, or (`finer`, `coarser`) the same one told more or less exactly. */
  readonly moved: {
    readonly before: string;
    readonly after: string;
    readonly kind: 'moved' | 'finer' | 'coarser';
  } | null;
  /** The unit is the model's, whatever it is written like, or tells it less exactly: there is nothing to change in ours. */
  readonly agreesInUnit: boolean;
  /** Of a row that becomes a model: the unit as ours write it, where they write it otherwise; else `null`. */
  readonly unitHere: string | null;
  /** The model was deleted here and is brought back, as a person said. */
  readonly restored: boolean;
  /** Of ambiguous and held rows: the models that it may be. */
  readonly candidates: readonly string[];
  readonly held: HeldBecause | null;
  /** A sentence for ambiguous, held and refused rows; '' for the others. */
  readonly why: string;
  readonly offers: readonly RowOffer[];
  /** Places in `asks`: the outcome is what it is if they are answered with yes. */
  readonly asks: readonly number[];
  /** Another file of this source has met the model today: where the two differ neither of them wins. */
  readonly metToday: boolean;
  /** Systems that the model is known from, where this source meets it for the first time. */
  readonly alsoIn: readonly string[];
  /** The row's id, where it can be kept as a reference; `null` for none, a placeholder, or one that several rows have. */
  readonly id: string | null;
  /** Texts that answers are kept by, the leading one first. */
  readonly keys: readonly string[];
}
