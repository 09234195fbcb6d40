import { text as readAll } from 'node:stream/consumers';
import { describe } from './describe';
import { type CommandLine, CommandUsageError, readCommandLine, USAGE } from './line';
import { type Outcome, runChannel } from './run';

/** Resolves with the exit code once everything has left this process: a pipe may take its time. */
async function main(): Promise<number> {
  const line = readCommandLine(process.argv.slice(2));
  const outcome = await run(line);
  if (outcome.ok) return write(process.stdout, outcome.value, 0);
  return write(process.stderr, outcome.failure, 1);
}

async function run(line: CommandLine): Promise<Outcome> {
  if (line.action === 'describe') return describe(line.channel);
  if (line.action === 'new') {
    const { file, name, currency } = line;
    const input = currency === null ? { name, file } : { name, currency, file };
    return runChannel('workspace.create', input, null);
  }
  if (line.action === 'recover') return runChannel('recovery.repair', { file: line.file }, null);
  if (line.action === 'sample') {
    const { file, day } = line;
    return runChannel('workspace.sample', day === null ? { file } : { file, day }, null);
  }
  const parsed = parseInput(line.input === '-' ? await readAll(process.stdin) : line.input);
  return parsed.ok ? runChannel(line.channel, parsed.value, line.portfolio) : parsed;
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
