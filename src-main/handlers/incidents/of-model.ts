import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import type { Span } from '#domain/incidents/incident-fact';
import { ENOUGH, incidentMetrics } from '#domain/incidents/incident-metrics';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { listIncidentsById } from '../../store/incidents/incidents';
import { pageOfIncidents } from '../../store/incidents/list';
import type { RegisterFact } from '../../store/incidents/register';
import { toIncidentRow } from '../../store/incidents/rows';
import { getModel } from '../../store/models/models';
import type { ModelTableRow } from '../../store/models/tables';
import type { SubjectHandlers } from '../subject';
import { describeMetrics } from './describe-metrics';
import { filtered, placedWindow, snapshotOf } from './figures';

type OfModel = SubjectHandlers<'incidents'>['ofModel'];
type Carry = Awaited<ReturnType<OfModel>>['carry'];

const SHOWN = 5;

export const incidentsOfModel: OfModel = async ({ modelId }, context) => {
  const row = await getModel(context.read, modelId);
  const snapshot = await snapshotOf(context);
  const { models } = snapshot;
  const found = filtered(snapshot, { modelId: [modelId] }, context.now);
  const last = pageOfIncidents(found, { sort: [], offset: 0, limit: SHOWN }, snapshot);
  const rows = await listIncidentsById(
    context.read,
    last.map(({ id }) => id),
  );
  const model = models.get(modelId);
  const own = new Map(model ? [[modelId, model]] : []);
  const window = placedWindow({}, found, context.now);
  const [metrics] = describeMetrics(incidentMetrics({ incidents: found, models: own, window }), undefined, models);
  if (!metrics) throw new Error('The metrics of all incidents are one group, however few there are');
  return {
    open: found.filter(({ status }) => isUnresolved(status)).length,
    total: found.length,
    last: rows.map((one) => toIncidentRow(one, model)),
    metrics,
    enough: ENOUGH,
    carry: costToCarry(row, found, context.now),
  };
};

/** What the model costs in the last twelve months: what is not noted is said, never taken for 0. */
function costToCarry(model: ModelTableRow, incidents: readonly RegisterFact[], now: string): Carry {
  const { from, to } = lastTwelveMonths(now);
  const year: Span = { from: Date.parse(from), to: Date.parse(to) };
  const recent = incidents.filter(({ openedMs }) => openedMs > year.from && openedMs <= year.to);
  const sum = (values: readonly (number | null)[]): { total: number | null; n: number } => {
    const known = values.filter((value) => value !== null);
    return { total: known.length === 0 ? null : known.reduce((a, b) => a + b, 0), n: known.length };
  };
  const cost = sum(recent.map(({ costMinor }) => costMinor));
  const hours = sum(recent.map(({ personHours }) => personHours));
  return {
    from,
    to,
    runCostMinor: model.annual_run_cost_minor,
    incidentCostMinor: cost.total,
    incidentCostNoted: cost.n,
    incidents: recent.length,
    personHours: hours.total,
    personHoursNoted: hours.n,
    totalMinor: model.annual_run_cost_minor === null ? null : model.annual_run_cost_minor + (cost.total ?? 0),
  };
}
