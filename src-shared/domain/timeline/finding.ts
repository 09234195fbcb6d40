import { isoDay, sayDay } from '../base/calendar';
import { counted, oneOf, sayCount, smallNumber } from '../base/wording';
import type { Health } from '../vocabulary';
import type { TimelineEvent } from './timeline-event';
import type { TimelineIncident } from './trouble-events';
import type { FiguredRun } from './trouble-events';
import type { TimelineRetraining } from './retraining-events';

export interface FindingFacts {
  readonly inProduction: boolean;
  readonly health: Health;
  /** ISO day since which it has that health; `null`: not known. */
  readonly since: string | null;
  readonly retraining: readonly TimelineRetraining[];
  readonly incidents: readonly TimelineIncident[];
  /** Findings of validation, audit or review that are not closed; accepted ones among them. */
  readonly openFindings: number;
  /** Version that runs beside the live one, with the day of its beginning. */
  readonly challengers: readonly { readonly version: string; readonly since: string }[];
}

const HEALTH_WORDS: Readonly<Partial<Record<Health, string>>> = {
  act: 'At act',
  watch: 'At watch',
  ok: 'Within limits',
  silent: 'Silent',
};

/** What stands at the top of the timeline: how the model is, since when, and what is open of it. */
export function timelineFinding(facts: FindingFacts): string {
  const parts = [
    healthPart(facts),
    ...retrainingParts(facts),
    ...incidentParts(facts),
    ...(facts.openFindings > 0 ? [`${counted(facts.openFindings, 'finding')} not closed`] : []),
    ...challengerParts(facts),
  ];
  const [first = '', ...rest] = parts.filter((part) => part !== '');
  if (rest.length === 0 && !facts.inProduction) return first;
  return [first, ...(rest.length === 0 ? ['nothing is open'] : rest)].join('; ');
}

function healthPart({ inProduction, health, since }: FindingFacts): string {
  if (!inProduction) return 'Not in production, so nothing is to be watched';
  const words = HEALTH_WORDS[health];
  if (words === undefined) return 'No verdict on its drift';
  return since === null ? words : `${words} since ${sayDay(since)}`;
}

function retrainingParts({ retraining }: FindingFacts): readonly string[] {
  return retraining.filter(({ open }) => open).map(sayOpen);
}

function sayOpen({ state, owner, openedAt }: TimelineRetraining): string {
  if (state === 'in_work') return `retraining in work${owner === '' ? '' : ` by ${owner}`}`;
  if (state === 'ran_out') return 'retraining due since the decision against it ran out';
  return `retraining due since ${sayDay(openedAt)}, not started`;
}

function incidentParts({ incidents }: FindingFacts): readonly string[] {
  const open = incidents.filter(({ overAt }) => overAt === null);
  const [first] = open;
  if (first === undefined) return [];
  if (open.length === 1) return [`incident ${first.number} open since ${sayDay(first.openedAt)}`];
  const oldest = open.reduce((least, { openedAt }) => (openedAt < least ? openedAt : least), first.openedAt);
  return [`${sayCount(open.length)} incidents open, the oldest since ${sayDay(oldest)}`];
}

function challengerParts({ challengers }: FindingFacts): readonly string[] {
  return challengers.map(({ version, since }) => `${version} runs beside it since ${sayDay(since)}`);
}

/** What came before, counted: how often drift reached act, and what followed. */
export function timelineCount(runs: readonly FiguredRun[], incidents: number, releases: number): string {
  const act = episodes(runs);
  const first = runs[0];
  const drift =
    first === undefined
      ? 'no drift result has ever come in'
      : `drift ${timesAtAct(act)} since ${sayDay(isoDay(first.from))}`;
  const others = [counted(incidents, 'incident'), counted(releases, 'release')];
  const text = `${drift}; ${oneOf(others, 'and')} are recorded`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function timesAtAct(times: number): string {
  if (times === 0) return 'has not reached act';
  if (times === 1) return 'reached act once';
  return `reached act ${times === 2 ? 'twice' : `${smallNumber(times)} times`}`;
}

/** Times at act with a result within limits between them; a way back to watch alone ends none. */
function episodes(runs: readonly FiguredRun[]): number {
  let count = 0;
  let inAct = false;
  for (const { verdict } of runs) {
    if (verdict === 'act' && !inAct) count += 1;
    if (verdict === 'act') inAct = true;
    else if (verdict === 'ok') inAct = false;
  }
  return count;
}

const SIGNS: Readonly<Partial<Record<TimelineEvent['kind'], string>>> = {
  drift: 'a drift result',
  incidents: 'an incident',
  retraining: 'a retraining',
  versions: 'a release',
  moves: 'a move',
  approvals: 'an approval',
  challengers: 'a challenger',
};

export interface SignOfLife {
  readonly at: string;
  readonly precision: TimelineEvent['precision'];
  readonly what: string;
}

/** The latest that shows that somebody or something dealt with the model; editing its row here shows nothing of it. */
export function lastSignOfLife(
  events: readonly TimelineEvent[],
  lastResult: string | null,
  now: string,
): SignOfLife | null {
  const latest = events.find(({ kind, at, key }) => at !== null && at <= now && kind in SIGNS && key !== 'silent');
  const sign =
    latest?.at == null ? null : { at: latest.at, precision: latest.precision, what: SIGNS[latest.kind] ?? '' };
  if (lastResult !== null && lastResult <= now && (sign === null || lastResult > sign.at))
    return { at: lastResult, precision: 'day', what: 'a drift result' };
  return sign;
}
