import { notify } from '../components/ui/notify';
import { useSampleRun } from '../stores/sample-run';
import { CallFailed, call } from './call';
import { perform } from './perform';
import { onEngineEvent } from './query-client';

/** Makes the sample portfolio and opens it; answers false when it was cancelled. One at a time. */
export async function makeSample(): Promise<boolean> {
  const run = useSampleRun.getState();
  if (run.jobId !== null) return false;
  const jobId = crypto.randomUUID();
  run.start(jobId);
  const stop = onEngineEvent((event) => {
    if (event.type === 'job.progress' && event.total !== null) run.reach(event.jobId, event.done / event.total);
  });
  try {
    await perform('workspace.sample', { jobId });
    return true;
  } catch (error) {
    if (!(error instanceof CallFailed && error.code === 'cancelled')) throw error;
    notify({ message: error.message });
    return false;
  } finally {
    stop();
    run.end();
  }
}

export function cancelSample(): void {
  const { jobId } = useSampleRun.getState();
  // Whether it was still in time shows by what the run itself answers.
  if (jobId !== null) call('jobs.cancel', { jobId }).catch(() => undefined);
}
