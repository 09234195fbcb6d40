import { TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { searcher } from '#domain/base/search-text';
import { formatNumber } from '../../lib/format';
import css from './filter-bar.module.css';

/** A filter whose values are ticked. */
export interface FacetWords {
  readonly label: string;
  /** Value as text ('' = empty) → what a person reads. */
  readonly words: (value: string) => string;
  /** Whether the empty value can be asked for here. */
  readonly empty: boolean;
}

/** A value to choose, with the rows that have it; `null`: they are not counted. */
export interface ValueCount {
  readonly value: string;
  readonly count: number | null;
}

interface FacetValuesProps {
  readonly spec: FacetWords;
  /** Counts among the rows that the other filters leave; asked for when the list is opened. */
  readonly counts: () => readonly ValueCount[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

const SEARCH_FROM = 9;
const MOST = 200;

/** The values of one filter with their counts, to be ticked. */
export function FacetValues({ spec, counts, chosen, onToggle }: FacetValuesProps): ReactNode {
  const [sought, setSought] = useState('');
  const all = useMemo(counts, [counts]);
  const listed = all.filter((entry) => entry.value !== '' || spec.empty);
  // A chosen value stays in the list when the other filters leave no model for it.
  const gone = chosen
    .filter((value) => !listed.some((entry) => entry.value === value))
    .map((value) => ({ value, count: 0 }));
  const finds = searcher(sought);
  const found = [...gone, ...listed].filter((entry) => finds(spec.words(entry.value)));
  return (
    <div className={css.values}>
      {listed.length >= SEARCH_FROM ? (
        <TextInput
          aria-label={`Find in ${spec.label}`}
          placeholder="Find"
          value={sought}
          data-autofocus
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      ) : null}
      <fieldset className={css.list}>
        <legend className="mf-hidden">{spec.label}</legend>
        {found.slice(0, MOST).map(({ value, count }) => (
          <label key={value} className={css.value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            <span className={css.word} title={spec.words(value)}>
              {spec.words(value)}
            </span>
            {count === null ? null : <span className={css.count}>{formatNumber(count)}</span>}
          </label>
        ))}
      </fieldset>
      {found.length > MOST ? (
        <p className="mf-muted">
          The first {MOST} of {formatNumber(found.length)}; type to find others.
        </p>
      ) : null}
      {found.length === 0 ? (
        <p className="mf-muted">{sought === '' ? 'Nothing has been said here yet.' : 'No value reads like this.'}</p>
      ) : null}
    </div>
  );
}
