import { daysFromTo, sayDay, sayMonth } from '../base/calendar';
import { counted } from '../base/wording';

export const DUTY_KINDS = [
  'report',
  'review',
  'called_review',
  'retraining',
  'mitigation',
  'finding',
  'step',
  'decision',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** What somebody has to have done by a day. */
export interface Duty {
  readonly kind: DutyKind;
  /** Of the model, the retraining item, the incident, the step or the assessment: the same one next time. */
  readonly id: string;
  /** ISO day. */
  readonly day: string;
  /** Of the model, the incident or the step. */
  readonly name: string;
  /** Who answers for it; '' = nobody is named. */
  readonly owner: string;
  /** Of the model. */
  readonly tier?: number | null;
  /** Of an incident. */
  readonly number?: number;
  /** What called for a review; of a finding or a report, the model or the incident that it is of. */
  readonly of?: string;
  /** A step of which no day was named: the month (`2027-03`) in which the plan has it done, `day` is its last. */
  readonly planned?: string;
}

/** An entry of a calendar: a whole day, a title that stands alone, and what more there is to say. */
export interface CalendarEntry {
  readonly uid: string;
  /** ISO day. */
  readonly day: string;
  readonly title: string;
  readonly detail: string;
  readonly category: string;
}

const CATEGORIES: Readonly<Record<DutyKind, string>> = {
  report: 'Report to an authority',
  review: 'Model review',
  called_review: 'Model review',
  finding: 'Finding',
  retraining: 'Retraining',
  mitigation: 'Incident',
  step: 'Roadmap',
  decision: 'Roadmap',
};

function titleOf({ kind, name, number, of = '' }: Duty): string {
  switch (kind) {
    case 'review':
      return `Review due: ${name}`;
    case 'report':
      return `Report to the authority: ${name}`;
    case 'called_review':
      return `Review after ${of}: ${name}`;
    case 'finding':
      return `Finding to be closed: ${name}, ${of}`;
    case 'retraining':
      return `Retraining to be live: ${name}`;
    case 'mitigation':
      return `Incident ${number ?? ''} to be mitigated: ${name}`;
    case 'step':
      return `Roadmap: ${name}`;
    case 'decision':
      return `Decision on the roadmap of ${name}`;
  }
}

/** @param today ISO day, which lateness is counted from */
function detailOf({ owner, tier, planned, day }: Duty, today: string): string {
  const late = daysFromTo(day, today);
  return [
    owner === '' ? 'Nobody is named for it.' : `For ${owner}.`,
    tier === undefined ? '' : tier === null ? 'No tier.' : `Tier ${tier}.`,
    planned === undefined ? '' : `No day is named: the plan has it done in ${sayMonth(planned)}.`,
    late > 0 && planned === undefined
      ? `Late: it was due on ${sayDay(day)}, ${counted(late, 'day')} before this calendar was made.`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Duties as entries of a calendar, by day, then as they are named; the same duty keeps its `uid`. */
export function calendarEntries(duties: readonly Duty[], today: string): readonly CalendarEntry[] {
  return duties
    .toSorted(
      (a, b) =>
        a.day.localeCompare(b.day) ||
        DUTY_KINDS.indexOf(a.kind) - DUTY_KINDS.indexOf(b.kind) ||
        a.name.localeCompare(b.name) ||
        a.id.localeCompare(b.id),
    )
    .map((duty) => ({
      uid: `${duty.kind}-${duty.id}@modelfolio`,
      day: duty.day,
      title: titleOf(duty),
      detail: detailOf(duty, today),
      category: CATEGORIES[duty.kind],
    }));
}
