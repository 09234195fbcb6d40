import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { RELATION_LABELS } from '#domain/governance/vocabulary';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { type Dependency, DependencyDialog } from '../../../components/dependencies/dependency-dialog';
import { FallsTable } from '../../../components/dependencies/falls-table';
import { Panel } from '../../../components/ui/panel';
import { formatDate } from '../../../lib/format';
import styles from './model.module.css';
import type { Model } from './model-types';

function Rested({ one, onEdit }: { readonly one: Dependency; readonly onEdit: () => void }): ReactNode {
  const { run, pending } = useCommand('dependencies.remove');
  const name =
    one.dependsOn === null ? (
      one.outside || RELATION_LABELS.none
    ) : (
      <Link to="/models/$modelId" params={{ modelId: one.dependsOn }}>
        {one.dependsOnName}
      </Link>
    );
  const until = one.until === null ? '' : `, to ${formatDate(one.until)}`;
  return (
    <tr>
      <td>{name}</td>
      <td>{RELATION_LABELS[one.relation]}</td>
      <td>{one.relation === 'none' ? '–' : one.critical ? 'Stops' : 'Touched'}</td>
      <td>{`Since ${formatDate(one.from)}${until}`}</td>
      <td>
        <div className={styles.rowActions}>
          <Button size="compact-xs" variant="default" onClick={onEdit}>
            Change
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            loading={pending}
            onClick={() => void run({ id: one.id })}
            aria-label={`Delete ${one.outside || one.dependsOnName || 'this'}`}
          >
            Delete
          </Button>
        </div>
      </td>
    </tr>
  );
}

/** What the model relies on, and what would fall with it. */
export function ReliesPanel({ model }: { readonly model: Model }): ReactNode {
  const [edited, setEdited] = useState<Dependency | 'new' | null>(null);
  const { data } = useChannel('dependencies.list', { modelId: model.id }, { keepPrevious: false });
  const { data: falls } = useChannel('dependencies.falls', { modelId: model.id }, { keepPrevious: false });
  const rests = data?.dependencies ?? [];
  const asked = model.kind === 'generative' || model.kind === 'agent';
  return (
    <Panel
      title="What it relies on"
      hint={
        rests.length > 0
          ? 'Without it the model stops, or is touched'
          : asked
            ? 'Nobody has said which foundation model, tools or other models it relies on'
            : 'Nobody has said; other models, tools, a provider’s model'
      }
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setEdited('new')}>
          Add…
        </Button>
      }
    >
      {rests.length === 0 ? null : (
        <div className={styles.scroll}>
          <table className="mf-table">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">How</th>
                <th scope="col">Without it</th>
                <th scope="col">When</th>
                <th scope="col">
                  <span className="mf-hidden">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rests.map((one) => (
                <Rested key={one.id} one={one} onEdit={() => setEdited(one)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {falls === undefined || falls.models.length === 0 ? null : (
        <>
          <h3 className={styles.groupTitle}>What falls with it</h3>
          <p className="mf-muted">{falls.headline}</p>
          <FallsTable models={falls.models} />
          <Link to="/dependencies" search={{ model: model.id }}>
            In the whole portfolio
          </Link>
        </>
      )}
      {edited === null ? null : (
        <DependencyDialog model={model} {...(edited !== 'new' && { given: edited })} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}
