import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { writeNumber } from '#domain/base/typed-number';
import { type NumberRange, notationOf, typedNumber } from '../../../lib/typed';
import styles from './result.module.css';

interface NumberFieldProps extends NumberRange {
  /** Shown above the field, or only spoken where the column already says it. */
  readonly label: string;
  readonly hiddenLabel?: boolean;
  readonly unit?: string;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onCommit: (value: number) => void;
}

const shownText = (value: number): string => writeNumber(value, notationOf().mark);

/** A number that is kept on Enter or when the field is left; Escape takes the edit back. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, hiddenLabel = false, unit = '', value, disabled = false, onCommit, ...range } = props;
  const [text, setText] = useState(shownText(value));
  const [problem, setProblem] = useState('');
  const shown = (): void => {
    setText(shownText(value));
    setProblem('');
  };
  useEffect(shown, [value]);
  const commit = (): void => {
    const read = typedNumber(text, range);
    setProblem(read.ok ? '' : read.message);
    if (!read.ok) return;
    if (read.value === value) setText(shownText(value));
    else onCommit(read.value);
  };
  const spoken = unit === '' ? label : `${label}, ${unit}`;
  return (
    <TextInput
      className={hiddenLabel ? styles.numberCell : styles.numberField}
      size="xs"
      {...(hiddenLabel ? {} : { label })}
      aria-label={spoken}
      inputMode="decimal"
      disabled={disabled}
      value={text}
      error={problem || null}
      {...(unit === '' || hiddenLabel
        ? {}
        : { rightSection: <span className="mf-faint">{unit}</span>, rightSectionWidth: unit.length * 7 + 14 })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') shown();
      }}
    />
  );
}
