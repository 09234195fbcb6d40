import type { z } from 'zod';
import type { Contract, Endpoint, Failure, Reply } from '#contract/define';
import { DAMAGED } from '#domain/base/damaged-file';
import type { LogEntry } from '../engine/backend-types';
import { DomainError } from '../failure/domain-error';

/** A call that takes longer is logged by name. */
const SLOW_MS = 100;

type AnyHandler = (input: unknown, context: unknown) => unknown;

/** What a handler returned, and what the reply says beside it. */
export interface Answered extends Pick<Reply & { ok: true }, 'did' | 'reads'> {
  readonly output: unknown;
}

export interface DispatchOptions {
  readonly contract: Contract;
  /** Typed as `Handlers<…>` where they are made; the wire knows only names. */
  readonly handlers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Calls a handler with the context of this channel. */
  readonly answer: (channel: string, endpoint: Endpoint, handle: (context: unknown) => unknown) => Promise<Answered>;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => number;
}

export type Dispatch = (channel: string, input: unknown) => Promise<Reply>;

/** Looks the channel up, parses the input, calls the handler, parses the output. The only road into the engine. */
export function createDispatch(options: DispatchOptions): Dispatch {
  return async (channel, input) => {
    const started = options.now();
    try {
      const { endpoint, handler } = find(options, channel);
      const parsed = parse(endpoint.input, input ?? {}, 'invalid_input');
      const { output, ...beside } = await options.answer(channel, endpoint, (context) => handler(parsed, context));
      return { ok: true, value: endpoint.columnar ? output : endpoint.output.parse(output), ...beside };
    } catch (error) {
      return { ok: false, failure: toFailure(error, channel, options.log) };
    } finally {
      const ms = Math.round(options.now() - started);
      if (ms > SLOW_MS) options.log({ level: 'info', event: 'slow call', channel, ms });
    }
  };
}

function find(
  options: DispatchOptions,
  channel: string,
): { readonly endpoint: Endpoint; readonly handler: AnyHandler } {
  const [subject = '', method = ''] = channel.split('.');
  const endpoint = endpointOf(options.contract, channel);
  const handlers = own(options.handlers, subject);
  const handler = handlers && own(handlers, method);
  if (!endpoint || typeof handler !== 'function') {
    throw new DomainError('unknown_channel', `There is no channel ${channel.slice(0, 100)}.`);
  }
  // The handler map is `Handlers<typeof contract>`, so a function found under an endpoint's name is that handler.
  return { endpoint, handler: handler as AnyHandler };
}

export function endpointOf(contract: Contract, channel: string): Endpoint | undefined {
  const [subject = '', method = '', ...rest] = channel.split('.');
  const endpoints = rest.length === 0 ? own(contract, subject) : undefined;
  return endpoints && own(endpoints, method);
}

/** Own properties only: `__proto__` and `constructor` are no channels. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function parse(schema: z.ZodType, value: unknown, code: 'invalid_input'): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const words = issues.slice(0, 3).map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message));
  throw new DomainError(code, `This input does not fit: ${words.join('; ')}.`, { issues });
}

function toFailure(error: unknown, channel: string, log: (entry: LogEntry) => void): Failure {
  if (error instanceof DomainError) return error.toFailure();
  log({
    level: 'error',
    event: 'call failed',
    channel,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return (
    sqliteFailure(error) ?? {
      code: 'internal',
      message:
        'Something went wrong inside Modelfolio; nothing was changed. Try again, and report it with the log if it stays.',
    }
  );
}

/** What a disk does to a portfolio while it is open has a sentence of its own. */
function sqliteFailure(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL'))
    return { code: 'bad_file', message: 'The disk is full; nothing was changed. Make room on it, then try again.' };
  if (code.startsWith('SQLITE_READONLY'))
    return {
      code: 'read_only',
      message: 'The portfolio may not be written any more (its disk or folder became read-only); nothing was changed.',
    };
  if (code.startsWith('SQLITE_BUSY'))
    return {
      code: 'busy',
      message: 'Another Modelfolio is writing to this portfolio. Nothing was changed; try again when it has finished.',
    };
  if (code.startsWith('SQLITE_CORRUPT'))
    return {
      code: 'bad_file',
      message:
        'A part of the portfolio file is damaged and cannot be read; nothing was changed. What can be had back is looked for, and offered at the top of the page in a moment.',
      detail: DAMAGED,
    };
  if (code.startsWith('SQLITE_IOERR'))
    return {
      code: 'bad_file',
      message:
        'The disk did not answer as it should; nothing was changed. Check that it is still connected, then open the portfolio again.',
    };
  return null;
}
