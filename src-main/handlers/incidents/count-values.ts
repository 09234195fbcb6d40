import { unitPath } from '#domain/base/unit-path';
import {
  DETECTED_BY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_STATUS_LABELS,
  SEVERITY_LABELS,
} from '#domain/incidents/vocabulary';
import { filterIncidents } from '../../store/incidents/list';
import type { RegisterFact, RegisterModel } from '../../store/incidents/register';
import type { SubjectHandlers } from '../subject';
import { snapshotOf } from './figures';
import { openedWindow } from './window';

type CountValues = SubjectHandlers<'incidents'>['counts'];
type Facet = Parameters<CountValues>[0]['of'];

/** The values of one field among the incidents that the other filters leave, the most frequent first. */
export const countValues: CountValues = async ({ of, search, filter }, context) => {
  const snapshot = await snapshotOf(context);
  const { [of]: _own, ...others } = filter;
  const opened = openedWindow(others, context.now);
  const counts = new Map<string, number>();
  for (const incident of filterIncidents(snapshot, others, search, opened))
    for (const value of valuesOf(incident, of, snapshot.models)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].map(([value, count]) => ({ value, count, label: labelOf(of, value, snapshot.models) }));
  return { values: values.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)) };
};

/** A unit counts for each part of its path: one in Cards / Risk is found under Cards as well. */
function valuesOf(incident: RegisterFact, of: Facet, models: ReadonlyMap<string, RegisterModel>): readonly string[] {
  const model = incident.modelId === null ? undefined : models.get(incident.modelId);
  switch (of) {
    case 'modelId':
      return [incident.modelId ?? ''];
    case 'tier':
      return [String(model?.tier ?? '')];
    case 'severity':
      return [String(incident.severity ?? '')];
    case 'unit':
      return unitPath(model?.unit ?? '');
    default:
      return [incident[of]];
  }
}

const WORDS: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
  status: INCIDENT_STATUS_LABELS,
  severity: SEVERITY_LABELS,
  cause: INCIDENT_CAUSE_LABELS,
  detectedBy: DETECTED_BY_LABELS,
};

function labelOf(of: Facet, value: string, models: ReadonlyMap<string, RegisterModel>): string {
  if (of === 'modelId') return models.get(value)?.name ?? value;
  return WORDS[of]?.[value] ?? value;
}
