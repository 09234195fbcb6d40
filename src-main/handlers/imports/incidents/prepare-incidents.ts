import type { ImportRequest } from '#contract/imports/imports';
import type { IncidentMapping } from '#contract/incidents/import';
import { DomainError } from '../../../failure/domain-error';
import type { ReadIncidents } from '../../../importers/incidents/draft';
import { guessIncidentMapping } from '../../../importers/incidents/guess-mapping';
import { incidentMatcher } from '../../../importers/incidents/match-models';
import { type IncidentPlan, planIncidents } from '../../../importers/incidents/plan';
import { readIncidents } from '../../../importers/incidents/read-incidents';
import { orderShownByTable } from '../../../importers/incidents/shown-by-table';
import { readTable } from '../../../importers/tabular/read-table';
import { readOptions, type Table } from '../../../importers/tabular/table';
import type { Job } from '../../../jobs/job-list';
import { lastEntry } from '../../../store/journal/journal';
import { listKnownModels } from '../../../store/models/models';
import { getPortfolio } from '../../../store/portfolio/portfolio';
import type { QueryContext } from '../../context';
import { listExisting } from './existing-incidents';

/** The time zone is known by now. */
export type PlacedMapping = IncidentMapping & { readonly timeZone: string };

export interface PreparedIncidents {
  readonly table: Table;
  readonly mapping: PlacedMapping;
  readonly read: ReadIncidents;
  readonly plan: IncidentPlan;
  /** The journal entry that the plan was made on: it holds for no later state. */
  readonly seq: number;
}

/** Reads the file and works out what an import would do; writes nothing. */
export async function prepareIncidents(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<PreparedIncidents> {
  const { table, mapping, read, seq } = await readTheIncidents(request, context, job);
  const existing = await listExisting(context.read, mapping.source);
  const matchModel = incidentMatcher(await listKnownModels(context.read), mapping);
  return { table, mapping, read, plan: planIncidents(read.drafts, existing, matchModel), seq };
}

/** What a file says, before it is held against the portfolio. */
export async function readTheIncidents(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<Omit<PreparedIncidents, 'plan'>> {
  const table = await readTable(
    context.files.resolve(request.file),
    readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total)),
    context.readers.openTable,
  );
  const mapping = chooseMapping(request, table);
  job.progress('Reading the incidents', 0, table.rows.length);
  const seq = (await lastEntry(context.read))?.seq ?? 0;
  const { currency } = await getPortfolio(context.read);
  const read = await readIncidents({ table, mapping, currency, now: context.now, signal: job.signal });
  job.progress('Comparing with the portfolio', 0, read.drafts.length);
  return { table, mapping, read, seq };
}

/** What the person mapped, else a guess; what it leaves open of zone and order of dates, the request says. */
function chooseMapping(request: ImportRequest, table: Table): PlacedMapping {
  const { mapping: given, timeZone, dateOrder } = request;
  if (given && !('kind' in given && given.kind === 'incidents')) {
    throw new DomainError(
      'invalid_input',
      'This mapping is not one of incidents. Leave the mapping or the format out.',
    );
  }
  const mapping = given ?? { ...guessIncidentMapping(table), ...(dateOrder && { dateOrder }) };
  return {
    ...mapping,
    timeZone: mapping.timeZone ?? timeZone ?? 'UTC',
    dateOrder: mapping.dateOrder ?? dateOrder ?? orderShownByTable(table, mapping.fields),
  };
}
