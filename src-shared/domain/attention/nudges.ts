import { sayDay } from '../base/calendar';
import { counted, sayCount, verb } from '../base/wording';
import type { MondayGroupKind } from './monday';

/** What somebody may be told of while looking at something else; the groups of Monday. */
export type NudgeKind = MondayGroupKind;

/** One thing that is so now. */
export interface NudgeSubject {
  readonly kind: NudgeKind;
  /** Of the model, the retraining item or the incident. */
  readonly id: string;
  /** Of the model. */
  readonly name: string;
  /** ISO; with the id it tells this occurrence from a later one. */
  readonly since: string | null;
  readonly tier: number | null;
  /** '' = nobody. */
  readonly owner: string;
  /** Where it is: `null`, an incident of no known model. */
  readonly modelId: string | null;
}

export interface Nudge {
  readonly kind: NudgeKind;
  readonly title: string;
  readonly body: string;
  readonly count: number;
  /** The one thing that it is about; `null`: several, which stand on the page of the week. */
  readonly about: { readonly modelId: string | null; readonly incidentId: string | null } | null;
}

/** Names one occurrence: what ended and began again is another one. */
export const occurrenceOf = ({ kind, id, since }: NudgeSubject): string => `${kind} ${id} ${since ?? ''}`;

const NAMED = 3;

const ONE: Readonly<Record<NudgeKind, string>> = {
  drifted: 'drifted beyond a limit',
  retraining: 'is due for retraining',
  incidents: 'has a new incident',
  silent: 'fell silent',
  reports: 'has a report to an authority that is near or late',
  gates: 'went through a gate that no longer stands',
  findings: 'has an overdue finding',
  evidence: 'has evidence that ends or has ended',
  reviews: 'is overdue for review',
};
const MANY: Readonly<Record<NudgeKind, string>> = {
  drifted: 'drifted beyond a limit',
  retraining: 'are due for retraining',
  incidents: 'have new incidents',
  silent: 'fell silent',
  reports: 'have reports to authorities that are near or late',
  gates: 'went through gates that no longer stand',
  findings: 'have overdue findings',
  evidence: 'have evidence that ends or has ended',
  reviews: 'are overdue for review',
};
const SINCE: Readonly<Record<NudgeKind, string>> = {
  drifted: 'Since',
  retraining: 'Asked for on',
  incidents: 'Opened on',
  silent: 'Since',
  reports: 'Since',
  gates: 'Since',
  findings: 'Since',
  evidence: 'Since',
  reviews: 'It was due on',
};

/** What is so now and was not told yet, one nudge a kind, in the order of `kinds`. */
export function dueNudges(
  subjects: readonly NudgeSubject[],
  kinds: readonly NudgeKind[],
  isTold: (subject: NudgeSubject) => boolean,
): readonly Nudge[] {
  return kinds.flatMap((kind) => {
    const fresh = subjects.filter((one) => one.kind === kind && !isTold(one)).sort(gravest);
    const [first] = fresh;
    return first === undefined ? [] : [fresh.length === 1 ? nudgeOfOne(first) : nudgeOfMany(kind, fresh)];
  });
}

const gravest = (a: NudgeSubject, b: NudgeSubject): number =>
  (a.tier ?? 4) - (b.tier ?? 4) || (a.since ?? '').localeCompare(b.since ?? '') || a.id.localeCompare(b.id);

function nudgeOfOne({ kind, id, name, since, tier, owner, modelId }: NudgeSubject): Nudge {
  const body = [
    since === null ? null : `${SINCE[kind]} ${sayDay(since)}`,
    tier === null ? 'No tier' : `Tier ${tier}`,
    owner === '' ? 'Nobody owns it' : `Owner: ${owner}`,
  ];
  return {
    kind,
    title: `${name} ${ONE[kind]}`,
    body: `${body.filter((part) => part !== null).join('. ')}.`,
    count: 1,
    about: { modelId, incidentId: kind === 'incidents' || kind === 'reports' ? id : null },
  };
}

function nudgeOfMany(kind: NudgeKind, fresh: readonly NudgeSubject[]): Nudge {
  // Two models may have one name; what is of no known model is told by its words.
  const names = [...new Map(fresh.map(({ modelId, name }) => [modelId ?? `no model ${name}`, name])).values()];
  const [name = ''] = names;
  const many = counted(fresh.length, 'new incident');
  if (kind === 'incidents' && names.length === 1)
    return { kind, title: `${name} has ${many}`, body: 'They stand on This week.', count: fresh.length, about: null };
  const title =
    kind === 'incidents'
      ? `${many} of ${counted(names.length, 'model')}`
      : `${counted(names.length, 'model')} ${verb(names.length, ONE[kind], MANY[kind])}`;
  const rest = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return {
    kind,
    title,
    body: `${shown}${rest > 0 ? ` and ${sayCount(rest)} more` : ''}.`,
    count: fresh.length,
    about: null,
  };
}
