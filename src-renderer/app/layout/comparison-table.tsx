import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { columnLabel } from '#domain/models/column-label';
import { formatCount, formatDateTime, formatNumber } from '../../lib/format';
import './held-file.css';

export type Comparison = NonNullable<Output<'workspace.compareReplaced'>['comparison']>;
type Side = Comparison['here'];

const lastOf = ({ lastChange }: Side): string =>
  lastChange ? `${formatDateTime(lastChange.at)}, ${lastChange.actor}` : 'none';

const onlyOf = ({ entries, actors }: Side): string =>
  entries === 0 ? 'nothing' : `${formatCount(entries, 'change')} by ${actors.join(', ')}`;

const holdsOf = ({ models, incidents }: Side): string =>
  `${formatCount(models, 'model')}, ${formatCount(incidents, 'incident')}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const shownValue = (value: unknown): string =>
  value === null || value === '' ? 'empty' : typeof value === 'number' ? formatNumber(value, 6) : String(value);

const ROWS: readonly (readonly [string, (side: Side) => string])[] = [
  ['Last change', lastOf],
  ['Only in this one', onlyOf],
  ['Holds', holdsOf],
];

interface Props {
  readonly data: Comparison;
  /** What the other file is called in the head. */
  readonly there: string;
}

/** What two files that were once one have in common, and what only one of them has. */
export function ComparisonTable({ data, there: other }: Props): ReactNode {
  return (
    <table className="mf-table mf-held-table">
      <caption>
        {data.sameUntil === null
          ? 'They are the same up to the beginning.'
          : `They are the same up to entry ${formatNumber(data.same)} of the journal, ${formatDateTime(data.sameUntil)}.`}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="mf-hidden">What</span>
          </th>
          <th scope="col">Yours, still open here</th>
          <th scope="col">{other}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([label, words]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{words(data.here)}</td>
            <td>{words(data.there)}</td>
          </tr>
        ))}
        {data.fields.map(({ table, id, column, name, here, there }) => (
          <tr key={`${table} ${id} ${column}`}>
            <th scope="row">
              {capital(columnLabel(table, column))} of {name ?? `a row of ${table.replaceAll('_', ' ')}`}
            </th>
            <td>{shownValue(here)}</td>
            <td>{shownValue(there)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
