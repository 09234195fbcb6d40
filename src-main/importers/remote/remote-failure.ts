import type { ShownCertificate } from '#contract/imports/connection-requests';
import { quote } from '#domain/base/parsed';
import { DomainError } from '../../failure/domain-error';

/** Why a server gave nothing: what it is, and what to do. */
export interface RemoteProblem {
  readonly what: string;
  readonly todo: string;
  /** HTTP status; 0: there was no answer. */
  readonly status: number;
  /** It may go by itself: worth another try later. */
  readonly passing: boolean;
  /** ISO instant before which the server wants no other request; `null`: it said none. */
  readonly notBefore: string | null;
  /** The host did not prove its name, so nothing was sent to it. */
  readonly unproved?: true;
  /** What it shows instead, for a person to look at. */
  readonly certificate?: ShownCertificate | null;
}

/** The program talked to a server and something is in the way. Nothing was written. */
export class RemoteError extends DomainError {
  constructor(readonly problem: RemoteProblem) {
    super('refused', `${problem.what}. ${problem.todo}.`, problem);
  }
}

const problem = (what: string, todo: string, more: Partial<RemoteProblem> = {}): RemoteError =>
  new RemoteError({ what, todo, status: 0, passing: false, notBefore: null, ...more });

export const remoteProblem = problem;

const CERTIFICATES: Readonly<Record<string, readonly [string, string]>> = {
  CERT_HAS_EXPIRED: [
    'has a certificate that has ended',
    'Ask its administrators to renew it; look at the clock of this computer too',
  ],
  CERT_NOT_YET_VALID: ['has a certificate that is not valid yet', 'Look at the clock of this computer'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'shows the certificate of another name',
    'Give the address by the name that its certificate has',
  ],
};
const UNKNOWN_ISSUER = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
]);
const NETWORK: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: ['does not answer: nothing listens there', 'See that the server runs and that the port is right'],
  ENOTFOUND: ['is not known by this name', 'Look at the address, and whether this computer is in the right network'],
  EAI_AGAIN: ['could not be looked up', 'See whether this computer is in a network'],
  EHOSTUNREACH: ['cannot be reached from here', 'See whether a VPN is needed'],
  ENETUNREACH: ['cannot be reached from here', 'See whether this computer is in a network'],
  ETIMEDOUT: ['does not answer', 'See whether a VPN is needed, and try again later'],
  ECONNRESET: ['broke off in the middle', 'Nothing was taken. Try again later'],
  EPIPE: ['broke off in the middle', 'Nothing was taken. Try again later'],
};

/** Of a request that got no whole answer. @param host as people know it @param proxy what it went through; `null`: straight */
export function networkProblem(host: string, error: unknown, proxy: string | null = null): RemoteError {
  if (error instanceof RemoteError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (proxy !== null && (code.startsWith('ERR_PROXY') || code in NETWORK))
    return problem(
      `${host} was not reached through the proxy ${proxy}${code.startsWith('ERR_PROXY') ? ', which refuses' : ''}`,
      'Ask whoever runs the proxy to let it through, or name the server in NO_PROXY. Nothing was taken',
      { passing: code in NETWORK },
    );
  if (UNKNOWN_ISSUER.has(code))
    return problem(
      `The certificate of ${host} was issued by somebody whom this computer does not know`,
      'Choose the file of your organisation’s CA in the connection. Nothing was sent',
      { unproved: true },
    );
  const certificate = CERTIFICATES[code];
  if (certificate)
    return problem(`${host} ${certificate[0]}`, `${certificate[1]}. Nothing was sent`, { unproved: true });
  if (code.startsWith('ERR_SSL') || code === 'EPROTO')
    return problem(
      `${host} does not speak TLS as this program does`,
      'See whether the address should begin with http://',
    );
  if (code.startsWith('HPE_'))
    return problem(`${host} does not answer as a web server does`, 'See that address and port are those of the server');
  const known = NETWORK[code];
  if (known) return problem(`${host} ${known[0]}`, known[1], { passing: true });
  return problem(`${host} could not be asked${code === '' ? '' : ` (${code})`}`, 'Try again later', { passing: true });
}

/** Of an answer that is no success. @param said what the server says about it, without secrets */
export function statusProblem(host: string, status: number, said: string, notBefore: string | null): RemoteError {
  const words = said === '' ? '' : `: it says ${quote(said)}`;
  const more = { status, notBefore };
  if (status === 401)
    return problem(
      `${host} does not take the secret (401)`,
      'Ask its administrators for a new one, then enter it here',
      more,
    );
  if (status === 403 && /host header|rebinding/i.test(said))
    return problem(
      `${host} refuses requests under this name (403, its Host check)`,
      'Its administrators allow the name with MLFLOW_SERVER_ALLOWED_HOSTS; or give the address under which the server knows itself. Through a tunnel the name differs',
      more,
    );
  if (status === 403)
    return problem(`${host} lets you not see this (403)${words}`, 'Ask its administrators for the right to read', more);
  if (status === 404)
    return problem(
      `${host} has nothing at this address (404)`,
      'See that the address is the server’s, with its path where it has one',
      more,
    );
  if (status === 407)
    return problem(`A proxy in front of ${host} asks for a login (407)`, 'Ask for a way without it', more);
  if (status === 429 || status === 503)
    return problem(
      `${host} asks to wait (${status})`,
      notBefore === null ? 'Try again in some minutes' : `It wants no request before ${sayTime(notBefore)}`,
      { ...more, passing: true },
    );
  if (status >= 500)
    return problem(
      `${host} has a fault of its own (${status})${words}`,
      'Try again later, or tell its administrators',
      { ...more, passing: true },
    );
  return problem(
    `${host} does not take the request (${status})${words}`,
    'See that the address is right, and that the server is of a version that is read here',
    more,
  );
}

const sayTime = (at: string): string => `${at.slice(11, 16)} UTC`;
