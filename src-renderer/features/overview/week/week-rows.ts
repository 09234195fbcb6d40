import type { Output } from '#contract/index';
import type { WeekSearch } from '../../../lib/week-search';

export type Week = Output<'overview.monday'>;
export type WeekGroup = Week['groups'][number];
export type WeekRow = WeekGroup['rows'][number];

/** The groups with the rows that the address asks for; those without any row are left out, unless nothing is asked for. */
export function shownGroups(groups: readonly WeekGroup[], { owner, show }: WeekSearch): readonly WeekGroup[] {
  if (owner === undefined && show === undefined) return groups;
  return groups
    .map((group) => {
      const rows = group.rows.filter(
        (row) =>
          (owner === undefined || row.owner === owner) &&
          (show !== 'tier1' || row.tier === 1) &&
          (show !== 'new' || row.fresh),
      );
      // Rows that do not fit are not "more"; only those that the engine left out of a long group are.
      return { ...group, rows, total: group.total - (group.rows.length - rows.length) };
    })
    .filter(({ rows }) => rows.length > 0);
}

/** Who owns rows, by how many. */
export function ownersOf(groups: readonly WeekGroup[]): readonly { owner: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rows } of groups)
    for (const { owner } of rows) if (owner !== '') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts]
    .map(([owner, count]) => ({ owner, count }))
    .sort((a, b) => b.count - a.count || a.owner.localeCompare(b.owner));
}
