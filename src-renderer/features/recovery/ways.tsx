import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount, formatDateTime, formatNumber } from '../../lib/format';
import type { Found } from './recovery-words';

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly (readonly [what: string, figure: string])[];
  readonly action: string;
  readonly first: boolean;
  readonly enabled: boolean;
  readonly pending: boolean;
  readonly onChoose: () => void;
}

function Way({ title, text, facts, action, first, enabled, pending, onChoose }: WayProps): ReactNode {
  return (
    <section className="mf-recover-way" {...(first && { 'data-first': true })} aria-label={title}>
      <h2 className="mf-recover-title">{title}</h2>
      <p className="mf-muted">{text}</p>
      <dl className="mf-recover-facts">
        {facts.map(([what, figure]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <Button variant={first ? 'filled' : 'default'} disabled={!enabled} loading={pending} onClick={onChoose}>
        {action}
      </Button>
    </section>
  );
}

interface WaysProps {
  readonly found: Found;
  readonly pending: 'repair' | 'backup' | null;
  readonly onRepair: () => void;
  readonly onBackup: () => void;
}

/** The ways to go on, the one that loses least first. */
export function Ways({ found, pending, onRepair, onBackup }: WaysProps): ReactNode {
  const { backup, readable, whole, since } = found;
  const filled = backup === null ? '' : ` The backup of ${formatDateTime(backup.createdAt)} fills what cannot be read.`;
  const repair = readable && !whole;
  return (
    <div className="mf-recover-ways">
      <Way
        title="What the file still holds"
        text={
          repair
            ? `Its journal is followed entry by entry as far as it holds; models, incidents and everything else become what it says.${filled}`
            : whole
              ? 'There is nothing to repair.'
              : 'Nothing of it can be read.'
        }
        facts={
          repair
            ? [[backup === null ? 'Changes that can be read' : 'Changes since the backup', formatNumber(since.total)]]
            : []
        }
        action="Repair into a new file"
        first={repair}
        enabled={repair && pending === null}
        pending={pending === 'repair'}
        onChoose={onRepair}
      />
      <Way
        title="The backup alone"
        text={
          backup === null
            ? 'No whole backup lies in the folder of backups beside the file. If you keep some elsewhere, open one of them.'
            : `As it was on ${formatDateTime(backup.createdAt)}, ${formatCount(backup.models ?? 0, 'model')}. It was opened and is whole.`
        }
        facts={
          backup === null
            ? []
            : [
                ['Changes left out', formatNumber(since.total)],
                ['Entries of its journal', formatNumber(backup.entries)],
              ]
        }
        action="Open a copy of the backup"
        first={!repair && backup !== null}
        enabled={backup !== null && pending === null}
        pending={pending === 'backup'}
        onChoose={onBackup}
      />
    </div>
  );
}
