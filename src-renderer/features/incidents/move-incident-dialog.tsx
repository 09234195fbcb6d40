import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { INCIDENT_STATUS_LABELS, type IncidentStatus } from '#domain/incidents/vocabulary';
import { sentenceOf } from '../../client/call';
import { perform } from '../../client/perform';
import type { Incident } from './incident-types';
import styles from './incidents.module.css';
import { fromLocalField, localZone, toLocalField } from './local-time';

interface MoveIncidentDialogProps {
  readonly incident: Incident;
  readonly to: IncidentStatus;
  readonly onClose: () => void;
}

/** With these it is over, or nearly: what did it can be said. */
const mitigates = (to: IncidentStatus): boolean => to === 'mitigated' || to === 'resolved' || to === 'closed';

/** One state move with its time and a note. */
export function MoveIncidentDialog({ incident, to, onClose }: MoveIncidentDialogProps): ReactNode {
  const [now] = useState(() => toLocalField(new Date().toISOString()));
  const [at, setAt] = useState(now);
  const [note, setNote] = useState('');
  const [by, setBy] = useState(incident.mitigation);
  const [version, setVersion] = useState(incident.mitigationVersion);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const instant = fromLocalField(at);
    if (instant === null) return setFailure('Say when it happened.');
    setBusy(true);
    try {
      // Left as it is, the time is the very moment, with its seconds.
      const what = mitigates(to) ? { mitigation: by, mitigationVersion: version } : {};
      await perform('incidents.move', { id: incident.id, to, note, ...what, ...(at === now ? {} : { at: instant }) });
      onClose();
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': 'Close' }}
      opened
      onClose={onClose}
      title={`Set to ${INCIDENT_STATUS_LABELS[to].toLowerCase()}`}
      size="sm"
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          type="datetime-local"
          label={`When (${localZone()})`}
          value={at}
          error={failure}
          onChange={(event) => {
            setAt(event.currentTarget.value);
            setFailure(null);
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
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            Set to {INCIDENT_STATUS_LABELS[to].toLowerCase()}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
