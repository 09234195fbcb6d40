import type { EvidenceStanding } from '#domain/governance/evidence-standing';
import { formatDate } from '../../lib/format';
import type { Evidence } from './evidence-dialog';

/** How long a row counts, in the words of its end column. */
export function standingWords({ validUntil }: Evidence, standing: EvidenceStanding): string {
  const day = validUntil === null ? '' : formatDate(validUntil);
  switch (standing) {
    case 'stands':
      return validUntil === null ? 'no end' : `until ${day}`;
    case 'ends_soon':
      return `▲ ends ${day}`;
    case 'ended':
      return `◆ ended ${day}`;
    case 'replaced':
      return `ended ${day}, replaced`;
    case 'failed':
      return '◆ failed';
  }
}

export const standingClass = (standing: EvidenceStanding): string =>
  standing === 'ended' || standing === 'failed' ? 'mf-gov-act' : standing === 'ends_soon' ? 'mf-gov-watch' : 'mf-muted';
