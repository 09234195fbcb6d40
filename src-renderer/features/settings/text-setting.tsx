import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

interface TextSettingProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly maxLength: number;
  /** The sentence for an empty field. */
  readonly missing: string;
  readonly save: (value: string) => Promise<boolean>;
}

/** A line of text that is kept on Enter or when the field is left; Escape takes the edit back. */
export function TextSetting({ label, description, value, maxLength, missing, save }: TextSettingProps): ReactNode {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState('');
  useEffect(() => setText(value), [value]);

  const commit = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '') return setProblem(missing);
    setProblem('');
    if (wanted !== value && !(await save(wanted))) setText(value);
  };

  return (
    <TextInput
      label={label}
      description={description}
      maxLength={maxLength}
      value={text}
      error={problem || null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape') {
          setText(value);
          setProblem('');
        }
      }}
    />
  );
}
