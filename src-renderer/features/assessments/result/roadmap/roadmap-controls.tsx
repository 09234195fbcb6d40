import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { TEAM } from '#domain/assessments/roadmap';
import { counted } from '#domain/base/wording';
import { NumberField } from '../number-field';
import styles from './roadmap.module.css';
import type { RoadmapEditing } from './use-roadmap';

const MONTH = /^\d{4}-\d{2}$/u;

/** Team, time and first month of the plan, and the way back to the computed one. */
export function RoadmapControls({ editing }: { readonly editing: RoadmapEditing }): ReactNode {
  const { settings, plan, change, reset } = editing;
  const id = useId();
  const smallest = (): void => {
    const { people, ...rest } = settings;
    change(rest);
  };
  return (
    <div className={styles.controls}>
      <NumberField
        label="People at the same time"
        min={1}
        max={50}
        whole
        value={plan.people}
        onCommit={(people) => change({ ...settings, people })}
      />
      <NumberField
        label="Months wanted"
        min={1}
        max={60}
        whole
        value={settings.horizonMonths}
        onCommit={(horizonMonths) => change({ ...settings, horizonMonths })}
      />
      <div className={styles.month}>
        <label htmlFor={id}>First month</label>
        <TextInput
          id={id}
          type="month"
          size="xs"
          value={settings.start}
          onChange={(event) => {
            const start = event.currentTarget.value;
            if (MONTH.test(start)) change({ ...settings, start });
          }}
        />
      </div>
      <div className={styles.buttons}>
        {settings.people === undefined ? (
          <span className="mf-muted">
            The smallest team of {TEAM.least} to {TEAM.most} that makes it
          </span>
        ) : (
          <Button size="xs" variant="default" onClick={smallest}>
            Smallest team that makes it
          </Button>
        )}
        {settings.edits.length > 0 && (
          <Button size="xs" variant="default" onClick={reset}>
            Back to the computed plan ({counted(settings.edits.length, 'change')})
          </Button>
        )}
      </div>
    </div>
  );
}
