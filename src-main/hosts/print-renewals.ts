import type { EngineEvent } from '#contract/events';
import { RENEWAL_JOB } from '#domain/base/renewal-job';

/** In a terminal: how far an old portfolio is whose structure is brought up to date. What scripts read stays as it is. */
export function printRenewals(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): (event: EngineEvent) => void {
  let said = false;
  return (event) => {
    if (!stream.isTTY || event.type !== 'job.progress' || event.jobId !== RENEWAL_JOB) return;
    const { phase, done, total } = event;
    if (!said)
      stream.write(
        'This portfolio was made by an older program and is given the structure of this one. Broken off, it stays as it was.\n',
      );
    said = done !== total;
    stream.write(said ? `  ${phase} (${done + 1} of ${total})\n` : '  done\n');
  };
}
