import { expect, it } from 'vitest';
import type { EnginePort, FromEngine, ToEngine } from '../engine/process/engine-port';
import { hostPrinter } from './host-printer';

/** A line in memory whose host answers with what `answer` makes of a page. */
function lineTo(answer: (html: string) => Uint8Array | null | undefined): EnginePort {
  let receive: (message: ToEngine) => void = () => undefined;
  return {
    hostPrints: true,
    send: (message: FromEngine) => {
      if (message.type !== 'print') return;
      const pdf = answer(message.html);
      if (pdf !== undefined) receive({ type: 'printed', id: message.id, pdf });
    },
    sent: async () => undefined,
    onMessage: (listener) => {
      receive = listener;
    },
    onHostGone: () => undefined,
  };
}

const { signal } = new AbortController();

it('gives each page the PDF that was printed of it', async () => {
  const print = hostPrinter(lineTo((html) => new TextEncoder().encode(`pdf of ${html}`)));
  const [first, second] = await Promise.all([print({ html: 'one', signal }), print({ html: 'two', signal })]);
  expect(new TextDecoder().decode(first)).toBe('pdf of one');
  expect(new TextDecoder().decode(second)).toBe('pdf of two');
});

it('says so when the host could not print', async () => {
  await expect(hostPrinter(lineTo(() => null))({ html: '', signal })).rejects.toThrow('could not be printed');
});

it('stops waiting when it is cancelled', async () => {
  const cancel = new AbortController();
  const printed = hostPrinter(lineTo(() => undefined))({ html: '', signal: cancel.signal });
  cancel.abort();
  await expect(printed).rejects.toThrow('cancelled');
});
