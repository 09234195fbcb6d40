import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { cancelSample } from '../../client/make-sample';
import { runCommand } from '../../commands/registry';
import { formatShare } from '../../lib/format';
import { useSampleRun } from '../../stores/sample-run';
import { Way } from './ways-in';

/** What the sample is told to hold; a test of the sample holds it to the numbers. */
const HOLDS = [
  ['43', 'models over three years'],
  ['47', 'incidents, some still open'],
  ['2', 'assessments, a year apart'],
  ['1', 'plan on which rule and money part'],
] as const;

/** The way in for somebody who has no inventory at hand: an insurer's portfolio, made while they watch. */
export function SampleWay({ label }: { readonly label: string }): ReactNode {
  const { jobId, share } = useSampleRun();
  const running = jobId !== null;
  return (
    <Way
      title="Look around first"
      text={
        <span role="status">
          {running
            ? `Making three years of history: ${formatShare(share)}`
            : 'An insurer that does not exist, in a file of its own; nothing of yours is touched.'}
        </span>
      }
      action={
        running ? (
          <Button variant="default" onClick={cancelSample}>
            Cancel
          </Button>
        ) : (
          <Button variant="default" onClick={() => runCommand('file.sample')}>
            {label}
          </Button>
        )
      }
    >
      <dl className="mf-waycard-figures">
        {HOLDS.map(([count, what]) => (
          <div key={what} className="mf-waycard-pair">
            <dt>{count}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Way>
  );
}
