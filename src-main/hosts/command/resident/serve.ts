import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Reply } from '#contract/define';
import type { Backend } from '../../../engine/backend-types';
import { createCommandBackend, jobIdOf, orRecovery, withJobId } from '../run';
import type { ResidentQuestion } from './ask-resident';
import { type Resident, residentFile, residentFolder, residentName } from './place';

/** A question is JSON on a line; what is longer is none. */
const LONGEST = 256 * 2 ** 20;

/**
 * Waits for questions of the same user and answers one after the other, each with the portfolio opened for it and closed again: between
 * two of them it holds no file.
 *
 * @param idleMs after so long without a question it ends
 */
export async function serveResident(script: string, idleMs: number): Promise<void> {
  const folder = residentFolder(true);
  if (folder === null) throw new Error('There is no folder of this user alone to wait in.');
  sweep(folder);
  const backend = await createCommandBackend();
  const own: Resident = {
    pid: process.pid,
    address: addressIn(folder),
    token: randomBytes(24).toString('base64url'),
  };
  const place = residentFile(folder, residentName(script));
  const server = createServer();
  const isFound = (): boolean => {
    try {
      return (JSON.parse(readFileSync(place, 'utf8')) as Resident).pid === own.pid; // written below
    } catch {
      return false;
    }
  };
  let line: Line | null = null;
  const idle = createIdle(idleMs, { isFound, isBusy: () => line?.isBusy() ?? false, end: () => void end() });
  let ended = false;
  const end = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    idle.stop();
    if (isFound()) rmSync(place, { force: true });
    server.close();
    await backend.close().catch(() => undefined);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void end());
  const answering = createLine(backend, idle.seen);
  line = answering;
  server.on('connection', (socket) => hear(socket, own.token, { line: answering, end }));
  await listening(server, own.address);
  // Whoever finds it may ask at once. The last one to begin is the one that is found.
  writeFileSync(`${place}.${own.pid}`, JSON.stringify(own), { mode: 0o600 });
  renameSync(`${place}.${own.pid}`, place);
}

/** What engines that were killed left behind. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^(\d+)-[0-9a-f]+\.sock$/.exec(name)?.[1]);
    if (Number.isInteger(pid) && !lives(pid)) rmSync(join(folder, name), { force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const addressIn = (folder: string): string => {
  const name = `${process.pid}-${randomBytes(6).toString('hex')}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\modelfolio-${name}` : join(folder, `${name}.sock`);
};

async function listening(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  if (process.platform !== 'win32') chmodSync(address, 0o600);
}

interface IdleWays {
  readonly isFound: () => boolean;
  /** A question is being answered. */
  readonly isBusy: () => boolean;
  readonly end: () => void;
}

/** Ends where nobody asked for a while, or where nobody can find it any more. */
function createIdle(idleMs: number, { isFound, isBusy, end }: IdleWays) {
  let last = Date.now();
  const timer = setInterval(
    () => {
      if (!isBusy() && (Date.now() - last >= idleMs || !isFound())) end();
    },
    Math.min(idleMs, 30_000),
  );
  return {
    seen: (): void => {
      last = Date.now();
    },
    stop: (): void => clearInterval(timer),
  };
}

/** `null`: the file is locked, and is opened by whoever can ask for its passphrase. */
type Ask = (question: ResidentQuestion, jobId: string | null) => Promise<Reply | null>;

interface Line {
  /** When those before it have been answered. */
  readonly ask: Ask;
  readonly cancel: (jobId: string) => void;
  readonly isBusy: () => boolean;
  /** When all that was taken is answered. */
  readonly settled: () => Promise<unknown>;
}

function createLine(backend: Backend, seen: () => void): Line {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const answer: Ask = async ({ channel, input, portfolio, seen: readTo, folder }, jobId) => {
    seen();
    // One question at a time: the folder of the process is that of whoever asks.
    process.chdir(folder);
    try {
      const opened = await backend.dispatch('workspace.open', { file: portfolio });
      if (!opened.ok && opened.failure.code === 'locked') return null;
      return orRecovery(
        opened.ok ? await backend.dispatch(channel, withJobId(input, jobId), undefined, readTo) : opened,
        portfolio,
      );
    } finally {
      await backend.dispatch('workspace.close', {});
      seen();
    }
  };
  return {
    ask: (question, jobId) => {
      waiting += 1;
      const next = last
        .then(() => answer(question, jobId))
        .finally(() => {
          waiting -= 1;
        });
      last = next.catch(() => undefined);
      return next;
    },
    cancel: (jobId) => void backend.dispatch('jobs.cancel', { jobId }),
    isBusy: () => waiting > 0,
    settled: () => last,
  };
}

interface Hearing {
  readonly line: Line;
  readonly end: () => Promise<void>;
}

function hear(socket: Socket, token: string, { line, end }: Hearing): void {
  let text = '';
  let jobId: string | null = null;
  let asked = false;
  const cancel = (): void => {
    if (jobId !== null) line.cancel(jobId);
  };
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('close', cancel);
  socket.on('data', (data) => {
    text += String(data);
    if (text.length > LONGEST) socket.destroy();
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n')) {
      const told = parsed(text.slice(0, at));
      text = text.slice(at + 1);
      if (asked) {
        cancel();
        continue;
      }
      asked = true;
      if (!isOf(told, token)) {
        socket.destroy();
        return;
      }
      if (told.stop === true || told.greet === true) {
        socket.end('!');
        if (told.stop === true) socket.once('close', () => void line.settled().then(end));
        return;
      }
      const question = told as unknown as ResidentQuestion; // of the same program, by its name and token
      jobId = jobIdOf(question.channel, question.input);
      socket.write('!');
      void line.ask(question, jobId).then(
        (reply) => {
          jobId = null;
          socket.end(answered(reply));
        },
        (error: unknown) => socket.end(answered({ ok: false, failure: { code: 'internal', message: String(error) } })),
      );
    }
  });
}

function answered(reply: Reply | null): string {
  if (reply === null) return '?\n';
  return reply.ok ? `+${JSON.stringify(reply.value)}\n` : `-${JSON.stringify(reply.failure)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isOf(told: unknown, token: string): told is Record<string, unknown> {
  if (typeof told !== 'object' || told === null || !('token' in told) || typeof told.token !== 'string') return false;
  const [given, own] = [Buffer.from(told.token), Buffer.from(token)];
  return given.length === own.length && timingSafeEqual(given, own);
}
