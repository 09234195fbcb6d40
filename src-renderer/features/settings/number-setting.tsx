import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { writeNumber } from '#domain/base/typed-number';
import { notationOf, typedNumber } from '../../lib/typed';

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

const shownText = (value: number): string => writeNumber(value, notationOf().mark);

/** A number that is kept on Enter or when the field is left; Escape takes the edit back. */
export function NumberSetting({ label, unit, value, min, max, whole, save }: NumberSettingProps): ReactNode {
  const [text, setText] = useState(shownText(value));
  const [problem, setProblem] = useState('');
  useEffect(() => setText(shownText(value)), [value]);

  const commit = async (): Promise<void> => {
    const parsed = typedNumber(text, { min, max, whole });
    if (!parsed.ok) return setProblem(parsed.message);
    setProblem('');
    if (parsed.value === value) return setText(shownText(value));
    if (!(await save(parsed.value))) setText(shownText(value));
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
          setText(shownText(value));
          setProblem('');
        }
      }}
    />
  );
}
