import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { MODEL_FACTS, type ModelFactName } from '#domain/governance/vocabulary';

interface FactFieldProps {
  readonly fact: ModelFactName;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One small fact of a model, as its kind is written. */
export function FactField({ fact, value, onChange }: FactFieldProps): ReactNode {
  const { label, kind } = MODEL_FACTS[fact];
  if (kind === 'yes_no')
    return (
      <NativeSelect
        label={label}
        value={value}
        data={[
          { value: '', label: 'Not said' },
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (kind === 'text')
    return (
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxRows={8}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      label={label}
      description={kind === 'list' ? 'With a comma between' : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
