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

export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of limitedBytes(request, limit)) chunks.push(chunk);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new HttpRefusal(400, 'What was sent is not JSON in UTF-8.', {}, 'invalid_input');
  }
}

function tooLarge(limit: number): HttpRefusal {
  return new HttpRefusal(413, `At most ${Math.floor(limit / 2 ** 20)} MB can be sent here.`);
}
