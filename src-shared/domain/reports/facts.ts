import type { Output } from '#contract/index';
import type { ReportFigures } from './figures';
import type { NamedModel } from './redactor';

/** The chosen scenario with what its screens compute from it. */
export interface ScenarioFacts {
  readonly scenario: Output<'scenarios.get'>;
  readonly projection: Output<'investment.project'>;
  readonly sensitivity: Output<'investment.sensitivity'>;
  readonly simulation: Output<'investment.simulate'>;
}

/** Everything that a report tells, as the channels answered it at one moment. */
export interface ReportFacts {
  /** ISO instant. */
  readonly now: string;
  readonly contentHash: string;
  readonly info: Output<'portfolio.info'>;
  readonly summary: Output<'overview.summary'>;
  readonly settings: Output<'settings.get'>;
  /** All models in the order in which they were registered. */
  readonly models: readonly NamedModel[];
  /** Owners and whoever else is named. */
  readonly people: readonly string[];
  /** Models that drifted or fell silent, the most urgent first. */
  readonly drift: Output<'drift.health'>;
  readonly retraining: Output<'drift.retraining'>;
  readonly incidents: {
    /** Ever registered. */
    readonly total: number;
    /** Of the last twelve months. */
    readonly metrics: Output<'incidents.metrics'>;
    readonly flow: Output<'incidents.flow'>;
    readonly announced: Output<'incidents.announced'>;
  };
  /** The latest finished one of the whole organisation or, without one, of a unit. */
  readonly assessment: Output<'assessments.get'> | null;
  /** The one of the same unit that was finished before it. */
  readonly assessmentBefore: Output<'assessments.get'> | null;
  readonly assessmentsOpen: number;
  readonly investment: ScenarioFacts | null;
  readonly scenarios: Output<'scenarios.list'>['scenarios'];
  /** The newest deck of another content. */
  readonly earlierDeck: { readonly at: string; readonly contentHash: string; readonly figures: ReportFigures } | null;
}
