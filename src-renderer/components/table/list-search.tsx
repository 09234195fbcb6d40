import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import css from './list-page.module.css';

/** From the search field down into the list. */
function enterList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
  const first = document.querySelector<HTMLElement>(
    'main [role="grid"] [role="gridcell"][tabindex="0"], main article[tabindex="0"]',
  );
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

interface ListSearchProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (search: string) => void;
}

/** The search of a page that is a list; `/` goes to it. */
export function ListSearch({ label, placeholder, value, onChange }: ListSearchProps): ReactNode {
  return (
    <TextInput
      type="search"
      className={css.search}
      aria-label={label}
      placeholder={placeholder}
      data-page-search=""
      value={value}
      maxLength={500}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={enterList}
    />
  );
}
