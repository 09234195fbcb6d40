import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useState } from 'react';
import styles from './overview.module.css';

/** No portfolio is older. */
const EARLIEST = '1950-01-01';

interface DayFieldProps {
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly latest: string;
  /** Where the page says beside it what the day is of. */
  readonly quiet?: boolean;
  readonly onChange: (day: string) => void;
}

/** A day of the past beside its label. A half typed date changes nothing. */
export function DayField({ label, day, latest, quiet = false, onChange }: DayFieldProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  const take = (next: string): void => {
    setTyped(next);
    if (next !== '' && next <= latest && next >= EARLIEST) onChange(next);
  };
  return (
    <div className={styles.asOf}>
      <label htmlFor={id} className={quiet ? 'mf-hidden' : styles.asOfLabel}>
        {label}
      </label>
      <TextInput
        id={id}
        type="date"
        max={latest}
        value={typed}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(day)}
      />
    </div>
  );
}
