import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DateText } from '../../components/ui/text';
import { formatNumber } from '../../lib/format';
import type { Found } from './recovery-words';

interface EntriesTableProps {
  readonly title: string;
  readonly entries: Found['since']['entries'];
  readonly total: number;
}

const FIRST = 10;

/** Changes by when, who and what, the last first. */
export function EntriesTable({ title, entries, total }: EntriesTableProps): ReactNode {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <section className="mf-panel" aria-label={title}>
      <h2 className="mf-recover-title">
        {title}: {formatNumber(total)}
      </h2>
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ seq, at, actor, label }) => (
            <tr key={seq}>
              <td>
                <DateText value={at} withTime />
              </td>
              <td>{actor}</td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show {formatNumber(entries.length)}
          {total > entries.length ? ` of ${formatNumber(total)}` : ''}
        </Button>
      )}
    </section>
  );
}
