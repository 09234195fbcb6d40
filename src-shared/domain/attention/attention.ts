import type { DatePrecision } from '../base/period';
import { said, typedText } from '../base/sentence';
import { counted, sayCount, verb } from '../base/wording';
import type { OpenIncidents } from '../incidents/open-incidents';
import type { MaturityLevel, Tier } from '../vocabulary';
import { type ChallengersUndecided, challengerItem } from './attention-challengers';
import { type DriftAttention, driftItems } from './attention-drift';
import { type OwedAttention, owedItems } from './attention-governance';
import { incidentItems, type MitigationsOverdue, mitigationItem } from './attention-incidents';
import {
  ATTENTION_SEVERITIES,
  type Attention,
  type AttentionExample,
  about,
  detailOf,
  listAction,
  openAction,
  type RankedItem,
  sayHowLong,
} from './attention-item';
import { doubtfulWords, type ReviewsAttention, reviewsDue, reviewsOverdue } from './attention-reviews';
import { type RunCostsAttention, runCostsItem } from './attention-run-costs';
import { type UpdatesAttention, updatesItem } from './attention-updates';
import { SEVERITY_BY_TIER } from './severity-by-tier';

/** Counts instead of models, so that 100,000 models cost nothing here. Dates are ISO; `null` = not known. */
export interface AttentionInput extends ReviewsAttention, OwedAttention {
  /** Models in production that are known not to be monitored. */
  readonly unmonitoredByTier: readonly {
    readonly tier: Tier | null;
    readonly count: number;
    readonly oldestSince: string | null;
    /** How exactly `oldestSince` is known; left out: to the day. */
    readonly oldestPrecision?: DatePrecision;
    /** How many have a date that is asked about (`isDoubtfulSince`); `oldestSince` is none of theirs. */
    readonly doubtful?: number;
    readonly example: AttentionExample | null;
  }[];
  /** Models in production of which nobody has said whether they are monitored; left out: none. */
  readonly monitoringUnknown?: {
    readonly count: number;
    readonly oldestSince: string | null;
    readonly example: AttentionExample | null;
  };
  /** In validation under a gate without the approval it needs; `tiers` are those with a gate, where the caller knows. */
  readonly waitingForApproval: {
    readonly count: number;
    readonly example: AttentionExample | null;
    readonly tiers?: readonly Tier[];
  };
  readonly withoutOwner: { readonly inProduction: number };
  readonly withoutTier: { readonly inProduction: number };
  readonly withoutFrequency: { readonly inProduction: number };
  /** In validation for more than 180 days. */
  readonly stalled: {
    readonly count: number;
    readonly oldestSince: string | null;
    readonly oldestPrecision?: DatePrecision;
    readonly example: AttentionExample | null;
  };
  readonly inProduction: number;
  /** The level that is recommended; left out: none is. */
  readonly recommended?: MaturityLevel | null;
  /** Left out: no result has been recorded. */
  readonly drift?: DriftAttention;
  /** Open incidents that ask for attention; left out: none is registered. */
  readonly incidents?: OpenIncidents;
  /** Challengers without a decision; left out: none. */
  readonly challengers?: ChallengersUndecided;
  /** Incidents past the day until which somebody was to mitigate them; left out: none. */
  readonly mitigations?: MitigationsOverdue;
  /** Noted and recorded updates more than a factor of two apart; left out: they are not, or one is not known. */
  readonly updates?: UpdatesAttention;
  /** Noted run costs more than a factor of two from the plan's; left out: they are not, or one is not known. */
  readonly runCosts?: RunCostsAttention;
  /** The latest finished assessment, with the claims in it that the portfolio's rows do not bear out; left out: none. */
  readonly claims?: {
    readonly assessmentId: string;
    readonly name: string;
    readonly contradicted: number;
    readonly held: number;
    readonly finishedAt: string | null;
  };
}

type Unmonitored = AttentionInput['unmonitoredByTier'][number];

function unmonitored(
  { tier, count, oldestSince, oldestPrecision, doubtful = 0, example }: Unmonitored,
  input: AttentionInput,
): RankedItem {
  const kind =
    tier === null
      ? `${verb(count, 'model', 'models')} without a tier`
      : `tier ${tier} ${verb(count, 'model', 'models')}`;
  const blind = `nobody would notice if ${verb(count, 'it', 'one of them')} went wrong.`;
  const subject = count === 1 ? 'It has' : 'The longest has';
  const howLong =
    oldestSince === null ? '' : ` ${subject} run like this ${sayHowLong(oldestSince, input.today, oldestPrecision)}.`;
  return {
    tier,
    attention: {
      kind: 'unmonitored',
      // Unrated models may be as material as any: they rank with tier 2.
      severity: tier === null ? 'watch' : SEVERITY_BY_TIER.unmonitored[tier],
      title: `${sayCount(count)} ${kind} ${verb(count, 'runs', 'run')} in production without monitoring`,
      ...detailOf(about(count, example, `${blind}${howLong}${doubtfulWords(doubtful, count, input.today)}`)),
      count,
      since: oldestSince,
      action: openAction(count, { monitoring: ['not_monitored'], tier: [tier] }, example),
    },
  };
}

function monitoringUnknown({ monitoringUnknown: found }: AttentionInput): RankedItem[] {
  if (!found) return [];
  const { count, example } = found;
  const them = verb(count, 'it is', 'they are');
  return [
    {
      tier: null,
      attention: {
        kind: 'monitoring_unknown',
        // To be asked, not to be mended: what is known to run unwatched comes first, whatever its tier.
        severity: 'note',
        title: `${counted(count, 'model')} in production of which nobody has said whether ${them} monitored`,
        ...detailOf(
          about(
            count,
            example,
            `no source and no drift result says that ${verb(count, 'it is', 'one of them is')} watched, or that it is not.`,
          ),
        ),
        count,
        since: null,
        action: openAction(count, { monitoring: ['unknown'] }, example),
      },
    },
  ];
}

function waiting({ waitingForApproval: { count, example, tiers } }: AttentionInput): RankedItem {
  const label = tiers ? 'Open the models in validation under a gate' : 'Open the models in validation';
  return {
    tier: null,
    attention: {
      kind: 'waiting_for_approval',
      severity: 'watch',
      title: `${counted(count, 'model')} in validation ${verb(count, 'waits', 'wait')} for an approval`,
      ...detailOf(
        about(
          count,
          example,
          `${verb(count, 'it goes', 'they go')} live only on the approval of somebody other than the author.`,
        ),
      ),
      count,
      since: null,
      action: listAction(label, count, { stage: ['validation'], ...(tiers && { tier: tiers }) }, example),
    },
  };
}

function stalled({ stalled: { count, oldestSince, oldestPrecision, example }, today }: AttentionInput): RankedItem {
  const subject = count === 1 ? 'It has' : 'The longest has';
  const howLong =
    oldestSince === null ? '' : ` ${subject} been there ${sayHowLong(oldestSince, today, oldestPrecision)}.`;
  return {
    tier: null,
    attention: {
      kind: 'stalled',
      severity: 'watch',
      title: `${counted(count, 'model')} ${verb(count, 'has', 'have')} been in validation for more than 180 days`,
      ...detailOf(about(count, example, `work that neither goes live nor ends.${howLong}`)),
      count,
      since: oldestSince,
      action: listAction('Open the models in validation', count, { stage: ['validation'] }, example),
    },
  };
}

const GAPS = {
  owner: {
    kind: 'without_owner',
    severity: 'watch',
    word: 'owner',
    why: 'Nobody answers for what happens when one fails.',
  },
  tier: {
    kind: 'without_tier',
    severity: 'watch',
    word: 'tier',
    why: 'Without a tier no review falls due and no gate holds.',
  },
  updateFrequency: {
    kind: 'without_frequency',
    severity: 'note',
    word: 'update frequency',
    why: 'What is not known counts as 0 in the release load, so the recommended level may be too low.',
  },
} as const;

const HIGHEST_LEVEL = 3;
const ALREADY_HIGHEST =
  'What is not known counts as 0 in the release load: level 3 is recommended all the same, and none is higher.';

function gap(field: keyof typeof GAPS, count: number, input: AttentionInput): RankedItem {
  const { kind, severity, word, why: reason } = GAPS[field];
  const why = field === 'updateFrequency' && input.recommended === HIGHEST_LEVEL ? ALREADY_HIGHEST : reason;
  const share = `${sayCount(count)} of ${counted(input.inProduction, 'model')} in production`;
  return {
    tier: null,
    attention: {
      kind,
      severity,
      title: `${counted(count, 'model')} in production ${verb(count, 'has', 'have')} no ${word}`,
      detail: `${share}. ${why}`,
      count,
      since: null,
      action: openAction(count, { inProduction: true, missing: [field] }),
    },
  };
}

function claims({ claims: found }: AttentionInput): RankedItem[] {
  if (!found) return [];
  const { assessmentId, name, contradicted, held, finishedAt } = found;
  return [
    {
      tier: null,
      attention: {
        kind: 'claims_not_evidenced',
        severity: 'watch',
        title: `${counted(contradicted, 'claim')} of the assessment ${verb(contradicted, 'is', 'are')} not borne out by the portfolio`,
        ...detailOf(
          said`${typedText(`“${name}”`, 'The assessment')}: ${sayCount(contradicted)} of ${counted(held, 'claim')} that can be held against the models’ own rows.`,
        ),
        count: contradicted,
        since: finishedAt,
        action: { label: 'Compare claims and rows', filter: null, modelId: null, assessmentId },
      },
    },
  ];
}

const rankOf = ({ attention }: RankedItem): number => ATTENTION_SEVERITIES.indexOf(attention.severity);

function compare(a: RankedItem, b: RankedItem): number {
  const severity = rankOf(a) - rankOf(b);
  return severity || (a.tier ?? 4) - (b.tier ?? 4) || b.attention.count - a.attention.count;
}

/** What to look at first: by severity, then tier, then number; nothing where the number is 0. */
export const rankAttention = (input: AttentionInput): readonly Attention[] =>
  rankedItems(input).map((one) => one.attention);

/** The same with the tier that each is ranked by. */
export function rankedItems(input: AttentionInput): readonly RankedItem[] {
  const items = [
    // Of equal rank, what has gone wrong comes before what might.
    ...(input.incidents ? incidentItems(input.incidents, input.today) : []),
    ...owedItems(input, input.today),
    ...(input.challengers ? [challengerItem(input.challengers)] : []),
    ...(input.mitigations ? [mitigationItem(input.mitigations, input.today)] : []),
    ...input.unmonitoredByTier.map((one) => unmonitored(one, input)),
    ...monitoringUnknown(input),
    reviewsOverdue(input),
    reviewsDue(input),
    waiting(input),
    stalled(input),
    gap('owner', input.withoutOwner.inProduction, input),
    gap('tier', input.withoutTier.inProduction, input),
    gap('updateFrequency', input.withoutFrequency.inProduction, input),
    ...(input.updates ? [updatesItem(input.updates)] : []),
    ...(input.runCosts ? [runCostsItem(input.runCosts)] : []),
    ...claims(input),
    ...(input.drift ? driftItems(input.drift, input.today) : []),
  ];
  return items.filter((one) => one.attention.count > 0).sort(compare);
}
