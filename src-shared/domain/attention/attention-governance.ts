import { daysFromTo, sayDay } from '../base/calendar';
import { namedModel, said, typedText } from '../base/sentence';
import { counted, sayCount, verb } from '../base/wording';
import { type AttentionExample, detailOf, type RankedItem } from './attention-item';

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
  readonly first: { readonly title: string; readonly day: string; readonly model: AttentionExample };
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
      action: { label: 'Open the incident', filter: null, modelId: null, incidentId: first.incidentId },
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
      ...detailOf(
        said`“${namedModel(first.model)}”: ${typedText(`“${first.title}”`, 'a finding')} was due on ${sayDay(first.day)}.${graver}`,
      ),
      count,
      since: first.day,
      action: { label: 'Open the findings', filter: null, modelId: null, page: 'findings' },
    },
  };
}
