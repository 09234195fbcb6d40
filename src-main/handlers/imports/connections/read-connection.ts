import type { ConnectionChange, ConnectionPreview } from '#contract/imports/connections';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { describeIncidents } from '../incidents/describe-incidents';
import { describeInventory } from '../inventory/describe-inventory';
import { describeVersions } from '../versions/describe-versions';
import { changeLines, inOrder, isAsking } from './change-lines';
import { describeResults, driftOf } from './drift-part';
import type { Fetched } from './fetch-connection';
import { goneIncidents, incidentLines, prepareTheirIncidents } from './incidents-part';
import { namesOf } from './model-names';
import { notesOf } from './open-connection';
import { chosenBy, type Deciding, prepareModels, prepareTheirVersions } from './prepare-connection';
import { unattached } from './unattached';

const SHOWN = 500;

/** What taking a fetch would do. */
export async function previewConnection(
  row: ConnectionRow,
  fetched: Fetched,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<ConnectionPreview> {
  const models = await prepareModels(row, fetched, deciding, context, job);
  const rows = models?.rows ?? [];
  const chosen = chosenBy(rows);
  const versions = await prepareTheirVersions(row, fetched, chosen, deciding, context, job);
  const inventory = models && (await describeInventory(models.prepared, job, context.read));
  const names = namesOf(row, deciding, chosen);
  const incidents = await prepareTheirIncidents(row, fetched, names, deciding, context, job);
  const request = driftOf(row, fetched, names, deciding);
  const results = request && (await describeResults(request, context, job));
  const ofModels = changeLines(rows, versions?.planned ?? [], fetched.seen);
  const ofIncidents = incidents ? incidentLines(incidents) : [];
  const made = new Set(ofModels.filter(({ kind }) => kind === 'new').map(({ name }) => name));
  const ofResults = (results?.lines ?? []).map((line) => withNewModel(line, made));
  const lines = inOrder([...ofModels, ...ofIncidents, ...ofResults]);
  const gone = [...(inventory?.missingModels ?? []).map(goneLine), ...goneIncidents(fetched)];
  const asks = lines.filter(isAsking).length;
  return {
    fetched: fetched.id,
    at: fetched.at,
    ms: fetched.ms,
    server: fetched.server,
    changes: lines.length - asks,
    asks,
    unchanged:
      rows.length - ofModels.length + (incidents?.plan.unchanged ?? 0) + (results ? unchangedModels(results) : 0),
    lines: [...lines, ...gone].slice(0, SHOWN),
    linesTotal: lines.length + gone.length,
    warnings: [...fetched.warnings],
    inventory: inventory && { ...inventory },
    versions: versions && (await describeVersions(versions, job.signal)),
    incidents: incidents && (await describeIncidents(incidents, job.signal)),
    drift: results?.preview ?? null,
    attach: incidents && 'match' in incidents ? await unattached(row, incidents, context.read) : null,
  };
}

/** Results of a model that this refresh makes come with it. */
const withNewModel = (line: ConnectionChange, made: ReadonlySet<string>): ConnectionChange =>
  line.kind === 'waiting' && made.has(line.name) ? { ...line, kind: 'new', said: ['results of the new model'] } : line;

/** Models of which results came and none is new. */
function unchangedModels({ preview, lines }: Awaited<ReturnType<typeof describeResults>>): number {
  const all = new Set(preview.subjects.flatMap(({ modelId }) => modelId ?? []));
  return all.size - lines.filter(({ modelId }) => modelId !== null).length;
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
  said: ['not in the registry any more; it stays here'],
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
