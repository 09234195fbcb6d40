import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { parseNumber } from '../../lib/parse-number';

interface NumberSettingProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** Answers false when it could not be kept; the old value is then shown again. */
  readonly save: (value: number) => Promise<boolean>;
}

/** A number that is kept on Enter or when the field is left; Escape takes the edit back. */
export function NumberSetting({ label, unit, value, min, max, whole, save }: NumberSettingProps): ReactNode {
  const [text, setText] = useState(String(value));
  const [problem, setProblem] = useState('');
  useEffect(() => setText(String(value)), [value]);

  const commit = async (): Promise<void> => {
    const parsed = parseNumber(text, { min, max, whole });
    if (!parsed.ok) return setProblem(parsed.problem);
    setProblem('');
    if (parsed.value === value) return setText(String(value));
    if (!(await save(parsed.value))) setText(String(value));
  };

  return (
    <TextInput
      className="mf-setting"
      label={label}
      aria-label={`${label} (${unit})`}
      inputMode="decimal"
      rightSection={<span className="mf-setting-unit">{unit}</span>}
      rightSectionWidth={unit.length * 7 + 20}
      value={text}
      error={problem || null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
        if (event.key === 'Escape') {
          setText(String(value));
          setProblem('');
        }
      }}
    />
  );
}
