import type { ConnectionChange } from '#contract/imports/connection-change';
import { oneOf } from '#domain/base/wording';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import { recordKey } from '../../../importers/versions/version-records';
import { listBroughtVersions } from '../../../store/imports/brought-versions';
import type { ReadHandle } from '../../../store/journal/handle';
import type { PreparedVersions } from '../versions/prepare-versions';

const SHOWN = 5;
/** Who lost a right or reads another part does not see it either: which of it is so nobody tells. */
export const GONE = 'not in what is read any more: removed there, or hidden from you';

/**
 * Versions that a registry brought before and does not have any more, a line a model that it still has: it says nothing of what was
 * deleted there, and here nothing is. Of models that are gone themselves that is said.
 */
export async function goneVersions(
  rows: readonly PlannedRow[],
  versions: PreparedVersions | null,
  sourceId: string | null,
  read: ReadHandle,
): Promise<readonly ConnectionChange[]> {
  if (sourceId === null) return [];
  const there = new Map<string, Set<string>>();
  for (const { modelId, action } of rows)
    if (modelId !== null && (action === 'update' || action === 'unchanged')) there.set(modelId, new Set());
  for (const { model, told } of versions?.planned ?? [])
    for (const { version } of told) if (model) there.get(model.id)?.add(recordKey(version));
  const names = new Map(rows.map(({ modelId, fields }) => [modelId, fields.name ?? '']));
  const gone = new Map<string, Map<string, string>>();
  for (const { modelId, version } of await listBroughtVersions(read, sourceId)) {
    const told = there.get(modelId);
    if (!told || told.has(recordKey(version))) continue;
    gone.set(modelId, (gone.get(modelId) ?? new Map()).set(recordKey(version), version));
  }
  return [...gone].map(([modelId, versionsOf]) => ({
    part: 'inventory',
    modelId,
    name: names.get(modelId) ?? '',
    kind: 'gone',
    said: [wordsOf([...versionsOf.values()].toSorted(byNumber))],
    when: '',
    known: 'none',
  }));
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function wordsOf(versions: readonly string[]): string {
  const [one] = versions;
  if (versions.length === 1) return `version ${one} is ${GONE}; it stays here`;
  const more = versions.length - SHOWN;
  const shown = more > 0 ? [...versions.slice(0, SHOWN), `${more} more`] : versions;
  return `versions ${oneOf(shown, 'and')} are ${GONE}; they stay here`;
}
