import type { ConnectionChange } from '#contract/imports/connection-change';
import type { ConnectionPreview } from '#contract/imports/connections';
import type { InventoryPreview } from '#contract/imports/imports';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { describeIncidents } from '../incidents/describe-incidents';
import { describeInventory } from '../inventory/describe-inventory';
import { describeVersions } from '../versions/describe-versions';
import { findVersionSource } from '../versions/version-source';
import type { Fetched } from './fetch-connection';
import { GONE, goneVersions } from './gone-versions';
import { goneIncidents } from './incidents-part';
import { notesOf } from './open-connection';
import type { ConnectionPlan } from './plan-connection';
import { homeWarnings } from './ticket-homes';
import { unattached } from './unattached';

const SHOWN = 500;

/** What taking a fetch would do, as the screen and scripts see it. */
export async function describePlan(
  row: ConnectionRow,
  { models, versions, incidents, results, lines, changes, asks, unchanged }: ConnectionPlan,
  fetched: Fetched,
  context: QueryContext,
  job: Job,
): Promise<ConnectionPreview> {
  const inventory = models && withMissing(fetched, await describeInventory(models.prepared, job, context.read));
  const gone = [
    ...(inventory?.missingModels ?? []).map(goneLine),
    ...(await versionsGone({ models, versions }, fetched, row, context)),
    ...goneIncidents(fetched),
  ];
  return {
    fetched: fetched.id,
    at: fetched.at,
    ms: fetched.ms,
    server: fetched.server,
    changes,
    asks,
    unchanged,
    lines: [...lines, ...gone].slice(0, SHOWN),
    linesTotal: lines.length + gone.length,
    warnings: [
      ...fetched.warnings,
      ...(incidents && 'kept' in incidents ? homeWarnings(incidents.kept, incidents.doubles) : []),
    ],
    inventory: inventory && { ...inventory },
    versions: versions && (await describeVersions(versions, job.signal)),
    incidents: incidents && (await describeIncidents(incidents, job.signal)),
    drift: results?.preview ?? null,
    attach: incidents && 'match' in incidents ? await unattached(row, incidents, context.read) : null,
  };
}

/** What may be only a part says nothing of what is not in it. */
const withMissing = ({ lacking }: Fetched, inventory: InventoryPreview): InventoryPreview =>
  lacking
    ? { ...inventory, missing: [], missingModels: [], missingRetired: 0, notSpokenOf: 0, partial: [] }
    : inventory;

async function versionsGone(
  { models, versions }: Pick<ConnectionPlan, 'models' | 'versions'>,
  { lacking }: Fetched,
  { source }: ConnectionRow,
  { read }: QueryContext,
): Promise<readonly ConnectionChange[]> {
  if (models === null || lacking) return [];
  const known = versions ? versions.source : await findVersionSource({ source }, read);
  return goneVersions(models.rows, versions, known.known?.id ?? null, read);
}

const goneLine = ({
  modelId,
  name,
}: {
  readonly modelId: PlannedRow['modelId'];
  readonly name: string;
}): ConnectionChange => ({
  part: 'inventory',
  modelId,
  name,
  kind: 'gone',
  said: [`${GONE}; it stays here`],
  when: '',
  known: 'none',
});

/** What waits of a fetch, for whoever looks at the list of connections. */
export async function noteWaiting(
  row: ConnectionRow,
  context: QueryContext,
  counts: { readonly waiting: number; readonly unchanged: number; readonly took?: string | undefined },
): Promise<void> {
  const notes = await notesOf(context);
  const state = notes.state(row.id);
  if (state) notes.setState(row.id, { ...state, ...counts, took: counts.took ?? null });
}
