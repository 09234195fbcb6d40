import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayField } from './day-field';
import styles from './overview.module.css';

interface AsOfControlProps {
  readonly day: string | null;
  readonly today: string;
  readonly onChange: (day: string | null) => void;
}

/** The day that the page speaks of. */
export function AsOfControl({ day, today, onChange }: AsOfControlProps): ReactNode {
  return (
    <div className={styles.asOf}>
      <DayField
        label="As of"
        quiet
        day={day ?? today}
        latest={today}
        onChange={(next) => onChange(next === today ? null : next)}
      />
      {day !== null && (
        <Button variant="default" size="xs" onClick={() => onChange(null)}>
          Back to today
        </Button>
      )}
    </div>
  );
}
