import type { StatedCounts } from './monitoring-statement';

/**
 * Whether the portfolio has been told a thing at all: a model of it has the value, or a model in question was entered
 * here, where the field was left empty by somebody. Otherwise all of them came from files that did not say, and an empty
 * field is no evidence.
 */
export interface Told {
  readonly owner: boolean;
  readonly registryReference: boolean;
  readonly purpose: boolean;
  readonly annualValue: boolean;
  /** That incidents were reviewed, and whether a change caused them: of incidents as of models. */
  readonly incidentReview: boolean;
  readonly incidentChange: boolean;
}

/**
 * What the portfolio's own rows say, as counts. "Models" are those in production unless it says otherwise. A count whose
 * whole is 0 is no evidence at all.
 */
export interface EvidenceFacts {
  /** Models in production: the whole of the next counts. */
  readonly production: number;
  readonly withOwner: number;
  readonly withOwnerAndTier: number;
  readonly told: Told;
  /** With an external reference into a registry or platform; a line number of an inventory is none. */
  readonly withRegistryReference: number;
  /** Whose purpose is written down. */
  readonly withPurpose: number;
  readonly withAnnualValue: number;
  /** With a review date that has not passed. */
  readonly withReviewDue: number;
  /** In the stage `monitored`. */
  readonly monitoredStage: number;
  /** With a drift or performance result that is not overdue: within twice their cadence; rules.md 6. */
  readonly withMonitoringResult: number;
  /** Deployed, without a result in time, and nobody has said whether they are monitored: counted beside, not as "no". */
  readonly monitoringUnknown: number;
  /** Models, in production or not, with a result ever recorded; 0 = the portfolio has not been told, which is not "no". */
  readonly everMeasured: number;
  /** By what the inventory that they came from states of how they are watched. */
  readonly statedMonitoring: StatedCounts;
  /** Dated and undated stage moves of all models that were made here: without the stage that a model came in with. */
  readonly movesTotal: number;
  readonly movesWithActorAndReason: number;
  /** The journal's chain of hashes holds; `null` = not checked. */
  readonly journalVerified: boolean | null;
  /** Moves to `deployed` of all models, those that a file told of included. */
  readonly deployments: number;
  /** Those that were made here: of the others nobody can say here who made them. */
  readonly deploymentsHere: number;
  /** Of those made here. */
  readonly deploymentsWithVersionDateActor: number;
  /** Of those made here, of models whose tier needs an approval. */
  readonly gatedDeployments: number;
  /** Those of them that somebody other than the author had approved before. */
  readonly approvalsForGated: number;
  /**
   * Updates a year of a model in production as noted, and as the moves of the last twelve months show; `null`: nobody
   * noted or recorded any.
   */
  readonly updates: { readonly noted: number | null; readonly recorded: number | null };
  /** Days from approval to go-live of each release with both dates, the newest first. */
  readonly approvalToLiveDays: readonly number[];
  /** Models of tier 1 in production, and those of them with a challenger that runs or was decided with figures of both. */
  readonly highImpact: number;
  readonly highImpactChallenged: number;
  /** Challengers ever recorded; 0 = the portfolio has not been told, which is not "no". */
  readonly challengers: number;
  /** In production and validated or reviewed after they went live, within the last twelve months. */
  readonly lookedAtSince: number;
  /** Validations and reviews ever recorded; 0 = the portfolio has not been told, which is not "no". */
  readonly looks: number;
  /** Retired models, and those of them whose end is recorded: who was told, what is kept. */
  readonly retired: number;
  readonly retirementsRecorded: number;
  /** Records of an end ever noted; 0 = the portfolio has not been told. */
  readonly retirementRecords: number;
  /** Times that a version went live again which had been live before another one. */
  readonly rollbacks: number;
  /** Reviews of access rights ever recorded, and those of the last twelve months. */
  readonly accessReviews: number;
  readonly accessReviewsInTime: number;
  /** Of kind generative or agent and in production. */
  readonly generative: number;
  /** Those of them with a result of an evaluation (pass rate, win rate, a judge's score) within twelve months. */
  readonly generativeEvaluated: number;
  /** Results of evaluations ever recorded; 0 = the portfolio has not been told. */
  readonly evaluations: number;
  /** Those of them that name a foundation model on which they rely today. */
  readonly generativeWithProvider: number;
  /** Foundation models that anything was ever said to rely on; 0 = the portfolio has not been told. */
  readonly providers: number;
  /** Releases that say that the provider's model changed. */
  readonly providerChanges: number;
  /** Of kind agent and in production, and those of them with a stated autonomy and an overseer. */
  readonly agents: number;
  readonly agentsDescribed: number;
  /** Resolved or closed: the whole of the next counts. */
  readonly incidentsResolved: number;
  /** With a review (postmortem). */
  readonly incidentsReviewed: number;
  readonly incidentsFoundByMonitoring: number;
  /** Where "caused by a model change" is yes or no, and the times are recorded. */
  readonly incidentsWithChangeAndTimes: number;
  /** Of the incidents caused by a model change, from occurrence to resolution; `null`: there is none. */
  readonly medianRestoreHours: number | null;
}

/** A portfolio of which nothing is known; what a subject cannot say yet stays as it is here. */
export const NO_FACTS: EvidenceFacts = {
  highImpact: 0,
  highImpactChallenged: 0,
  challengers: 0,
  lookedAtSince: 0,
  looks: 0,
  retired: 0,
  retirementsRecorded: 0,
  retirementRecords: 0,
  rollbacks: 0,
  accessReviews: 0,
  accessReviewsInTime: 0,
  generative: 0,
  generativeEvaluated: 0,
  evaluations: 0,
  generativeWithProvider: 0,
  providers: 0,
  providerChanges: 0,
  agents: 0,
  agentsDescribed: 0,
  production: 0,
  withOwner: 0,
  withOwnerAndTier: 0,
  withRegistryReference: 0,
  withPurpose: 0,
  withAnnualValue: 0,
  withReviewDue: 0,
  told: {
    owner: false,
    registryReference: false,
    purpose: false,
    annualValue: false,
    incidentReview: false,
    incidentChange: false,
  },
  monitoredStage: 0,
  withMonitoringResult: 0,
  monitoringUnknown: 0,
  everMeasured: 0,
  statedMonitoring: [0, 0, 0, 0],
  movesTotal: 0,
  movesWithActorAndReason: 0,
  journalVerified: null,
  deployments: 0,
  deploymentsHere: 0,
  deploymentsWithVersionDateActor: 0,
  gatedDeployments: 0,
  approvalsForGated: 0,
  updates: { noted: null, recorded: null },
  approvalToLiveDays: [],
  incidentsResolved: 0,
  incidentsReviewed: 0,
  incidentsFoundByMonitoring: 0,
  incidentsWithChangeAndTimes: 0,
  medianRestoreHours: null,
};
