import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `Usage:
  npm run --silent modelfolio -- <channel> '<json input>' [--portfolio FILE]   run one channel; input '-' reads standard input
  npm run --silent modelfolio -- describe [<channel>]                          list the channels, or show a channel's schemas
  npm run --silent modelfolio -- new FILE --name "Acme" [--currency EUR]       create an empty portfolio
  npm run --silent modelfolio -- new FILE --sample [--day 2026-11-26]          create the sample portfolio
  npm run --silent modelfolio -- recover FILE                                  bring what a damaged portfolio still holds into a new one beside it

The reply's value is printed as JSON on standard output (exit code 0), a failure as JSON on standard error (exit code 1).`;

/** The command line itself makes no sense; its text is followed by the usage. */
export class CommandUsageError extends Error {}

export type CommandLine =
  | { readonly action: 'describe'; readonly channel: string | null }
  | { readonly action: 'new'; readonly file: string; readonly name: string; readonly currency: string | null }
  | { readonly action: 'recover'; readonly file: string }
  | { readonly action: 'sample'; readonly file: string; readonly day: string | null }
  | { readonly action: 'call'; readonly channel: string; readonly input: string; readonly portfolio: string | null };

/** Paths come out absolute, resolved against the present folder. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parsed(argv);
  const [first, second, ...rest] = positionals;
  if (first === undefined) throw new CommandUsageError('Name a channel, "describe" or "new".');
  if (rest.length > 0) throw new CommandUsageError(`"${rest.join(' ')}" is one argument too many.`);
  if (first === 'describe') return { action: 'describe', channel: second ?? null };
  if (first === 'recover') {
    if (second === undefined) throw new CommandUsageError('Name the damaged portfolio file.');
    return { action: 'recover', file: resolve(second) };
  }
  if (first === 'new') {
    if (second === undefined) throw new CommandUsageError('Name the file of the new portfolio.');
    if (values.sample === true) return { action: 'sample', file: resolve(second), day: values.day ?? null };
    if (values.name === undefined) throw new CommandUsageError('Give the new portfolio a name: --name "Acme".');
    return { action: 'new', file: resolve(second), name: values.name, currency: values.currency ?? null };
  }
  const portfolio = values.portfolio === undefined ? null : resolve(values.portfolio);
  return { action: 'call', channel: first, input: second ?? '{}', portfolio };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        portfolio: { type: 'string' },
        name: { type: 'string' },
        currency: { type: 'string' },
        sample: { type: 'boolean' },
        day: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandUsageError(error instanceof Error ? error.message : String(error));
  }
}
