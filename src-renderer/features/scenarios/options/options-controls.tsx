import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { shiftMonth } from '#domain/base/calendar';
import { MONTH_NAMES } from '#domain/base/forms';
import { localDay } from '../../../lib/local-day';
import type { OptionsSearch } from '../../../lib/options-search';
import styles from './options.module.css';
import type { SearchChange } from './options-view';

const YEARS = Array.from({ length: 10 }, (_, at) => String(at + 1));
const GATES = ['0', '12', '24', '36', '48', '60'];
const DEFAULT_GATE = '24';
const OF_THE_PLAN = 'plan';

const HOUSE_YEARS = [
  { value: OF_THE_PLAN, label: 'of the plan' },
  { value: '1', label: 'calendar years' },
  ...MONTH_NAMES.slice(1).map((month, at) => ({ value: String(at + 2), label: `fiscal, from ${month}` })),
];

interface ControlsProps {
  /** Of the plan. */
  readonly years: number;
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

/** The month after this one: where a plan begins until somebody says otherwise. */
const nextMonth = (): string => shiftMonth(localDay(new Date()).slice(0, 7), 1);

/** How the options are looked at; all of it lies in the address. */
export function OptionsControls({ years, search, set }: ControlsProps): ReactNode {
  return (
    <div className={styles.controls}>
      <Select
        className={styles.control}
        size="xs"
        label="Judged over"
        data={YEARS.map((value) => ({ value, label: `${value} ${value === '1' ? 'year' : 'years'}` }))}
        value={String(search.years ?? years)}
        allowDeselect={false}
        onChange={(value) => value !== null && set({ years: Number(value) })}
      />
      <Select
        className={styles.control}
        size="xs"
        label="Beyond the plan"
        data={[
          { value: 'hold', label: 'no more models' },
          { value: 'continue', label: 'grows on' },
        ]}
        value={search.growth ?? 'hold'}
        allowDeselect={false}
        onChange={(value) => set({ growth: value === 'continue' ? 'continue' : undefined })}
      />
      <Select
        className={styles.control}
        size="xs"
        label="Level 2, then 3"
        data={GATES.map((value) => ({
          value,
          label: value === '0' ? 'not staged' : `gate after ${Number(value) / 12} y`,
        }))}
        value={String(search.gate ?? DEFAULT_GATE)}
        allowDeselect={false}
        onChange={(value) => value !== null && set({ gate: Number(value) })}
      />
      <TextInput
        className={styles.control}
        size="xs"
        type="month"
        label="Begins in"
        value={search.start ?? ''}
        onChange={(event) =>
          set(
            event.currentTarget.value ? { start: event.currentTarget.value } : { start: undefined, fiscal: undefined },
          )
        }
      />
      <Select
        className={styles.control}
        size="xs"
        label="Years"
        data={HOUSE_YEARS}
        value={search.start === undefined ? OF_THE_PLAN : String(search.fiscal ?? 1)}
        allowDeselect={false}
        onChange={(value) =>
          // The house's years have names only from a month on.
          set(
            value === null || value === OF_THE_PLAN
              ? { fiscal: undefined, start: undefined }
              : { fiscal: value === '1' ? undefined : Number(value), start: search.start ?? nextMonth() },
          )
        }
      />
    </div>
  );
}
