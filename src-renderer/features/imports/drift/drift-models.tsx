import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DriftMapping, DriftSubject } from '#contract/drift/import';
import { ModelSelect } from '../../../components/ui/model-select';
import { formatNumber } from '../../../lib/format';
import { FoundMark } from '../found-mark';
import { setModel } from './drift-mapping-edits';

interface DriftModelsProps {
  readonly subjects: readonly DriftSubject[];
  /** Nothing can be shown before the time is known. */
  readonly timeless: boolean;
  readonly edit: (change: (mapping: DriftMapping) => DriftMapping) => void;
}

/** Beyond this many names a part is shown: each row holds a search of its own. */
const AT_ONCE = 200;

/** Which model of the portfolio each name in the file stands for. */
export function DriftModels({ subjects, timeless, edit }: DriftModelsProps): ReactNode {
  if (subjects.length === 0) {
    return (
      <p className="mf-none mf-muted">
        {timeless
          ? 'Say at the right when the report was computed; its models and series are shown then.'
          : 'The file holds no result that could be imported. The problems say why.'}
      </p>
    );
  }
  const askedFirst = [...subjects].sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Models of the file" tabIndex={0}>
      <table className="mf-table mf-drift-models">
        <thead>
          <tr>
            <th scope="col">Called in the file</th>
            <th scope="col" className="mf-number">
              Series
            </th>
            <th scope="col" className="mf-number">
              Results
            </th>
            <th scope="col">Model here</th>
            <th scope="col">Found by</th>
            <th scope="col">
              <span className="mf-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {askedFirst.slice(0, AT_ONCE).map((subject) => (
            <Row key={subject.name} subject={subject} edit={edit} />
          ))}
        </tbody>
      </table>
      {subjects.length > AT_ONCE ? (
        <p className="mf-none mf-muted">
          {formatNumber(subjects.length - AT_ONCE)} more names are not shown; those without a model come first.
        </p>
      ) : null}
    </section>
  );
}

const isAsked = ({ found }: DriftSubject): boolean => found === 'unknown' || found === 'ambiguous';

function Row({ subject, edit }: { readonly subject: DriftSubject } & Pick<DriftModelsProps, 'edit'>): ReactNode {
  const { name, modelId, modelName, candidates, found, series, points } = subject;
  const shown = name === '' ? 'no name' : name;
  const leftOut = found === 'left_out';
  return (
    <tr data-found={found}>
      <td className="mf-cut" title={shown}>
        {shown}
      </td>
      <td className="mf-number">{formatNumber(series)}</td>
      <td className="mf-number">{formatNumber(points)}</td>
      <td>
        <ModelSelect
          // The name is known only once the engine has answered: the field starts again with it.
          key={`${modelId} ${modelName}`}
          aria-label={`Model for ${shown}`}
          value={modelId === null ? null : { id: modelId, name: modelName }}
          first={candidates.map((one) => ({ id: one.modelId, name: one.modelName, unit: one.unit }))}
          disabled={leftOut}
          onChange={(id) => edit((before) => setModel(before, name, id ?? undefined))}
        />
      </td>
      <td>
        <FoundMark found={found} />
      </td>
      <td>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={leftOut ? `Take in ${shown}` : `Leave out ${shown}`}
          onClick={() => edit((before) => setModel(before, name, leftOut ? undefined : null))}
        >
          {leftOut ? 'Take in' : 'Leave out'}
        </Button>
      </td>
    </tr>
  );
}
