import type { ReactNode } from 'react';
import { DateText } from '../../components/ui/text';
import { formatCount, formatNumber } from '../../lib/format';
import type { Entry } from './use-journal';

const KINDS: Readonly<Record<Entry['kind'], string>> = { do: '', undo: '↶ Undo', redo: '↷ Redo' };

function Row({ entry }: { readonly entry: Entry }): ReactNode {
  return (
    <tr data-kind={entry.kind}>
      <td className="mf-number mf-muted">{formatNumber(entry.seq)}</td>
      <td>
        <DateText value={entry.at} withTime />
      </td>
      <td className="mf-cut" title={entry.actor}>
        {entry.actor}
      </td>
      <td className="mf-journal-label">
        {entry.kind === 'do' ? null : <span className="mf-journal-kind">{KINDS[entry.kind]}</span>}
        {entry.label}
      </td>
      <td className="mf-number">{formatCount(entry.changes, 'fact')}</td>
      <td className="mf-journal-hash" title={entry.hash}>
        {entry.hash.slice(0, 8)}
      </td>
    </tr>
  );
}

export function JournalTable({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  return (
    <div className="mf-journal-scroll">
      <table className="mf-table mf-journal">
        <thead>
          <tr>
            <th scope="col" className="mf-number">
              No.
            </th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col" className="mf-number">
              Changed
            </th>
            <th scope="col">Hash</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.seq} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
