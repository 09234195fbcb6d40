/** A figure that more than one screen or report shows. */
export interface Quantity {
  /** What it is called wherever it is shown. */
  readonly name: string;
  readonly unit: string;
  /** What is counted or computed, in the words that a reader is given. */
  readonly definition: string;
  /** The one function of the domain that it comes from, `models/portfolio-totals.ts portfolioTotals`. */
  readonly from: `${string}.ts ${string}`;
}

const told = (name: string, unit: string, from: Quantity['from'], definition: string): Quantity => ({
  name,
  unit,
  definition,
  from,
});

const TOTALS = 'models/portfolio-totals.ts portfolioTotals';
const LEVEL = 'level/level-recommendation.ts recommendLevel';
const UPDATES = 'level/updates-seen.ts updatesSeen';
const RESULT = 'scenarios/plan/scenario-result.ts scenarioResult';
const RUNS = 'scenarios/uncertainty/simulate.ts simulate';
const RETRAINING = 'drift/retraining-story.ts countRetraining';
const INCIDENTS = 'incidents/incident-metrics.ts incidentMetrics';

/**
 * Every figure that stands in more than one place, with the one meaning that it has there. A test asks all of these places
 * for it (`src-main/testing/quantities`) and fails where two of them differ without a word to the reader.
 */
export const QUANTITIES = {
  models: told('Models', 'models', TOTALS, 'models of the inventory, in whatever stage'),
  inProduction: told('In production', 'models', TOTALS, 'models in the stages Deployed, Monitored and Retraining'),
  notMonitored: told(
    'Not monitored',
    'models',
    TOTALS,
    'models in production of which somebody said that nobody watches them',
  ),
  noVerdict: told(
    'No drift verdict',
    'models',
    TOTALS,
    'models in production without a drift result that gives a verdict',
  ),
  neverMeasured: told(
    'Never measured',
    'models',
    'drift/verdict-counts.ts sayWhyNoVerdict',
    'models in production without any drift result; part of those without a verdict',
  ),
  noVerdictToday: told(
    'No verdict today',
    'models',
    'drift/verdict-counts.ts noVerdictToday',
    'models in production that are silent, were never measured, or whose newest results are not judged',
  ),
  silent: told(
    'Silent',
    'models',
    TOTALS,
    'models in production whose last drift result is older than twice their cadence, or than 90 days',
  ),
  drifted: told('Drifted', 'models', TOTALS, 'models in production with a drift result at act'),
  openIncidents: told(
    'Open incidents',
    'incidents',
    'incidents/open-incidents.ts openBySeverity',
    'incidents that are not resolved or closed',
  ),
  updatesNoted: told(
    'Updates noted',
    'updates of all models in a year',
    UPDATES,
    'updates a year of the noted update frequency, over the models in production of which one is noted',
  ),
  updatesRecorded: told(
    'Updates recorded',
    'updates of a model in a year',
    UPDATES,
    'moves to deployed in the last 365 days, without the first of each model / years in production in those days',
  ),
  releasesRecorded: told(
    'Releases recorded',
    'releases',
    'models/recorded-releases.ts recordedReleases',
    'dated moves to deployed in the last twelve months, the first of a model among them',
  ),
  levelNeeded: told(
    'Level needed',
    'level',
    LEVEL,
    'the higher of the levels by number of models and by updates a year, at most 2 below 5 models',
  ),
  levelByNumber: told('Level by number', 'level', LEVEL, 'the level that the number of models in production asks for'),
  levelByUpdates: told(
    'Level by updates',
    'level',
    LEVEL,
    'the level that the noted updates of all models in a year ask for',
  ),
  levelHeld: told(
    'Level held',
    'level',
    'assessments/score.ts scoreAssessment',
    'the lowest level of the six components, in the latest finished assessment of the whole organisation',
  ),
  percentToTarget: told(
    'To target',
    'share',
    'assessments/score.ts scoreAssessment',
    'Σ min(answer, need) / Σ need of the questions that apply',
  ),
  npv: told('NPV', 'money', RESULT, 'net present value of the chosen plan against the level that it is compared with'),
  levelCheapest: told(
    'Level that costs least',
    'level',
    'scenarios/options/decide.ts decide',
    'the level of least present value over the years of the chosen plan',
  ),
  payback: told('Payback', 'years', RESULT, 'years until the cumulative flow of the chosen plan stays above zero'),
  meanOfRuns: told('Mean of the runs', 'money', RUNS, 'mean of the NPV over all runs of the plan'),
  medianOfRuns: told('Median of the runs', 'money', RUNS, 'half of the runs of the plan end below it'),
  p10: told('P10', 'money', RUNS, 'one of ten runs of the plan ends below it'),
  p90: told('P90', 'money', RUNS, 'one of ten runs of the plan ends above it'),
  incidentCost: told(
    'Cost of an incident',
    'money',
    'scenarios/measured/measured-incidents.ts measureIncidentHours',
    'what one incident costs in the chosen plan; where it is measured, person-hours × cost of an hour',
  ),
  incidentsOpened: told(
    'Incidents opened',
    'incidents',
    INCIDENTS,
    'incidents opened in the last twelve months, which are the 365 whole days that end with today',
  ),
  timeToResolve: told(
    'Time to resolve',
    'hours at the median',
    INCIDENTS,
    'median of the hours from the opening of an incident to its resolution, of those opened in the last twelve months',
  ),
  changeFailRate: told(
    'Change fail rate',
    'share',
    INCIDENTS,
    'releases of the last twelve months that an incident was caused by / releases of the last twelve months',
  ),
  reviewsOverdue: told(
    'Reviews overdue',
    'reviews',
    'governance/reviews.ts plannedReview',
    'reviews of models not retired whose day has passed: their own day (typed, or by tier) or one that an event called for',
  ),
  reviewsOverdueByDay: told(
    'Reviews overdue by their day',
    'reviews',
    'models/review.ts reviewDue',
    'models not retired whose own review day (typed, or by tier) has passed; those after an event alone are not among them',
  ),
  retrainingDue: told(
    'Retraining due',
    'models',
    RETRAINING,
    'models of which retraining is asked for, or was decided against until a day that has passed, and that nobody works on',
  ),
  retrainingLead: told(
    'Lead time of retraining',
    'days',
    'drift/retraining-lead.ts retrainingLead',
    'median of the days from asking for retraining to the version that resolved it going live, of those with a known day',
  ),
} as const satisfies Readonly<Record<string, Quantity>>;

export type QuantityId = keyof typeof QUANTITIES;
