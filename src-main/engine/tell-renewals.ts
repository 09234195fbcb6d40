import { basename } from 'node:path';
import type { EngineEvent } from '#contract/events';
import { RENEWAL_JOB } from '#domain/base/renewal-job';
import type { Renewal } from '../store/renewal';

/** Says as progress of a job how far the structure of an old portfolio is, and once that it is over. */
export function tellRenewals(publish: (event: EngineEvent) => void): (path: string, renewal: Renewal | null) => void {
  let total = 0;
  const tell = (phase: string, done: number): void =>
    publish({ type: 'job.progress', jobId: RENEWAL_JOB, phase, done, total });
  return (path, renewal) => {
    if (renewal === null) {
      if (total > 0) tell(basename(path), total);
      total = 0;
      return;
    }
    total = renewal.total;
    tell(`${basename(path)}: ${renewal.phase}`, renewal.done);
  };
}
