import { counted, sayCount, sayQuantity, verb } from '../base/wording';
import type { EvidenceFacts } from './evidence-facts';
import { GENERATIVE_USE_RULES } from './evidence-of-generative-use';
import { ACCESS_RIGHTS, QUALITY_AFTER_RELEASE, ROLLBACK_AND_RETIREMENT } from './evidence-of-records';
import { EVIDENCE_SHARES, type EvidenceRule, of, ofModels } from './evidence-rule';
import { allStated, statedFrom } from './monitoring-statement';
import type { AnswerValue } from './questions/question';
import { GENERATIVE_QUESTIONS } from './questions/question-sets';

const { each, most, half } = EVIDENCE_SHARES;

/** "One to ten working days" and "two to eight weeks" in calendar days. */
const RELEASE_DAYS = { level1: 56, level2: 14, level3: 1 } as const;

/** CD1 asks for the median of the last five. */
const RELEASES_ASKED = 5;

/** CD5: "restore is within a day". */
const RESTORE_HOURS = 24;

function medianRelease({ approvalToLiveDays }: EvidenceFacts): number | null {
  const last = approvalToLiveDays.slice(0, RELEASES_ASKED).toSorted((a, b) => a - b);
  return last.length < RELEASES_ASKED ? null : (last[Math.floor(RELEASES_ASKED / 2)] ?? null);
}

function releaseAnswer(days: number | null): AnswerValue | null {
  if (days === null) return null;
  if (days < RELEASE_DAYS.level3) return 3;
  if (days <= RELEASE_DAYS.level2) return 2;
  return days <= RELEASE_DAYS.level1 ? 1 : 0;
}

const REGISTRY_AND_RELEASE: readonly EvidenceRule[] = [
  {
    questionId: 'MR1',
    ceiling: 2,
    unit: 'production models',
    count: (facts) => ({ part: facts.withRegistryReference, whole: facts.production }),
    silence: ({ told }) => (told.registryReference ? null : 'no registry reference has been recorded here'),
    // The portfolio is itself a list, kept by hand at least.
    suggests: (_facts, share) => (share >= each ? 2 : 1),
    words: (facts) =>
      ofModels(facts.withRegistryReference, facts, 'has a registry reference', 'have a registry reference'),
  },
  {
    questionId: 'MR3',
    ceiling: 2,
    unit: 'deployments made here',
    count: (facts) => ({ part: facts.deploymentsWithVersionDateActor, whole: facts.deploymentsHere }),
    suggests: (_facts, share) => (share >= most ? 2 : share > 0 ? 1 : 0),
    words: ({ deploymentsWithVersionDateActor: part, deploymentsHere }) =>
      `${of(part, deploymentsHere, 'deployment')} ${verb(part, 'has', 'have')} a version, a date and a name recorded`,
  },
  ROLLBACK_AND_RETIREMENT,
  {
    questionId: 'CD1',
    ceiling: 3,
    unit: 'deployments',
    count: (facts) => ({ part: facts.approvalToLiveDays.length, whole: facts.deployments }),
    suggests: (facts) => releaseAnswer(medianRelease(facts)),
    words: (facts) => {
      const { length } = facts.approvalToLiveDays;
      const dated = `${of(length, facts.deployments, 'deployment')} ${verb(length, 'has', 'have')} both an approval and a go-live date`;
      const median = medianRelease(facts);
      return median === null
        ? `${dated}, the question asks for ${RELEASES_ASKED}`
        : `${dated}; the median of the last ${RELEASES_ASKED} is ${counted(median, 'day')}`;
    },
  },
  {
    questionId: 'CD4',
    // That limits decide by themselves does not show in rows.
    ceiling: 2,
    unit: 'tier 1 models in production',
    count: (facts) => ({ part: facts.highImpactChallenged, whole: facts.highImpact }),
    silence: ({ challengers }) => (challengers > 0 ? null : 'no challenger has been recorded here'),
    suggests: (_facts, share) => (share >= half ? 2 : 1),
    words: ({ highImpactChallenged: part, highImpact }) =>
      `${of(part, highImpact, 'tier 1 model')} in production ${verb(part, 'has', 'have')} a challenger that runs, or was decided with the figures of both`,
  },
  {
    questionId: 'CD5',
    ceiling: 2,
    unit: 'resolved incidents',
    count: (facts) => ({ part: facts.incidentsWithChangeAndTimes, whole: facts.incidentsResolved }),
    silence: ({ told }) =>
      told.incidentChange ? null : 'of no incident is it recorded here whether a release caused it',
    suggests: ({ medianRestoreHours: hours }, share) => {
      if (share === 0) return 0;
      return share >= most && (hours === null || hours <= RESTORE_HOURS) ? 2 : 1;
    },
    words: ({ incidentsWithChangeAndTimes: part, incidentsResolved }) =>
      `${of(part, incidentsResolved, 'resolved incident')} ${verb(part, 'says', 'say')} whether a release caused it and how long it took`,
    also: ({ medianRestoreHours: hours }) =>
      hours === null ? [] : [`Faults of a release took ${sayQuantity(hours)} hours at the median to put right`],
  },
];

/** What was measured outranks what an inventory states. */
const reliesOnStatements = ({ everMeasured, statedMonitoring }: EvidenceFacts): boolean =>
  everMeasured === 0 && allStated(statedMonitoring) > 0;

/** Answer 3 asks for all models, the others for what is usual: the highest that holds for at least half. */
function statedAnswer({ statedMonitoring }: EvidenceFacts): AnswerValue {
  const all = allStated(statedMonitoring);
  if (statedFrom(statedMonitoring, 3) >= each * all) return 3;
  if (statedFrom(statedMonitoring, 2) >= half * all) return 2;
  return statedFrom(statedMonitoring, 1) >= half * all ? 1 : 0;
}

function statedWords({ statedMonitoring, production }: EvidenceFacts): string {
  const all = allStated(statedMonitoring);
  const part = statedFrom(statedMonitoring, 1);
  const silent = production - all;
  const others = silent > 0 ? `; of ${counted(silent, 'other')} it says nothing` : '';
  return `The inventory states a monitoring process for ${of(part, all, 'production model')}${others}`;
}

/** Models in production of which it is known whether they are monitored: of the others a missing result says nothing. */
const toldOfMonitoring = ({ production, monitoringUnknown }: EvidenceFacts): number => production - monitoringUnknown;

function measuredWords(facts: EvidenceFacts): string {
  const { withMonitoringResult: part, monitoringUnknown: unknown } = facts;
  const others =
    unknown > 0
      ? `; of ${counted(unknown, 'other')} nobody has said whether ${verb(unknown, 'it is', 'they are')} monitored`
      : '';
  const whole = of(part, toldOfMonitoring(facts), 'production model');
  return `${whole} ${verb(part, 'has', 'have')} a monitoring result in time${others}`;
}

const STATED = ['none', 'by hand at intervals', 'automated in part', 'an established MLOps process'] as const;

/** `Stated: none 9, by hand at intervals 47, automated in part 15, an established MLOps process 5`. */
function statedParts({ statedMonitoring }: EvidenceFacts): readonly string[] {
  if (allStated(statedMonitoring) === 0) return [];
  const parts = STATED.map((words, answer) => `${words} ${sayCount(statedMonitoring[answer] ?? 0)}`);
  return [`Stated in the inventory: ${parts.join(', ')}`];
}

const MONITORING: readonly EvidenceRule[] = [
  {
    questionId: 'MM2',
    ceiling: 3,
    unit: 'production models',
    count: (facts) =>
      reliesOnStatements(facts)
        ? { part: statedFrom(facts.statedMonitoring, 1), whole: allStated(facts.statedMonitoring) }
        : { part: facts.withMonitoringResult, whole: toldOfMonitoring(facts) || facts.production },
    silence: (facts) => {
      if (reliesOnStatements(facts)) return null;
      if (facts.everMeasured === 0) return 'no monitoring result has been recorded here';
      return toldOfMonitoring(facts) > 0 ? null : 'nobody has said of any of them whether it is monitored';
    },
    suggests: (facts, share) => {
      if (reliesOnStatements(facts)) return statedAnswer(facts);
      if (share >= each) return 3;
      return share >= half ? 2 : share > 0 ? 1 : 0;
    },
    words: (facts) => (reliesOnStatements(facts) ? statedWords(facts) : measuredWords(facts)),
    also: (facts) => [
      ...statedParts(facts),
      ofModels(facts.monitoredStage, facts, 'is in the stage Monitored', 'are in the stage Monitored'),
    ],
  },
  QUALITY_AFTER_RELEASE,
  {
    questionId: 'MM4',
    ceiling: 1,
    unit: 'production models',
    count: (facts) => ({ part: facts.withAnnualValue, whole: facts.production }),
    silence: ({ told }) => (told.annualValue ? null : 'no yearly value has been recorded here'),
    suggests: (_facts, share) => (share >= most ? 1 : 0),
    words: (facts) => ofModels(facts.withAnnualValue, facts, 'has a yearly value', 'have a yearly value'),
  },
  {
    questionId: 'MM5',
    ceiling: 2,
    unit: 'resolved incidents',
    count: (facts) => ({ part: facts.incidentsReviewed, whole: facts.incidentsResolved }),
    silence: ({ told }) => (told.incidentReview ? null : 'no review of an incident has been recorded here'),
    // An incident that was resolved had somebody to resolve it.
    suggests: (_facts, share) => (share >= most ? 2 : 1),
    words: ({ incidentsReviewed: part, incidentsResolved }) =>
      `${of(part, incidentsResolved, 'resolved incident')} ${verb(part, 'has', 'have')} a review`,
    also: ({ incidentsFoundByMonitoring: part, incidentsResolved }) => [
      `${of(part, incidentsResolved, 'resolved incident')} ${verb(part, 'was', 'were')} found by monitoring`,
    ],
  },
];

const GOVERNANCE: readonly EvidenceRule[] = [
  {
    questionId: 'MG1',
    ceiling: 2,
    unit: 'production models',
    count: (facts) => ({ part: facts.withOwnerAndTier, whole: facts.production }),
    silence: ({ told }) => (told.owner ? null : 'no owner has been recorded here'),
    suggests: ({ withOwner, production }, share) => (share >= each ? 2 : withOwner / production >= each ? 1 : 0),
    words: (facts) => ofModels(facts.withOwnerAndTier, facts, 'has an owner and a tier', 'have an owner and a tier'),
    also: (facts) => [ofModels(facts.withOwner, facts, 'has an owner', 'have an owner')],
  },
  {
    questionId: 'MG2',
    ceiling: 2,
    unit: 'deployments made here that need an approval',
    count: (facts) => ({ part: facts.approvalsForGated, whole: facts.gatedDeployments }),
    suggests: (_facts, share) => (share >= each ? 2 : share > 0 ? 1 : 0),
    words: ({ approvalsForGated: part, gatedDeployments }) =>
      `${of(part, gatedDeployments, 'deployment')} that ${verb(gatedDeployments, 'needs', 'need')} an approval ${verb(part, 'has', 'have')} one by somebody other than the author`,
    also: (facts) => [
      ofModels(
        facts.withReviewDue,
        facts,
        'has a review date that has not passed',
        'have a review date that has not passed',
      ),
    ],
  },
  {
    questionId: 'MG3',
    ceiling: 3,
    unit: 'stage moves made here',
    count: (facts) => ({ part: facts.movesWithActorAndReason, whole: facts.movesTotal }),
    suggests: ({ journalVerified }, share) => {
      if (share >= each && journalVerified === true) return 3;
      return share >= most ? 2 : share > 0 ? 1 : 0;
    },
    words: ({ movesWithActorAndReason: part, movesTotal }) =>
      `${of(part, movesTotal, 'stage move')} ${verb(part, 'has', 'have')} an actor and a reason`,
    also: ({ journalVerified }) => {
      if (journalVerified === null) return [];
      return [journalVerified ? 'The journal has been checked and is unbroken' : 'The journal is broken'];
    },
  },
  {
    questionId: 'MG4',
    ceiling: 1,
    unit: 'production models',
    count: (facts) => ({ part: facts.withPurpose, whole: facts.production }),
    silence: ({ told }) => (told.purpose ? null : 'no purpose has been recorded here'),
    suggests: (_facts, share) => (share > 0 ? 1 : 0),
    words: (facts) =>
      ofModels(facts.withPurpose, facts, 'has its purpose written down', 'have their purpose written down'),
  },
  ACCESS_RIGHTS,
];

const ORDER = GENERATIVE_QUESTIONS.questions.map(({ id }) => id);

/**
 * The questions that rows of models, moves, approvals, drift results and incidents can honestly answer. The others (code,
 * features, runs, tests, access rights …) leave no row in a portfolio and are not guessed.
 */
export const EVIDENCE_RULES: readonly EvidenceRule[] = [
  ...REGISTRY_AND_RELEASE,
  ...MONITORING,
  ...GOVERNANCE,
  ...GENERATIVE_USE_RULES,
].toSorted((a, b) => ORDER.indexOf(a.questionId) - ORDER.indexOf(b.questionId));
