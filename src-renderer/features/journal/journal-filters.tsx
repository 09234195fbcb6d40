import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { JOURNAL_SUBJECT_LABELS, JOURNAL_SUBJECTS } from '#domain/base/journal-subjects';
import { isMovingDay, sayMovingDay, settledDay } from '#domain/base/moving-day';
import type { AddressState } from '../../components/table/use-address-state';
import { formatNumber } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import type { JournalState } from './use-journal-search';

type Facets = Output<'journal.facets'>;

/** An address may clear a part: left out of the next one. */
type Part = { readonly [K in keyof JournalState]?: JournalState[K] | undefined };

export interface JournalFiltersProps {
  readonly control: AddressState<JournalState>;
  readonly facets: Facets;
}

const counted = (label: string, count: number): string => `${label} (${formatNumber(count)})`;

const narrowed = ({ actor, subject, field, from, to, search }: JournalState): boolean =>
  [actor, subject, field, from, to, search].some((part) => part !== undefined && part !== '');

/** By whom, what about, which field, when: all of it is in the address. */
export function JournalFilters({ control: { state, change }, facets }: JournalFiltersProps): ReactNode {
  const today = utcToday();
  // What is undefined is left out of the address.
  const set = (part: Part): void => change(part as Partial<JournalState>);
  // A link may name a field alone.
  const about = state.subject ?? facets.fields.find(({ value }) => value === state.field)?.subject;
  const fields = facets.fields.filter(({ subject }) => subject === about);
  const day = (key: 'from' | 'to', label: string): ReactNode => {
    const value = state[key] ?? '';
    return (
      <TextInput
        type="date"
        aria-label={label}
        title={isMovingDay(value) ? `${label}: ${sayMovingDay(value)}` : label}
        max={today}
        value={value === '' ? '' : settledDay(value, today)}
        onChange={({ currentTarget: { value: next } }) => set({ [key]: next === '' ? undefined : next })}
      />
    );
  };
  return (
    <search className="mf-journal-filters">
      <TextInput
        type="search"
        className="mf-journal-search"
        aria-label="Search the journal"
        placeholder="Search what was done"
        data-page-search=""
        maxLength={500}
        value={state.search}
        onChange={(event) => change({ search: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label="Who"
        value={state.actor ?? ''}
        data={[
          { value: '', label: 'Everybody' },
          ...facets.actors.map(({ value, count }) => ({ value, label: counted(value, count) })),
        ]}
        onChange={(event) => set({ actor: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        aria-label="About"
        value={about ?? ''}
        data={[
          { value: '', label: 'About everything' },
          ...facets.subjects.map(({ value, count }) => ({
            value,
            label: counted(JOURNAL_SUBJECT_LABELS[value], count),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          set({ subject: JOURNAL_SUBJECTS.find((known) => known === value), field: undefined })
        }
      />
      {about !== undefined && (
        <NativeSelect
          aria-label="Field"
          value={state.field ?? ''}
          data={[
            { value: '', label: 'Any field' },
            ...fields.map(({ value, label, count }) => ({ value, label: counted(label, count) })),
          ]}
          onChange={(event) => set({ field: event.currentTarget.value || undefined })}
        />
      )}
      <span className="mf-journal-days">
        {day('from', 'From (UTC)')}
        <span aria-hidden="true">–</span>
        {day('to', 'Up to and with (UTC)')}
      </span>
      {narrowed(state) && (
        <Button
          variant="subtle"
          onClick={() =>
            set({
              search: '',
              actor: undefined,
              subject: undefined,
              field: undefined,
              from: undefined,
              to: undefined,
              view: undefined,
            })
          }
        >
          Clear
        </Button>
      )}
    </search>
  );
}
