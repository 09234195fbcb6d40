import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useChannel } from '../../client/use-query';

interface ModelOffer {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

interface ModelSelectProps
  extends Pick<SelectProps, 'label' | 'description' | 'error' | 'aria-label' | 'placeholder' | 'disabled'> {
  /** The chosen model with its name; `null` = none. */
  readonly value: { readonly id: string; readonly name: string } | null;
  /** Offered before all others while nothing is typed: those among which a choice is asked for. */
  readonly first?: readonly ModelOffer[];
  /** Not offered. */
  readonly except?: string;
  readonly onChange: (id: string | null) => void;
  /** A dialog begins here. */
  readonly 'data-autofocus'?: boolean;
}

/** Finds a model by its name among all of the portfolio; the engine searches, a few are shown. */
export function ModelSelect({ value, first = [], except, onChange, ...rest }: ModelSelectProps): ReactNode {
  const [search, setSearch] = useState(value?.name ?? '');
  const name = value?.name ?? '';
  useEffect(() => {
    // The name of a model that an address gives comes later than its id.
    if (name !== '') setSearch((typed) => (typed === '' ? name : typed));
  }, [name]);
  const [picked, setPicked] = useState<Option | null>(null);
  const current = picked?.value === value?.id ? picked : value && { value: value.id, label: value.name };
  // While the chosen name stands in the field it is no search.
  const typed = current !== null && search === current.label ? '' : search;
  const [asked] = useDebouncedValue(typed, 150);
  const { data } = useChannel('models.list', { search: asked, limit: 9, sort: [{ field: 'name' }] });
  // The chosen one keeps one label: the field takes on that of its option, and would otherwise go back and forth between two.
  const labelled = (option: Option): Option => (option.value === current?.value ? current : option);
  const fitting = (typed === '' ? first : []).map(optionOf).map(labelled);
  const found = (data?.rows ?? [])
    .filter(({ id }) => id !== except && !fitting.some((one) => one.value === id))
    .slice(0, 8)
    .map(optionOf)
    .map(labelled);
  const offered = [...fitting, ...found].some(({ value: id }) => id === current?.value);
  const others = current === null || offered ? found : [current, ...found];
  const groups = [
    { group: 'Fits', items: fitting },
    { group: 'All models', items: others },
  ];
  return (
    <Select
      placeholder="Search by name"
      {...rest}
      data={fitting.length > 0 ? groups : others}
      // The engine has searched already.
      filter={({ options: each }) => each}
      searchable
      clearable
      value={value?.id ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id) => {
        setPicked([...fitting, ...others].find((option) => option.value === id) ?? null);
        onChange(id);
      }}
      nothingFoundMessage="No model of that name"
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionOf({ id, name, unit }: ModelOffer): Option {
  return { value: id, label: unit === '' ? name : `${name} (${unit})` };
}
