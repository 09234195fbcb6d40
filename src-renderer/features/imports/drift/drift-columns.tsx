import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DriftField, DriftMapping, DriftPreview } from '#contract/drift/import';
import { formatNumber } from '../../../lib/format';
import { setField } from './drift-mapping-edits';
import { FIELD_WORDS } from './drift-words';

interface DriftColumnsProps {
  readonly columns: DriftPreview['columns'];
  readonly mapping: DriftMapping;
  readonly edit: (change: (mapping: DriftMapping) => DriftMapping) => void;
}

const isField = (text: string): text is DriftField => Object.hasOwn(FIELD_WORDS, text);

const OPTIONS = [
  { value: '', label: 'not imported' },
  ...Object.entries(FIELD_WORDS).map(([value, label]) => ({ value, label })),
];

/** What each column of a plain table holds. */
export function DriftColumns({ columns, mapping, edit }: DriftColumnsProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-columns" tabIndex={0} aria-label="Columns of the file">
      <table className="mf-table mf-columns-table">
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col" className="mf-number">
              Filled
            </th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, filled, samples }) => {
            const field = mapping.columns.find(({ column }) => column === label)?.field ?? '';
            return (
              <tr className="mf-column" data-used={field !== ''} key={label}>
                <td>
                  <div className="mf-column-label mf-cut" title={label}>
                    {label}
                  </div>
                  <div className="mf-column-samples mf-cut" title={samples.join(' · ')}>
                    {samples.length === 0 ? 'empty' : samples.join(' · ')}
                  </div>
                </td>
                <td className="mf-number mf-muted">{formatNumber(filled)}</td>
                <td>
                  <NativeSelect
                    aria-label={`${label} holds`}
                    data={OPTIONS}
                    value={field}
                    onChange={(event) => {
                      const chosen = event.currentTarget.value;
                      edit((before) => setField(before, label, isField(chosen) ? chosen : null));
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
