import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { securityHeaders } from '../serve/security-headers';
import type { EngineClient } from './engine-client';
import { checkContentType, checkMethod, checkToken } from './http-guard';
import { HttpRefusal, sendJson } from './http-refusal';
import type { StoredFile, Uploads } from './uploads';

export interface HttpFilesContext {
  readonly engine: Pick<EngineClient, 'grant'>;
  readonly token: string;
  readonly uploads: Uploads;
  /** Files that the engine may write for the page, by their tokens. */
  readonly targets: Map<string, StoredFile>;
}

/** A file that the person chose in the browser. */
export async function takeIn(
  request: IncomingMessage,
  response: ServerResponse,
  context: HttpFilesContext,
  name: string,
): Promise<void> {
  checkPost(request, context);
  const file = await context.uploads.receive(request, name);
  sendJson(response, 200, { token: await context.engine.grant(file.path), name: file.name });
}

/** A place for a file that the engine is to write and the page then fetches, once. */
export async function prepareTarget(
  request: IncomingMessage,
  response: ServerResponse,
  context: HttpFilesContext,
  name: string,
): Promise<void> {
  checkPost(request, context);
  const place = await context.uploads.reserve(name);
  const token = await context.engine.grant(place.path);
  context.targets.set(token, place);
  sendJson(response, 200, { token, name: place.name });
}

/** Only what was prepared as a target: an uploaded file, or any other on this computer, is none. */
export async function deliverTarget(
  request: IncomingMessage,
  response: ServerResponse,
  context: HttpFilesContext,
  token: string,
): Promise<void> {
  checkMethod(request, 'GET');
  checkToken(request, context.token);
  const place = context.targets.get(token);
  const size = place === undefined ? null : await sizeOf(place.path);
  if (place === undefined || size === null) throw new HttpRefusal(404, 'There is no such file.');
  response.writeHead(200, {
    ...securityHeaders(null),
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment',
    'Content-Length': size,
  });
  await pipeline(createReadStream(place.path), response);
  context.targets.delete(token);
  await context.uploads.remove(place.path);
}

function checkPost(request: IncomingMessage, context: HttpFilesContext): void {
  checkMethod(request, 'POST');
  checkToken(request, context.token);
  checkContentType(request, 'application/octet-stream');
}

/** In bytes; `null`: it was not written. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}
