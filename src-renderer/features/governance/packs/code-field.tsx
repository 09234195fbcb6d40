import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './packs.module.css';
import { readTyped } from './typed-parts';

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly put: (value: string) => void;
  /** What was typed, as a person says it. */
  readonly words?: (value: unknown) => string;
  readonly optional?: boolean;
}

/** A part that has a form of its own: written as in the file of the text, and said in words below. */
export function CodeField({ label, value, put, words, optional = false }: CodeFieldProps): ReactNode {
  const read = optional && value.trim() === '' ? null : readTyped<unknown>(label, value);
  return (
    <Textarea
      className={styles.code ?? ''}
      label={label}
      description={saidOf(read, words) || (optional ? 'Empty: always' : undefined)}
      error={typeof read === 'string' ? read : undefined}
      autosize
      minRows={1}
      maxRows={10}
      spellCheck={false}
      value={value}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}

function saidOf(
  read: ReturnType<typeof readTyped<unknown>> | null,
  words: ((value: unknown) => string) | undefined,
): string {
  if (read === null || typeof read === 'string' || words === undefined) return '';
  try {
    return words(read.value);
  } catch {
    // What is half typed has no words yet.
    return '';
  }
}
