import type { EndpointOf } from '#contract/define';
import type { Channel, Contract, Input, Output, QueryChannel } from '#contract/index';

export type CommandChannel = {
  [Name in Channel]: EndpointOf<Contract, Name> extends { readonly kind: 'command' } ? Name : never;
}[Channel];

/** What the portfolio answers at the moment of a step. */
export type Ask = <N extends QueryChannel>(channel: N, input: Input<N>) => Promise<Output<N>>;

interface StepOf<N extends CommandChannel> {
  /** When, an ISO instant, and by whom. */
  readonly at: string;
  readonly actor: string;
  readonly channel: N;
  /** A function where the input follows from what the portfolio says by then; `null`: there is nothing to do. */
  readonly input: Input<N> | ((ask: Ask) => Promise<Input<N> | null>);
  /** Of what the step makes, so that later steps can name it. */
  readonly id?: string;
}

/** One command as somebody gave it on some day. */
export type Step = { [N in CommandChannel]: StepOf<N> }[CommandChannel];

/** A portfolio told as the commands that it came from, in the order of their times. */
export interface Composition {
  readonly name: string;
  readonly currency: string;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly steps: readonly Step[];
}
