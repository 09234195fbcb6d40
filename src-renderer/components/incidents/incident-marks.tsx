import type { ReactNode } from 'react';
import {
  INCIDENT_STATUS_LABELS,
  type IncidentStatus,
  SEVERITY_LABELS,
  SEVERITY_MEANINGS,
  type Severity,
} from '#domain/incidents/vocabulary';
import './incident-marks.css';

const SHAPES: Readonly<Record<Severity, string>> = { 1: '◆', 2: '◆', 3: '▲', 4: '●', 5: '●' };

/** Severity as shape, words and colour; `null`: nobody has rated it. */
export function SeverityMark({ severity }: { readonly severity: Severity | null }): ReactNode {
  if (severity === null) return <span className="mf-faint">Not rated</span>;
  return (
    <span className="mf-severity" data-severity={severity} title={SEVERITY_MEANINGS[severity]}>
      <span className="mf-status-shape" aria-hidden="true">
        {SHAPES[severity]}
      </span>
      {SEVERITY_LABELS[severity]}
    </span>
  );
}

/** The state; what somebody still has to do something about is marked. */
export function IncidentStatusMark({ status }: { readonly status: IncidentStatus }): ReactNode {
  return (
    <span className="mf-incident-status" data-over={status === 'resolved' || status === 'closed'}>
      {INCIDENT_STATUS_LABELS[status]}
    </span>
  );
}
