import { DomainError } from './domain-error';

/** Ends work that somebody cancelled, where it can still end without a trace. `what` names the work: `import`. */
export function refuseWhenCancelled(signal: AbortSignal | undefined, what: string): void {
  if (signal?.aborted) throw new DomainError('cancelled', `The ${what} was cancelled; nothing was written.`);
}
