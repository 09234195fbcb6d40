import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '#domain/incidents/vocabulary';
import { perform } from '../../client/perform';
import { fromLocalField, localZone, toLocalField } from '../../lib/local-time';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';

export type Incident = Output<'incidents.get'>;

interface MoveIncidentFormProps {
  readonly incident: Pick<Incident, 'id' | 'mitigation' | 'mitigationVersion'>;
  readonly to: IncidentStatus;
  readonly onClose: () => void;
}

/** With these it is over, or nearly: what did it can be said. */
const mitigates = (to: IncidentStatus): boolean => to === 'mitigated' || to === 'resolved' || to === 'closed';

/** One state move with its time and a note. */
export function MoveIncidentForm({ incident, to, onClose }: MoveIncidentFormProps): ReactNode {
  const [now] = useState(() => toLocalField(new Date().toISOString()));
  const [at, setAt] = useState(now);
  const [note, setNote] = useState('');
  const [by, setBy] = useState(incident.mitigation);
  const [version, setVersion] = useState(incident.mitigationVersion);
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => {
    const instant = fromLocalField(at);
    if (instant === null) return 'Say when it happened.';
    const what = mitigates(to) ? { mitigation: by, mitigationVersion: version } : {};
    // Left as it is, the time is the very moment, with its seconds.
    const when = at === now ? {} : { at: instant };
    return (before) => perform('incidents.move', { id: incident.id, to, note, ...what, ...when }, before);
  });
  return (
    <form className="mf-dialog-form" onSubmit={submit} noValidate>
      <TextInput
        type="datetime-local"
        label={`When (${localZone()})`}
        value={at}
        onChange={(event) => {
          setAt(event.currentTarget.value);
          setFailure('');
        }}
      />
      {mitigates(to) && (
        <>
          <TextInput
            label="What mitigated it"
            description="Optional: rolled back, fallback on, data mended"
            maxLength={2000}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <TextInput
            label="Version that did"
            description="Optional: where a version of the model went live for it"
            maxLength={500}
            value={version}
            onChange={(event) => setVersion(event.currentTarget.value)}
          />
        </>
      )}
      <Textarea
        label="Note"
        description="Optional: what was done, by whom"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={note}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <DialogEnding
        failure={failure}
        pending={pending}
        label={`Set to ${INCIDENT_STATUS_LABELS[to].toLowerCase()}`}
        onClose={onClose}
      />
    </form>
  );
}
