import type { ReactNode } from 'react';
import type { ModelCandidate } from '#contract/imports/parts';
import { ModelSelect } from '../../components/ui/model-select';
import { formatNumber } from '../../lib/format';
import { type Found, FoundMark } from './found-mark';

interface NamedModel {
  readonly text: string;
  readonly count: number;
  readonly modelId: string | null;
  readonly modelName: string;
  readonly candidates: ModelCandidate[];
  readonly found: Found;
}

interface ModelChoicesProps {
  readonly className: string;
  /** What the names are counted in: `Incidents`. */
  readonly counted: string;
  readonly models: readonly NamedModel[];
  /** Names that no model has become models. */
  readonly create?: boolean;
  readonly choose: (text: string, modelId: string | null) => void;
}

/** Which model each name of a file means, and by what it was found. */
export function ModelChoices({ className, counted, models, create = false, choose }: ModelChoicesProps): ReactNode {
  return (
    <table className={`mf-table ${className}`}>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col" className="mf-number">
            {counted}
          </th>
          <th scope="col">Model</th>
          <th scope="col">Found by</th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ text, count, modelId, modelName, candidates, found }) => {
          const isNew = create && found === 'unknown';
          return (
            <tr key={text}>
              <td className="mf-values-text">{text}</td>
              <td className="mf-number">{formatNumber(count)}</td>
              <td>
                <ModelSelect
                  // The name is known only once the engine has answered: the field starts again with it.
                  key={`${modelId} ${modelName}`}
                  aria-label={`Model of ${text}`}
                  placeholder={isNew ? 'a new model' : 'no known model'}
                  value={modelId === null ? null : { id: modelId, name: modelName }}
                  first={candidates.map((one) => ({ id: one.modelId, name: one.modelName, unit: one.unit }))}
                  onChange={(next) => choose(text, next)}
                />
              </td>
              <td>{isNew ? 'New model' : <FoundMark found={found} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
