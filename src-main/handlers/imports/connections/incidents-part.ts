import type { ConnectionChange } from '#contract/imports/connection-change';
import { sayDay } from '#domain/base/calendar';
import { CONNECTION_KIND_FACTS, CONNECTION_KINDS } from '#domain/connections/kinds';
import type { PlannedIncident } from '../../../importers/incidents/plan';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { type PreparedIncidents, prepareIncidents } from '../incidents/prepare-incidents';
import type { Fetched } from './fetch-connection';
import type { ModelNames } from './model-names';
import { type Deciding, requestOf } from './prepare-connection';
import { type PreparedTickets, prepareTickets } from './prepare-tickets';
import type { Double } from './ticket-homes';

/** The incidents of a fetch, as an import that could be shown or written; `null`: its server has none. */
export async function prepareTheirIncidents(
  row: ConnectionRow,
  { parts: { incidents } }: Pick<Fetched, 'parts'>,
  names: ModelNames,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<PreparedIncidents | PreparedTickets | null> {
  if (hasRules(row)) return prepareTickets(row, incidents, deciding, context, job);
  if (incidents === null) return null;
  const models = [...names].map(([from, modelId]) => ({ from, modelId }));
  const mapping = { ...incidents.mapping, models: [...incidents.mapping.models, ...models] };
  return prepareIncidents(
    requestOf(row, { format: 'incidents', file: incidents.file, mapping }, deciding),
    context,
    job,
  );
}

/** Whether it brings tickets, which are attached by rules. */
export const hasRules = ({ kind }: Pick<ConnectionRow, 'kind'>): boolean =>
  CONNECTION_KINDS.some((known) => known === kind && CONNECTION_KIND_FACTS[known].facets !== undefined);

/** Whether there is anything to write down. */
export const saysAnything = (prepared: Prepared): boolean =>
  prepared.plan.incidents.length + prepared.read.rejected + goingDoubles(prepared).length > 0;

/** Incidents that stand for a ticket which another connection keeps, and go. */
export const goingDoubles = (prepared: Prepared): readonly Double[] =>
  'doubles' in prepared ? prepared.doubles.filter(({ goes }) => goes) : [];

type Prepared = PreparedIncidents | PreparedTickets;

/** A line an incident of which something is new. */
export const incidentLines = (prepared: Prepared): readonly ConnectionChange[] => [
  ...prepared.plan.incidents.filter(({ action }) => action !== 'unchanged').map(lineOf),
  ...goingDoubles(prepared).map(doubleLine),
];

const doubleLine = ({ key, title, home }: Double): ConnectionChange => ({
  part: 'incidents',
  modelId: null,
  name: [key, title].filter(Boolean).join(' '),
  kind: 'changed',
  said: [`is here twice: this one goes, and that of “${home}” stays`],
  when: '',
  known: 'none',
});

function lineOf({ action, draft: { incident }, existing, match, patch }: PlannedIncident): ConnectionChange {
  const { externalId = '', title, openedAt } = incident;
  const about = match.model ? `of ${match.model.name}` : 'of no model so far';
  return {
    part: 'incidents',
    modelId: match.model?.id ?? null,
    name: [externalId, title].filter(Boolean).join(' '),
    kind: action === 'create' ? 'new' : 'changed',
    said: action === 'create' ? [incident.status, about] : changeWords(patch, existing, about),
    when: openedAt ? `opened ${sayDay(openedAt)}` : '',
    known: openedAt ? 'own' : 'none',
  };
}

/** What of an incident becomes something else, the weightiest first. */
function changeWords(
  patch: Readonly<Record<string, unknown>>,
  existing: PlannedIncident['existing'],
  about: string,
): string[] {
  const has = (field: string): boolean => Object.hasOwn(patch, field);
  const words = [
    ...(has('status') ? [`now ${String(patch['status'])}`] : []),
    ...(has('reopenCount') ? ['reopened'] : []),
    ...(has('externalId') ? [`was ${String(existing?.current['externalId'])}`] : []),
    ...(has('modelId') ? [about] : []),
    ...(has('severity') ? ['another severity'] : []),
    ...(has('owner') ? [`with ${String(patch['owner'])}`] : []),
    ...(has('source') ? ['came of a file before'] : []),
    ...(has('title') || has('description') ? ['another text'] : []),
  ];
  return words.length > 0 ? words : ['another time or link'];
}

/** Incidents that are here and there no more. */
export const goneIncidents = ({ gone = [] }: Pick<Fetched, 'gone'>): readonly ConnectionChange[] =>
  gone.map(({ key, said }) => ({
    part: 'incidents',
    modelId: null,
    name: key,
    kind: 'gone',
    said: [said],
    when: '',
    known: 'none',
  }));
