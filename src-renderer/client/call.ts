import type { Did, FailureCode, Reply } from '#contract/define';
import type { Channel, CommandChannel, Input, Output, QueryChannel } from '#contract/index';
import { askWhoseValues, collisionsIn } from './collisions';
import { seen } from './seen';
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

/** The person kept what somebody else had written meanwhile: nothing of theirs was written, and nothing is wrong. */
export class KeptTheirs extends CallFailed {
  constructor() {
    super('cancelled', 'What the others wrote was kept; yours was not written.');
  }
}

type Answer<N extends Channel> = Reply<Output<N>> & { ok: true };

async function invoke<N extends Channel>(channel: N, input: Input<N>, before?: number): Promise<Answer<N>> {
  const reply = await transport.invoke(channel, input, before);
  if (!reply.ok) throw new CallFailed(reply.failure.code, reply.failure.message, reply.failure.detail);
  // The engine parsed the value with the output schema of this very channel.
  return reply as Answer<N>;
}

export interface Asked<N extends QueryChannel> {
  readonly value: Output<N>;
  /** The sources that the value rests on (`Reply.reads`). */
  readonly reads: readonly string[];
}

/** Asks one channel of the engine; rejects with `CallFailed`. */
export async function ask<N extends QueryChannel>(channel: N, input: Input<N>): Promise<Asked<N>> {
  const { value, reads = [] } = await invoke(channel, input);
  return { value, reads };
}

/** The same for an answer that is used once and not kept. Commands are given by `perform`. */
export const call = async <N extends QueryChannel>(channel: N, input: Input<N>): Promise<Output<N>> =>
  (await ask(channel, input)).value;

export interface Sent<N extends CommandChannel> {
  readonly value: Output<N>;
  /** `null`: the command changed nothing in the portfolio. */
  readonly did: Did | null;
}

/**
 * Gives one command and says nothing of it; `perform` is for all who want the person to know. Where somebody else wrote into the
 * same fields meanwhile, the person is asked, and the command given again, or not (`KeptTheirs`).
 *
 * @param before the newest journal entry that stood on the screen when its editing began; left out: as it is now
 */
export async function send<N extends CommandChannel>(
  channel: N,
  input: Input<N>,
  before: number | undefined = seen.now(),
): Promise<Sent<N>> {
  const { value, did = null } = await invoke(channel, input, before).catch(async (error: unknown) => {
    const collisions = error instanceof CallFailed && error.code === 'conflict' ? collisionsIn(error.detail) : null;
    if (collisions === null) throw error;
    if ((await askWhoseValues(collisions)) === 'theirs') throw new KeptTheirs();
    return invoke(channel, input);
  });
  return { value, did };
}

/** A portfolio is locked, and the dialog that asks for its passphrase says so: nobody else need. */
export const waitsForPassphrase = (error: unknown): boolean =>
  error instanceof CallFailed && error.code === 'locked' && error.detail === undefined;

/** What an editor says of a failure and stays open for; `null`: the person chose what others wrote, and is done. */
export const refusalOf = (error: unknown): string | null => (error instanceof KeptTheirs ? null : sentenceOf(error));

/** The sentence of any error, for a notification or an error state. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CallFailed) return error.message;
  return 'Something unexpected happened in the window. Try again; if it stays, start Modelfolio anew.';
}
