import type { ConnectionChange } from '#contract/imports/connections';
import { sayDay } from '#domain/base/calendar';
import type { PlannedIncident } from '../../../importers/incidents/plan';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { type PreparedIncidents, prepareIncidents } from '../incidents/prepare-incidents';
import type { Fetched } from './fetch-connection';
import type { ModelNames } from './model-names';
import { type Deciding, requestOf } from './prepare-connection';

/** The incidents of a fetch, as an import that could be shown or written. */
export async function prepareTheirIncidents(
  row: ConnectionRow,
  { parts: { incidents } }: Fetched,
  names: ModelNames,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<PreparedIncidents | null> {
  if (incidents === null) return null;
  const models = [...names].map(([from, modelId]) => ({ from, modelId }));
  const mapping = { ...incidents.mapping, models: [...incidents.mapping.models, ...models] };
  return prepareIncidents(
    requestOf(row, { format: 'incidents', file: incidents.file, mapping }, deciding),
    context,
    job,
  );
}

/** A line an incident of which something is new. */
export const incidentLines = ({ plan }: PreparedIncidents): readonly ConnectionChange[] =>
  plan.incidents.filter(({ action }) => action !== 'unchanged').map(lineOf);

function lineOf({ action, draft: { incident }, match, patch, courseChanged }: PlannedIncident): ConnectionChange {
  const { externalId = '', title, openedAt } = incident;
  const about = match.model?.name ?? 'no model';
  return {
    part: 'incidents',
    modelId: match.model?.id ?? null,
    name: [externalId, title].filter(Boolean).join(' '),
    kind: action === 'create' ? 'new' : 'changed',
    said:
      action === 'create'
        ? [`of ${about}`]
        : [
            ...(courseChanged ? [`now ${incident.status}`] : []),
            ...Object.keys(patch)
              .filter((field) => field === 'severity')
              .map(() => 'another severity'),
            `of ${about}`,
          ],
    when: openedAt ? `opened ${sayDay(openedAt)}` : '',
    known: openedAt ? 'own' : 'none',
  };
}
