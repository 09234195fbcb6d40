import type { CommandChannel, Input, Output, QueryChannel } from '#contract/index';

/** How the story is told: commands, and questions for what only the engine knows. */
export interface Teller {
  give<N extends CommandChannel>(channel: N, input: Input<N>): Promise<Output<N>>;
  ask<N extends QueryChannel>(channel: N, input: Input<N>): Promise<Output<N>>;
  /** The reference of a file of this name in the test's folder. */
  file(name: string, content?: string): string;
}
