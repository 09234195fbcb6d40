import { counted } from '#domain/base/wording';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { INCIDENT_STATUS_LABELS } from '#domain/incidents/vocabulary';
import { listIncidentChanges } from '../../store/incidents/changes';
import { getIncident, listIncidentsById } from '../../store/incidents/incidents';
import { filterIncidents, pageOfIncidents } from '../../store/incidents/list';
import { modelsOfIncidents } from '../../store/incidents/models-of-incidents';
import { toIncidentRow } from '../../store/incidents/rows';
import { listModelNamesById } from '../../store/models/models';
import { keepBefore } from '../context';
import type { SubjectHandlers } from '../subject';
import { countValues } from './count-values';
import { incidentDrift } from './drift-figures';
import { createIncident, planMitigation, removeIncidents, updateIncident, updateIncidents } from './edit-incidents';
import { incidentFigures, snapshotOf } from './figures';
import { moveManyIncidents, moveOneIncident } from './move-incidents';
import { incidentsOfModel } from './of-model';
import { readIncident, withModelNames } from './read-incident';
import { openedWindow } from './window';

export const incidents: SubjectHandlers<'incidents'> = {
  list: async (input, context) => {
    const snapshot = await snapshotOf(context);
    const found = filterIncidents(snapshot, input.filter, input.search, openedWindow(input.filter, context.now));
    const page = pageOfIncidents(found, input, snapshot);
    const rows = await listIncidentsById(
      context.read,
      page.map((incident) => incident.id),
    );
    const models = await modelsOfIncidents(context.read, rows);
    return { total: found.length, rows: rows.map((row) => toIncidentRow(row, models.get(row.model_id ?? ''))) };
  },
  ids: async (input, context) => {
    const snapshot = await snapshotOf(context);
    const found = filterIncidents(snapshot, input.filter, input.search, openedWindow(input.filter, context.now));
    const all = pageOfIncidents(found, { ...input, offset: 0, limit: found.length }, snapshot);
    return { ids: all.map(({ id }) => id) };
  },
  counts: countValues,
  get: ({ id }, { read }) => readIncident(id, read),
  history: async ({ id }, { read }) => {
    await getIncident(read, id);
    return { changes: await withModelNames(await listIncidentChanges(read, id), read) };
  },
  facets: async (_input, context) => {
    // Every page asks this, for its rail: of the models it takes the names of those that had an incident, and no more.
    const { incidents: all } = await snapshotOf(context);
    const owners = new Map<string, number>();
    const sources = new Map<string, number>();
    const byModel = new Map<string, number>();
    let open = 0;
    let unattached = 0;
    for (const incident of all) {
      if (incident.owner !== '') owners.set(incident.owner, (owners.get(incident.owner) ?? 0) + 1);
      if (incident.source !== '') sources.set(incident.source, (sources.get(incident.source) ?? 0) + 1);
      if (incident.modelId !== null) byModel.set(incident.modelId, (byModel.get(incident.modelId) ?? 0) + 1);
      else unattached += 1;
      if (isUnresolved(incident.status)) open += 1;
    }
    const names = await listModelNamesById(context.read, [...byModel.keys()]);
    return {
      total: all.length,
      open,
      unattached,
      owners: byCount(owners).map(([value, count]) => ({ value, count })),
      sources: byCount(sources).map(([value, count]) => ({ value, count })),
      models: byCount(byModel).map(([id, count]) => ({ id, name: names.get(id) ?? '', count })),
    };
  },
  create: (input, context) =>
    context.write(async (write) => {
      const id = await createIncident(write, input, context);
      return { label: `Report the incident “${input.title}”`, value: await readIncident(id, write.read) };
    }),
  update: ({ id, patch }, context) =>
    context.write(async (write) => {
      const label = await updateIncident(write, id, patch, context);
      return { label, value: await readIncident(id, write.read) };
    }),
  updateMany: ({ ids, patch }, context) =>
    context.write(async (write) => {
      const updated = await updateIncidents(write, ids, patch, context);
      return { label: `Change ${counted(updated, 'incident')}`, value: { updated } };
    }, keepBefore(ids)),
  move: ({ id, ...wish }, context) =>
    context.write(async (write) => {
      const title = await moveOneIncident(write, id, wish, context);
      const label = `Set the incident “${title}” to ${INCIDENT_STATUS_LABELS[wish.to].toLowerCase()}`;
      return { label, value: await readIncident(id, write.read) };
    }),
  planMitigation: ({ id, owner, due }, context) =>
    context.write(async (write) => {
      const label = await planMitigation(write, id, { owner, due }, context);
      return { label, value: await readIncident(id, write.read) };
    }),
  moveMany: ({ ids, ...wish }, context) =>
    context.write(async (write) => {
      const result = await moveManyIncidents(write, ids, wish, context);
      const label = `Set ${counted(result.moved, 'incident')} to ${INCIDENT_STATUS_LABELS[wish.to].toLowerCase()}`;
      return { label, value: result };
    }, keepBefore(ids)),
  attach: ({ ids, modelId, version }, context) =>
    context.write(async (write) => {
      const attached = await updateIncidents(write, ids, { modelId, version }, context);
      const what = counted(attached, 'incident');
      return {
        label: modelId === null ? `Take ${what} off its model` : `Attach ${what} to a model`,
        value: { attached },
      };
    }),
  remove: ({ ids }, context) =>
    context.write(async (write) => {
      const removed = await removeIncidents(write, ids);
      const [first] = removed;
      const what =
        removed.length === 1 && first ? `the incident “${first.title}”` : counted(removed.length, 'incident');
      return { label: `Delete ${what}`, value: { removed: removed.length } };
    }, keepBefore(ids)),
  metrics: incidentFigures.metrics,
  ageing: incidentFigures.ageing,
  pareto: incidentFigures.pareto,
  flow: incidentFigures.flow,
  calendar: incidentFigures.calendar,
  announced: incidentDrift.announced,
  timeline: incidentDrift.timeline,
  ofModel: incidentsOfModel,
};

const byCount = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
