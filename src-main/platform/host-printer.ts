import type { EnginePort } from '../engine/process/engine-port';
import { DomainError } from '../failure/domain-error';
import { refuseWhenCancelled } from '../failure/refuse-when-cancelled';
import type { PagePrinter } from './page-printer';

/** Prints through the host, which has windows: the engine sends the page and gets the PDF. */
export function hostPrinter(port: EnginePort): PagePrinter {
  const waiting = new Map<number, (pdf: Uint8Array | null) => void>();
  let last = 0;
  port.onMessage((message) => {
    if (message.type !== 'printed') return;
    waiting.get(message.id)?.(message.pdf);
    waiting.delete(message.id);
  });
  return async ({ html, signal }) => {
    last += 1;
    const id = last;
    const pdf = await new Promise<Uint8Array | null>((resolve) => {
      waiting.set(id, resolve);
      signal.addEventListener('abort', () => resolve(null), { once: true });
      port.send({ type: 'print', id, html });
    });
    waiting.delete(id);
    refuseWhenCancelled(signal, 'report');
    if (pdf === null) {
      throw new DomainError('unavailable', 'The pages could not be printed. Make the PDF again.');
    }
    return pdf;
  };
}
