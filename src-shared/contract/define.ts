import { z } from 'zod';

/** A query reads and may be repeated; a command changes facts and writes the journal. */
export interface Endpoint<
  K extends 'query' | 'command' = 'query' | 'command',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /**
   * The output is columns of up to millions of numbers: its shape is checked by types and tests, not at each call, which
   * would cost more than reading it.
   */
  readonly columnar?: true;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Endpoint<'query', I, O> => ({
  kind: 'query',
  input,
  output,
});

export const columnarQuery = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Endpoint<'query', I, O> => ({ kind: 'query', input, output, columnar: true });

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Endpoint<'command', I, O> => ({
  kind: 'command',
  input,
  output,
});

/**
 * A text that the program wrote, in the forms of the field (`2,133 models`, `€5.09M`, `23 Nov 2026`): a host that serves one
 * reader has it rewritten in hers. Never somebody's own text.
 */
export const Said = z.string();

export type Subject = Readonly<Record<string, Endpoint>>;
export type Contract = Readonly<Record<string, Subject>>;

/** `subject.method`, for every endpoint of the contract. */
export type Channel<C extends Contract> = {
  [S in keyof C & string]: `${S}.${keyof C[S] & string}`;
}[keyof C & string];

export type EndpointOf<C extends Contract, Name extends Channel<C>> = Name extends `${infer S}.${infer M}`
  ? S extends keyof C
    ? M extends keyof C[S]
      ? C[S][M]
      : never
    : never
  : never;

/** A value as it is handed over: who gives it may hold it read-only, as the rules do. */
export type Given<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: Given<T[K]> };

/** What a caller sends, before defaults are filled in. */
export type InputOf<C extends Contract, Name extends Channel<C>> = Given<z.input<EndpointOf<C, Name>['input']>>;
/** What a caller receives. */
export type OutputOf<C extends Contract, Name extends Channel<C>> = z.output<EndpointOf<C, Name>['output']>;

/** One function for each endpoint; a missing one does not compile. The kind of the endpoint chooses the context. */
export type Handlers<C extends Contract, QueryContext, CommandContext> = {
  readonly [S in keyof C]: {
    readonly [M in keyof C[S]]: C[S][M] extends Endpoint<infer K, infer I, infer O>
      ? (
          input: z.output<I>,
          context: K extends 'query' ? QueryContext : CommandContext,
        ) => Promise<Given<z.input<O>>> | Given<z.input<O>>
      : never;
  };
};

export const FAILURE_CODES = [
  'invalid_input',
  'not_found',
  'conflict',
  'refused',
  'read_only',
  'no_portfolio',
  'locked',
  'bad_file',
  'busy',
  'cancelled',
  'unknown_channel',
  'unavailable',
  'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface Failure {
  readonly code: FailureCode;
  /** A sentence for the person: what, where, what to do. */
  readonly message: string;
  readonly detail?: unknown;
}

/** The journal entry that a command wrote: so that whoever gave the command can say what it did and offer to undo it. */
export interface Did {
  readonly seq: number;
  /** What was done, in words: it names the undo. */
  readonly label: string;
  /** `history.undo` would turn back this entry; false of what stays out of its way (a note), and of an undo itself. */
  readonly undoable: boolean;
}

/**
 * How every call is answered, on each wire. Beside the value, which alone the command line prints:
 * `did` is there when a command changed the portfolio; of several entries it is the last that can be undone.
 * `reads` is there for a query: the sources that the value rests on, to hold against `changed` of the event `data.changed`.
 * `models` is which rows there are, `models.tier` one column of them, `models.*` all columns.
 */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T; readonly did?: Did; readonly reads?: readonly string[] }
  | { readonly ok: false; readonly failure: Failure };
