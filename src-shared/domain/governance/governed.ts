import type { DatePrecision } from '../base/period';
import type { ReviewMonths } from '../models/review';
import type { Stage, Tier } from '../vocabulary';

/** What is known of a portfolio for comparison with rule packs; each row carries its own day. */
export interface GovernedPortfolio {
  /** The day of its rows, ISO: nothing is known of later ones. */
  readonly today: string;
  /** Facts that stand once: `provider`, `submitter` … */
  readonly organisation: Readonly<Record<string, string>>;
  readonly reviewMonths: ReviewMonths;
  readonly units: readonly GovernedUnit[];
  readonly models: readonly GovernedModel[];
  /** Of the organisation: rows that name no model. */
  readonly evidence: readonly EvidenceRow[];
}

/** What decides whether a pack applies to the models of a unit. */
export interface GovernedUnit {
  readonly unit: string;
  /** ISO 3166 codes and `EU`. */
  readonly jurisdictions: readonly string[];
  readonly bodies: readonly string[];
  /** Lines of voluntary packs that the unit has chosen. */
  readonly frameworks: readonly string[];
}

export interface GovernedModel {
  readonly id: string;
  readonly unit: string;
  /** Values of model fields by their name; empty texts, `null` and `unknown` are no answer. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Small named facts that one or two texts ask for. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly references: readonly { readonly system: string; readonly id: string; readonly url: string }[];
  /** In their order; a move whose day nobody knows counts from the day on which it was recorded. */
  readonly moves: readonly {
    readonly to: Stage;
    readonly on: string | null;
    readonly recordedOn: string;
    readonly version: string;
    /** How finely its day is known, where sheets are written of it. */
    readonly precision?: DatePrecision;
  }[];
  readonly approvals: readonly { readonly by: string; readonly on: string }[];
  readonly drift: DriftDays;
  readonly dependencies: readonly {
    readonly from: string;
    readonly until: string | null;
    /** What it rests on, in words, where sheets are written of it. */
    readonly words?: string;
  }[];
  readonly ownerChanges: readonly string[];
  readonly evidence: readonly EvidenceRow[];
  readonly findings: readonly FindingRow[];
  /** Answers to the questions of packs. */
  readonly answers: readonly AnswerRow[];
  readonly incidentReports: readonly IncidentReportRow[];
  readonly tier: Tier | null;
  /** Set by a person; `null`: it follows from tier and approval. */
  readonly nextReview: string | null;
}

/** Days of drift results: thousands of a model, of which few texts ask. */
export interface DriftDays {
  /** The latest with a result up to a day, ISO; `null`: none. */
  readonly lastBy: (day: string) => string | null;
  /** Those whose verdict is *act*. */
  readonly acts: () => readonly string[];
}

export const driftDays = (rows: readonly { readonly on: string; readonly verdict: string }[]): DriftDays => ({
  lastBy: (day) =>
    rows
      .map(({ on }) => on)
      .filter((on) => on <= day)
      .toSorted()
      .at(-1) ?? null,
  acts: () => rows.filter(({ verdict }) => verdict === 'act').map(({ on }) => on),
});

export const NO_DRIFT: DriftDays = { lastBy: () => null, acts: () => [] };

export interface EvidenceRow {
  readonly kind: string;
  readonly on: string;
  readonly validUntil: string | null;
  readonly by: string;
  readonly outcome: string;
  /** Versions and ids of lines that it covers. */
  readonly covers: readonly string[];
  /** Where the document is, where sheets are written of it. */
  readonly link?: string;
}

export interface FindingRow {
  readonly status: 'open' | 'in_remediation' | 'closed' | 'accepted';
  readonly openedOn: string;
  readonly due: string | null;
  readonly closedOn: string | null;
  readonly acceptedUntil: string | null;
}

export interface AnswerRow {
  /** A pack without its edition: answers outlive editions. */
  readonly pack: string;
  readonly question: string;
  readonly value: string | readonly string[];
  readonly on: string;
  readonly by: string;
}

export interface IncidentReportRow {
  readonly pack: string;
  readonly clock: string;
  readonly class: string;
  readonly awareOn: string;
  readonly reportedOn: string | null;
}
