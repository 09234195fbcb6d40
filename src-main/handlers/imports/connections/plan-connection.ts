import type { ConnectionChange } from '#contract/imports/connection-change';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import type { PreparedInventory } from '../inventory/prepare-inventory';
import type { PreparedVersions } from '../versions/prepare-versions';
import { changeLines, inOrder, isAsking } from './change-lines';
import { type DriftLines, describeResults, driftOf } from './drift-part';
import type { Fetched } from './fetch-connection';
import { incidentLines, prepareTheirIncidents } from './incidents-part';
import { namesOf } from './model-names';
import { chosenBy, type Deciding, prepareModels, prepareTheirVersions } from './prepare-connection';

/** What taking a fetch would do, part by part, and in lines. */
export interface ConnectionPlan {
  readonly models: { readonly prepared: PreparedInventory; readonly rows: readonly PlannedRow[] } | null;
  readonly versions: PreparedVersions | null;
  readonly incidents: Awaited<ReturnType<typeof prepareTheirIncidents>>;
  readonly results: DriftLines | null;
  /** Those that ask first. */
  readonly lines: readonly ConnectionChange[];
  readonly changes: number;
  readonly asks: number;
  readonly unchanged: number;
}

/** Works out what taking a fetch would do; writes nothing. */
export async function planConnection(
  row: ConnectionRow,
  fetched: Fetched,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<ConnectionPlan> {
  const models = await prepareModels(row, fetched, deciding, context, job);
  const rows = models?.rows ?? [];
  const chosen = chosenBy(rows);
  const versions = await prepareTheirVersions(row, fetched, chosen, deciding, context, job);
  const names = namesOf(row, deciding, chosen);
  const incidents = await prepareTheirIncidents(row, fetched, names, deciding, context, job);
  const request = driftOf(row, fetched, names, deciding);
  const results = request && (await describeResults(request, chosen, context, job));
  const ofModels = changeLines(rows, versions?.planned ?? [], fetched.seen);
  const ofIncidents = incidents ? incidentLines(incidents) : [];
  const made = new Set(ofModels.filter(({ kind }) => kind === 'new').map(({ name }) => name));
  const lines = inOrder([...withResults(ofModels, results?.lines ?? [], made), ...ofIncidents]);
  const asks = lines.filter(isAsking).length;
  const there = new Set(rows.map(({ modelId }) => modelId));
  const measured = lines.filter(({ part, modelId }) => part === 'drift' && modelId !== null && there.has(modelId));
  const unchanged =
    rows.length -
    ofModels.length -
    measured.length +
    (incidents?.plan.unchanged ?? 0) +
    (results && !models ? unchangedModels(results) : 0);
  return { models, versions, incidents, results, lines, changes: lines.length - asks, asks, unchanged };
}

/** A line a model: its results come with what else is new of it, and those of a model that this refresh makes with that. */
function withResults(
  models: readonly ConnectionChange[],
  results: readonly ConnectionChange[],
  made: ReadonlySet<string>,
): readonly ConnectionChange[] {
  const theirs = new Map(results.map((line) => [line.modelId, line]));
  const told = new Set(models.map(({ modelId }) => modelId));
  const others = results.filter(({ modelId, name, kind }) =>
    modelId === null ? !(kind === 'waiting' && made.has(name)) : !told.has(modelId),
  );
  const joined = models.map((line) => {
    const found = line.modelId === null ? undefined : theirs.get(line.modelId);
    return found ? { ...line, said: [...line.said, ...found.said] } : line;
  });
  return [...joined, ...others];
}

/** Models of which results came and none is new. */
function unchangedModels({ preview, lines }: DriftLines): number {
  const all = new Set(preview.subjects.flatMap(({ modelId }) => modelId ?? []));
  return all.size - lines.filter(({ modelId }) => modelId !== null).length;
}
