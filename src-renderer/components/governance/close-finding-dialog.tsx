import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { canClose } from '#domain/governance/closing-evidence';
import { isFailed } from '#domain/governance/evidence-standing';
import { perform } from '../../client/perform';
import { useChannel } from '../../client/use-query';
import { formatDate } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import { DialogEnding } from '../ui/dialog-ending';
import { useDialogSubmit } from '../ui/use-dialog-submit';
import { EvidenceDialog, kindLabel } from './evidence-dialog';
import type { Finding } from './finding-dialog';
import './governance-parts.css';

interface CloseFindingProps {
  readonly finding: Finding;
  readonly modelName: string;
  readonly onClose: () => void;
}

/** A finding is closed by evidence of its model that came after it; where there is none yet, it is noted here. */
export function CloseFindingDialog({ finding, modelName, onClose }: CloseFindingProps): ReactNode {
  const { data } = useChannel('evidence.list', { modelId: finding.modelId });
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [chosen, setChosen] = useState('');
  const [on, setOn] = useState(utcToday());
  const [noting, setNoting] = useState(false);
  const fitting = (data?.evidence ?? []).filter(
    (row) => row.on >= finding.openedOn && !isFailed(row.outcome) && canClose(finding.source, row.kind),
  );
  const evidenceId = fitting.some(({ id }) => id === chosen) ? chosen : (fitting[0]?.id ?? '');
  const submit = sends(() =>
    evidenceId === ''
      ? 'Note the evidence that shows it first: a finding is not closed by a day alone.'
      : (before) => perform('findings.close', { id: finding.id, on, evidenceId }, before),
  );
  if (noting)
    return (
      <EvidenceDialog
        ids={[finding.modelId]}
        whose={`“${modelName}”`}
        onClose={() => setNoting(false)}
        onNoted={([row]) => setChosen(row?.id ?? '')}
      />
    );
  return (
    <Dialog title={`Close “${finding.title}”`} onClose={onClose}>
      <form className="mf-gov-form" onSubmit={submit} noValidate>
        {fitting.length === 0 ? (
          <p className="mf-muted">
            Nothing has been noted since {formatDate(finding.openedOn)} that could show that it is put right.
          </p>
        ) : (
          <NativeSelect
            label="What shows that it is put right"
            value={evidenceId}
            data={fitting.map((row) => ({
              value: row.id,
              label: `${kindLabel(row.kind)}, ${formatDate(row.on)}, ${row.by}`,
            }))}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setFailure('');
            }}
          />
        )}
        <Button variant="default" onClick={() => setNoting(true)}>
          Note new evidence…
        </Button>
        <TextInput
          type="date"
          label="Closed on"
          max={utcToday()}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <DialogEnding failure={failure} pending={pending} label="Close the finding" onClose={onClose} />
      </form>
    </Dialog>
  );
}
