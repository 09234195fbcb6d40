import { createInterface } from 'node:readline';
import { version } from '../../../../package.json';
import type { PassphraseSource } from '../passphrase';
import { orRecovery, type Outcome, withBackend } from '../run';
import { openWith } from '../unlock';
import { answerLine, type ServerParts, type ToolAnswer } from './protocol';
import { type Tell, TELLS } from './tells';
import { channelOf, redactionOf, toolList } from './tools';

/**
 * Lets an assistant ask a portfolio over standard input and output, until that ends. It can only read, only what was chosen for it, and
 * is told no more than `told` says; the portfolio is opened for each question and closed again.
 */
export function serveMcp(portfolio: string, told: readonly Tell[], source: PassphraseSource): Promise<Outcome> {
  return withBackend(async (backend) => {
    const first = await openWith(backend, portfolio, source);
    if (!first.ok) return orRecovery(first, portfolio);
    await backend.dispatch('workspace.close', {});
    const redact = redactionOf(told);
    const call = async (name: string, input: unknown): Promise<ToolAnswer> => {
      const given = typeof input === 'object' && input !== null ? input : {};
      try {
        const opened = await backend.dispatch('workspace.open', { file: portfolio });
        const reply = opened.ok ? await backend.dispatch(channelOf(name) ?? '', { ...given, redact }) : opened;
        return reply.ok
          ? { text: JSON.stringify(reply.value), refused: false }
          : { text: reply.failure.message, refused: true };
      } finally {
        await backend.dispatch('workspace.close', {});
      }
    };
    await serveLines({ name: 'modelfolio', version, instructions: instructionsFor(told), tools: toolList(), call });
    return { ok: true, value: {} };
  });
}

function instructionsFor(told: readonly Tell[]): string {
  const withheld = TELLS.filter((one) => !told.includes(one));
  const left =
    withheld.length === 0
      ? ''
      : ` Not told: ${withheld.join(', ')}; “named” is somebody who is not told, “withheld” a text that is not told; models without names are called Model 01, Model 02 and so on.`;
  return `One portfolio of machine-learning models, to be read only. Unknown is not no: null and empty texts are what nobody has said. Quote figures as they are given.${left}`;
}

/** One after the other, in the order in which they come. */
async function serveLines(server: ServerParts): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = await answerLine(line, server);
    if (answer !== null) process.stdout.write(`${answer}\n`);
  }
}
