import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import type { Address } from '#domain/connections/address';
import { DomainError } from '../../failure/domain-error';
import { countIn, parsed, readBody, retryAfterMs, saidBy } from './answer';
import type { SentRequest } from './asked-requests';
import { proxyFor } from './proxy';
import { networkProblem, RemoteError, remoteProblem, statusProblem } from './remote-failure';
import type { Signer } from './signer';

/** How long and how much: whatever a server does, it ends. */
export interface RemoteLimits {
  /** Nothing comes for so long. */
  readonly silenceMs: number;
  readonly requestMs: number;
  readonly wholeMs: number;
  readonly answerBytes: number;
  readonly wholeBytes: number;
  /** A server that asks to wait longer is told of instead. */
  readonly waitMs: number;
  readonly tries: number;
}

export const REMOTE_LIMITS: RemoteLimits = {
  silenceMs: 20_000,
  requestMs: 120_000,
  wholeMs: 600_000,
  answerBytes: 64 * 2 ** 20,
  wholeBytes: 512 * 2 ** 20,
  waitMs: 30_000,
  tries: 3,
};

export interface RemoteOptions {
  readonly address: Address;
  /** Sent with each request, to this origin alone. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must be in no message. */
  readonly secrets: readonly string[];
  /** Certificates (PEM) that are trusted besides those of the system; `null`: none. */
  readonly ca: string | null;
  readonly signal: AbortSignal;
  readonly limits?: Partial<RemoteLimits>;
  /** Headers that belong to one request alone, such as its signature. */
  readonly sign?: Signer;
  /** Is told of each request that was sent. */
  readonly heard?: (request: SentRequest) => void;
}

export interface RemoteAnswer {
  readonly status: number;
  readonly body: string;
  /** The server's clock, ISO; `null`: it does not tell. */
  readonly date: string | null;
}

/** A name with several values comes several times. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

export interface RemotePage {
  readonly content: unknown;
  /** The server's clock, ISO; `null`: it does not tell. */
  readonly date: string | null;
  /** What it counts of the whole list that this is a part of (`X-Total-Count`); `null`: it does not tell. */
  readonly total: number | null;
}

/** A server that is read. There is no way to write to it but `POST` searches, which MLflow has. */
export interface Remote {
  /** Any answer, a refusal too. */
  ask(path: string, query?: Query): Promise<RemoteAnswer>;
  /** The text of an answer; `null`: the server has nothing there (404). */
  text(path: string, query?: Query): Promise<string | null>;
  /** The JSON of an answer, or why there is none. */
  json(path: string, query?: Query): Promise<unknown>;
  /** The same with what its headers say; `null`: the server has nothing there (404). */
  page(path: string, query?: Query): Promise<RemotePage | null>;
  /** A search whose question is too long for an address. */
  search(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<unknown>;
  /** Requests so far, and their bytes. */
  used(): { readonly requests: number; readonly bytes: number };
  setHeader(name: string, value: string): void;
  /** The same way for what may be missing: it ends sooner, and tries less often. */
  within(less: Pick<RemoteLimits, 'wholeMs' | 'tries'>): Remote;
  close(): void;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whoever asks can do with a refusal: it is not asked again. */
  readonly once?: true;
}

interface Heard extends RemoteAnswer {
  readonly retryAfter: string | null;
  readonly location: string | null;
  readonly total: number | null;
}

const REDIRECTS = 3;

export function openRemote(options: RemoteOptions): Remote {
  const { address, secrets, signal } = options;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    ...options.headers,
  };
  const proxy = proxyFor(address);
  const lines = { keepAlive: true, maxSockets: 4, ...(proxy && { proxyEnv: proxy.env }) };
  const agent = address.secure
    ? new HttpsAgent({ ...lines, rejectUnauthorized: true, ...(options.ca !== null && { ca: options.ca }) })
    : new HttpAgent(lines);
  let requests = 0;
  let bytes = 0;
  const host = address.port === (address.secure ? 443 : 80) ? address.host : `${address.host}:${address.port}`;

  const withoutSecrets = (text: string): string =>
    secrets.reduce((clean, secret) => (secret.length < 4 ? clean : clean.replaceAll(secret, '…')), text);

  const under = (limits: RemoteLimits, ends: number): Remote => {
    const once = ({ method, path, body, headers: own = {} }: Asked): Promise<Heard> =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(cancelled());
          return;
        }
        requests += 1;
        const send = address.secure ? httpsRequest : httpRequest;
        const sent = { ...headers, ...(body !== null && { 'content-type': 'application/json' }), ...own };
        const request = send(`${address.origin}${path}`, {
          method,
          agent,
          headers: {
            ...sent,
            ...options.sign?.({ method, host: hostOf(address), path, headers: sent, body: body ?? '' }),
            ...(body !== null && { 'content-length': Buffer.byteLength(body) }),
          },
          timeout: limits.silenceMs,
        });
        let told = false;
        const heard = (status: number): void => {
          if (!told) options.heard?.({ method, path: path.slice(address.base.length), headers: own, status });
          told = true;
        };
        const fail = (error: unknown): void => {
          heard(0);
          clearTimeout(timer);
          signal.removeEventListener('abort', stop);
          request.destroy();
          reject(error instanceof DomainError ? error : networkProblem(host, error, proxy?.host ?? null));
        };
        const stop = (): void => fail(cancelled());
        const timer = setTimeout(() => fail(tooSlow(host)), Math.max(1, Math.min(limits.requestMs, ends - Date.now())));
        signal.addEventListener('abort', stop, { once: true });
        request.on('timeout', () => fail(tooSlow(host)));
        request.on('error', fail);
        request.on('response', (response) => {
          readBody(response, Math.min(limits.answerBytes, limits.wholeBytes - bytes), host).then((content) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
            bytes += content.length;
            heard(response.statusCode ?? 0);
            const date = Date.parse(response.headers.date ?? '');
            resolve({
              status: response.statusCode ?? 0,
              body: content.toString('utf8'),
              date: Number.isNaN(date) ? null : new Date(date).toISOString(),
              retryAfter: response.headers['retry-after'] ?? null,
              location: response.headers.location ?? null,
              total: countIn(response.headers['x-total-count']),
            });
          }, fail);
        });
        request.end(body ?? undefined);
      });

    /** Follows redirects inside the origin; waits where the server asks to, within bounds. */
    const ask = async (asked: Asked): Promise<Heard & { readonly notBefore: string | null }> => {
      let { path } = asked;
      let redirects = 0;
      for (let tried = 1; ; ) {
        let answer: Heard;
        try {
          answer = await once({ ...asked, path });
        } catch (error) {
          const again = error instanceof RemoteError && error.problem.passing && tried < limits.tries;
          if (!again || Date.now() >= ends) throw error;
          await pause(250 * 2 ** tried, signal);
          tried += 1;
          continue;
        }
        if (answer.status >= 300 && answer.status < 400 && answer.location !== null) {
          path = sameOrigin(answer.location, path, address, host);
          redirects += 1;
          if (redirects > REDIRECTS)
            throw remoteProblem(`${host} sends every request on to another page`, 'See that the address is right');
          continue;
        }
        const wait = retryAfterMs(answer.retryAfter);
        const passing = answer.status === 429 || answer.status >= 500;
        if (
          asked.once ||
          !passing ||
          tried >= limits.tries ||
          (wait ?? 0) > limits.waitMs ||
          Date.now() + (wait ?? 0) >= ends
        )
          return { ...answer, notBefore: wait === null ? null : new Date(Date.now() + wait).toISOString() };
        await pause(wait ?? 250 * 2 ** tried, signal);
        tried += 1;
      }
    };

    const refuseFailed = (answer: Awaited<ReturnType<typeof ask>>): void => {
      if (answer.status < 200 || answer.status > 299)
        throw statusProblem(host, answer.status, saidBy(answer.body, withoutSecrets), answer.notBefore);
    };
    const json = async (asked: Asked): Promise<unknown> => {
      const answer = await ask(asked);
      refuseFailed(answer);
      return parsed(answer.body, host);
    };

    const at = (path: string, query: Query = {}): string => {
      const pairs = Object.entries(query).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      const search = new URLSearchParams(pairs).toString();
      return `${address.base}${path}${search === '' ? '' : `?${search}`}`;
    };
    return {
      ask: (path, query) => ask({ method: 'GET', path: at(path, query), body: null, once: true }),
      text: async (path, query) => {
        const answer = await ask({ method: 'GET', path: at(path, query), body: null });
        if (answer.status === 404) return null;
        refuseFailed(answer);
        return answer.body;
      },
      json: (path, query) => json({ method: 'GET', path: at(path, query), body: null }),
      page: async (path, query) => {
        const answer = await ask({ method: 'GET', path: at(path, query), body: null });
        if (answer.status === 404) return null;
        refuseFailed(answer);
        return { content: parsed(answer.body, host), date: answer.date, total: answer.total };
      },
      search: (path, body, own) =>
        json({ method: 'POST', path: at(path), body: JSON.stringify(body), ...(own && { headers: own }) }),
      used: () => ({ requests, bytes }),
      setHeader: (name, value) => {
        headers[name] = value;
      },
      within: ({ wholeMs, tries }) =>
        under({ ...limits, tries: Math.min(limits.tries, tries) }, Math.min(ends, Date.now() + wholeMs)),
      close: () => agent.destroy(),
    };
  };
  const limits = { ...REMOTE_LIMITS, ...options.limits };
  return under(limits, Date.now() + limits.wholeMs);
}

/** As the header Host has it. */
const hostOf = ({ origin }: Address): string => origin.replace(/^https?:\/\//, '');

function sameOrigin(location: string, path: string, address: Address, host: string): string {
  const target = URL.canParse(location, `${address.origin}${path}`)
    ? new URL(location, `${address.origin}${path}`)
    : null;
  if (target?.origin === new URL(address.origin).origin) return `${target.pathname}${target.search}`;
  const where = target === null ? 'another place' : target.host;
  throw remoteProblem(
    `${host} sends requests on to ${where}, which was not agreed to`,
    'Nothing was sent there. Where that is right, give it as the address, and you are asked again',
  );
}

const cancelled = (): DomainError => new DomainError('cancelled', 'The refresh was stopped; nothing was written.');
const tooSlow = (host: string): RemoteError =>
  remoteProblem(`${host} takes too long to answer`, 'Nothing was taken. Try again later, or narrow the connection', {
    passing: true,
  });

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {
    throw cancelled();
  });
}
