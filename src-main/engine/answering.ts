import type { Did } from '#contract/define';
import { contract, type Input, type Output, type QueryChannel } from '#contract/index';
import { DomainError } from '../failure/domain-error';
import { handlers } from '../handlers/index';
import { createDispatch } from '../rpc/dispatch';
import { traced } from '../store/trace/trace';
import type { LogEntry } from './backend-types';
import type { DispatchIn, Scene } from './compose';
import { type ContextFor, type ContextParts, contextMaker } from './make-context';
import { keepIds } from './kept-ids';
import { toldEntry } from './told-entry';

export interface Answering {
  readonly dispatchIn: DispatchIn;
  readonly contextFor: ContextFor;
}

/** Answers every channel in a scene, with contexts made of these parts. */
export function createAnswering(parts: Omit<ContextParts, 'ask'>, log: (entry: LogEntry) => void): Answering {
  const contextFor = contextMaker({ ...parts, ask });
  const dispatchIn: DispatchIn = (scene, channel, input) =>
    createDispatch({
      ...{ contract, handlers, log, now: () => performance.now() },
      answer: async (name, { kind }, handle) => {
        const written: Did[] = [];
        const own = kind === 'command' && scene.shares ? asking(scene, name, input) : scene;
        const { value: output, reads } = await traced(() => handle(contextFor(name, own, written)));
        if (kind === 'query') return { output, reads };
        const did = toldEntry(written);
        return { output, ...(did && { did }) };
      },
    })(channel, input);
  async function ask<N extends QueryChannel>(name: N, input: Input<N>, scene: Scene): Promise<Output<N>> {
    const reply = await dispatchIn(scene, name, input);
    if (!reply.ok) throw new DomainError(reply.failure.code, reply.failure.message, reply.failure.detail);
    return reply.value as Output<N>; // dispatch parsed it by the schema of this channel
  }
  return { dispatchIn, contextFor };
}

/** The command is kept as it came in, with the ids that it gives out. */
function asking(scene: Scene, channel: string, input: unknown): Scene {
  if (scene.asked !== undefined) return scene;
  const kept = keepIds(scene.newId);
  return { ...scene, newId: kept.newId, asked: { channel, input, kept } };
}
