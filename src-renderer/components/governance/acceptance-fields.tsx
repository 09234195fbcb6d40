import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { utcToday } from '../../lib/utc-today';

interface Acceptance {
  readonly acceptedOn: string;
  readonly acceptedUntil: string;
  readonly acceptedBy: string;
  readonly acceptedReason: string;
}

interface AcceptanceFieldsProps {
  readonly form: Acceptance;
  readonly put: (part: Partial<Acceptance>) => void;
}

/** Who lets a finding stand, for how long and why. */
export function AcceptanceFields({ form, put }: AcceptanceFieldsProps): ReactNode {
  return (
    <>
      <TextInput
        label="Accepted by"
        description="Not who made the model, answers for it or has to put it right"
        withAsterisk
        value={form.acceptedBy}
        onChange={(event) => put({ acceptedBy: event.currentTarget.value })}
      />
      <div className="mf-pair">
        <TextInput
          type="date"
          label="Accepted from"
          max={utcToday()}
          value={form.acceptedOn}
          onChange={(event) => put({ acceptedOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Accepted until"
          withAsterisk
          value={form.acceptedUntil}
          onChange={(event) => put({ acceptedUntil: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label="Why it may stand until then"
        withAsterisk
        autosize
        minRows={1}
        maxRows={6}
        value={form.acceptedReason}
        onChange={(event) => put({ acceptedReason: event.currentTarget.value })}
      />
    </>
  );
}
