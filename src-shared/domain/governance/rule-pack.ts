/**
 * One edition of one text (a law, a supervisor's guidance, a standard) as data: what it asks of a model, from when, and what
 * would show it. Help, not advice: a pack is compared with what the portfolio holds, and states neither conformity nor a breach.
 */
export interface RulePack {
  readonly format: 'modelfolio.rulepack/1';
  /** With the edition it names the pack: `eu-ai-act@2026-07-27`. */
  readonly id: string;
  /** A day, unique within the id. */
  readonly edition: string;
  /** Packs of one line follow one another, a day picks one of them. Left out: the id. */
  readonly line?: string | undefined;
  readonly name: string;
  readonly issuer: string;
  /** ISO 3166 or `EU`, or `INT`. */
  readonly jurisdiction: string;
  readonly nature: PackNature;
  /** How strong the source is, unless a line says otherwise: no word of ours is stronger. */
  readonly force: Force;
  readonly status: PackStatus;
  readonly publishedOn?: string | null | undefined;
  /** ISO days. */
  readonly effectiveFrom: string | null;
  readonly supersedes: readonly string[];
  readonly supersededBy: { readonly pack: string; readonly on: string } | null;
  readonly checkedOn: string;
  readonly staleAfterDays: number;
  readonly disclaimer: string;
  readonly sources: readonly PackSource[];
  readonly appliesTo: {
    readonly who: string;
    readonly roles?: readonly string[] | undefined;
    readonly condition: Condition;
  };
  readonly questions?: readonly PackQuestion[] | undefined;
  readonly classification?: Classification | undefined;
  readonly fields: readonly FieldLine[];
  readonly duties: readonly DutyLine[];
  readonly clocks?: readonly Clock[] | undefined;
  readonly transitions?: readonly Transition[] | undefined;
  readonly notes?: readonly string[] | undefined;
}

export const PACK_NATURES = [
  'law',
  'supervisory_guidance',
  'government_memorandum',
  'standard',
  'voluntary_framework',
  'internal',
] as const;
export type PackNature = (typeof PACK_NATURES)[number];

export const FORCES = ['required', 'expected', 'customary', 'voluntary', 'proposed'] as const;
export type Force = (typeof FORCES)[number];

export const PACK_STATUSES = ['proposed', 'adopted_not_applicable', 'in_force', 'superseded', 'withdrawn'] as const;
export type PackStatus = (typeof PACK_STATUSES)[number];

/** `primary`: the wording was read; `secondary`: another's account of it; `memory`: not read again. */
export const CONFIDENCES = ['primary', 'secondary', 'memory'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface PackSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly readOn: string;
  readonly kind: Confidence;
  readonly note?: string | undefined;
}

export const OPERATORS = ['eq', 'ne', 'in', 'has', 'hasAny', 'gte', 'lt', 'set', 'empty'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Of three values: what nobody has said is unknown, and stays so through `all`, `any` and `not` as Kleene has it. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly always: true }
  | { readonly of: string; readonly is: Operator; readonly value?: unknown };

export const QUESTION_TYPES = ['choice', 'choices', 'yes_no_unknown', 'date', 'text'] as const;

export interface PackQuestion {
  readonly id: string;
  readonly label: string;
  readonly type: (typeof QUESTION_TYPES)[number];
  readonly options?: readonly Choice[] | undefined;
  /** Taken by conditions while nobody has answered, and shown as assumed. */
  readonly default?: string | undefined;
  readonly help?: string | undefined;
  readonly askWhen?: Condition | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

export interface Classification {
  readonly classes: readonly Choice[];
  /** The first that holds gives the class. One that is unknown stays possible: where the possible ones differ, so is the class. */
  readonly derive: readonly { readonly when: Condition; readonly class: string; readonly ref?: string | undefined }[];
  /** Kind of the evidence that keeps the reasons. */
  readonly record?: string | undefined;
  readonly traps?: readonly string[] | undefined;
}

/** From when the source asks: a day, never, or the first day of a list whose condition holds. */
export type AppliesFrom = string | null | readonly { readonly when: Condition; readonly on: string }[];

export interface PackLine {
  /** Unique within the pack: `A11`, `art26-2`. */
  readonly id: string;
  readonly label: string;
  readonly ref: string;
  readonly group?: string | undefined;
  readonly force?: Force | undefined;
  /** `organisation`: looked at once for all, counted once. */
  readonly per?: 'model' | 'organisation' | undefined;
  readonly appliesWhen?: Condition | undefined;
  readonly appliesFrom?: AppliesFrom | undefined;
  readonly help?: string | undefined;
  readonly confidence: Confidence;
  /** What a person must check in the official text; shown wherever the line is. */
  readonly verify?: string | undefined;
}

export const FIELD_KINDS = [
  'text',
  'line',
  'person',
  'choice',
  'choices',
  'date',
  'number',
  'yes_no_unknown',
  'link',
  'document',
  'reference',
  'relation',
  'list',
] as const;

/** An answer that the source asks for. */
export interface FieldLine extends PackLine {
  readonly ask: string;
  readonly kind: (typeof FIELD_KINDS)[number];
  readonly vocabulary?: readonly Choice[] | undefined;
  /** Where the answer stands: `field:purpose`, `evidence:dpia`, `question:role` … */
  readonly from: readonly string[];
  readonly fromRule?: 'any' | 'all' | undefined;
  /** The place holds something near to what is asked: what a person must look at. */
  readonly near?: string | undefined;
  /** The source leaves it open: held where filled, else not asked for. */
  readonly optional?: boolean | undefined;
}

export const STAGES_BEFORE = ['validation', 'deployed', 'monitored', 'retired'] as const;
export type StageBefore = (typeof STAGES_BEFORE)[number];

export const PACK_EVENTS = [
  'release',
  'substantial_change',
  'drift_act',
  'incident_serious',
  'owner_change',
  'retirement',
] as const;
export type PackEvent = (typeof PACK_EVENTS)[number];

/** Months, by the tier of the model. */
export type ByTier = { readonly [tier in '1' | '2' | '3']: number };

/** `house`: the interval is ours, the source names none. */
export const BASES = ['source', 'house'] as const;
export type Basis = (typeof BASES)[number];

export type Cadence =
  | { readonly kind: 'standing' }
  | { readonly kind: 'before'; readonly stage: StageBefore }
  | {
      readonly kind: 'every';
      readonly months?: number | undefined;
      readonly monthsByTier?: ByTier | undefined;
      readonly basis: Basis;
    }
  | { readonly kind: 'event'; readonly event: PackEvent; readonly withinDays?: number | undefined };

export const PLAIN_RULES = [
  'approved_before_production',
  'approver_not_developer',
  'validator_not_developer',
  'review_not_overdue',
  'no_finding_past_due',
  'findings_recorded',
] as const;
export type PlainRule = (typeof PLAIN_RULES)[number];

/** What would show that a duty is done: named questions of ours, no code and no query. */
export type EvidenceRule =
  | {
      readonly rule: 'evidence_valid';
      readonly kind: string;
      readonly maxAgeMonths?: number | undefined;
      readonly maxAgeMonthsByTier?: ByTier | undefined;
      readonly covers?: string | undefined;
    }
  | { readonly rule: 'evidence_after_event'; readonly kind: string; readonly event: PackEvent }
  | { readonly rule: 'field_set'; readonly from: string }
  | { readonly rule: 'drift_result_within_days'; readonly days: number; readonly basis?: Basis | undefined }
  | { readonly rule: 'clock_kept'; readonly clock: string }
  | { readonly rule: PlainRule }
  | { readonly rule: 'nothing_yet' };

/** Something to be done, which evidence shows. */
export interface DutyLine extends PackLine {
  readonly who: string;
  readonly cadence: Cadence;
  /** All must hold. */
  readonly evidence: readonly EvidenceRule[];
  readonly due?: string | undefined;
  /** Evidence of this kind, while valid and covering the line, lifts it. */
  readonly waivedBy?: string | undefined;
}

/** How long after somebody became aware an incident is to be reported. */
export interface Clock {
  readonly id: string;
  readonly label: string;
  readonly ref: string;
  readonly start: 'awareOn';
  readonly dayKind: 'calendar' | 'working';
  readonly classes: readonly { readonly value: string; readonly label: string; readonly days: number }[];
  readonly firstReportMayBeIncomplete?: boolean | undefined;
  readonly recipient?: string | undefined;
  readonly confidence: Confidence;
  readonly verify?: string | undefined;
}

/** Moves or lifts lines for systems that were there before; looked at after `appliesWhen`. */
export interface Transition {
  readonly id: string;
  readonly label: string;
  readonly ref: string;
  readonly items: readonly string[];
  readonly when: Condition;
  readonly then: 'not_caught' | { readonly appliesFrom: string };
  readonly confidence: Confidence;
  readonly verify?: string | undefined;
}

/** `eu-ai-act@2026-07-27`. */
export const packName = ({ id, edition }: Pick<RulePack, 'id' | 'edition'>): string => `${id}@${edition}`;
export const lineOf = ({ id, line }: Pick<RulePack, 'id' | 'line'>): string => line ?? id;
