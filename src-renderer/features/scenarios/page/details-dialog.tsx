import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MOST_RUNS } from '#domain/scenarios/uncertainty/simulate';
import { formatDateTime } from '../../../lib/format';
import { NumberEdit } from '../inputs/number-edit';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import type { ScenarioPatch } from './use-scenario-draft';

const MOST_SEED = 4_294_967_295;

interface DetailsDialogProps {
  readonly scenario: Scenario;
  readonly patch: (patch: ScenarioPatch) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Name, notes and how the simulation draws. */
export function DetailsDialog({ scenario, patch, onClose }: DetailsDialogProps): ReactNode {
  const [name, setName] = useState(scenario.name);
  const [notes, setNotes] = useState(scenario.notes);
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    if (await patch({ name: name.trim(), notes })) onClose();
  };
  return (
    <Modal opened onClose={onClose} title="Scenario" size={480} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        className={styles.details}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          data-autofocus
          label="Name"
          value={name}
          error={name.trim() === '' ? 'A scenario needs a name.' : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label="Notes"
          autosize
          minRows={3}
          maxRows={12}
          value={notes}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
        <div className={styles.pairFields}>
          <NumberEdit
            label="Runs of the simulation"
            unit="runs"
            value={scenario.runs}
            min={1}
            max={MOST_RUNS}
            onCommit={(runs) => void patch({ runs: Math.round(runs) })}
          />
          <NumberEdit
            label="Seed"
            unit="a whole number"
            value={scenario.seed}
            min={0}
            max={MOST_SEED}
            onCommit={(seed) => void patch({ seed: Math.round(seed) })}
          />
        </div>
        <p className="mf-muted">
          Made by {scenario.author || 'somebody'} on {formatDateTime(scenario.createdAt)}, in {scenario.currency}. The
          same seed gives the same numbers on every machine.
        </p>
        <Button type="submit">Save</Button>
      </form>
    </Modal>
  );
}
