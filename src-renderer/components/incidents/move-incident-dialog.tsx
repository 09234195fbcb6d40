import type { ReactNode } from 'react';
import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '#domain/incidents/vocabulary';
import { Dialog } from '../ui/dialog';
import { type Incident, MoveIncidentForm } from './move-incident-form';

interface MoveIncidentDialogProps {
  readonly incident: Incident;
  readonly to: IncidentStatus;
  readonly onClose: () => void;
}

/** One state move, from the incident's own page. */
export function MoveIncidentDialog({ incident, to, onClose }: MoveIncidentDialogProps): ReactNode {
  return (
    <Dialog onClose={onClose} title={`Set to ${INCIDENT_STATUS_LABELS[to].toLowerCase()}`} size="sm">
      <MoveIncidentForm incident={incident} to={to} onClose={onClose} />
    </Dialog>
  );
}
