import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answer';
import { evidencedAnswers, evidenceSummary } from './evidence';
import { type EvidenceFacts, NO_FACTS } from './evidence-facts';
import { EVIDENCE_RULES } from './evidence-rules';
import type { EvidencedAnswer } from './evidenced-answer';
import { findQuestion, GENERATIVE_QUESTIONS } from './questions/question-sets';

function ask(id: string, facts: Partial<EvidenceFacts>, answers: Answers = {}): EvidencedAnswer {
  const found = evidencedAnswers({ ...NO_FACTS, told, ...facts }, answers, GENERATIVE_QUESTIONS).find(
    ({ questionId }) => questionId === id,
  );
  if (!found) throw new Error(`no rule for ${id}`);
  return found;
}

const told = {
  owner: true,
  registryReference: true,
  purpose: true,
  annualValue: true,
  incidentReview: true,
  incidentChange: true,
};
const bank = { told, production: 29, everMeasured: 400, withMonitoringResult: 11, monitoredStage: 21 };

describe('claimed against evidenced', () => {
  it('says that eleven of 29 have a monitoring result where everything was said to be monitored', () => {
    expect(ask('MM2', bank, { MM2: { value: 3 } })).toEqual({
      questionId: 'MM2',
      suggests: 1,
      ceiling: 3,
      counts: { part: 11, whole: 29 },
      words: '11 of 29 production models have a monitoring result in time',
      also: ['21 of 29 production models are in the stage Monitored'],
      claimed: 3,
      contradiction: true,
    });
  });

  it('finds no contradiction in a claim that the rows bear out, or that was not made', () => {
    expect(ask('MM2', bank, { MM2: { value: 1 } }).contradiction).toBe(false);
    expect(ask('MM2', bank, { MM2: { value: 'unknown' } })).toMatchObject({ claimed: null, contradiction: false });
    expect(ask('MM2', bank).contradiction).toBe(false);
    // Of seven nobody has said whether they are monitored: that they have no result is no evidence.
    expect(ask('MM2', { ...bank, monitoringUnknown: 7 })).toMatchObject({
      counts: { part: 11, whole: 22 },
      words:
        '11 of 22 production models have a monitoring result in time; of 7 others nobody has said whether they are monitored',
    });
    expect(ask('MM2', { ...bank, withMonitoringResult: 0, monitoringUnknown: 29 })).toMatchObject({
      suggests: null,
      words: 'No evidence: nobody has said of any of them whether it is monitored',
    });
  });

  it('does not take "nothing was recorded" for "no"', () => {
    expect(ask('MM2', { production: 29 }, { MM2: { value: 3 } })).toMatchObject({
      suggests: null,
      contradiction: false,
      counts: { part: 0, whole: 29 },
      words: 'No evidence: no monitoring result has been recorded here',
    });
    expect(ask('MG3', {}, { MG3: { value: 2 } })).toMatchObject({
      suggests: null,
      contradiction: false,
      words: 'No evidence: there are no stage moves made here to count',
    });
  });

  it.each([
    ['MG1', 'no owner has been recorded here'],
    ['MR1', 'no registry reference has been recorded here'],
    ['MM4', 'no yearly value has been recorded here'],
    ['MG4', 'no purpose has been recorded here'],
  ])('does not take a column that a file never had for "no": %s', (id, why) => {
    const untold = { production: 892, told: NO_FACTS.told };
    expect(ask(id, untold, { [id]: { value: 3 } })).toMatchObject({
      suggests: null,
      contradiction: false,
      counts: { part: 0, whole: 892 },
      words: `No evidence: ${why}`,
    });
    // The same field, left empty by somebody who could have filled it, says something.
    expect(ask(id, { production: 892 }, { [id]: { value: 3 } }).suggests).toBe(id === 'MR1' ? 1 : 0);
  });

  it.each([
    ['MM5', 'no review of an incident has been recorded here'],
    ['CD5', 'of no incident is it recorded here whether a release caused it'],
  ])('does not take a log that never said it for "no": %s', (id, why) => {
    const log = { incidentsResolved: 890, told: NO_FACTS.told };
    expect(ask(id, log, { [id]: { value: 2 } })).toMatchObject({
      suggests: null,
      contradiction: false,
      words: `No evidence: ${why}`,
    });
    expect(ask(id, { incidentsResolved: 890 }, { [id]: { value: 2 } }).contradiction).toBe(true);
  });

  it('does not call a claim wrong for what a portfolio cannot see', () => {
    const listed = { production: 20, withRegistryReference: 20 };
    expect(ask('MR1', listed, { MR1: { value: 3 } })).toMatchObject({ suggests: 2, ceiling: 2, contradiction: false });
    expect(ask('MR1', { ...listed, withRegistryReference: 12 }, { MR1: { value: 3 } }).contradiction).toBe(true);
  });
});

describe('what the rows suggest', () => {
  it.each<[string, Partial<EvidenceFacts>, number | null]>([
    ['MR1', { production: 20, withRegistryReference: 0 }, 1],
    ['MR1', { production: 20, withRegistryReference: 19 }, 2],
    ['MR3', { deploymentsHere: 10, deploymentsWithVersionDateActor: 8 }, 2],
    ['MR3', { deploymentsHere: 10, deploymentsWithVersionDateActor: 7 }, 1],
    ['CD1', { deployments: 9, approvalToLiveDays: [60, 50, 70, 80] }, null],
    ['CD1', { deployments: 9, approvalToLiveDays: [60, 50, 70, 80, 57] }, 0],
    ['CD1', { deployments: 9, approvalToLiveDays: [20, 15, 70, 1, 30] }, 1],
    ['CD1', { deployments: 9, approvalToLiveDays: [14, 2, 1, 14, 80] }, 2],
    ['CD1', { deployments: 9, approvalToLiveDays: [20, 20, 20, 1, 1, 1, 1] }, 1],
    ['CD1', { deployments: 9, approvalToLiveDays: [0.2, 0.5, 0.9, 3, 4] }, 3],
    ['CD5', { incidentsResolved: 10, incidentsWithChangeAndTimes: 9, medianRestoreHours: 24 }, 2],
    ['CD5', { incidentsResolved: 10, incidentsWithChangeAndTimes: 9, medianRestoreHours: 25 }, 1],
    ['CD5', { incidentsResolved: 10, incidentsWithChangeAndTimes: 0 }, 0],
    ['MM2', { ...bank, withMonitoringResult: 15 }, 2],
    ['MM2', { ...bank, withMonitoringResult: 28 }, 3],
    ['MM2', { ...bank, withMonitoringResult: 0 }, 0],
    ['MM4', { production: 10, withAnnualValue: 8 }, 1],
    ['MM5', { incidentsResolved: 5, incidentsReviewed: 4 }, 2],
    ['MG1', { production: 20, withOwner: 20, withOwnerAndTier: 19 }, 2],
    ['MG1', { production: 20, withOwner: 20, withOwnerAndTier: 18 }, 1],
    ['MG1', { production: 20, withOwner: 10, withOwnerAndTier: 1 }, 0],
    ['MG2', { gatedDeployments: 20, approvalsForGated: 19 }, 2],
    ['MG2', { gatedDeployments: 20, approvalsForGated: 0 }, 0],
    ['MG3', { movesTotal: 100, movesWithActorAndReason: 96, journalVerified: true }, 3],
    ['MG3', { movesTotal: 100, movesWithActorAndReason: 96, journalVerified: null }, 2],
    ['MG3', { movesTotal: 100, movesWithActorAndReason: 79 }, 1],
    ['MG4', { production: 10, withPurpose: 10 }, 1],
    ['MM3', { production: 10, looks: 0 }, null],
    ['MM3', { production: 10, looks: 3, lookedAtSince: 0 }, 0],
    ['MM3', { production: 10, looks: 3, lookedAtSince: 1 }, 1],
    ['MR5', { retired: 5 }, null],
    ['MR5', { retired: 5, retirementRecords: 1, retirementsRecorded: 1 }, 1],
    ['MR5', { retired: 5, retirementRecords: 4, retirementsRecorded: 4, rollbacks: 0 }, 1],
    ['MR5', { retired: 5, retirementRecords: 3, retirementsRecorded: 3, rollbacks: 1 }, 1],
    ['MR5', { retired: 5, retirementRecords: 4, retirementsRecorded: 4, rollbacks: 1 }, 2],
    ['MG5', { accessReviews: 0 }, null],
    ['MG5', { accessReviews: 2, accessReviewsInTime: 0 }, 1],
    ['MG5', { accessReviews: 2, accessReviewsInTime: 1 }, 2],
  ])('%s of %j is %s', (id, facts, suggests) => {
    expect(ask(id, facts).suggests).toBe(suggests);
  });

  it('names releases, and says how many more dates would be needed', () => {
    expect(ask('CD1', { deployments: 9, approvalToLiveDays: [3] }).words).toBe(
      'No evidence: 1 of 9 deployments has both an approval and a go-live date, the question asks for 5',
    );
    expect(ask('CD1', { deployments: 9, approvalToLiveDays: [3, 5, 8, 11, 90] }).words).toContain(
      'the median of the last 5 is 8 days',
    );
  });
});

describe('what an inventory states of its monitoring', () => {
  const agency = { production: 892, monitoredStage: 67 };
  const stated = (...statedMonitoring: [number, number, number, number]): Partial<EvidenceFacts> => ({
    ...agency,
    statedMonitoring,
  });

  it('answers how a change is found, with the counts of each statement', () => {
    expect(ask('MM2', stated(9, 47, 15, 5), { MM2: { value: 2 } })).toEqual({
      questionId: 'MM2',
      suggests: 1,
      ceiling: 3,
      counts: { part: 67, whole: 76 },
      words: 'The inventory states a monitoring process for 67 of 76 production models; of 816 others it says nothing',
      also: [
        'Stated in the inventory: none 9, by hand at intervals 47, automated in part 15, an established MLOps process 5',
        '67 of 892 production models are in the stage Monitored',
      ],
      claimed: 2,
      contradiction: true,
    });
  });

  it.each<[[number, number, number, number], number]>([
    [[10, 0, 0, 0], 0],
    [[6, 5, 0, 0], 0],
    [[5, 5, 0, 0], 1],
    [[0, 5, 4, 1], 2],
    [[0, 0, 5, 94], 2],
    [[0, 0, 5, 95], 3],
  ])('%j is answer %i', (counts, answer) => {
    expect(ask('MM2', stated(...counts)).suggests).toBe(answer);
  });

  it('is outranked by what was measured', () => {
    const both = { ...stated(0, 0, 0, 29), ...bank };
    expect(ask('MM2', both)).toMatchObject({ suggests: 1, counts: { part: 11, whole: 29 } });
    expect(ask('MM2', both).also).toHaveLength(2);
  });

  it('is never lowered by a better statement', () => {
    const counts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 2 }), (before, from) => {
        fc.pre((before[from] ?? 0) > 0);
        const after: [number, number, number, number] = [...before];
        after[from] = (after[from] ?? 0) - 1;
        after[from + 1] = (after[from + 1] ?? 0) + 1;
        const answer = (of: typeof before): number => ask('MM2', stated(...of)).suggests ?? -1;
        expect(answer(after)).toBeGreaterThanOrEqual(answer(before));
      }),
    );
  });
});

it('every rule answers a question of the set, none above its ceiling, in the order of the questions', () => {
  const asked = GENERATIVE_QUESTIONS.questions.map(({ id }) => id);
  const positions = EVIDENCE_RULES.map(({ questionId }) => asked.indexOf(questionId));
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  for (const { questionId } of EVIDENCE_RULES) expect(findQuestion(GENERATIVE_QUESTIONS, questionId)).not.toBeNull();
});

it('more rows never suggest a lower answer', () => {
  const parts = fc.tuple(fc.nat(40), fc.nat(40)).map((pair) => pair.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(parts, fc.boolean(), ([fewer = 0, more = 0], journalVerified) => {
      const facts = (part: number) =>
        evidencedAnswers(
          {
            ...NO_FACTS,
            told,
            production: 40,
            withOwner: 40,
            withOwnerAndTier: part,
            withRegistryReference: part,
            withPurpose: part,
            withAnnualValue: part,
            everMeasured: 1,
            withMonitoringResult: part,
            movesTotal: 40,
            movesWithActorAndReason: part,
            journalVerified,
            deploymentsHere: 40,
            deploymentsWithVersionDateActor: part,
            gatedDeployments: 40,
            approvalsForGated: part,
            incidentsResolved: 40,
            incidentsReviewed: part,
            incidentsWithChangeAndTimes: part,
          },
          {},
        );
      const [low, high] = [facts(fewer), facts(more)];
      high.forEach(({ suggests, ceiling }, index) => {
        expect(suggests ?? 0).toBeGreaterThanOrEqual(low[index]?.suggests ?? 0);
        expect(suggests ?? 0).toBeLessThanOrEqual(ceiling);
      });
    }),
  );
});

it('sums up how many claims the portfolio bears out', () => {
  const facts = { ...NO_FACTS, ...bank, withOwner: 29, withOwnerAndTier: 29 };
  expect(evidenceSummary(evidencedAnswers(facts, { MM2: { value: 3 }, MG1: { value: 2 }, FS1: { value: 3 } }))).toBe(
    'The portfolio does not bear out 1 of 2 claims that can be held against it.',
  );
  expect(evidenceSummary(evidencedAnswers(facts, { MG1: { value: 2 } }))).toBe(
    'The portfolio bears out 1 claim that can be held against it.',
  );
  expect(evidenceSummary(evidencedAnswers(NO_FACTS, { MG1: { value: 2 } }))).toContain('No claim can be held');
});
