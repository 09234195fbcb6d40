import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { gateLine } from '#domain/governance/deployment-gates';
import { useSeen } from '../../../client/seen';
import { useCommand } from '../../../client/use-command';
import { Dialog } from '../../../components/ui/dialog';
import { utcToday } from '../../../lib/utc-today';
import styles from './gates.module.css';
import type { Model } from './model-types';

interface ExceptionDialogProps {
  readonly model: Model;
  readonly line: Output<'governance.gates'>['lines'][number];
  readonly onClose: () => void;
}

/** An exception to one gate: by whom, under which limits, until when; it is a row of evidence, and ends by itself. */
export function ExceptionDialog({ model, line, onClose }: ExceptionDialogProps): ReactNode {
  const { run, pending } = useCommand('evidence.add', { seen: useSeen() });
  const [by, setBy] = useState('');
  const [until, setUntil] = useState('');
  const [limits, setLimits] = useState('');
  const submit = async (): Promise<void> => {
    const covers = [gateLine(line.requirement)];
    const given = { ids: [model.id], kind: 'exception', on: utcToday(), validUntil: until, by, note: limits, covers };
    if ((await run(given)) !== null) onClose();
  };
  return (
    <Dialog title={`Exception for ${model.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <p className="mf-muted">
            “{line.label}” does not hold the model back until the day it ends. An exception by its developer or one of
            its owners lifts nothing.
          </p>
          <div className={styles.pair}>
            <TextInput label="By whom" required value={by} onChange={(event) => setBy(event.currentTarget.value)} />
            <TextInput
              label="Until"
              type="date"
              required
              min={utcToday()}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </div>
          <Textarea
            label="Limits, and why"
            placeholder="Two branches only, until the validation of March"
            required
            autosize
            minRows={2}
            value={limits}
            onChange={(event) => setLimits(event.currentTarget.value)}
          />
          <div className="mf-dialog-buttons">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={by.trim() === '' || until === '' || limits.trim() === ''}>
              Note the exception
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
