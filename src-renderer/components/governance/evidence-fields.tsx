import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface FieldProps {
  readonly value: string;
  readonly put: (value: string) => void;
}

/** Who vouches for it: the first thing that is asked. */
export const ByWhom = ({ value, put }: FieldProps): ReactNode => (
  <TextInput
    label="By whom"
    withAsterisk
    data-autofocus
    value={value}
    onChange={(event) => put(event.currentTarget.value)}
  />
);

/** Where the document lies: it stays there. */
export const LinkTo = ({ label, value, put }: FieldProps & { readonly label: string }): ReactNode => (
  <TextInput label={label} placeholder="https://…" value={value} onChange={(event) => put(event.currentTarget.value)} />
);

export const NoteText = ({ value, put }: FieldProps): ReactNode => (
  <Textarea
    label="Note"
    autosize
    minRows={1}
    maxRows={6}
    value={value}
    onChange={(event) => put(event.currentTarget.value)}
  />
);
