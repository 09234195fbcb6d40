import { connect } from 'node:net';
import type { Resident } from './place';

/** What is asked; a resident answers one after the other. */
export interface ResidentQuestion {
  readonly channel: string;
  readonly input: unknown;
  readonly portfolio: string;
  readonly seen: number | undefined;
  /** Against which files are named. */
  readonly folder: string;
}

/** The value or the failure as JSON text, as it is printed. */
export interface ResidentAnswer {
  readonly ok: boolean;
  readonly json: string;
}

/** So long a resident may take to say that it is there. */
const HELLO_MS = 1_000;

/**
 * Asks an engine that stays. Before it has taken the question nothing is done, and the question can be asked elsewhere; afterwards it is
 * answered, or whoever asked is told that nobody knows whether it was done.
 *
 * @returns `null`: nobody is there, or it does not take this one (a locked file)
 */
export function askResident({ address, token }: Resident, question: ResidentQuestion): Promise<ResidentAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const parts: Buffer[] = [];
    let taken = false;
    const interrupted = (): void => void socket.write('{"cancel":true}\n');
    const end = (answer: ResidentAnswer | null): void => {
      clearTimeout(waited);
      process.off('SIGINT', interrupted);
      socket.destroy();
      resolve(answer);
    };
    const waited = setTimeout(() => end(null), HELLO_MS);
    socket.once('connect', () => socket.write(`${JSON.stringify({ token, ...question })}\n`));
    socket.on('data', (data: Buffer) => {
      let rest = data;
      if (!taken) {
        if (rest[0] !== TAKEN) {
          end(null);
          return;
        }
        taken = true;
        clearTimeout(waited);
        process.once('SIGINT', interrupted);
        rest = rest.subarray(1);
      }
      if (rest.length > 0) parts.push(rest);
    });
    socket.once('error', () => {
      if (!taken) end(null);
    });
    socket.once('close', () => {
      const text = Buffer.concat(parts);
      const [kind] = text;
      if (!taken || kind === NOT_HERE) end(null);
      else if (text.at(-1) !== LINE_FEED) {
        process.off('SIGINT', interrupted);
        reject(new Error(UNKNOWN));
      } else end({ ok: kind === VALUE, json: text.subarray(1, -1).toString('utf8') });
    });
  });
}

const UNKNOWN =
  'The engine ended while it was answering. Look whether the work was done (journal.list) before you ask again.';

const code = (letter: string): number => letter.charCodeAt(0);
const TAKEN = code('!');
const VALUE = code('+');
const NOT_HERE = code('?');
const LINE_FEED = code('\n');

/** Tells a resident to end when it has answered what it took; answers whether it was there. */
export const stopResident = (resident: Resident): Promise<boolean> => told(resident, { stop: true });

/** Whether it is there: one that was killed leaves its file behind. */
export const greetResident = (resident: Resident): Promise<boolean> => told(resident, { greet: true });

function told({ address, token }: Resident, what: object): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const waited = setTimeout(() => socket.destroy(), HELLO_MS);
    let heard = false;
    socket.once('error', () => undefined);
    socket.once('connect', () => socket.write(`${JSON.stringify({ token, ...what })}\n`));
    socket.on('data', (data: Buffer) => {
      heard = data[0] === TAKEN;
    });
    socket.once('close', () => {
      clearTimeout(waited);
      resolve(heard);
    });
  });
}
