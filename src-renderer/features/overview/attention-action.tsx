import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { IncidentStepButton } from '../../components/incidents/incident-step-button';
import { useIncidentReport } from '../../stores/incident-report';
import type { Attention } from './overview-types';
import { buttonWords } from './since';

/** It comes with the first review that is done here. */
const ReviewDialog = lazy(async () => ({
  default: (await import('../../components/models/approve-dialog')).ReviewDialog,
}));

interface AttentionActionProps {
  readonly action: Attention['action'];
  /** What it is done about, for whoever hears the button alone; the model's name where it is a model. */
  readonly about: string;
}

/** The one action of a row: done in place where a word or a date is enough, else it leads to where the thing is done. */
export function AttentionAction({ action, about }: AttentionActionProps): ReactNode {
  const navigate = useNavigate();
  const report = useIncidentReport((state) => state.open);
  const [reviewing, setReviewing] = useState(false);
  const { label, filter, modelId, assessmentId, scenarioId, incidents, incidentId, step, page } = action;
  const open = (): void => {
    if (incidentId !== undefined) void navigate({ to: '/incidents/$incidentId', params: { incidentId } });
    else if (scenarioId !== undefined) void navigate({ to: '/investment/$scenarioId/options', params: { scenarioId } });
    else if (assessmentId !== undefined)
      void navigate({ to: '/assessments/$assessmentId/result', params: { assessmentId } });
    else if (page === 'report' && modelId !== null) report({ id: modelId, name: about });
    else if (page === 'review') setReviewing(true);
    else if (page === 'week') void navigate({ to: '/week' });
    else if (page === 'findings') void navigate({ to: '/governance/findings' });
    else if (page === 'import') void navigate({ to: '/import' });
    else if (modelId !== null && page === 'drift') void navigate({ to: '/monitoring/$modelId', params: { modelId } });
    else if (modelId !== null) void navigate({ to: '/models/$modelId', params: { modelId } });
    else if (incidents !== undefined) void navigate({ to: '/incidents', search: { filter: incidents } });
    else void navigate({ to: '/portfolio', search: filter === null ? {} : { filter } });
  };
  if (incidentId !== undefined && step !== undefined)
    return <IncidentStepButton incidentId={incidentId} step={step} label={label} about={about} />;
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={open} aria-label={`${label}: ${about}`}>
        {buttonWords(label)}
      </Button>
      {reviewing && modelId !== null ? (
        <Suspense>
          <ReviewDialog modelId={modelId} onClose={() => setReviewing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
