import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './filter-bar.module.css';

interface FilterPopoverProps {
  readonly label: string;
  /** How many conditions are set; 0: none. */
  readonly active: number;
  /** Names what opens, where the label alone would not. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** A filter behind a button that says how many of its conditions are set. */
export function FilterPopover({ label, active, name = label, children }: FilterPopoverProps): ReactNode {
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant={active > 0 ? 'light' : 'default'}>
          {label}
          {active > 0 ? `: ${active}` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>{children}</Popover.Dropdown>
    </Popover>
  );
}

interface MoreFiltersProps<Pane extends string> {
  readonly panes: readonly { readonly key: Pane; readonly label: string }[];
  readonly open: Pane;
  readonly onOpen: (pane: Pane) => void;
  readonly active: number;
  /** The pane that is open. */
  readonly children: ReactNode;
}

/** The filters that are asked for seldom, one pane each. */
export function MoreFilters<Pane extends string>(props: MoreFiltersProps<Pane>): ReactNode {
  const { panes, open, onOpen, active, children } = props;
  return (
    <FilterPopover label="More filters" active={active}>
      <div className={css.panes}>
        <div className={css.tabs}>
          {panes.map(({ key, label }) => (
            <button key={key} type="button" className={css.tab} aria-pressed={open === key} onClick={() => onOpen(key)}>
              {label}
            </button>
          ))}
        </div>
        <div className={css.pane}>{children}</div>
      </div>
    </FilterPopover>
  );
}

interface YesNoFilterProps {
  /** Of the group of buttons in the page. */
  readonly name: string;
  readonly label: string;
  readonly yes: string;
  readonly no: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean | undefined) => void;
}

interface OneOfFilterProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: T; readonly words: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** One of a few conditions, or none is asked for. */
export function OneOfFilter<T extends string>(props: OneOfFilterProps<T>): ReactNode {
  const { name, label, values, value, onChange } = props;
  return (
    <fieldset className={css.list}>
      <legend className="mf-hidden">{label}</legend>
      {[{ value: undefined, words: 'Any' }, ...values].map((one) => (
        <label key={one.words} className={css.value}>
          <input type="radio" name={name} checked={value === one.value} onChange={() => onChange(one.value)} />
          {one.words}
        </label>
      ))}
    </fieldset>
  );
}

/** A condition that holds, does not hold, or is not asked for. */
export function YesNoFilter({ name, label, yes, no, value, onChange }: YesNoFilterProps): ReactNode {
  return (
    <OneOfFilter
      name={name}
      label={label}
      values={[
        { value: 'yes', words: yes },
        { value: 'no', words: no },
      ]}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      onChange={(one) => onChange(one === undefined ? undefined : one === 'yes')}
    />
  );
}
