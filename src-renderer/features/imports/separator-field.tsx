import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportField } from '#contract/imports/imports';
import { targetSpec } from './inventory/field-specs';

interface SeparatorFieldProps {
  readonly field: ImportField;
  readonly columns: readonly string[];
  readonly separator: string;
  readonly change: (separator: string) => void;
}

/** What stands between the columns that fill one field together. */
export function SeparatorField({ field, columns, separator, change }: SeparatorFieldProps): ReactNode {
  return (
    <TextInput
      className="mf-separator"
      label={`${targetSpec(field).label} joined by`}
      title={columns.join(separator)}
      maxLength={10}
      value={separator}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
