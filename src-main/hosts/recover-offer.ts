import type { Failure } from '#contract/define';
import { saysDamaged } from '#domain/base/damaged-file';

/** A damaged portfolio that was named on the command line: what can be had back of it is one command away. */
export function withRecovery(failure: Failure, path: string): Failure {
  if (!saysDamaged(failure.detail)) return failure;
  const quoted = `"${path.replace(/(["$`\\])/g, '\\$1')}"`;
  const message = `${failure.message} What can be had back of it, this brings into a new portfolio beside it and leaves the damaged file as it is: npm run --silent modelfolio -- recover ${quoted}`;
  return { ...failure, message };
}
