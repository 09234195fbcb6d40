import type { VersionsPreview } from '#contract/models/import-versions';
import { formatCount, formatNumber } from '../../../lib/format';

/** The finding: `56 versions are added to 31 models, 5 of them without a day`. */
export function versionsHeadline({ versions, modelCounts, updates }: VersionsPreview): string {
  const { addedDated, addedUndated, kept, contradicted } = versions;
  const added = addedDated + addedUndated;
  if (added > 0) {
    const undated = addedUndated > 0 ? `, ${formatNumber(addedUndated)} of them without a day` : '';
    const are = added === 1 ? 'is' : 'are';
    return `${formatCount(added, 'version')} ${are} added to ${formatCount(modelCounts.changed, 'model')}${undated}`;
  }
  if (kept + updates > 0) return `${formatCount(kept + updates, 'version')} made more exact, none added`;
  if (contradicted > 0) return `Nothing to bring in, and ${formatCount(contradicted, 'version')} otherwise than yours`;
  return `Nothing to bring in: ${formatCount(versions.known, 'version')} as you have them`;
}

/** What the button will do. */
export function versionsApplyLabel({ creates, updates }: VersionsPreview): string {
  if (creates > 0)
    return updates > 0
      ? `Add ${formatNumber(creates)}, update ${formatNumber(updates)}`
      : `Add ${formatCount(creates, 'version')}`;
  return updates > 0 ? `Update ${formatCount(updates, 'version')}` : 'Nothing to import';
}

/** In rows what will happen to all versions of the file. */
export function outcomeRows({ versions, rejected }: VersionsPreview): readonly (readonly [string, number])[] {
  return [
    ['Added with a day', versions.addedDated],
    ['Added without a day', versions.addedUndated],
    ['Never live, kept beside', versions.kept],
    ['Made more exact', versions.refined],
    ['Known already', versions.known],
    ['Otherwise than yours', versions.contradicted],
    ['Refused', rejected],
    ['Removed', versions.removed],
  ];
}
