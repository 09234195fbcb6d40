import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { perform } from '../../client/perform';
import { localDay } from '../../lib/local-day';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import type { Incident } from './move-incident-form';

interface PlanMitigationFormProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** Who mitigates an incident, and until which day. */
export function PlanMitigationForm({ incident, onClose }: PlanMitigationFormProps): ReactNode {
  const [owner, setOwner] = useState(incident.mitigationOwner || incident.owner);
  const [due, setDue] = useState(incident.mitigationDue ?? '');
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => {
    if (owner.trim() === '') return 'Say who mitigates it.';
    const plan = { owner: owner.trim(), due: due === '' ? null : due };
    return (before) => perform('incidents.planMitigation', { id: incident.id, ...plan }, before);
  });
  return (
    <form className="mf-dialog-form" onSubmit={submit} noValidate>
      <TextInput
        label="Who mitigates it"
        withAsterisk
        maxLength={500}
        value={owner}
        data-autofocus
        onChange={(event) => {
          setOwner(event.currentTarget.value);
          setFailure('');
        }}
      />
      <TextInput
        type="date"
        label="Until"
        description="Optional: it is asked about once the day has passed"
        min={localDay(new Date())}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <DialogEnding failure={failure} pending={pending} label="Keep the plan" onClose={onClose} />
    </form>
  );
}
