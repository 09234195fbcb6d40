import { expect, it } from 'vitest';
import { namedPerson, plainWords, typedText } from '../base/sentence';
import { type AttentionInput, rankAttention } from './attention';

/** Everything that can be named is called by one of these, which no sentence of ours holds. */
const MODEL = { id: 'm1', name: 'Θmodel' };
const PERSON = 'Θperson';
const TYPED = 'Θtyped';
const TODAY = '2026-11-23';

const inputOf = (count: number): AttentionInput => ({
  today: TODAY,
  inProduction: 40,
  unmonitoredByTier: [{ tier: 1, count, oldestSince: '2026-03-28', example: MODEL }],
  monitoringUnknown: { count, oldestSince: null, example: MODEL },
  reviewsOverdue: { count, tier1: 1, oldestDue: '2026-11-01' },
  reviewsDueThisQuarter: { count, firstDue: '2026-12-01', quarterEnd: '2026-12-31' },
  waitingForApproval: { count, example: MODEL },
  withoutOwner: { inProduction: count },
  withoutTier: { inProduction: count },
  withoutFrequency: { inProduction: count },
  stalled: { count, oldestSince: '2026-01-01', example: MODEL },
  drift: {
    driftedByTier: [{ tier: 1, count, oldestSince: '2026-11-01', example: MODEL }],
    silentByTier: [{ tier: 2, count, oldestSince: '2026-11-01', example: MODEL }],
    retrainingDue: { count, oldestSince: '2026-11-01', example: MODEL, words: [typedText(TYPED, 'asked for')] },
    retrainingOverdue: { count, oldestSince: '2026-11-01', example: MODEL, owner: PERSON },
  },
  challengers: { count, first: { version: TYPED, days: 100, since: '2026-08-01' }, example: MODEL },
  mitigations: { count, first: { id: 'i1', number: 4, modelId: 'm1', owner: PERSON, due: '2026-11-01' } },
  reportsDue: {
    count,
    late: 0,
    ahead: 0,
    first: { incidentId: 'i1', title: TYPED, text: 'EU AI Act', due: '2026-11-25', asksFrom: null },
  },
  findingsOverdue: { count, grave: 1, first: { words: TYPED, since: '2026-11-01', model: MODEL } },
  gatesFallen: { count, tier1: 1, first: { words: TYPED, since: '2026-11-01', model: MODEL } },
  gatesLacking: { count, tier1: 0, first: { words: TYPED, since: null, model: MODEL } },
  evidenceEnded: { count, first: { words: TYPED, since: '2026-11-01', model: MODEL } },
  evidenceEnds: { count, first: { words: TYPED, since: '2026-11-01', model: MODEL } },
  updates: {
    noted: 12,
    recorded: 3,
    times: 4,
    levels: { noted: 2, recorded: 1 },
    levelsOpen: false,
    share: 0.8,
    most: [
      { modelId: 'm1', name: MODEL.name, frequency: 'monthly', noted: 12, recorded: 2 },
      { modelId: 'm1', name: MODEL.name, frequency: 'monthly', noted: 12, recorded: 2 },
    ],
  },
  runCosts: { scenarioId: 's1', name: TYPED, ratio: 3, models: 4, inProduction: 40 },
  claims: { assessmentId: 'a1', name: TYPED, contradicted: count, held: 9, finishedAt: null },
});

it.each([1, 2])('tells of what a detail names that it names it (of %i)', (count) => {
  const matters = rankAttention(inputOf(count));
  expect(new Set(matters.map(({ kind }) => kind)).size).toBe(24);
  for (const { kind, title, detail, parts } of matters) {
    expect([kind, title.includes('Θ')]).toEqual([kind, false]);
    expect([kind, plainWords(parts ?? [detail])]).toEqual([kind, detail]);
    const ours = (parts ?? [detail]).filter((part) => typeof part === 'string').join('');
    expect([kind, ours.includes('Θ')]).toEqual([kind, false]);
  }
  expect(matters.some(({ parts }) => parts?.some((part) => typeof part !== 'string' && part.is === 'model'))).toBe(
    true,
  );
  if (count === 1) expect(matters.flatMap(({ parts = [] }) => parts)).toContainEqual(namedPerson(PERSON));
});
