import { DomainError } from '../../failure/domain-error';

export const badFile = (message: string): DomainError => new DomainError('bad_file', message);

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DomainError('cancelled', 'Reading the file was cancelled. Nothing was changed.');
}

/** Gives other work its turn, so that a long read never blocks the engine, and notices a cancel. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  throwIfCancelled(signal);
}
