import type { ModelFields } from '#contract/models/models';
import type { EvidenceOutcome, FindingSeverity, FindingTopic, Relation } from '#domain/governance/vocabulary';
import type { Stage } from '#domain/vocabulary';

/** Something that a model rests on. */
export interface Reliance {
  /** Of the thing in the same file. */
  readonly ref: string;
  readonly name: string;
  /** `Provider`, `model`, `version` of something outside, as far as they are known; `null`: a row of the portfolio. */
  readonly outside: readonly string[] | null;
  readonly relation: Relation;
  readonly critical: boolean;
  readonly from: string;
}

/** The newest figure of one series of results. */
export interface Figure {
  /** '' = the data set as a whole. */
  readonly column: string;
  readonly label: string;
  readonly value: number;
  readonly at: string;
  readonly tool: string;
  readonly verdict: string;
  readonly rows: number | null;
}

export interface RecordedEvidence {
  readonly kind: string;
  readonly label: string;
  readonly on: string;
  readonly validUntil: string | null;
  readonly outcome: EvidenceOutcome;
  /** '' = none, or withheld. */
  readonly link: string;
}

export interface RecordedFinding {
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly topic: FindingTopic;
  readonly due: string | null;
  readonly remediation: string;
}

/** What is told of a model in a file for other programs: what may not leave the house is taken out already. */
export interface ModelRecord
  extends Omit<ModelFields, 'annualValueMinor' | 'annualRunCostMinor' | 'nextReview' | 'notes'> {
  /** Names the model within the file. */
  readonly ref: string;
  readonly stage: Stage;
  readonly inProduction: boolean;
  readonly version: string;
  readonly versionSince: string | null;
  /** The version's day is known to the day, and not to a month or year only. */
  readonly versionDayKnown: boolean;
  readonly reliesOn: readonly Reliance[];
  /** Somebody looked, and it rests on nothing. */
  readonly restsOnNothing: boolean;
  /** Things that it rests on whose names are withheld. */
  readonly withheldReliances: number;
  readonly figures: readonly Figure[];
  readonly evidence: readonly RecordedEvidence[];
  /** Those that are not closed. */
  readonly findings: readonly RecordedFinding[];
  readonly openIncidents: number;
}

/** What a whole file of models tells of itself. */
export interface RecordsHead {
  readonly portfolio: string;
  readonly contentHash: string;
  /** What others who share the portfolio do not have yet; '' = nothing. */
  readonly unshared: string;
  /** ISO day for which it holds. */
  readonly day: string;
  /** When the content was last changed: the same content gives the same file. */
  readonly changedAt: string;
  readonly program: { readonly name: string; readonly version: string };
  /** '' = nothing was left out. */
  readonly redaction: string;
  /** A digest of content, day and choice, from which names of this file are made. */
  readonly seed: string;
}
