import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { sentenceOf } from '../../client/call';
import { perform } from '../../client/perform';
import { notifyFailure } from '../ui/notify';
import type { IncidentStep } from './incident-step-dialog';

/** It comes when the first step is taken that something has to be said with. */
const StepDialog = lazy(async () => ({ default: (await import('./incident-step-dialog')).StepDialog }));

interface IncidentStepButtonProps {
  readonly incidentId: string;
  readonly step: IncidentStep;
  readonly label: string;
  /** The model, for whoever hears the button alone. */
  readonly about: string;
  /** The version that may have settled it, to be taken or typed over. */
  readonly by?: string;
}

/** The next step of an incident, done where its row stands: at once where nothing has to be said, else by a small dialog. */
export function IncidentStepButton({ incidentId, step, label, about, by = '' }: IncidentStepButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const acknowledge = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    try {
      await perform('incidents.move', { id: incidentId, to: 'acknowledged', note: '' });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
    setPending(false);
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`${label}: ${about}`}
        // Not disabled meanwhile: the focus stays on the row.
        aria-busy={pending}
        onClick={() => (step === 'acknowledge' ? void acknowledge() : setOpen(true))}
      >
        {label}
      </Button>
      {open && step !== 'acknowledge' ? (
        <Suspense>
          <StepDialog incidentId={incidentId} step={step} by={by} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
