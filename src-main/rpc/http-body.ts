import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal';

/** Bytes as they arrive, refused as soon as they are more than `limit`, whatever the header announced. */
export async function* limitedBytes(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  let seen = 0;
  // Without destroyOnReturn the refusal can still be answered on the same line.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    seen += bytes.length;
    if (seen > limit) throw tooLarge(limit);
    yield bytes;
  }
}

/** No input of the contract is nested nearly as deep; what is could not be handed on to the engine. */
const DEEPEST = 100;

export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of limitedBytes(request, limit)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (isNestedDeeper(bytes, DEEPEST)) {
    throw new HttpRefusal(400, `JSON may be nested up to ${DEEPEST} deep here.`, {}, 'invalid_input');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpRefusal(400, 'What was sent is not JSON in UTF-8.', {}, 'invalid_input');
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/** Counts brackets outside of texts; in UTF-8 these bytes are never part of another character. */
function isNestedDeeper(json: Buffer, limit: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

function tooLarge(limit: number): HttpRefusal {
  return new HttpRefusal(413, `At most ${Math.floor(limit / 2 ** 20)} MB can be sent here.`);
}
