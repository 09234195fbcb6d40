import { text as readAll } from 'node:stream/consumers';
import type { Output } from '#contract/index';
import { describe } from './describe';
import {
  type CommandLine,
  CommandUsageError,
  type Passphrases,
  readCommandLine,
  readPassphraseSources,
  USAGE,
} from './line';
import { changeLock, newPassphrase } from './lock';
import { type Outcome, runChannel } from './run';

/** Resolves with the exit code once everything has left this process: a pipe may take its time. */
async function main(): Promise<number> {
  const line = readCommandLine(process.argv.slice(2));
  const outcome = await run(line, readPassphraseSources(process.argv.slice(2)));
  if (outcome.ok)
    return write(process.stdout, outcome.value, line.action === 'refresh' ? refreshCode(outcome.value) : 0);
  return write(process.stderr, outcome.failure, 1);
}

async function run(line: CommandLine, passphrases: Passphrases): Promise<Outcome> {
  if (line.action === 'describe') return describe(line.channel);
  if (line.action === 'new') {
    const { file, name, currency, encrypt } = line;
    const fresh = encrypt ? await newPassphrase(passphrases.fresh) : null;
    if (fresh !== null && 'refused' in fresh)
      return { ok: false, failure: { code: 'invalid_input', message: fresh.refused } };
    const input = { name, file, ...fresh, ...(currency !== null && { currency }) };
    return runChannel('workspace.create', input, null, passphrases.current);
  }
  if (line.action === 'recover') return runChannel('recovery.repair', { file: line.file }, null, passphrases.current);
  if (line.action === 'refresh') return runChannel('connections.refresh', {}, line.portfolio, passphrases.current);
  if (line.action === 'lock') return changeLock(line.change, line.file, passphrases);
  if (line.action === 'sample') {
    const { file, day } = line;
    return runChannel('workspace.sample', day === null ? { file } : { file, day }, null, passphrases.current);
  }
  const piped = line.input === '-';
  const parsed = parseInput(piped ? await readAll(process.stdin) : line.input);
  if (parsed.ok && !piped && namesPassphrase(parsed.value)) return SEEN;
  if (!parsed.ok) return parsed;
  return runChannel(line.channel, ofKinds(parsed.value, line.kinds), line.portfolio, passphrases.current, line.seen);
}

/** Other programs of this computer can read what a program was started with. */
const SEEN: Outcome = {
  ok: false,
  failure: {
    code: 'refused',
    message:
      'A passphrase or secret may not stand on a command line, where other programs can read it; nothing was done. Give the input on standard input (-), and change the passphrase if it was a real one.',
  },
};

const namesPassphrase = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && ('passphrase' in input || 'current' in input || 'secret' in input);

/** A scheduler hears that a connection was not read. */
function refreshCode(value: unknown): number {
  const { results } = value as Output<'connections.refresh'>; // the reply of that channel
  return results.some(({ outcome }) => outcome === 'failed' || outcome === 'not_agreed') ? 3 : 0;
}

/** The input with its filter narrowed; a channel without a filter of models refuses it by its own schema. */
function ofKinds(input: unknown, kinds: (CommandLine & { action: 'call' })['kinds']): unknown {
  if (kinds === undefined || typeof input !== 'object' || input === null) return input;
  const filter: unknown = Reflect.get(input, 'filter');
  return { ...input, filter: { ...(typeof filter === 'object' ? filter : {}), kind: kinds } };
}

function parseInput(json: string): Outcome {
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: { code: 'invalid_input', message: `The input is not JSON: ${why}` } };
  }
}

function write(stream: NodeJS.WriteStream, value: unknown, code: number): Promise<number> {
  return new Promise((resolve) => {
    // A reader that had enough (`| head`) closes the pipe; that is no failure of ours.
    stream.once('error', () => resolve(code));
    stream.write(`${JSON.stringify(value, null, stream.isTTY ? 2 : 0)}\n`, () => resolve(code));
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof CommandUsageError) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(JSON.stringify({ code: 'internal', message: String(error) }));
    process.exit(error instanceof CommandUsageError ? 2 : 1);
  },
);
