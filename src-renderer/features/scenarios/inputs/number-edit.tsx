import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { writeNumber } from '#domain/base/typed-number';
import { notationOf, typedMajor, typedNumber } from '../../../lib/typed';

interface NumberEditProps {
  readonly label: string;
  readonly unit: string;
  /** `null`: left out. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** ISO code, where the number is money in major units. */
  readonly currency?: string | undefined;
  readonly onCommit: (value: number) => void;
  readonly className?: string | undefined;
}

interface Typed {
  readonly text: string;
  readonly problem: string;
  readonly over: number | null;
}

/** No more digits than a number was made with: 0.1 + 0.2 is 0.3. */
const plain = (value: number | null): string =>
  value === null ? '' : writeNumber(Number(value.toPrecision(12)), notationOf().mark);

/** A number that is kept on Enter or when the field is left; Escape takes the edit back. */
export function NumberEdit({
  label,
  unit,
  value,
  min,
  max,
  currency,
  onCommit,
  className,
}: NumberEditProps): ReactNode {
  // What is being typed, and over which value: a new value takes its place.
  const [typed, setTyped] = useState<Typed | null>(null);
  const current = typed !== null && typed.over === value ? typed : { text: plain(value), problem: '', over: value };
  const { text, problem } = current;
  const commit = (): void => {
    const same = text.trim() === plain(value);
    const range = { min, max, whole: false };
    const read = currency === undefined ? typedNumber(text, range) : typedMajor(text, currency, range);
    setTyped({ ...current, problem: same || read.ok ? '' : read.message });
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
      onChange={(event) => setTyped({ ...current, text: event.currentTarget.value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
