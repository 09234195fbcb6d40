import type { ReactNode } from 'react';
import type { ModelFilter } from '#contract/models';
import { filterChips, withoutField } from './filter-edits';
import css from './portfolio.module.css';

interface FilterChipsProps {
  readonly search: string;
  readonly filter: ModelFilter;
  readonly onFilter: (filter: ModelFilter) => void;
  readonly onClear: () => void;
  /** Stands in the line while nothing is filtered, so that the list does not jump when something is. */
  readonly hint: string;
}

/** What narrows the list, each with the way to take it off. */
export function FilterChips({ search, filter, onFilter, onClear, hint }: FilterChipsProps): ReactNode {
  const chips = filterChips(filter);
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
            onClick={() => onFilter(withoutField(filter, key))}
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
