import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import type { ShownCertificate } from '#contract/imports/connection-requests';
import type { Address } from '#domain/connections/address';
import { proxyFor } from './proxy';

const WAIT_MS = 10_000;
const MOST_ISSUERS = 5;

/**
 * The certificate that a host shows, whether or not it proves anything: for a person to compare before they say which CA to believe.
 * Only the handshake takes place; not a byte of a request is sent. `null`: it shows none, or a proxy stands between.
 */
export function shownCertificate(address: Address, signal: AbortSignal): Promise<ShownCertificate | null> {
  const { host, port, secure } = address;
  if (!secure || signal.aborted || proxyFor(address) !== null) return Promise.resolve(null);
  const name = host.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host: name,
      port,
      ...(isIP(name) === 0 && { servername: name }),
      rejectUnauthorized: false,
    });
    const end = (certificate: ShownCertificate | null): void => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(certificate);
    };
    const stop = (): void => end(null);
    signal.addEventListener('abort', stop, { once: true });
    socket.setTimeout(WAIT_MS, stop);
    socket.once('error', stop);
    socket.once('secureConnect', () => end(told(socket.getPeerCertificate(true))));
  });
}

function told(certificate: DetailedPeerCertificate): ShownCertificate | null {
  // Of a host that shows none the object is empty.
  if (!certificate.fingerprint256) return null;
  const issuers: ShownCertificate['issuers'] = [];
  let one = certificate;
  // The last one is its own issuer.
  while (one.issuerCertificate && one.issuerCertificate.fingerprint256 !== one.fingerprint256) {
    one = one.issuerCertificate;
    issuers.push({ subject: nameOf(one.subject), fingerprint: one.fingerprint256 });
    if (issuers.length >= MOST_ISSUERS) break;
  }
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names: (certificate.subjectaltname ?? '')
      .split(/, (?=(?:DNS|IP Address):)/)
      .filter((name) => name !== '')
      .slice(0, 20)
      .map((name) => short(name.replace(/^DNS:|^IP Address:/, ''))),
    fingerprint: certificate.fingerprint256,
    from: instantOf(certificate.valid_from),
    until: instantOf(certificate.valid_to),
    issuers,
  };
}

const MOST = 200;
/** It was written by whoever answers: shown as one line of an ordinary length. */
const short = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '·').slice(0, MOST);

/** `CN=mlflow.example, O=Acme`. */
const nameOf = (name: object): string =>
  short(
    Object.entries(name)
      .flatMap(([part, text]) => [text].flat().map((one) => `${part}=${String(one)}`))
      .join(', '),
  );

function instantOf(text: string): string | null {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
