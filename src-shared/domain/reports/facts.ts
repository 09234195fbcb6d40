import type { Answers } from '../assessments/answer';
import type { Component } from '../assessments/components';
import type { RoadmapSettings } from '../assessments/planned-roadmap';
import type { ScoreInput } from '../assessments/score';
import type { Attention } from '../attention/attention-item';
import type { HealthFacts } from '../drift/health-words';
import type { Recommendation } from '../level/level-recommendation';
import type { LevelThresholds } from '../level/level-thresholds';
import type { PortfolioSize } from '../level/portfolio-size';
import type { Asked } from '../scenarios/options/asked-problems';
import type { DecisionAnswer } from '../scenarios/options/decision-answer';
import type { NamedPart, PlannedGap } from '../scenarios/options/roadmap-check';
import type { TeiView } from '../scenarios/options/tei-view';
import type { Caution } from '../scenarios/plan/cautions';
import type { InvestmentInputs, LevelKey } from '../scenarios/plan/inputs';
import type { MustBeTrue, ScenarioResult } from '../scenarios/plan/scenario-result';
import type { SensitivityRow } from '../scenarios/uncertainty/sensitivity';
import type { Health, MaturityLevel, Stage, Tier } from '../vocabulary';
import type { GovernanceFacts } from './governance-facts';
import type { NamedModel } from './redactor';

/** An input of the chosen scenario with where its value comes from; `value` is `null` where it was left out. */
interface InputFact {
  readonly path: string;
  readonly label: string;
  readonly money: boolean;
  readonly value: number | null;
  readonly origin:
    | { readonly kind: 'assumption'; readonly grade: string; readonly source: string; readonly unit: string }
    | { readonly kind: 'measured' | 'entered' };
}

/** The chosen scenario with what its screens compute from it. Money in major units of its currency. */
export interface ScenarioFacts {
  readonly scenario: {
    readonly name: string;
    readonly currency: string;
    /** `L2 vs L1`. */
    readonly compare: string;
    readonly inputs: InvestmentInputs;
    /** How many inputs have which origin. */
    readonly origins: { readonly assumption: number; readonly measured: number; readonly entered: number };
    readonly items: readonly InputFact[];
    /** What the house has said besides and had kept: start, years, people, books. */
    readonly asked: Asked | null;
    /** What parts of the investments pay for, as somebody has named them. */
    readonly named: readonly NamedPart[];
    readonly result: Pick<
      ScenarioResult,
      | 'years'
      | 'flows'
      | 'npv'
      | 'irr'
      | 'irrBeyond'
      | 'mirr'
      | 'payback'
      | 'discountedPayback'
      | 'breakEvenSteady'
      | 'breakEvenNpv'
      | 'mustBeTrue'
      | 'withheld'
      | 'readings'
      | 'digits'
    > & { readonly cautions: readonly Pick<Caution, 'sentence' | 'parts'>[] };
  };
  /** The level that costs least, against today's way: what is asked for. `null`: today's way costs least, or it is what is compared. */
  readonly proposed: {
    readonly compare: string;
    readonly base: number;
    readonly rows: readonly Pick<SensitivityRow, 'path' | 'low' | 'high' | 'npvLow' | 'npvHigh' | 'swing'>[];
    readonly mustBeTrue: readonly MustBeTrue[];
  } | null;
  /** Levels and staged path held against each other, as the page of the options shows them. */
  readonly decision: DecisionAnswer;
  /** What is asked for, adjusted for risk, where factors are kept with the plan; `null`: none are. */
  readonly tei: { readonly compare: string; readonly tei: TeiView } | null;
  /** Gaps of the latest assessment as the plan sees them. */
  readonly gaps: readonly PlannedGap[];
  readonly projection: { readonly levels: { readonly [key in LevelKey]?: LevelCosts | undefined } };
  readonly sensitivity: {
    readonly base: number;
    readonly rows: readonly Pick<SensitivityRow, 'path' | 'low' | 'high' | 'npvLow' | 'npvHigh' | 'swing'>[];
  };
  readonly simulation: {
    readonly mean: number;
    readonly p10: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p90: number;
    readonly probabilityPositive: number;
    readonly runs: number;
    readonly seed: number;
  };
}

/** What a level costs by year; `cumulative` begins with t = 0. */
export interface LevelCosts {
  readonly cumulative: readonly number[];
  readonly yearCost: readonly number[];
}

/** The state of the portfolio as Overview tells it. */
export interface SummaryFacts {
  readonly models: number;
  readonly inProduction: number;
  readonly byStage: Readonly<Record<Stage, number>>;
  /** Of the models in production. */
  readonly byHealth: Readonly<Record<Health, number>>;
  /** In production, and known not to be monitored. */
  readonly notMonitored: number;
  /** In production, and nobody has said; no part of `notMonitored`. */
  readonly monitoringUnknown: number;
  readonly byUnit: readonly { readonly unit: string; readonly models: number; readonly inProduction: number }[];
  /** `1`–`5` and `unknown`; empty while no incident has been registered. */
  readonly openIncidentsBySeverity: Readonly<Record<string, number>>;
  /** What the recommendation is for. */
  readonly size: PortfolioSize;
  readonly recommendation: Recommendation;
  readonly held: { readonly level: number; readonly finishedAt: string } | null;
  /** The chosen scenario in a line. */
  readonly investment: {
    readonly name: string;
    /** `L3 vs L1`. */
    readonly compare: string;
    readonly currency: string;
    readonly years: number;
    readonly npv: number;
    readonly runs: { readonly mean: number; readonly p50: number } | null;
    readonly payback: number | null;
    /** What stands in the place of its figures where they are not to be quoted. */
    readonly withheld: string | null;
    /** What it is worth in each answer to a question that is open. */
    readonly readings: readonly { readonly npv: number }[];
    readonly digits: number;
    readonly cautions: readonly string[];
  } | null;
  readonly attention: readonly (Pick<Attention, 'kind' | 'severity' | 'title' | 'detail' | 'parts' | 'count'> & {
    readonly action: { readonly modelId: string | null };
  })[];
}

/** A claim of an assessment held against the rows; `null` = not known. */
export interface EvidenceFact {
  readonly questionId: string;
  readonly claimed: number | null;
  readonly suggests: number | null;
  readonly words: string;
  readonly contradiction: boolean;
}

/** A finished assessment, with its answers combined over the respondents and as scored then. Shares are 0–1. */
export interface AssessmentFacts {
  /** '' = the whole organisation. */
  readonly unit: string;
  readonly finishedAt: string | null;
  readonly questionVersion: number;
  readonly target: MaturityLevel;
  readonly overallLevel: number;
  readonly percentToTarget: number | null;
  readonly answers: Answers;
  readonly weights: NonNullable<ScoreInput['weights']>;
  readonly roadmap: RoadmapSettings | null;
  readonly score: {
    readonly answered: number;
    readonly gaps: readonly { readonly gatingLevel: number }[];
    readonly components: Readonly<Record<Component, ComponentFacts>>;
  };
  readonly evidence: readonly EvidenceFact[];
  readonly evidenceSummary: string;
  /** On which day its rows were counted. */
  readonly counted: { readonly evidence: string };
}

interface ComponentFacts {
  readonly level: number | null;
  readonly target: MaturityLevel;
  readonly mean: number | null;
  readonly percentToTarget: number | null;
  readonly confidence: number;
  readonly gaps: readonly object[];
}

/** Incidents of the last twelve months; `flow` by calendar month. */
export interface IncidentFacts {
  /** Ever registered. */
  readonly total: number;
  readonly metrics: {
    readonly groups: readonly {
      readonly opened: number;
      /** Hours. */
      readonly timeToResolve: { readonly median: number | null; readonly n: number };
      readonly changeFailRate: Share & { readonly low: number | null; readonly high: number | null };
    }[];
  };
  readonly flow: {
    readonly points: readonly { readonly from: string; readonly opened: number; readonly closed: number }[];
    readonly withoutTime: number;
  };
  readonly announced: { readonly announced: number; readonly recall: Share };
}

interface Share {
  /** 0–1; `null` where n is 0, or too small to say. */
  readonly rate: number | null;
  readonly n: number;
}

/** What one report says in figures, kept with it, so that the next one can say what changed. */
export interface ReportFigures {
  readonly models: number;
  readonly inProduction: number;
  readonly act: number;
  readonly watch: number;
  readonly silent: number;
  readonly neverMeasured: number;
  /** `null`: no incident has been registered. */
  readonly openIncidents: number | null;
  readonly levelNeeded: number | null;
  readonly levelHeld: number | null;
  /** Share of the way to the target, 0–1. */
  readonly percentToTarget: number | null;
  /** Major units of `currency`; of the chosen scenario, `null` also where its figures are not to be quoted. */
  readonly npv: number | null;
  readonly payback: number | null;
  readonly scenario: string | null;
  readonly currency: string | null;
}

/** A model as a list of them shows it; '' = nobody has been named. */
export interface OwnedModel extends NamedModel {
  readonly owner: string;
  readonly unit: string;
  readonly stage: Stage;
  readonly tier: number | null;
  readonly health: string;
}

/** Everything that a report tells, as the channels answered it at one moment. */
export interface ReportFacts {
  /** ISO instant. */
  readonly now: string;
  readonly contentHash: string;
  /** Changes of the portfolio's copy that others who share it do not have yet; left out: none. */
  readonly unshared?: number | undefined;
  readonly info: { readonly name: string; readonly currency: string };
  readonly summary: SummaryFacts;
  readonly settings: { readonly levelThresholds: LevelThresholds };
  /** All models in the order in which they were registered. */
  readonly models: readonly OwnedModel[];
  /** Models that drifted or fell silent, the most urgent first. */
  readonly drift: {
    readonly total: number;
    readonly models: readonly ({
      readonly modelId: string;
      readonly name: string;
      readonly tier: Tier | null;
      readonly words: string;
    } & HealthFacts)[];
  };
  /** Models whose retraining waits, is in work, and of the latter is past its day. */
  readonly retraining: { readonly due: number; readonly inWork: number; readonly overdue: number };
  readonly incidents: IncidentFacts;
  readonly governance: GovernanceFacts;
  /** The latest finished one of the whole organisation or, without one, of a unit. */
  readonly assessment: AssessmentFacts | null;
  /** The one of the same unit that was finished before it. */
  readonly assessmentBefore: AssessmentFacts | null;
  readonly assessmentsOpen: number;
  readonly investment: ScenarioFacts | null;
  /** All that are kept, the chosen one among them. */
  readonly scenarios: number;
  /** The newest deck of another content. */
  readonly earlierDeck: { readonly at: string; readonly contentHash: string; readonly figures: ReportFigures } | null;
}
