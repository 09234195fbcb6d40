import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import './job-progress.css';

export interface JobStep {
  readonly phase: string;
  readonly done: number;
  /** `null`: nobody knows how much there is. */
  readonly total: number | null;
}

interface JobProgressProps {
  /** `the import` */
  readonly of: string;
  readonly step: JobStep;
  /** How far it is, in words. */
  readonly say: (done: number, total: number) => string;
  readonly cancelling: boolean;
  readonly cancel: () => void;
}

/** How far a job is, and the way to end it. */
export function JobProgress({ of, step, say, cancelling, cancel }: JobProgressProps): ReactNode {
  const { phase, done, total } = step;
  const known = total !== null && total > 0;
  return (
    <div>
      <Progress
        aria-label={`Progress of ${of}`}
        value={known ? (done / total) * 100 : 100}
        striped={!known}
        animated={!known}
        transitionDuration={120}
      />
      <div className="mf-job-foot">
        <span className="mf-muted">
          {phase}
          {known ? `: ${say(done, total)}` : ' …'}
        </span>
        <Button variant="default" loading={cancelling} onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
