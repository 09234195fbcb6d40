import type { EngineEvent } from '#contract/events';
import { takeEvents } from './event-lines';

const RETRY_MS = 1_000;

const isEvent = (value: unknown): value is EngineEvent =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

async function readStream(body: ReadableStream<Uint8Array>, listener: (event: EngineEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const taken = takeEvents(buffer + decoder.decode(value, { stream: true }));
    buffer = taken.rest;
    for (const event of taken.events) if (isEvent(event)) listener(event);
  }
}

/** Events over fetch (an EventSource cannot carry the token); connects again after a break and reports the gap. */
export function openEventStream(token: string, listener: (event: EngineEvent) => void, gap: () => void): () => void {
  const stop = new AbortController();
  let lost = false;

  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        const response = await fetch('/events', {
          headers: { authorization: `Bearer ${token}` },
          signal: stop.signal,
        });
        if (!response.ok || !response.body) return;
        if (lost) {
          lost = false;
          listener({ type: 'engine.state', state: 'ready' });
          gap();
        }
        await readStream(response.body, listener);
      } catch {
        if (stop.signal.aborted) return;
      }
      if (!lost) listener({ type: 'engine.state', state: 'restarting' });
      lost = true;
      await new Promise((resolve) => window.setTimeout(resolve, RETRY_MS));
    }
  };

  void run();
  return () => stop.abort();
}
