import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useChannel } from '../../client/use-query';

interface ModelSelectProps
  extends Pick<SelectProps, 'label' | 'description' | 'error' | 'aria-label' | 'placeholder' | 'disabled'> {
  /** The chosen model with its name; `null` = none. */
  readonly value: { readonly id: string; readonly name: string } | null;
  /** Not offered. */
  readonly except?: string;
  readonly onChange: (id: string | null) => void;
}

/** Finds a model by its name among all of the portfolio; the engine searches, a few are shown. */
export function ModelSelect({ value, except, onChange, ...rest }: ModelSelectProps): ReactNode {
  const [search, setSearch] = useState(value?.name ?? '');
  const name = value?.name ?? '';
  useEffect(() => {
    // The name of a model that an address gives comes later than its id.
    if (name !== '') setSearch((typed) => (typed === '' ? name : typed));
  }, [name]);
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const current = picked?.value === value?.id ? picked : value && { value: value.id, label: value.name };
  // While the chosen name stands in the field it is no search.
  const typed = current !== null && search === current.label ? '' : search;
  const [asked] = useDebouncedValue(typed, 150);
  const { data } = useChannel('models.list', { search: asked, limit: 9, sort: [{ field: 'name' }] });
  const found = (data?.rows ?? []).filter((row) => row.id !== except).slice(0, 8);
  const options = found.map((row) => ({
    value: row.id,
    label: row.unit === '' ? row.name : `${row.name} (${row.unit})`,
  }));
  const all =
    current !== null && !options.some((option) => option.value === current.value) ? [current, ...options] : options;
  return (
    <Select
      placeholder="Search by name"
      {...rest}
      data={all}
      // The engine has searched already.
      filter={({ options: each }) => each}
      searchable
      clearable
      value={value?.id ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id) => {
        setPicked(all.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
      nothingFoundMessage="No model of that name"
    />
  );
}
