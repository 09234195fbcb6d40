import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Choice } from '#domain/base/choices';
import { seen } from '../../client/seen';

interface SavedTextProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly type?: 'text' | 'datetime-local';
  readonly lines?: number;
  readonly maxLength?: number;
  /** Takes what was typed, with the journal entry that was on the screen before it; answers a sentence when it cannot, and `null` when it did. */
  readonly onSave: (typed: string, seen: number | undefined) => Promise<string | null>;
}

/** A field that keeps what is typed when it is left; Escape takes it back, Enter keeps it (in a single line). */
export function SavedText({ value, lines, onSave, type = 'text', ...field }: SavedTextProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const before = useRef<number | undefined>(undefined);
  const take = (typed: string): void => {
    if (draft === null) before.current = seen.now();
    setDraft(typed);
  };
  const save = async (): Promise<void> => {
    if (draft === null) return;
    const refused = draft === value ? null : await onSave(draft, before.current);
    setProblem(refused);
    if (refused === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setProblem(null);
    }
    if (event.key === 'Enter' && (lines === undefined || event.ctrlKey || event.metaKey)) void save();
  };
  const common = {
    ...field,
    value: draft ?? value,
    error: problem,
    onKeyDown,
    onBlur: () => void save(),
  };
  if (lines !== undefined) {
    return (
      <Textarea
        {...common}
        autosize
        minRows={lines}
        maxRows={24}
        onChange={(event) => take(event.currentTarget.value)}
      />
    );
  }
  return <TextInput {...common} type={type} onChange={(event) => take(event.currentTarget.value)} />;
}

interface SavedChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onSave: (value: string) => void;
}

/** A choice is kept as it is made. */
export function SavedChoice({ choices, onSave, ...field }: SavedChoiceProps): ReactNode {
  return (
    <NativeSelect
      {...field}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={choices.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => onSave(event.currentTarget.value)}
    />
  );
}
