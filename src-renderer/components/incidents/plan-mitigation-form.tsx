import { TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sentenceOf } from '../../client/call';
import { perform } from '../../client/perform';
import { localDay } from '../../lib/local-day';
import { DialogEnding } from '../ui/dialog-ending';
import type { Incident } from './move-incident-form';

interface PlanMitigationFormProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** Who mitigates an incident, and until which day. */
export function PlanMitigationForm({ incident, onClose }: PlanMitigationFormProps): ReactNode {
  const [owner, setOwner] = useState(incident.mitigationOwner || incident.owner);
  const [due, setDue] = useState(incident.mitigationDue ?? '');
  const [failure, setFailure] = useState('');
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (owner.trim() === '') return setFailure('Say who mitigates it.');
    setPending(true);
    try {
      await perform('incidents.planMitigation', {
        id: incident.id,
        owner: owner.trim(),
        due: due === '' ? null : due,
      });
      onClose();
    } catch (error) {
      setFailure(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <form className="mf-dialog-form" onSubmit={(event) => void submit(event)} noValidate>
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
