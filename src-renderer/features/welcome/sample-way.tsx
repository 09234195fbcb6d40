import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { cancelSample } from '../../client/make-sample';
import { runCommand } from '../../commands/registry';
import { useSampleRun } from '../../stores/sample-run';

/** The way in for somebody who has no inventory at hand: an insurer's portfolio, made while they watch. */
export function SampleWay(): ReactNode {
  const { jobId, share } = useSampleRun();
  const running = jobId !== null;
  const percent = Math.round(share * 100);
  return (
    <div className="mf-way mf-way-first">
      <div className="mf-way-text">
        <h2 className="mf-way-title">Look around first</h2>
        <p className="mf-muted" role="status">
          {running
            ? `Making three years of history: ${percent} %`
            : 'An insurer that does not exist: 43 models over three years, with drift, incidents, assessments and a plan.'}
        </p>
      </div>
      {running ? (
        <Button variant="default" onClick={cancelSample}>
          Cancel
        </Button>
      ) : (
        <Button variant="default" onClick={() => runCommand('file.sample')}>
          Open the sample portfolio
        </Button>
      )}
    </div>
  );
}
