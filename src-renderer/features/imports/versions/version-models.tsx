import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { ModelSelect } from '../../../components/ui/model-select';
import { formatNumber } from '../../../lib/format';
import { FoundMark } from '../found-mark';
import type { VersionMappingProps } from './version-columns';
import { setModel } from './version-mapping-edits';

/** Which model each name of the file means, and what becomes of those that no model has. */
export function VersionModels({ preview, mapping, edit }: VersionMappingProps): ReactNode {
  const create = mapping.unknownModels === 'create';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Models of the versions" tabIndex={0}>
      <Checkbox
        className="mf-version-create"
        label="Names that no model has become models of their own"
        checked={create}
        onChange={(event) => {
          const unknownModels = event.currentTarget.checked ? 'create' : 'skip';
          edit((before) => ({ ...before, unknownModels }));
        }}
      />
      <table className="mf-table mf-version-columns">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col" className="mf-number">
              Versions
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
                  placeholder={found === 'unknown' && create ? 'a new model' : 'no known model'}
                  value={modelId === null ? null : { id: modelId, name: modelName }}
                  first={candidates.map((one) => ({ id: one.modelId, name: one.modelName, unit: one.unit }))}
                  onChange={(next) => edit((before) => setModel(before, text, next))}
                />
              </td>
              <td>{found === 'unknown' && create ? 'New model' : <FoundMark found={found} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
