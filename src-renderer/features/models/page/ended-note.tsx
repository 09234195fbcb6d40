import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EndedVersion } from '#contract/models/versions';
import { sayDated } from '#domain/base/period';
import { STAGE_LABELS } from '#domain/vocabulary';
import { ApproveDialog } from '../../../components/models/approve-dialog';
import styles from './ended-note.module.css';
import type { Model } from './model-types';
import { MoveDialog } from './move-dialog';

const lastDay = ({ until, untilPrecision }: EndedVersion): string => sayDated({ at: until, precision: untilPrecision });

/** The same in few words, for the head of the page. */
export const EndedFact = ({ ended }: { readonly ended: EndedVersion }): ReactNode => (
  <span className={styles.fact}>no version live since {lastDay(ended)}</span>
);

/**
 * That nothing is live although the stage says so, and what may be the case: the model is retired, or another version followed.
 * The stage stays until somebody says which.
 */
export function EndedNote({ model, ended }: { readonly model: Model; readonly ended: EndedVersion }): ReactNode {
  const [open, setOpen] = useState<'retired' | 'deployed' | 'approve' | null>(null);
  const version = ended.version === '' ? 'The last version' : `Version ${ended.version}`;
  const day = lastDay(ended);
  const close = (): void => setOpen(null);
  return (
    <div className={styles.note} role="note">
      <p>
        <strong>No version is live.</strong> {version} ended on {day} and nothing followed; the model still stands as{' '}
        {STAGE_LABELS[model.stage]}.
      </p>
      <div className={styles.actions}>
        <Button variant="default" size="compact-sm" onClick={() => setOpen('retired')}>
          Retire it …
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setOpen('deployed')}>
          Name what followed …
        </Button>
      </div>
      {open === 'retired' || open === 'deployed' ? (
        <MoveDialog
          key={open}
          model={model}
          to={open}
          start={
            open === 'retired'
              ? { day: ended.until, reason: `${version} ended on ${day} and nothing followed` }
              : { reason: `Went live behind ${ended.version || 'the last version'}` }
          }
          onClose={close}
          onApprove={() => setOpen('approve')}
        />
      ) : null}
      {open === 'approve' && <ApproveDialog model={model} onClose={close} />}
    </div>
  );
}
