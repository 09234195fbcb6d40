import { daysPassed, sayDay } from '../base/calendar';
import { counted, oneOf, sayCount, smallNumber, verb } from '../base/wording';
import { type RetrainingLead, sayLead } from '../drift/retraining-lead';
import type { MondayGroupKind } from './monday';
import { OWED_KINDS, type OwedCounts, type OwedKind, owedWords } from './owed';

/** What changed in each group since the last look. */
export interface MondayChanges {
  readonly drifted: { readonly total: number; readonly fresh: number; readonly back: readonly string[] };
  /** False: no drift result was ever recorded, so that nobody knows what drifted or fell silent. Left out: some was. */
  readonly measured?: boolean;
  /** False: no incident was ever registered. Left out: some was. */
  readonly registered?: boolean;
  readonly retraining: {
    readonly due: number;
    readonly inWork: number;
    readonly overdue: number;
    readonly fresh: number;
    readonly settled: number;
    readonly lead: RetrainingLead;
  };
  readonly incidents: { readonly total: number; readonly fresh: number; readonly resolved: number };
  readonly silent: { readonly total: number; readonly fresh: number; readonly back: readonly string[] };
  readonly reviews: {
    readonly overdue: number;
    readonly due: number;
    readonly fresh: number;
    /** Last day of the quarter, ISO. */
    readonly until: string;
  };
  /** Left out: nothing is owed. */
  readonly owed?: Readonly<Partial<Record<OwedKind, OwedCounts>>>;
}

const uncapital = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const NAMED = 2;

/** `Travel pricing spoke again`, `three spoke again`; '' without any. */
function backWords(names: readonly string[], did: string): string {
  if (names.length === 0) return '';
  return `${names.length <= NAMED ? oneOf(names, 'and') : smallNumber(names.length)} ${did}`;
}

/** What a line of a group says of the change: `one more since 16 Nov 2026; none came back`. */
function groupChange(fresh: number, came: string, back: string): string {
  const parts = [...(fresh > 0 ? [`${smallNumber(fresh)} ${came}`] : []), ...(back === '' ? [] : [back])];
  return parts.length === 0 ? 'nothing changed' : parts.join('; ');
}

const NOTHING_OWED: OwedCounts = { total: 0, late: 0, fresh: 0 };
/** Of what is owed since: the words of the headline, the gravest first. */
const OWED_NEWS: Readonly<Record<OwedKind, readonly [one: string, many: string]>> = {
  reports: ['report to an authority is near or late', 'reports to authorities are near or late'],
  gates: ['gate no longer stands', 'gates no longer stand'],
  findings: ['finding became overdue', 'findings became overdue'],
  evidence: ['piece of evidence ends', 'pieces of evidence end'],
};

const NEVER_MEASURED = 'no drift result has been recorded';

/** Title and change of each group; what nobody has looked at is not called nothing. */
export function groupWords(kind: MondayGroupKind, changes: MondayChanges): { title: string; change: string } {
  const { measured = true, registered = true } = changes;
  if (!measured && kind === 'drifted') return { title: 'Drifted: not known', change: NEVER_MEASURED };
  if (!measured && kind === 'silent') return { title: 'Silent: not known', change: NEVER_MEASURED };
  if (!registered && kind === 'incidents')
    return { title: 'Open incidents: not known', change: 'none has been registered, and none known is not none' };
  switch (kind) {
    case 'drifted': {
      const { total, fresh, back } = changes.drifted;
      return {
        title: `Drifted: ${sayCount(total)}`,
        change: groupChange(fresh, 'new', backWords(back, 'came back within limits')),
      };
    }
    case 'retraining': {
      const { due, inWork, overdue, fresh, settled, lead } = changes.retraining;
      const late = overdue === 0 ? '' : `, ${sayCount(overdue)} overdue`;
      return {
        title: `Retraining: ${sayCount(due)} due, ${sayCount(inWork)} in work${late}`,
        change: [
          groupChange(fresh, 'came due', settled === 0 ? '' : `${smallNumber(settled)} settled`),
          // Without any there is nothing to compare with.
          ...(lead.median === null ? [] : [uncapital(sayLead(lead))]),
        ].join('; '),
      };
    }
    case 'incidents': {
      const { total, fresh, resolved } = changes.incidents;
      return {
        title: `Open incidents: ${sayCount(total)}`,
        change: groupChange(fresh, 'opened', resolved === 0 ? '' : `${smallNumber(resolved)} resolved`),
      };
    }
    case 'silent': {
      const { total, fresh, back } = changes.silent;
      return {
        title: `Silent: ${sayCount(total)}`,
        change: groupChange(
          fresh,
          'fell silent',
          backWords(back, verb(back.length, 'has a result again', 'have results again')),
        ),
      };
    }
    case 'reports':
    case 'gates':
    case 'findings':
    case 'evidence':
      return owedWords(kind, changes.owed?.[kind] ?? NOTHING_OWED);
    case 'reviews': {
      const { overdue, due, fresh, until } = changes.reviews;
      return {
        title: `Reviews: ${sayCount(overdue)} overdue, ${sayCount(due)} due by ${sayDay(until)}`,
        change: groupChange(fresh, verb(fresh, 'became overdue', 'became overdue'), ''),
      };
    }
  }
}

function unseenWords(measured: boolean, registered: boolean): string {
  if (!measured && !registered) return 'no drift result and no incident is recorded';
  return measured ? 'no incident is recorded' : 'no drift result is recorded';
}

const lateOwed = ({ owed = {} }: MondayChanges): number =>
  OWED_KINDS.reduce((sum, kind) => sum + (owed[kind]?.late ?? 0), 0);

/** The finding of the page: what changed, the gravest first, under eighty characters. */
export function mondayHeadline(changes: MondayChanges): string {
  const { drifted, retraining, incidents, silent, reviews, measured = true, registered = true } = changes;
  const owedNews = (kinds: readonly OwedKind[]): string[] =>
    kinds.flatMap((kind) => {
      const { fresh } = changes.owed?.[kind] ?? NOTHING_OWED;
      return fresh === 0 ? [] : [`${smallNumber(fresh)} ${verb(fresh, ...OWED_NEWS[kind])}`];
    });
  const parts = [
    ...owedNews(['reports']),
    ...(drifted.fresh > 0
      ? [`${smallNumber(drifted.fresh)} more ${verb(drifted.fresh, 'model', 'models')} drifted`]
      : []),
    ...(incidents.fresh > 0
      ? [`${smallNumber(incidents.fresh)} ${verb(incidents.fresh, 'incident', 'incidents')} opened`]
      : []),
    ...owedNews(['gates']),
    ...(silent.fresh > 0 ? [`${smallNumber(silent.fresh)} fell silent`] : []),
    ...(retraining.fresh > 0 && drifted.fresh === 0
      ? [`retraining came due for ${smallNumber(retraining.fresh)}`]
      : []),
    ...(reviews.fresh > 0
      ? [`${smallNumber(reviews.fresh)} ${verb(reviews.fresh, 'review', 'reviews')} became overdue`]
      : []),
    ...owedNews(['findings', 'evidence']),
  ].slice(0, 3);
  const good = [
    ...(incidents.resolved > 0
      ? [`${smallNumber(incidents.resolved)} ${verb(incidents.resolved, 'incident', 'incidents')} resolved`]
      : []),
    ...(drifted.back.length > 0 ? [`${smallNumber(drifted.back.length)} came back within limits`] : []),
  ];
  const open =
    drifted.total +
    retraining.due +
    retraining.inWork +
    incidents.total +
    silent.total +
    reviews.overdue +
    lateOwed(changes);
  if (parts.length === 0 && good.length === 0)
    return open === 0
      ? measured && registered
        ? 'Nothing is open, and nothing changed'
        : `Nothing is open that is known: ${unseenWords(measured, registered)}`
      : `Nothing changed; ${counted(open, 'matter')} still open`;
  const bad = parts.length === 0 ? ['nothing new went wrong'] : parts;
  // Three parts are a line already.
  const end = good.length > 0 ? good.slice(0, 1) : bad.length < 3 ? ['nothing was resolved'] : [];
  return capital([...bad, ...end].join(', '));
}

export interface MondaySpan {
  /** ISO instants. */
  readonly since: string;
  readonly now: string;
  /** Chosen in the address, since the last look, or a week for want of one. */
  readonly basis: 'chosen' | 'looked' | 'week';
}

const BASIS = {
  chosen: 'as chosen',
  looked: 'since you last looked',
  week: 'a week, for you have not looked before',
} as const satisfies Record<MondaySpan['basis'], string>;

/** The line below: over which days, how many rows are new, and whose most of them are. */
export function mondaySubline(
  { since, now, basis }: MondaySpan,
  owners: readonly string[],
  fresh: number,
  total = owners.length,
): string {
  const days = daysPassed(since, now);
  const span = `${capital(counted(days, 'day'))}, ${sayDay(since)} to ${sayDay(now)}, ${BASIS[basis]}.`;
  if (owners.length === 0) return span;
  const news = `${capital(fresh === 0 ? 'none' : smallNumber(fresh))} of ${counted(total, 'row')} ${verb(fresh, 'is', fresh === 0 ? 'is' : 'are')} new`;
  const counts = new Map<string, number>();
  for (const owner of owners) if (owner !== '') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b));
  // Of rows that are not shown nobody has counted the owners.
  const whose =
    total === owners.length && most && most[1] > 1 && counts.size > 1
      ? `; ${smallNumber(most[1])} are of ${most[0]}`
      : '';
  return `${span} ${news}${whose}.`;
}
