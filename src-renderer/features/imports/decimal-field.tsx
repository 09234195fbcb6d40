import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DecimalMark } from '#domain/base/typed-number';

const MARKS = [
  { value: '', label: 'as the file shows' },
  { value: '.', label: 'Point (1,234.56)' },
  { value: ',', label: 'Comma (1.234,56)' },
] as const;

interface DecimalFieldProps {
  /** `null`: that of the file's other numbers. */
  readonly decimal: DecimalMark | null;
  readonly choose: (decimal: DecimalMark | null) => void;
}

/** Which sign stands before the decimals, for numbers that may be read in two ways. */
export function DecimalField({ decimal, choose }: DecimalFieldProps): ReactNode {
  return (
    <NativeSelect
      label="Decimal sign"
      data={MARKS.map((mark) => ({ ...mark }))}
      value={decimal ?? ''}
      onChange={(event) => {
        const found = MARKS.find(({ value }) => value === event.currentTarget.value)?.value ?? '';
        choose(found === '' ? null : found);
      }}
    />
  );
}
