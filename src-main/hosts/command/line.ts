import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, type Kind } from '#domain/models/kinds';
import { readSeen } from '../../rpc/seen';
import { TELLS, type Tell } from './mcp/tells';
import type { PassphraseSource } from './passphrase';

export const USAGE = `Usage:
  npm run --silent modelfolio -- <channel> '<json input>' [--portfolio FILE]   run one channel; input '-' reads standard input
      [--kind generative,agent,unknown]                                        … of models of these kinds, where its input has a filter of models
      [--seen 1016]                                                            … a command, by somebody who has read the journal up to this entry
  npm run --silent modelfolio -- describe [<channel>]                          list the channels, or show a channel's schemas
  npm run --silent modelfolio -- describe --openapi                            all channels with their schemas as OpenAPI 3.1
  npm run --silent modelfolio -- new FILE --name "Acme" [--currency EUR]       create an empty portfolio
  npm run --silent modelfolio -- new FILE --sample [--day 2026-11-26]          create the sample portfolio
  npm run --silent modelfolio -- new FILE --name "Acme" --encrypt               create an encrypted one
  npm run --silent modelfolio -- encrypt FILE                                  encrypt a portfolio with a passphrase
  npm run --silent modelfolio -- passphrase FILE                               give an encrypted one another passphrase
  npm run --silent modelfolio -- decrypt FILE                                  make it plain again
  npm run --silent modelfolio -- refresh --portfolio FILE                      read every connection once and take what is new: for a scheduler
  npm run --silent modelfolio -- start | stop                                  keep an engine at hand that answers at once, until nobody asked for 15 minutes | end it
      [--no-resident]                                                          … do without it, on any call
  npm run --silent modelfolio -- mcp --portfolio FILE --tell nothing           let an assistant ask it over standard input (Model Context Protocol), read-only
      [--tell names,owners,money,texts]                                        … and be told of these; what it is told may leave this computer
  npm run --silent modelfolio -- share FILE --server postgresql://USER@HOST:PORT/DB   share a portfolio on a server (--ca FILE, --sign "Name")
      [--sql]                                                                  … print what a database team runs before, where USER may make nothing there; of a shared one, before share.update
  npm run --silent modelfolio -- join FILE --server postgresql://USER@HOST:PORT/DB --id ID   make a copy of a shared one
  npm run --silent modelfolio -- leave FILE [--keep | --discard]               make a copy of a shared one a private portfolio again; with what was not shared, or without
  npm run --silent modelfolio -- recover FILE                                  bring what a damaged portfolio still holds into a new one beside it

A passphrase is asked for in the terminal, and not shown. Elsewhere it comes from the first line of a file that only you may read
(--passphrase-file FILE), or of a descriptor (--passphrase-fd 3 3<FILE); a new one from --new-passphrase-file or --new-passphrase-fd. It is
never an argument or a variable, which other programs can read. The password of a server comes from PGPASSWORD or the password file of
PostgreSQL's own programs (PGPASSFILE).

The reply's value is printed as JSON on standard output (exit code 0), a failure as JSON on standard error (exit code 1). refresh ends with 3
where a connection could not be read, or nobody has agreed to its host on this computer (connections.agree).`;

/** The command line itself makes no sense; its text is followed by the usage. */
export class CommandUsageError extends Error {}

export type CommandLine =
  | { readonly action: 'describe'; readonly channel: string | null; readonly openApi?: true }
  | {
      readonly action: 'new';
      readonly file: string;
      readonly name: string;
      readonly currency: string | null;
      readonly encrypt: boolean;
    }
  | { readonly action: 'recover'; readonly file: string }
  | { readonly action: 'refresh'; readonly portfolio: string }
  | { readonly action: 'start' | 'stop' }
  | { readonly action: 'mcp'; readonly portfolio: string; readonly told: readonly Tell[] }
  /** What `start` leaves behind: it waits for questions. */
  | { readonly action: 'resident' }
  | { readonly action: 'lock'; readonly change: LockChange; readonly file: string }
  | ({ readonly action: 'share'; readonly file: string; readonly sign: string | null } & ServerLine)
  /** What the server's own tools are to run. */
  | { readonly action: 'share-sql'; readonly file: string; readonly user: string; readonly sign: string | null }
  | ({ readonly action: 'join'; readonly file: string; readonly id: string } & ServerLine)
  | { readonly action: 'leave'; readonly file: string; readonly waiting?: 'keep' | 'discard' }
  | { readonly action: 'sample'; readonly file: string; readonly day: string | null }
  | {
      readonly action: 'call';
      readonly channel: string;
      readonly input: string;
      readonly portfolio: string | null;
      /** An engine that is at hand may answer. */
      readonly resident: boolean;
      /** `null` among them: models of which nobody has said it; left out: of all kinds. */
      readonly kinds?: readonly (Kind | null)[];
      /** The newest journal entry that was looked at; left out: none was. */
      readonly seen?: number;
    };

/** Where a shared portfolio lies, as a line says it. */
export interface ServerLine {
  readonly server: { readonly host: string; readonly port: number; readonly database: string; readonly user: string };
  /** A file with the certificate that the server is proved by. */
  readonly ca: string | null;
}

/** Where a passphrase comes from, and a new one. */
export interface Passphrases {
  readonly current: PassphraseSource;
  readonly fresh: PassphraseSource;
}

const LOCK_CHANGES = ['encrypt', 'passphrase', 'decrypt'] as const;
export type LockChange = (typeof LOCK_CHANGES)[number];

/** Paths come out absolute, resolved against the present folder. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parsed(argv);
  const [first, second, ...rest] = positionals;
  if (first === undefined) throw new CommandUsageError('Name a channel, "describe" or "new".');
  if (rest.length > 0) throw new CommandUsageError(`"${rest.join(' ')}" is one argument too many.`);
  if (first === 'describe')
    return { action: 'describe', channel: second ?? null, ...(values.openapi === true && { openApi: true }) };
  if (first === 'mcp') return readMcp(values.portfolio, values.tell);
  if (second === undefined && (first === 'start' || first === 'stop' || first === 'resident')) return { action: first };
  if (first === 'recover') {
    if (second === undefined) throw new CommandUsageError('Name the damaged portfolio file.');
    return { action: 'recover', file: resolve(second) };
  }
  if (first === 'refresh') {
    if (second !== undefined || values.portfolio === undefined)
      throw new CommandUsageError('Name the portfolio whose connections are to be read: refresh --portfolio FILE.');
    return { action: 'refresh', portfolio: resolve(values.portfolio) };
  }
  if (first === 'share' || first === 'join' || first === 'leave') {
    if (second === undefined) throw new CommandUsageError(`Name the portfolio file: ${first} FILE.`);
    const file = resolve(second);
    if (first === 'leave') return { action: 'leave', file, ...readWaiting(values) };
    if (values.encrypt === true) throw new CommandUsageError(ENCRYPT_AFTERWARDS);
    if (first === 'share' && values.sql === true) {
      const user = values.server === undefined ? '' : readServer(values.server).user;
      return { action: 'share-sql', file, user, sign: values.sign ?? null };
    }
    const where = { server: readServer(values.server), ca: values.ca === undefined ? null : resolve(values.ca) };
    if (first === 'share') return { action: 'share', file, sign: values.sign ?? null, ...where };
    if (values.id === undefined) throw new CommandUsageError('Say which portfolio of the server it is: --id ID.');
    return { action: 'join', file, id: values.id, ...where };
  }
  const lock = LOCK_CHANGES.find((action) => action === first);
  if (lock) {
    if (second === undefined) throw new CommandUsageError(`Name the portfolio file: ${lock} FILE.`);
    return { action: 'lock', change: lock, file: resolve(second) };
  }
  if (first === 'new') {
    if (second === undefined) throw new CommandUsageError('Name the file of the new portfolio.');
    if (values.sample === true && values.encrypt === true) throw new CommandUsageError(ENCRYPT_AFTERWARDS);
    if (values.sample === true) return { action: 'sample', file: resolve(second), day: values.day ?? null };
    if (values.name === undefined) throw new CommandUsageError('Give the new portfolio a name: --name "Acme".');
    return {
      action: 'new',
      file: resolve(second),
      name: values.name,
      currency: values.currency ?? null,
      encrypt: values.encrypt === true,
    };
  }
  const portfolio = values.portfolio === undefined ? null : resolve(values.portfolio);
  const kinds = values.kind === undefined ? {} : { kinds: readKinds(values.kind) };
  const seen = values.seen === undefined ? {} : { seen: readEntryNumber(values.seen) };
  return {
    action: 'call',
    channel: first,
    input: second ?? '{}',
    portfolio,
    resident: values['no-resident'] !== true,
    ...kinds,
    ...seen,
  };
}

/** What becomes of changes that were not shared; not said: it is asked where there are some. */
function readWaiting({
  keep,
  discard,
}: {
  readonly keep?: boolean | undefined;
  readonly discard?: boolean | undefined;
}): { readonly waiting?: 'keep' | 'discard' } {
  if (keep && discard) throw new CommandUsageError('Say --keep or --discard, not both.');
  return keep ? { waiting: 'keep' } : discard ? { waiting: 'discard' } : {};
}

function readEntryNumber(text: string): number {
  const seq = readSeen(text);
  if (seq === undefined)
    throw new CommandUsageError(`"${text}" is no number of a journal entry. Give one such as 1016.`);
  return seq;
}

/** Nothing is told by default, and nobody is served who has not said what is to be. */
function readMcp(portfolio: string | undefined, tell: string | undefined): CommandLine {
  if (portfolio === undefined) throw new CommandUsageError('Name the portfolio: mcp --portfolio FILE --tell nothing.');
  if (tell === undefined)
    throw new CommandUsageError(
      `Say what the assistant may be told besides figures and closed words: --tell nothing, or of ${TELLS.join(',')}. What it is told may leave this computer.`,
    );
  const words = tell === 'nothing' ? [] : tell.split(',').map((word) => word.trim());
  const told = words.map((word) => {
    const known = TELLS.find((one) => one === word);
    if (known === undefined) throw new CommandUsageError(`"${word}" is not of ${TELLS.join(', ')}.`);
    return known;
  });
  return { action: 'mcp', portfolio: resolve(portfolio), told };
}

const ENCRYPT_AFTERWARDS = 'This makes a plain file. Encrypt it when it is there: encrypt FILE.';

function readServer(address: string | undefined): ServerLine['server'] {
  const example = 'Give it as --server postgresql://USER@HOST:PORT/DATABASE.';
  if (address === undefined) throw new CommandUsageError(`Say which server it is. ${example}`);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '' || url.username === '')
    throw new CommandUsageError(`"${address.replace(/:[^:@/]*@/, ':…@')}" is no address of a server. ${example}`);
  if (url.password !== '')
    throw new CommandUsageError(
      'A password may not stand in an address, where other programs can read it. Put it into PGPASSWORD or PGPASSFILE, and change it if it was a real one.',
    );
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '') throw new CommandUsageError(`The address names no database. ${example}`);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, port: url.port === '' ? 5432 : Number(url.port), database, user: decodeURIComponent(url.username) };
}

function readKinds(text: string): readonly (Kind | null)[] {
  return text.split(',').map((part) => {
    const word = part.trim();
    const kind = KINDS.find((one) => one === word);
    if (kind === undefined && word !== 'unknown')
      throw new CommandUsageError(`"${word}" is no kind of model. Kinds are ${KINDS.join(', ')} and unknown.`);
    return kind ?? null;
  });
}

export function readPassphraseSources(argv: readonly string[]): Passphrases {
  const { values } = parsed(argv);
  const source = (file: string | undefined, descriptor: string | undefined): PassphraseSource => {
    const number = descriptor === undefined ? null : Number(descriptor);
    if (number !== null && !(Number.isInteger(number) && number >= 0))
      throw new CommandUsageError(`"${descriptor}" is no number of a descriptor. Give one such as 3.`);
    return { file: file === undefined ? null : resolve(file), descriptor: number };
  };
  return {
    current: source(values['passphrase-file'], values['passphrase-fd']),
    fresh: source(values['new-passphrase-file'], values['new-passphrase-fd']),
  };
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
        kind: { type: 'string' },
        seen: { type: 'string' },
        sample: { type: 'boolean' },
        day: { type: 'string' },
        server: { type: 'string' },
        ca: { type: 'string' },
        sign: { type: 'string' },
        sql: { type: 'boolean' },
        id: { type: 'string' },
        keep: { type: 'boolean' },
        discard: { type: 'boolean' },
        encrypt: { type: 'boolean' },
        'no-resident': { type: 'boolean' },
        openapi: { type: 'boolean' },
        tell: { type: 'string' },
        'passphrase-file': { type: 'string' },
        'passphrase-fd': { type: 'string' },
        'new-passphrase-file': { type: 'string' },
        'new-passphrase-fd': { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandUsageError(error instanceof Error ? error.message : String(error));
  }
}
