import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { Dialog } from '../ui/dialog';
import { MoveIncidentForm } from './move-incident-form';
import { PlanMitigationForm } from './plan-mitigation-form';

export type IncidentStep = NonNullable<Output<'overview.summary'>['attention'][number]['action']['step']>;

type Way = 'plan' | 'mitigated' | 'resolved';
const WAYS = [
  { value: 'plan', label: 'Plan it' },
  { value: 'mitigated', label: 'It is mitigated' },
  { value: 'resolved', label: 'It is resolved' },
] as const satisfies readonly { value: Way; label: string }[];

interface DialogProps {
  readonly incidentId: string;
  readonly step: Exclude<IncidentStep, 'acknowledge'>;
  readonly by: string;
  readonly onClose: () => void;
}

/** What is said of an incident with its next step; it comes when somebody asks for it. */
export function StepDialog({ incidentId, step, by, onClose }: DialogProps): ReactNode {
  const { data: incident } = useChannel('incidents.get', { id: incidentId }, { keepPrevious: false });
  const [chosen, setChosen] = useState<Way | null>(null);
  // Who mitigates it comes first; where that is known, that it is done.
  const way: Way = chosen ?? (step === 'resolve' ? 'resolved' : incident?.mitigationOwner ? 'mitigated' : 'plan');
  // Not before it is known: the first field of a dialog takes the focus as it opens.
  if (!incident) return null;
  return (
    <Dialog onClose={onClose} title={`Incident ${incident.number}`}>
      <div className="mf-dialog-form">
        <p className="mf-muted">{incident.title}</p>
        {step === 'mitigate' && (
          <SegmentedControl
            fullWidth
            aria-label="What is said of it"
            value={way}
            onChange={(value) => setChosen(value as Way)} // its data are the ways
            data={[...WAYS]}
          />
        )}
        {way === 'plan' ? (
          <PlanMitigationForm incident={incident} onClose={onClose} />
        ) : (
          <MoveIncidentForm
            key={way}
            incident={{ ...incident, mitigationVersion: incident.mitigationVersion || by }}
            to={way}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}
