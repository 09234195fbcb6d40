import { sayDay } from '../base/calendar';
import { namedModel, namedPerson, type Sentence, said } from '../base/sentence';
import { counted, sayCount, verb } from '../base/wording';
import type { Tier } from '../vocabulary';
import {
  type AttentionAction,
  type AttentionExample,
  about,
  detailOf,
  listAction,
  openAction,
  type RankedItem,
  sayHowLong,
} from './attention-item';
import { SEVERITY_BY_TIER } from './severity-by-tier';

export interface HealthGroup {
  readonly tier: Tier | null;
  readonly count: number;
  /** ISO day since which the first of them is so. */
  readonly oldestSince: string | null;
  readonly example: AttentionExample | null;
}

/** Models in production that drifted or fell silent, and retraining that is due; rules.md 6. */
export interface DriftAttention {
  readonly driftedByTier: readonly HealthGroup[];
  readonly silentByTier: readonly HealthGroup[];
  readonly retrainingDue: {
    readonly count: number;
    readonly oldestSince: string | null;
    readonly example: AttentionExample | null;
    /** What was found for the one model, where it is one. */
    readonly words: Sentence | null;
  };
  /** In work, and past the day until which the new version was to be live. */
  readonly retrainingOverdue: {
    readonly count: number;
    /** The first of these days. */
    readonly oldestSince: string | null;
    readonly example: AttentionExample | null;
    /** Who does that one. */
    readonly owner: string;
  };
}

const named = (tier: Tier | null, count: number): string =>
  tier === null
    ? `${sayCount(count)} ${verb(count, 'model', 'models')} without a tier`
    : `${sayCount(count)} tier ${tier} ${verb(count, 'model', 'models')}`;

function drifted({ tier, count, oldestSince, example }: HealthGroup, today: string): RankedItem {
  const howLong = oldestSince === null ? '' : ` The first has stood there ${sayHowLong(oldestSince, today)}.`;
  return {
    tier,
    attention: {
      kind: 'drifted',
      severity: SEVERITY_BY_TIER.drifted[tier ?? 2],
      title: `${named(tier, count)} in production ${verb(count, 'has', 'have')} drifted`,
      ...detailOf(about(count, example, `a figure of the newest results is beyond its limit to act.${howLong}`)),
      count,
      since: oldestSince,
      action: openAction(count, { health: ['act'], inProduction: true, tier: [tier] }, example),
    },
  };
}

function silent({ tier, count, oldestSince, example }: HealthGroup, today: string): RankedItem {
  const howLong = oldestSince === null ? '' : ` The first has been overdue ${sayHowLong(oldestSince, today)}.`;
  return {
    tier,
    attention: {
      kind: 'silent',
      severity: SEVERITY_BY_TIER.silent[tier ?? 2],
      title: `${named(tier, count)} in production ${verb(count, 'has', 'have')} gone silent`,
      ...detailOf(about(count, example, `no drift result for twice as long as usual, so nobody knows.${howLong}`)),
      count,
      since: oldestSince,
      action: openAction(count, { health: ['silent'], inProduction: true, tier: [tier] }, example),
    },
  };
}

function listOfWeek(count: number, example: AttentionExample | null): AttentionAction {
  if (count === 1 && example) return { label: 'Open the model', filter: null, modelId: example.id };
  return { label: 'Open This week', filter: null, modelId: null, page: 'week' };
}

function retraining(
  { count, oldestSince, example, words }: DriftAttention['retrainingDue'],
  today: string,
): RankedItem {
  const since = oldestSince === null ? '' : ` The first has waited ${sayHowLong(oldestSince, today)}.`;
  const found = count === 1 && words !== null ? said`${words}.` : 'figures stayed beyond their limit to act.';
  return {
    tier: null,
    attention: {
      kind: 'retraining_due',
      severity: 'act',
      title: `Retraining is due for ${counted(count, 'model')}`,
      ...detailOf(
        count === 1 && example
          ? said`“${namedModel(example)}”: ${found}`
          : said`${typeof found === 'string' ? about(count, null, found) : found}${since}`,
      ),
      count,
      since: oldestSince,
      // The week lists all of them; a model may wait for its retraining and not be at act any more.
      action: listOfWeek(count, example),
    },
  };
}

function overdue(
  { count, oldestSince, example, owner }: DriftAttention['retrainingOverdue'],
  today: string,
): RankedItem {
  const howLong = oldestSince === null ? '' : `The first was to be live ${sayHowLong(oldestSince, today)}`;
  const who: Sentence = owner === '' ? ['somebody'] : [namedPerson(owner)];
  const one: Sentence = oldestSince === null ? [] : said`${who} was to have it live by ${sayDay(oldestSince)}.`;
  return {
    tier: null,
    attention: {
      kind: 'retraining_overdue',
      severity: 'act',
      title: `Retraining of ${counted(count, 'model')} is overdue`,
      ...detailOf(count === 1 && example ? said`“${namedModel(example)}”: ${one}` : [`${howLong}.`]),
      count,
      since: oldestSince,
      action: listAction(
        'Open the models in retraining and validation',
        count,
        { stage: ['retraining', 'validation'] },
        example,
      ),
    },
  };
}

export function driftItems(drift: DriftAttention, today: string): RankedItem[] {
  return [
    ...drift.driftedByTier.map((group) => drifted(group, today)),
    ...drift.silentByTier.map((group) => silent(group, today)),
    retraining(drift.retrainingDue, today),
    overdue(drift.retrainingOverdue, today),
  ];
}
