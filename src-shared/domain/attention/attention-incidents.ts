import { sayDay } from '../base/calendar';
import { namedPerson, said } from '../base/sentence';
import { counted, sayCount, verb } from '../base/wording';
import { OLD_DAYS, type OpenGroup, type OpenIncidents } from '../incidents/open-incidents';
import { type AttentionAction, type AttentionIncidents, detailOf, type RankedItem, sayHowLong } from './attention-item';

/** Open incidents as things to look at: the grave ones by tier, and what has been left lying. */
export function incidentItems({ severe, old }: OpenIncidents, today: string): RankedItem[] {
  const items = severe.map((group): RankedItem => {
    const { tier, sev1, count, since } = group;
    const where =
      tier === null
        ? 'of models without a tier or not known'
        : `of ${verb(count, `a tier ${tier} model`, `tier ${tier} models`)}`;
    const gravest = sev1 > 0 && count > 1 ? `${sayCount(sev1)} of them ${verb(sev1, 'is', 'are')} SEV 1. ` : '';
    return {
      tier,
      attention: {
        kind: 'incidents_open',
        severity: sev1 > 0 || tier === 1 ? 'act' : 'watch',
        title: `${counted(count, count === sev1 ? 'SEV 1 incident' : 'SEV 1 or 2 incident')} ${where} ${verb(count, 'is', 'are')} open`,
        detail: `${gravest}${openSince(group, today)}`,
        count,
        since,
        action: actionOf(group, { open: true, severity: [1, 2], tier: [tier] }),
      },
    };
  });
  if (!old) return items;
  const item: RankedItem = {
    tier: null,
    attention: {
      kind: 'incidents_old',
      severity: 'watch',
      title: `${counted(old.count, 'incident')} ${verb(old.count, 'has', 'have')} been open for more than ${OLD_DAYS} days`,
      detail: openSince(old, today),
      count: old.count,
      since: old.since,
      action: actionOf(old, { open: true, severity: [3, 4, 5, null], openedTo: old.before }),
    },
  };
  return [...items, item];
}

const openSince = ({ count, since, example }: OpenGroup, today: string): string =>
  count === 1
    ? `Incident ${example.number}: open ${sayHowLong(since, today)}.`
    : `The oldest, incident ${example.number}, has been open ${sayHowLong(since, today)}.`;

function actionOf({ count, example }: OpenGroup, filter: AttentionIncidents): AttentionAction {
  const single = count === 1 && example.modelId !== null;
  return {
    label: single ? 'Open the model' : `Open ${counted(count, 'incident')}`,
    filter: null,
    modelId: single ? example.modelId : null,
    incidents: filter,
  };
}

/** Incidents past the day until which somebody was to mitigate them. */
export interface MitigationsOverdue {
  readonly count: number;
  /** The longest overdue. */
  readonly first: {
    readonly id: string;
    readonly number: number;
    readonly modelId: string | null;
    readonly owner: string;
    readonly due: string;
  };
}

export function mitigationItem({ count, first }: MitigationsOverdue, today: string): RankedItem {
  const owner = first.owner === '' ? 'somebody' : namedPerson(first.owner);
  const who = said`Incident ${String(first.number)}: ${owner} was to mitigate it by ${sayDay(first.due)}`;
  return {
    tier: null,
    attention: {
      kind: 'mitigation_overdue',
      severity: 'act',
      title: `Mitigation of ${counted(count, 'incident')} is overdue`,
      ...detailOf(count === 1 ? said`${who}.` : said`${who}, the longest of them ${sayHowLong(first.due, today)}.`),
      count,
      since: first.due,
      action: {
        label: count === 1 ? `Open incident ${first.number}` : 'Open the open incidents',
        filter: null,
        modelId: null,
        ...(count === 1 ? { incidentId: first.id } : { incidents: { open: true, severity: [1, 2, 3, 4, 5, null] } }),
      },
    },
  };
}
