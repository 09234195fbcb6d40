import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Parsed } from '#domain/base/parsed';
import { writeNumber } from '#domain/base/typed-number';
import { notationOf, typedMajor, typedNumber } from '../../../lib/typed';
import styles from './options.module.css';

interface AskNumberProps {
  readonly label: string;
  /** Under the field: what the number means, or what others say. */
  readonly hint?: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** What is typed is so many times the number: 100 for per cent. */
  readonly factor?: number;
  /** ISO code, where it is money. */
  readonly currency?: string;
  /** What is wrong with a number that fits its bounds; '' where nothing is. */
  readonly check?: (value: number) => string;
  /** `undefined`: the field was emptied. */
  readonly onCommit: (value: number | undefined) => void;
}

/** A number that somebody may tell or leave out; kept on Enter or when the field is left. */
export function AskNumber(props: AskNumberProps): ReactNode {
  const { label, hint, value, min, max, whole = false, factor = 1, currency, check, onCommit } = props;
  const shown = value === undefined ? '' : writeNumber(Number((value * factor).toPrecision(12)), notationOf().mark);
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const [problem, setProblem] = useState('');
  // What is being typed counts over the value that it was typed over.
  const text = typed !== null && typed.over === shown ? typed.text : shown;
  const read = (): Parsed<number> => {
    const range = { min: min * factor, max: max * factor, whole };
    return currency === undefined ? typedNumber(text, range) : typedMajor(text, currency, range);
  };
  const commit = (): void => {
    const word = text.trim();
    const given = word === '' || word === shown ? null : read();
    const value = given?.ok ? given.value / factor : undefined;
    const wrong = value === undefined ? '' : (check?.(value) ?? '');
    setProblem(given === null || given.ok ? wrong : given.message);
    if (word === '' && shown !== '') onCommit(undefined);
    if (value !== undefined && wrong === '') onCommit(value);
  };
  return (
    <TextInput
      className={styles.ask}
      size="xs"
      label={label}
      inputMode="decimal"
      value={text}
      error={problem || null}
      {...(hint === undefined ? {} : { description: hint })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => setTyped({ text: event.currentTarget.value, over: shown })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
