import type { WorklistPreview } from '#contract/governance/import-worklist';
import { formatCount, formatNumber } from '../../../lib/format';

type Line = WorklistPreview['lines'][number];

export const STATE_WORDS: Readonly<Record<Line['state'], string>> = {
  added: 'New',
  changed: 'Replaces ours',
  contradicted: 'Who is right?',
  kept: 'Ours stays',
  unchanged: 'Held already',
};

export function worklistHeadline({ creates, updates, contradicted, rows, blank }: WorklistPreview): string {
  const changes = creates + updates;
  if (changes > 0)
    return `${formatCount(changes, 'answer')} would be stored${contradicted > 0 ? `, and ${formatNumber(contradicted)} say otherwise than you hold it` : ''}`;
  if (contradicted > 0)
    return `Nothing would change before you say who is right about ${formatCount(contradicted, 'answer')}`;
  return blank === rows
    ? 'Nobody has filled in any row yet'
    : 'Nothing would change: what the file says is held already';
}

export const worklistApplyLabel = ({ creates, updates }: WorklistPreview): string =>
  `Store ${formatCount(creates + updates, 'answer')}`;
