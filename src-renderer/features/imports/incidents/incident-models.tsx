import type { ReactNode } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { useChannel } from '../../../client/use-query';
import { ModelSelect } from '../../../components/ui/model-select';
import { formatCount } from '../../../lib/format';
import { ModelChoices } from '../model-choices';
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
      <ModelChoices
        className="mf-incident-words mf-incident-found"
        counted="Incidents"
        models={preview.models}
        choose={(text, next) => edit((before) => setModel(before, text, next))}
      />
    </section>
  );
}
