import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { parseNumber } from '../../lib/parse-number';

interface NumberEditProps {
  readonly label: string;
  readonly unit: string;
  /** `null`: left out. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly onCommit: (value: number) => void;
  readonly className?: string | undefined;
}

/** No more digits than a number was made with: 0.1 + 0.2 is 0.3. */
const plain = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));

/** A number that is kept on Enter or when the field is left; Escape takes the edit back. */
export function NumberEdit({ label, unit, value, min, max, onCommit, className }: NumberEditProps): ReactNode {
  const [text, setText] = useState(plain(value));
  const [problem, setProblem] = useState('');
  const shown = (): void => {
    setText(plain(value));
    setProblem('');
  };
  useEffect(shown, [value]);
  const commit = (): void => {
    const same = text.trim() === plain(value);
    const read = parseNumber(text, { min, max, whole: false });
    setProblem(same || read.ok ? '' : read.problem);
    if (!same && read.ok && read.value !== value) onCommit(read.value);
  };
  return (
    <TextInput
      className={className}
      label={label}
      aria-label={`${label}, ${unit}`}
      inputMode="decimal"
      value={text}
      error={problem || null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') shown();
      }}
    />
  );
}
