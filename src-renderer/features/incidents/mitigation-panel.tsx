import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { useCommand } from '../../client/use-command';
import { Panel } from '../../components/ui/panel';
import { formatDate } from '../../lib/format';
import { localDay } from '../../lib/local-day';
import type { PanelProps } from './incident-panels';
import styles from './incidents.module.css';
import { SavedText } from './saved-field';

function hintOf({ mitigatedAt, mitigationOwner, mitigationDue }: PanelProps['incident']): string {
  if (mitigatedAt !== null) return `Mitigated on ${formatDate(mitigatedAt)}`;
  if (mitigationOwner === '') return 'Nobody has said who mitigates it, and until when';
  const late = mitigationDue !== null && mitigationDue < localDay(new Date());
  const until = mitigationDue === null ? '' : ` until ${formatDate(mitigationDue)}${late ? ', which has passed' : ''}`;
  return `${mitigationOwner} mitigates it${until}`;
}

/** Who mitigates it until when; then what did, in words and by version. */
export function MitigationPanel({ incident, edit }: PanelProps): ReactNode {
  const planned = incident.mitigatedAt === null && isUnresolved(incident.status);
  return (
    <Panel title="Mitigation" hint={hintOf(incident)}>
      {planned ? (
        <Plan key={`${incident.mitigationOwner} ${incident.mitigationDue}`} incident={incident} />
      ) : (
        <div className={styles.fields}>
          <SavedText
            label="What mitigated it"
            value={incident.mitigation}
            maxLength={2000}
            onSave={(mitigation, seen) => edit.save({ mitigation }, seen)}
          />
          <SavedText
            label="Version that did"
            value={incident.mitigationVersion}
            maxLength={500}
            onSave={(mitigationVersion, seen) => edit.save({ mitigationVersion }, seen)}
          />
        </div>
      )}
    </Panel>
  );
}

function Plan({ incident }: Pick<PanelProps, 'incident'>): ReactNode {
  const { run, pending } = useCommand('incidents.planMitigation');
  const [owner, setOwner] = useState(incident.mitigationOwner || incident.owner);
  const [due, setDue] = useState(incident.mitigationDue ?? '');
  const changed = owner !== incident.mitigationOwner || due !== (incident.mitigationDue ?? '');
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        void run({ id: incident.id, owner: owner.trim(), due: due === '' ? null : due });
      }}
    >
      <TextInput
        label="Who mitigates it"
        maxLength={500}
        value={owner}
        onChange={(e) => setOwner(e.currentTarget.value)}
      />
      <TextInput type="date" label="Until" value={due} onChange={(e) => setDue(e.currentTarget.value)} />
      <Button type="submit" variant="default" loading={pending} disabled={!changed}>
        Keep the plan
      </Button>
    </form>
  );
}
