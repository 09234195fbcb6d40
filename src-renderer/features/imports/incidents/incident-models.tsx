import type { ReactNode } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { useChannel } from '../../../client/use-query';
import { ModelSelect } from '../../../components/ui/model-select';
import { formatCount, formatNumber } from '../../../lib/format';
import { FoundMark } from '../found-mark';
import { setModel } from './incident-mapping-edits';

interface IncidentModelsProps {
  readonly preview: IncidentsPreview;
  readonly mapping: IncidentMapping;
  readonly edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
}

/** Which model each name in the file means; the others are kept and can be attached later. */
export function IncidentModels({ preview, mapping, edit }: IncidentModelsProps): ReactNode {
  const { allToModel } = mapping;
  const { data: rest } = useChannel('models.get', { id: allToModel ?? '' }, { enabled: allToModel !== null });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Models of the incidents" tabIndex={0}>
      <div className="mf-incident-models">
        <ModelSelect
          label="Model of incidents whose own name finds none"
          description={`${formatCount(preview.withoutModel, 'incident')} of no known model: they are kept as they are and can be attached later.`}
          placeholder="none"
          value={allToModel === null ? null : { id: allToModel, name: rest?.name ?? '' }}
          onChange={(next) => edit((before) => ({ ...before, allToModel: next }))}
        />
      </div>
      <table className="mf-table mf-incident-words mf-incident-found">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col" className="mf-number">
              Incidents
            </th>
            <th scope="col">Model</th>
            <th scope="col">Found by</th>
          </tr>
        </thead>
        <tbody>
          {preview.models.map(({ text, count, modelId, modelName, candidates, found }) => (
            <tr key={text}>
              <td className="mf-values-text">{text}</td>
              <td className="mf-number">{formatNumber(count)}</td>
              <td>
                <ModelSelect
                  // The name is known only once the engine has answered: the field starts again with it.
                  key={`${modelId} ${modelName}`}
                  aria-label={`Model of ${text}`}
                  placeholder="no known model"
                  value={modelId === null ? null : { id: modelId, name: modelName }}
                  first={candidates.map((one) => ({ id: one.modelId, name: one.modelName, unit: one.unit }))}
                  onChange={(next) => edit((before) => setModel(before, text, next))}
                />
              </td>
              <td>
                <FoundMark found={found} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
