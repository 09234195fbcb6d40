import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal';

/**
 * What every request must pass, whatever it asks for. A page on another site can make a browser send requests here, and
 * can point its own name at 127.0.0.1 (DNS rebinding); each line refuses one of these ways.
 */
export function checkSender(request: IncomingMessage, origin: string): void {
  const hosts = request.headersDistinct.host ?? [];
  if (hosts.length !== 1 || hosts[0] !== origin.slice('http://'.length)) {
    throw new HttpRefusal(403, `This program answers only at ${origin}.`);
  }
  const origins = request.headersDistinct.origin;
  if (origins !== undefined && (origins.length !== 1 || origins[0] !== origin)) {
    throw new HttpRefusal(403, 'Another site may not use this program.');
  }
  const site = request.headersDistinct['sec-fetch-site'];
  if (site !== undefined && !(site.length === 1 && (site[0] === 'same-origin' || site[0] === 'none'))) {
    throw new HttpRefusal(403, 'Another site may not use this program. Type or paste the address instead.');
  }
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) {
    throw new HttpRefusal(400, 'This address is not one of this program.');
  }
}

/** Hashed first, so that neither the length nor the place of the first difference shows in the time taken. */
export function checkToken(request: IncomingMessage, token: string): void {
  const given = request.headersDistinct.authorization ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (given.length !== 1 || !timingSafeEqual(digest(given[0] ?? ''), digest(`Bearer ${token}`))) {
    throw new HttpRefusal(401, 'This address needs the token that the program printed when it started.', {
      'WWW-Authenticate': 'Bearer',
    });
  }
}

export function checkMethod(request: IncomingMessage, ...allowed: readonly string[]): void {
  if (allowed.includes(request.method ?? '')) return;
  throw new HttpRefusal(405, `Only ${allowed.join(' and ')} can be used here.`, { Allow: allowed.join(', ') });
}

/** Exactly this type (parameters aside): a form or plain text can be sent by any page without asking first. */
export function checkContentType(request: IncomingMessage, wanted: string): void {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== wanted) throw new HttpRefusal(415, `Send ${wanted}.`);
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new HttpRefusal(415, 'Send it uncompressed.');
}
