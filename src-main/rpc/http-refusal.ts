import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FailureCode, Reply } from '#contract/define';
import { isFrame } from '#contract/frame';
import { securityHeaders } from '../serve/security-headers';

/** A request that is not let in, with its HTTP status and the sentence that says why. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly code: FailureCode = 'refused',
  ) {
    super(message);
  }
}

/** @param value bytes: it is JSON already, or a frame */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const type =
    value instanceof Uint8Array && isFrame(value) ? 'application/octet-stream' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...securityHeaders(null), 'Content-Type': type });
  response.end(value instanceof Uint8Array ? value : JSON.stringify(value));
}

/** How long (milliseconds) a refused sender may go on sending before its line is cut. */
const LINGER = 300;

/** Answers a refusal and ends the line: what is still being sent is not read. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: HttpRefusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const reply: Reply = { ok: false, failure: { code: refusal.code, message: refusal.message } };
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  if (!request.complete) {
    response.setHeader('Connection', 'close');
    response.once('finish', () => setTimeout(() => request.destroy(), LINGER).unref());
  }
  sendJson(response, refusal.status, reply);
}
