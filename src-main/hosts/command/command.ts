// First, before anything that an older Node would crash on.
import './node-fits';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Output } from '#contract/index';
import {
  type CommandLine,
  CommandUsageError,
  type Passphrases,
  readCommandLine,
  readPassphraseSources,
  USAGE,
} from './line';
import { askResident, type ResidentAnswer } from './resident/ask-resident';
import { findResident } from './resident/place';
import type { Outcome } from './run';
import { sharingQuestion } from './share';

/** Resolves with the exit code once everything has left this process: a pipe may take its time. */
async function main(): Promise<number> {
  const line = readCommandLine(process.argv.slice(2));
  const outcome = await run(line, readPassphraseSources(process.argv.slice(2)));
  if ('json' in outcome) {
    const stream = outcome.ok ? process.stdout : process.stderr;
    // As it came, where nobody reads it in a terminal: large answers are not parsed on their way.
    const code = outcome.ok ? 0 : 1;
    return stream.isTTY ? write(stream, JSON.parse(outcome.json), code) : writeText(stream, outcome.json, code);
  }
  // Standard output was the assistant's: nothing of ours follows on it.
  if (outcome.ok && line.action === 'mcp') return 0;
  if (outcome.ok && line.action === 'share-sql')
    return writeText(
      process.stdout,
      (outcome.value as Output<'share.prepare'>).sql || '-- The server lacks nothing.',
      0,
    ); // the reply of that channel
  if (outcome.ok)
    return write(process.stdout, outcome.value, line.action === 'refresh' ? refreshCode(outcome.value) : 0);
  return write(process.stderr, outcome.failure, 1);
}

/** Of this file and what it loads: engine and contract are loaded where they are needed, for an engine at hand needs neither. */
const script = fileURLToPath(import.meta.url);

async function run(line: CommandLine, passphrases: Passphrases): Promise<Outcome | ResidentAnswer> {
  if (line.action === 'describe')
    return line.openApi ? (await import('./openapi')).openApi() : (await import('./describe')).describe(line.channel);
  if (line.action === 'resident') return (await import('./resident/serve')).serveResident(script, idleMs()).then(stay);
  if (line.action === 'start') return (await import('./resident/start')).startResident(script);
  if (line.action === 'stop') return (await import('./resident/start')).endResident(script);
  if (line.action === 'mcp')
    return (await import('./mcp/serve-mcp')).serveMcp(line.portfolio, line.told, passphrases.current);
  if (line.action === 'lock') return (await import('./lock')).changeLock(line.change, line.file, passphrases);
  const question = await questionOf(line as Asking, passphrases); // all others have been done
  if ('failure' in question) return question;
  const { channel, input, portfolio, seen } = question;
  const resident = line.action === 'call' && line.resident && !HERE.test(channel) ? findResident(script) : null;
  // Whoever gives a passphrase opens the file here: an engine that stays keeps none.
  if (resident !== null && portfolio !== null && givesNone(passphrases)) {
    const answer = await askResident(resident, { channel, input, portfolio, seen, folder: process.cwd() });
    if (answer !== null) return answer;
  }
  return (await import('./run')).runChannel(channel, input, portfolio, passphrases.current, seen);
}

/** What opens files itself, or takes secrets out of the environment of whoever asks. */
const HERE = /^(workspace|recovery|encryption|connections|share)\./;

/** After so long without a question it ends, where nobody says otherwise after a quarter of an hour. */
const idleMs = (): number => (Number(process.env.MODELFOLIO_IDLE_MINUTES) || 15) * 60_000;

/** It ends by itself. */
const stay = (): Promise<never> => new Promise(() => undefined);

const givesNone = ({ current }: Passphrases): boolean =>
  current.file === null &&
  current.descriptor === null &&
  process.env.PGPASSWORD === undefined &&
  process.env.PGPASSFILE === undefined;

interface Question {
  readonly channel: string;
  readonly input: unknown;
  readonly portfolio: string | null;
  /** Of a command: the last entry of the journal that whoever gives it has read. */
  readonly seen?: number | undefined;
}

type Asking = Extract<
  CommandLine,
  { action: 'new' | 'recover' | 'refresh' | 'share' | 'share-sql' | 'join' | 'leave' | 'sample' | 'call' }
>;
type Refusal = Extract<Outcome, { ok: false }>;

async function questionOf(line: Asking, passphrases: Passphrases): Promise<Question | Refusal> {
  if (line.action === 'new') {
    const { file, name, currency, encrypt } = line;
    const fresh = encrypt ? await (await import('./lock')).newPassphrase(passphrases.fresh) : null;
    if (fresh !== null && 'refused' in fresh)
      return { ok: false, failure: { code: 'invalid_input', message: fresh.refused } };
    const input = { name, file, ...fresh, ...(currency !== null && { currency }) };
    return { channel: 'workspace.create', input, portfolio: null };
  }
  if (line.action === 'recover') return { channel: 'recovery.repair', input: { file: line.file }, portfolio: null };
  if (line.action === 'refresh') return { channel: 'connections.refresh', input: {}, portfolio: line.portfolio };
  if (line.action === 'share' || line.action === 'share-sql' || line.action === 'join' || line.action === 'leave')
    return sharingQuestion(line);
  if (line.action === 'sample') {
    const { file, day } = line;
    return { channel: 'workspace.sample', input: day === null ? { file } : { file, day }, portfolio: null };
  }
  const piped = line.input === '-';
  const parsed = parseInput(piped ? await readAll(process.stdin) : line.input);
  if (!parsed.ok) return parsed;
  const { channel, portfolio, kinds, seen } = line;
  if (!piped && namesPassphrase(channel, parsed.value)) return SEEN;
  return { channel, input: ofKinds(parsed.value, kinds), portfolio, seen };
}

/** Other programs of this computer can read what a program was started with. */
const SEEN: Refusal = {
  ok: false,
  failure: {
    code: 'refused',
    message:
      'A passphrase or secret may not stand on a command line, where other programs can read it; nothing was done. Give the input on standard input (-), and change the passphrase if it was a real one.',
  },
};

const namesPassphrase = (channel: string, input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  ('passphrase' in input ||
    'secret' in input ||
    'password' in input ||
    // The passphrase so far; elsewhere it is another word, such as the later side of a drift measurement.
    (channel.startsWith('encryption.') && 'current' in input));

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

const write = (stream: NodeJS.WriteStream, value: unknown, code: number): Promise<number> =>
  writeText(stream, JSON.stringify(value, null, stream.isTTY ? 2 : 0), code);

function writeText(stream: NodeJS.WriteStream, text: string, code: number): Promise<number> {
  return new Promise((resolve) => {
    // A reader that had enough (`| head`) closes the pipe; that is no failure of ours.
    stream.once('error', () => resolve(code));
    stream.write(`${text}\n`, () => resolve(code));
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
