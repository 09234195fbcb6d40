import type { ReactNode } from 'react';
import css from './list-page.module.css';

export interface FilterChip<Key extends string = string> {
  readonly key: Key;
  readonly text: string;
}

interface FilterChipsProps<Key extends string> {
  readonly search: string;
  /** One for each field that is filtered. */
  readonly chips: readonly FilterChip<Key>[];
  readonly onRemove: (key: Key) => void;
  readonly onClear: () => void;
  /** Stands in the line while nothing is filtered, so that the list does not jump when something is. */
  readonly hint: string;
}

/** What narrows the list, each with the way to take it off. */
export function FilterChips<Key extends string>({
  search,
  chips,
  onRemove,
  onClear,
  hint,
}: FilterChipsProps<Key>): ReactNode {
  if (chips.length === 0) return <p className={css.hint}>{hint}</p>;
  return (
    <ul className={css.chips} aria-label="Active filters">
      {chips.map(({ key, text }) => (
        <li key={key} className={css.chip}>
          <span className="mf-cut" title={text}>
            {text}
          </span>
          <button
            type="button"
            className={css.chipOff}
            aria-label={`Remove the filter ${text}`}
            onClick={() => onRemove(key)}
          >
            ×
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={css.clear} onClick={onClear}>
          {search === '' ? 'Clear filters' : 'Clear search and filters'}
        </button>
      </li>
    </ul>
  );
}
