import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { useChannel } from '../../../client/use-query';
import { formatCount, formatNumber } from '../../../lib/format';
import { setModel } from './incident-mapping-edits';

interface IncidentModelsProps {
  readonly preview: IncidentsPreview;
  readonly mapping: IncidentMapping;
  readonly edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
}

/** More names than this are found by typing; the list shows the first. */
const SHOWN = 100;

/** Which model each name in the file means; the others are kept and can be attached later. */
export function IncidentModels({ preview, mapping, edit }: IncidentModelsProps): ReactNode {
  const { data } = useChannel('models.list', { limit: 10_000, sort: [{ field: 'name' }] });
  const models = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Models of the incidents" tabIndex={0}>
      <div className="mf-incident-models">
        <Select
          label="Model of incidents whose own name finds none"
          description={`${formatCount(preview.withoutModel, 'incident')} of no known model: they are kept as they are and can be attached later.`}
          placeholder="none"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Take no model for them' }}
          limit={SHOWN}
          data={models}
          value={mapping.allToModel}
          onChange={(allToModel) => edit((before) => ({ ...before, allToModel }))}
        />
      </div>
      <table className="mf-table mf-incident-words">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col" className="mf-number">
              Incidents
            </th>
            <th scope="col">Model</th>
          </tr>
        </thead>
        <tbody>
          {preview.models.map(({ text, count, modelId }) => (
            <tr key={text}>
              <td className="mf-values-text">{text}</td>
              <td className="mf-number">{formatNumber(count)}</td>
              <td>
                <Select
                  aria-label={`Model of ${text}`}
                  placeholder="no known model"
                  searchable
                  clearable
                  limit={SHOWN}
                  data={models}
                  value={modelId}
                  onChange={(next) => edit((before) => setModel(before, text, next))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
