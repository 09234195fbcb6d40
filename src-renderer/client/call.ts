import type { FailureCode } from '#contract/define';
import type { Channel, Input, Output } from '#contract/index';
import { transport } from './transport';

/** A refused or failed call; the message is a sentence that can be shown. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly detail?: unknown,
  ) {
    super(message);
  }
}

/** Calls one channel of the engine; rejects with `CallFailed`. */
export async function call<N extends Channel>(channel: N, input: Input<N>): Promise<Output<N>> {
  const reply = await transport.invoke(channel, input);
  if (!reply.ok) throw new CallFailed(reply.failure.code, reply.failure.message, reply.failure.detail);
  // The engine parsed the value with the output schema of this very channel.
  return reply.value as Output<N>;
}

/** The sentence of any error, for a notification or an error state. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CallFailed) return error.message;
  return 'Something unexpected happened in the window. Try again; if it stays, start Modelfolio anew.';
}
