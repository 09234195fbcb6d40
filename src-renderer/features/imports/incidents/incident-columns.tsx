import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { INCIDENT_FIELD_LABELS, INCIDENT_FIELDS } from './incident-import-words';
import { fieldsOfColumn, setColumnFields } from './incident-mapping-edits';

interface IncidentColumnsProps {
  readonly columns: IncidentsPreview['columns'];
  readonly mapping: IncidentMapping;
  readonly edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
}

const CHOICES = INCIDENT_FIELDS.map((field) => ({ value: field, label: INCIDENT_FIELD_LABELS[field] }));

/** What each column becomes. */
export function IncidentColumns({ columns, mapping, edit }: IncidentColumnsProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Columns of the file" tabIndex={0}>
      <table className="mf-table mf-incident-words">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, samples }) => (
            <tr key={label}>
              <td>
                <div className="mf-cut">{label}</div>
                <div className="mf-muted mf-cut">{samples.slice(0, 3).join(' · ')}</div>
              </td>
              <td>
                <MultiSelect
                  aria-label={`${label} becomes`}
                  placeholder={fieldsOfColumn(mapping, label).length === 0 ? 'not read' : ''}
                  searchable
                  hidePickedOptions
                  data={CHOICES}
                  value={[...fieldsOfColumn(mapping, label)]}
                  onChange={(next) =>
                    edit((before) =>
                      setColumnFields(
                        before,
                        label,
                        INCIDENT_FIELDS.filter((field) => next.includes(field)),
                      ),
                    )
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
