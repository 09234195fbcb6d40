import { daysFromTo, sayDay } from '../base/calendar';
import { namedModel, said, typedText } from '../base/sentence';
import { counted, sayCount, verb } from '../base/wording';
import { ENDS_SOON_DAYS } from '../governance/evidence-standing';
import { type AttentionExample, detailOf, openAction, type RankedItem } from './attention-item';

/** A report to an authority is called for from so many days before its last one. */
export const REPORT_DAYS = 5;

/** Reports to authorities that are not sent: late, or with their last day within `REPORT_DAYS`. */
export interface ReportsDue {
  readonly count: number;
  readonly late: number;
  /** The one whose last day comes first. */
  readonly first: {
    readonly incidentId: string;
    readonly title: string;
    readonly text: string;
    readonly due: string;
    /** The day from which its text asks for such reports, where nobody had to make this one yet. */
    readonly asksFrom: string | null;
  };
  /** Of all: reports that no text asked for yet on the day of awareness. */
  readonly ahead: number;
}

/** Findings that are not closed past their day, or accepted beyond the end of it. */
export interface FindingsOverdue {
  readonly count: number;
  /** Critical or high. */
  readonly grave: number;
  /** The one whose day passed first. */
  readonly first: OwedFirst;
}

/** The one that is named: its model, what it is about, and since when. */
export interface OwedFirst {
  readonly model: AttentionExample;
  readonly words: string;
  readonly since: string | null;
}

/** Models in production whose gate does not stand. */
export interface GatesFallen {
  readonly count: number;
  readonly tier1: number;
  readonly first: OwedFirst;
}

/** Models in production with evidence that has ended or ends soon, and nothing in its place. */
export interface EvidenceEnded {
  readonly count: number;
  readonly first: OwedFirst;
}

export function gatesItem({ count, tier1, first }: GatesFallen): RankedItem {
  return {
    tier: tier1 > 0 ? 1 : null,
    attention: {
      kind: 'gates_fallen',
      severity: tier1 > 0 ? 'act' : 'watch',
      title: `${counted(count, 'model')} in production went through a gate that no longer stands`,
      ...detailOf(said`“${namedModel(first.model)}”: ${typedText(first.words, 'what it asks is not there')}.`),
      count,
      since: first.since,
      action: openAction(count, { gate: ['fallen'] }, first.model),
    },
  };
}

export function gatesLackingItem({ count, tier1, first }: GatesFallen): RankedItem {
  return {
    tier: tier1 > 0 ? 1 : null,
    attention: {
      kind: 'gates_lacking',
      severity: 'note',
      title: `${counted(count, 'model')} in production ${verb(count, 'does', 'do')} not show what the gate asks`,
      ...detailOf(
        said`“${namedModel(first.model)}”: ${typedText(first.words, 'what it asks is not there')}. It came with a file, or more is asked since.`,
      ),
      count,
      since: null,
      action: openAction(count, { gate: ['lacking'] }, first.model),
    },
  };
}

export function evidenceItem(ended: boolean, { count, first }: EvidenceEnded): RankedItem {
  return {
    tier: null,
    attention: {
      kind: ended ? 'evidence_ended' : 'evidence_ends',
      severity: ended ? 'watch' : 'note',
      title: ended
        ? `${counted(count, 'model')} in production ${verb(count, 'rests', 'rest')} on evidence that has ended`
        : `${counted(count, 'model')} in production ${verb(count, 'has', 'have')} evidence that ends within ${ENDS_SOON_DAYS} days`,
      ...detailOf(said`“${namedModel(first.model)}”: ${typedText(first.words, 'one row of it')}.`),
      count,
      since: first.since,
      action: openAction(count, { evidence: [ended ? 'ended' : 'ends_soon'] }, first.model),
    },
  };
}

export function reportsItem({ count, late, first, ahead }: ReportsDue, today: string): RankedItem {
  const left = daysFromTo(today, first.due);
  const when =
    left < 0
      ? `was due on ${sayDay(first.due)}, ${counted(-left, 'day')} ago`
      : left === 0
        ? 'has its last day today'
        : `has its last day on ${sayDay(first.due)}, in ${counted(left, 'day')}`;
  const asked = first.asksFrom === null ? '' : ` The text asks for such reports from ${sayDay(first.asksFrom)} on.`;
  return {
    tier: 1,
    attention: {
      kind: 'reports_due',
      severity: ahead < count ? 'act' : 'watch',
      title:
        late > 0
          ? `${counted(late, 'report')} to an authority ${verb(late, 'is', 'are')} late${count > late ? `, ${sayCount(count - late)} more due within ${REPORT_DAYS} days` : ''}`
          : `${counted(count, 'report')} to an authority ${verb(count, 'is', 'are')} due within ${REPORT_DAYS} days`,
      ...detailOf(said`${typedText(`“${first.title}”`, 'An incident')}: its report by ${first.text} ${when}.${asked}`),
      count,
      since: first.due < today ? first.due : null,
      action:
        count === 1
          ? { label: 'Open the incident', filter: null, modelId: null, incidentId: first.incidentId }
          : { label: 'Open This week', filter: null, modelId: null, page: 'week' },
    },
  };
}

export function findingsItem({ count, grave, first }: FindingsOverdue): RankedItem {
  const graver = grave > 0 ? ` ${sayCount(grave)} of them ${verb(grave, 'is', 'are')} critical or high.` : '';
  return {
    tier: null,
    attention: {
      kind: 'findings_overdue',
      severity: grave > 0 ? 'act' : 'watch',
      title: `${counted(count, 'finding')} ${verb(count, 'is', 'are')} overdue`,
      ...detailOf(said`“${namedModel(first.model)}”: ${typedText(first.words, 'a finding is overdue')}.${graver}`),
      count,
      since: first.since,
      action: { label: 'Open the findings', filter: null, modelId: null, page: 'findings' },
    },
  };
}

/** What is owed to authorities and gates, after findings and by evidence; what is left out is owed to nobody. */
export interface OwedAttention {
  /** Reports to authorities that are late or nearly. */
  readonly reportsDue?: ReportsDue;
  /** Findings past their day. */
  readonly findingsOverdue?: FindingsOverdue;
  /** Models in production whose gate fell, or that never showed what it asks. */
  readonly gatesFallen?: GatesFallen;
  readonly gatesLacking?: GatesFallen;
  /** Models in production whose evidence has ended, or ends soon. */
  readonly evidenceEnded?: EvidenceEnded;
  readonly evidenceEnds?: EvidenceEnded;
}

/** @param today ISO day */
export const owedItems = (owed: OwedAttention, today: string): RankedItem[] => [
  ...(owed.reportsDue ? [reportsItem(owed.reportsDue, today)] : []),
  ...(owed.gatesFallen ? [gatesItem(owed.gatesFallen)] : []),
  ...(owed.findingsOverdue ? [findingsItem(owed.findingsOverdue)] : []),
  ...(owed.evidenceEnded ? [evidenceItem(true, owed.evidenceEnded)] : []),
  ...(owed.gatesLacking ? [gatesLackingItem(owed.gatesLacking)] : []),
  ...(owed.evidenceEnds ? [evidenceItem(false, owed.evidenceEnds)] : []),
];
