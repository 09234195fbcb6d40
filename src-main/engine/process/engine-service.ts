import { join } from 'node:path';
import type { Reply } from '#contract/define';
import { letGo } from '#domain/base/let-go';
import type { Backend } from '../backend-types';
import type { EnginePort, ToEngine } from './engine-port';

/** In bytes. */
const PIECE = 1024 * 1024;

/**
 * Answers a host's messages with a backend. Resolves when the host asked to close (or is gone) and the portfolio
 * file is closed.
 */
export function serveEngine(port: EnginePort, backend: Backend): Promise<void> {
  const tellOpened = openedTeller(port, backend);
  backend.subscribe((event) => port.send({ type: 'event', event }));
  return new Promise((resolve, reject) => {
    let closing = false;
    const close = () => {
      if (closing) return;
      closing = true;
      backend.close().then(resolve, reject);
    };
    port.onHostGone(close);
    port.onMessage((message) => {
      if (message.type === 'close') close();
      else if (message.type !== 'printed' && message.type !== 'keys') void answer(port, backend, message, tellOpened);
    });
    port.send({ type: 'ready' });
  });
}

async function answer(
  port: EnginePort,
  backend: Backend,
  message: Exclude<ToEngine, { type: 'close' | 'printed' | 'keys' }>,
  tellOpened: () => Promise<void>,
): Promise<void> {
  if (message.type === 'grant') {
    port.send({ type: 'granted', id: message.id, token: grant(backend, message.path) });
    return;
  }
  const reply = await answerOf(backend, message);
  // Before the reply, so that a host never knows of an open portfolio later than the person does.
  if (message.channel.startsWith('workspace.') && !(reply instanceof Uint8Array) && reply.ok) await tellOpened();
  if (reply instanceof Uint8Array && reply.length > PIECE) return sendInPieces(port, message.id, reply);
  port.send({ type: 'reply', id: message.id, reply });
}

/** Every line copies what it is given, two or three times over: of the grid of 100,000 models these copies were 100 MB. */
async function sendInPieces(port: EnginePort, id: number, reply: Uint8Array): Promise<void> {
  const of = reply.length;
  for (let from = 0; from < of; from += PIECE) {
    // A part of its own: some lines would take all that lies behind a view.
    const bytes = reply.slice(from, from + PIECE);
    await port.sent({ type: 'piece', id, of, from, bytes });
    letGo(bytes);
  }
  letGo(reply);
}

function grant(backend: Backend, path: string): string | null {
  try {
    return backend.grantFile(path);
  } catch {
    return null;
  }
}

/** A backend answers failures itself; should it throw all the same, the caller is answered and the engine lives on. */
async function answerOf(
  backend: Backend,
  { channel, input, language, seen }: ToEngine & { type: 'call' },
): Promise<Reply | Uint8Array> {
  try {
    return await backend.answer(channel, input, language, seen);
  } catch {
    const message = 'Something went wrong inside the program. Nothing else is affected; try again.';
    return { ok: false, failure: { code: 'internal', message } };
  }
}

/** Tells the host which portfolio is open, when that is another than before. */
function openedTeller(port: EnginePort, backend: Backend): () => Promise<void> {
  let known: string | null = null;
  return async () => {
    const path = openedPath(await backend.dispatch('workspace.status', {}));
    if (path === known) return;
    known = path;
    port.send({ type: 'opened', path });
  };
}

/** The open portfolio's path out of a reply of `workspace.status`; `null`: none is open. */
export function openedPath(status: Reply): string | null {
  if (!status.ok) return null;
  // `workspace.status` answers this shape (contract/portfolio.ts), checked by dispatch.
  const value = status.value as { readonly portfolio?: { readonly folder: string; readonly fileName: string } | null };
  return value.portfolio == null ? null : join(value.portfolio.folder, value.portfolio.fileName);
}
