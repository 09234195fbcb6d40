import { type UncertaintyReply, type UncertaintyRequest, uncertaintyRunner } from './uncertainty';

// A worker of its own: ten thousand runs take longer than a frame, and the window must not wait for them.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** A message to oneself queues behind what the page has sent; a timer would add milliseconds to each portion. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

const run = uncertaintyRunner({
  reply: (reply: UncertaintyReply) => self.postMessage(reply),
  breathe,
  now: () => performance.now(),
});

self.addEventListener('message', (event: MessageEvent<UncertaintyRequest>) => void run(event.data));
