import { assertNever } from '../base/assert-never';
import { sayDay } from '../base/calendar';
import { type DatePrecision, sayDated } from '../base/period';
import type { RetrainingState } from './vocabulary';

interface Standing {
  readonly state: RetrainingState;
  readonly overdue: boolean;
  readonly openedAt: string;
  readonly startedAt: string | null;
  readonly owner: string;
  readonly until: string | null;
  readonly resolvedAt: string | null;
  readonly version: string;
  readonly liveAt: string | null;
  readonly livePrecision: DatePrecision;
  readonly againstUntil: string | null;
  readonly drift: {
    readonly label: string;
    readonly before: { readonly value: number } | null;
    readonly after: { readonly value: number } | null;
  } | null;
}

/** Where an item stands, without a full stop: `In work by Ada until 12 Dec 2026`. */
export function sayStanding(item: Standing): string {
  const { state } = item;
  switch (state) {
    case 'due':
      return `Due since ${sayDay(item.openedAt)}; nobody has started it`;
    case 'in_work':
      return inWork(item);
    case 'live':
      return `${live(item)}${around(item.drift)}`;
    case 'against':
      return `Decided against${day(item.resolvedAt, ' on')}${day(item.againstUntil, ', until')}`;
    case 'ran_out':
      return `Decided against until${day(item.againstUntil, '')}, which has passed, and still at act`;
    case 'retired':
      return 'Ended with the model, which was retired';
    case 'not_said':
      return `Resolved${day(item.resolvedAt, ' on')}; how was not recorded`;
    case 'no_ground':
      return `Closed${day(item.resolvedAt, ' on')} by a changed band or rule`;
    default:
      return assertNever(state);
  }
}

const day = (at: string | null, before: string): string => (at === null ? '' : `${before} ${sayDay(at)}`);

function inWork({ owner, until, overdue, startedAt }: Standing): string {
  if (owner === '') return `In work${day(startedAt, ' since')}; nobody has said by whom and until when`;
  return `In work by ${owner}${day(until, ' until')}${overdue ? ', which has passed' : ''}`;
}

const live = ({ version, liveAt, livePrecision }: Standing): string =>
  liveAt === null
    ? `Resolved by version ${version}, whose release is not dated here`
    : `Version ${version} live ${livePrecision === 'day' ? 'on' : 'in'} ${sayDated({ at: liveAt, precision: livePrecision })}`;

function around(drift: Standing['drift']): string {
  if (!drift) return '';
  const of = (one: { readonly value: number } | null, none: string): string =>
    one === null ? none : Number(one.value.toPrecision(3)).toString();
  if (drift.before === null && drift.after === null) return '';
  return `: ${drift.label} ${of(drift.before, 'not known')} before, ${of(drift.after, 'no whole window yet')} after`;
}
