import { formatDate, formatDays } from '../../lib/format';
import type { Finding } from './finding-dialog';

/** Where it stands, in the words of its end column: what is late first. */
export function dueWords({ status, overdue, due, acceptedUntil, acceptedBy, closedOn }: Finding): string {
  if (status === 'closed') return `closed ${closedOn === null ? '' : formatDate(closedOn)}`.trim();
  if (status === 'accepted') {
    const day = acceptedUntil === null ? '' : formatDate(acceptedUntil);
    const whose = acceptedBy === '' ? ', by nobody named' : ` by ${acceptedBy}`;
    return overdue ? `◆ accepted until ${day}, which has passed` : `accepted until ${day}${whose}`;
  }
  if (due === null) return 'no day named';
  return overdue ? `◆ overdue since ${formatDate(due)}` : `due ${formatDate(due)}`;
}

export const ageWords = ({ ageDays, status }: Pick<Finding, 'ageDays' | 'status'>): string =>
  status === 'closed' ? `open for ${formatDays(ageDays)}` : `${formatDays(ageDays)} old`;
