import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useState } from 'react';
import styles from './overview.module.css';

interface AsOfControlProps {
  readonly day: string | null;
  readonly today: string;
  readonly onChange: (day: string | null) => void;
}

/** The day that the page speaks of. A half typed date changes nothing. */
export function AsOfControl({ day, today, onChange }: AsOfControlProps): ReactNode {
  const id = useId();
  const shown = day ?? today;
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const take = (next: string): void => {
    setTyped(next);
    if (next !== '' && next <= today && next >= '1950-01-01') onChange(next === today ? null : next);
  };
  return (
    <div className={styles.asOf}>
      <label htmlFor={id} className={styles.asOfLabel}>
        As of
      </label>
      <TextInput
        id={id}
        type="date"
        max={today}
        value={typed}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(shown)}
      />
      {day !== null && (
        <Button variant="default" size="xs" onClick={() => onChange(null)}>
          Back to today
        </Button>
      )}
    </div>
  );
}
