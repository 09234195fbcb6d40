import type { Incident, IncidentFilter, IncidentRow } from '#contract/incidents/parts';
import type { Output } from '#contract/index';

export type { Incident, IncidentFilter, IncidentRow };
export type Metrics = Output<'incidents.metrics'>;
export type MetricsGroup = Metrics['groups'][number];
export type Announced = Output<'incidents.announced'>;
