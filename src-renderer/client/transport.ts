import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import { replyIn } from '#contract/frame';
import type { Bridge } from '../../src-preload/bridge';
import { openEventStream } from './event-stream';
import { sessionToken } from './session-token';

/** The two ways to the engine: the desktop's bridge, or HTTP on the loopback host. */
export interface Transport {
  /** @param seen of a command: the newest journal entry that stood on the screen */
  invoke(channel: string, input: unknown, seen?: number): Promise<Reply>;
  /** `gap` is told that events may have been missed, so that every copy has to be fetched again. */
  subscribe(listener: (event: EngineEvent) => void, gap: () => void): () => void;
}

/** The engine wrote it as the reply of the very channel that was asked; anything else fails to parse. */
const read = (bytes: Uint8Array): Reply => replyIn(bytes, (text) => new TextDecoder().decode(text)) as Reply;

const overBridge = (bridge: Bridge): Transport => ({
  invoke: async (channel, input, seen) => {
    const answered = await bridge.invoke(channel, input, seen);
    return answered instanceof Uint8Array ? read(answered) : answered;
  },
  // The bridge forwards what the engine sent, which parsed it against the contract.
  subscribe: (listener) => bridge.subscribe((event) => listener(event as EngineEvent)),
});

const unreachable: Reply = {
  ok: false,
  failure: {
    code: 'unavailable',
    message: 'The engine does not answer. Check that Modelfolio still runs, then try again.',
  },
};

const overHttp = (token: string): Transport => ({
  async invoke(channel, input, seen) {
    try {
      const response = await fetch(`/rpc/${channel}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          ...(seen !== undefined && { 'modelfolio-seen': String(seen) }),
        },
        body: JSON.stringify(input),
      });
      if (response.status === 401) return notAllowed;
      return read(new Uint8Array(await response.arrayBuffer()));
    } catch {
      return unreachable;
    }
  },
  subscribe: (listener, gap) => openEventStream(token, listener, gap),
});

const notAllowed: Reply = {
  ok: false,
  failure: {
    code: 'refused',
    message: 'This page was opened without its launch link. Open the link that Modelfolio printed when it started.',
  },
};

export const transport: Transport = window.modelfolio ? overBridge(window.modelfolio) : overHttp(sessionToken());
