import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { formatNumber } from '../../../lib/format';
import { incidentFieldLabel, wordChoices } from './incident-import-words';
import { setWord } from './incident-mapping-edits';

interface IncidentWordsProps {
  readonly values: IncidentsPreview['mappedValues'];
  readonly edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
}

/** Every word of severity, state and so on with what it becomes. */
export function IncidentWords({ values, edit }: IncidentWordsProps): ReactNode {
  if (values.length === 0) return <p className="mf-none mf-muted">No column of this file is read word by word.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="What words become" tabIndex={0}>
      <table className="mf-table mf-incident-words">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">In the file</th>
            <th scope="col" className="mf-number">
              Rows
            </th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ field, from, to, count }) => (
            <tr key={`${field} ${from}`}>
              <td className="mf-muted">{incidentFieldLabel(field)}</td>
              <td className="mf-values-text">{from}</td>
              <td className="mf-number">{formatNumber(count)}</td>
              <td>
                <NativeSelect
                  aria-label={`${from} becomes`}
                  data={[{ value: '', label: 'left empty' }, ...wordChoices(field)]}
                  value={to}
                  onChange={(event) => {
                    const next = event.currentTarget.value;
                    edit((before) => setWord(before, field, from, next));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
