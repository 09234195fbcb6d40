import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { remoteProblem } from './remote-failure';

/** All of an answer, within bounds. */
export async function readBody(response: IncomingMessage, most: number, host: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most)
      throw remoteProblem(
        `${host} answers with more than is read at once`,
        'Narrow the connection to a part of the server. Nothing was taken',
      );
    pieces.push(piece);
  }
  if (!response.complete)
    throw remoteProblem(`${host} broke off in the middle`, 'Nothing was taken. Try again later', { passing: true });
  return Buffer.concat(pieces);
}

export function parsed(body: string, host: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    const html = /^\s*<(!doctype|html|head|body)/i.test(body);
    throw html
      ? remoteProblem(
          `${host} answers with a web page and no data`,
          'Often that is a login page of a proxy: give the address of the server itself, or the token that the proxy wants',
        )
      : remoteProblem(
          `The answer of ${host} is cut off or no JSON`,
          'Nothing was taken. Try again; where it stays so, tell its administrators',
          {
            passing: true,
          },
        );
  }
}

const Word = z.string().optional().catch(undefined);
const Said = z.object({
  message: Word,
  Message: Word,
  /** Of AWS: `com.amazonaws.sagemaker#AccessDeniedException`. */
  __type: Word,
  error: z.object({ message: z.string() }).optional().catch(undefined),
  errorMessages: z.array(z.string()).optional().catch(undefined),
});

const MOST_SAID = 200;

/**
 * What a server says in JSON of why it refuses, else the first words of a plain text; a page of HTML says nothing.
 *
 * @param cleaned takes out what may stand in no message, before the text is cut: half a secret would not be found
 */
export const saidBy = (body: string, cleaned: (text: string) => string): string =>
  cleaned(allSaidBy(body)).slice(0, MOST_SAID);

function allSaidBy(body: string): string {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return /^\s*</.test(body) ? '' : body.trim();
  }
  const said = Said.safeParse(content).data;
  const message = said?.message || said?.Message || said?.error?.message || said?.errorMessages?.[0] || '';
  const type = said?.__type?.split('#').at(-1) ?? '';
  return type === '' || message.includes(type) ? message : message === '' ? type : `${type}: ${message}`;
}

export function countIn(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : null;
}

/** Seconds, or a date of HTTP. */
export function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,7}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
