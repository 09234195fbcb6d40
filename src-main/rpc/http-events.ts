import type { ServerResponse } from 'node:http';
import type { EngineEvent } from '#contract/events';
import { securityHeaders } from '../serve/security-headers';

/** A comment this often (milliseconds) tells a browser that the line still stands. */
const HEARTBEAT = 15_000;
/** A reader that leaves this many bytes unread is cut off; it comes back and reads anew. */
const UNREAD_LIMIT = 4 * 2 ** 20;

/** Sends the engine's events as a `text/event-stream` until the reader goes. */
export function streamEvents(
  response: ServerResponse,
  subscribe: (listener: (event: EngineEvent) => void) => () => void,
): void {
  response.writeHead(200, { ...securityHeaders(null), 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write(': open\n\n');
  const send = (text: string) => {
    if (response.writableLength > UNREAD_LIMIT) response.destroy();
    else response.write(text);
  };
  const unsubscribe = subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT);
  response.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
