import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';

interface ReplacementSelectProps {
  readonly modelId: string;
  readonly value: string;
  readonly error: string;
  readonly onChange: (id: string) => void;
}

/** Finds the model that takes over, by its name among all of the portfolio. */
export function ReplacementSelect({ modelId, value, error, onChange }: ReplacementSelectProps): ReactNode {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // While a chosen name stands in the field it is no search.
  const typed = chosen !== null && search === chosen.label ? '' : search;
  const [asked] = useDebouncedValue(typed, 150);
  const { data } = useChannel('models.list', { search: asked, limit: 9, sort: [{ field: 'name' }] });
  const found = (data?.rows ?? []).filter((row) => row.id !== modelId).slice(0, 8);
  const options = found.map((row) => ({
    value: row.id,
    label: row.unit === '' ? row.name : `${row.name} (${row.unit})`,
  }));
  const data2 =
    chosen !== null && !options.some((option) => option.value === chosen.value) ? [chosen, ...options] : options;
  return (
    <Select
      label="Replaced by"
      description="Optional: the model that takes over"
      placeholder="Search by name"
      data={data2}
      // The engine has searched already.
      filter={({ options: all }) => all}
      searchable
      clearable
      value={value === '' ? null : value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id) => {
        setChosen(data2.find((option) => option.value === id) ?? null);
        onChange(id ?? '');
      }}
      nothingFoundMessage="No model of that name"
      error={error || undefined}
    />
  );
}
