import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Did, Reply } from '#contract/define';
import { DomainError } from '../../failure/domain-error';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { ReportNote } from '../../handlers/reports/report-note';
import type { PagePrinter } from '../../platform/page-printer';
import { PendingReplies } from '../../rpc/pending-replies';
import { bytesOf } from '../../rpc/reply-bytes';
import { createAsideEngine } from './aside-engine';
import type { AsideCall, AsideOptions, FromAside, Noted, ToAside } from './aside-port';

/** The thread's end of the line; what it answers is written as JSON here, where nobody waits for it. */
function serve(port: MessagePort, options: AsideOptions): void {
  const send = (message: FromAside, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const printed = new PendingReplies<Uint8Array | null>();
  const noted = new PendingReplies<Noted>();
  const print: PagePrinter = async ({ html, signal }) => {
    const [id, pdf] = printed.add();
    signal.addEventListener('abort', () => printed.settle(id, null), { once: true });
    send({ type: 'print', id, html });
    const answer = await pdf;
    refuseWhenCancelled(signal, 'report');
    if (answer === null) throw new DomainError('unavailable', 'The pages could not be printed. Make the PDF again.');
    return answer;
  };
  const engine = createAsideEngine({
    ...options,
    print,
    publish: (event) => send({ type: 'event', event }),
    log: (entry) => {
      if (entry.level !== 'info' || process.env.MODELFOLIO_LOG === 'info')
        process.stderr.write(`${JSON.stringify(entry)}\n`);
    },
  });

  const answer = async (id: number, call: AsideCall): Promise<void> => {
    let did: Did | null = null;
    const note = async (made: ReportNote): Promise<void> => {
      const [noteId, answered] = noted.add();
      send({ type: 'note', id: noteId, call: id, note: made });
      const reply = await answered;
      if (!reply.ok) throw new DomainError(reply.failure.code, reply.failure.message, reply.failure.detail);
      did = reply.did;
    };
    const reply: Reply = await engine.answer(call, note).catch(
      (error: unknown): Reply => ({
        ok: false,
        failure:
          error instanceof DomainError
            ? error.toFailure()
            : { code: 'unavailable', message: 'The portfolio could not be read just now. Try again.' },
      }),
    );
    if (!reply.ok) return send({ type: 'failed', id, reply });
    const bytes = bytesOf(did === null ? reply : { ...reply, did });
    send({ type: 'answered', id, bytes }, [bytes.buffer]);
  };

  port.on('message', (message: ToAside) => {
    if (message.type === 'call') void answer(message.id, message.call);
    else if (message.type === 'cancel') engine.cancel(message.jobId);
    else if (message.type === 'printed') printed.settle(message.id, message.pdf);
    else if (message.type === 'noted') noted.settle(message.id, message.noted);
    else void engine.release().then(() => send({ type: 'released', id: message.id }));
  });
  send({ type: 'ready' });
}

if (parentPort) serve(parentPort, workerData as AsideOptions); // of whoever started this thread, built with it
