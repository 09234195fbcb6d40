import type { EnginePort } from '../engine/process/engine-port';
import type { KeyKeeper } from './key-keeper';

/** Keys are kept by the host, which outlives its engine: asked over the line between the two, which nobody else hears. */
export function keptByHost(port: EnginePort): KeyKeeper {
  const waiting = new Map<number, (answer: Awaited<ReturnType<KeyKeeper>>) => void>();
  let last = 0;
  port.onMessage((message) => {
    if (message.type !== 'keys') return;
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  });
  return (request) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      port.send({ type: 'keys', id: last, request });
    });
}
