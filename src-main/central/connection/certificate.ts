import type { ServerAddress } from './address';
import { sayServer } from './address';

export interface CertificateProblem {
  readonly found: string;
  readonly advice: string;
  /** The name that the server proves to have, where that is all that is wrong. */
  readonly provesToBe: string | null;
}

const WRONG_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';
const UNKNOWN_ISSUER: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

/** What is wrong with the certificate that a server showed; `null`: the failure is another one. No password was sent by then. */
export function certificateProblem(error: unknown, to: ServerAddress): CertificateProblem | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const where = sayServer(to);
  if (code === WRONG_NAME) {
    const names = namesOf(error);
    return {
      found: `It proves to be ${names.join(' or ') || 'nobody by name'}, not ${to.host}`,
      advice: `The password was not sent. Write the name that the certificate carries, or ask the database team whether this address is right. There is no way around this check.`,
      provesToBe: names.find((name) => !name.includes('*')) ?? null,
    };
  }
  if (code === 'CERT_HAS_EXPIRED')
    return {
      found: `The certificate of ${where} has expired`,
      advice: 'The password was not sent. Ask the database team to renew it.',
      provesToBe: null,
    };
  if (code === 'CERT_NOT_YET_VALID')
    return {
      found: `The certificate of ${where} is not valid yet`,
      advice: 'The password was not sent. Look at the clock of this computer, then ask the database team.',
      provesToBe: null,
    };
  if (UNKNOWN_ISSUER.has(code))
    return {
      found: `Nobody whom this computer trusts vouches for ${where}`,
      advice: 'The password was not sent. Choose the CA file that the database team gave you, or ask them for it.',
      provesToBe: null,
    };
  if (code.startsWith('ERR_SSL_TLSV1_ALERT') || code === 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN')
    return {
      found: `${where} does not take the certificate of this login`,
      advice: 'Look whether it belongs to this login and is still valid.',
      provesToBe: null,
    };
  if (/^ERR_(OSSL|SSL)_/.test(code))
    return {
      found: `No encrypted line to ${where} came about (${error.message})`,
      advice: 'Look at the CA file and the certificate of the login: both are PEM files.',
      provesToBe: null,
    };
  return null;
}

/** Names and addresses that the certificate carries: what it proves. */
function namesOf(error: Error): readonly string[] {
  const cert: unknown = 'cert' in error ? error.cert : undefined;
  if (typeof cert !== 'object' || cert === null) return [];
  const alternatives = 'subjectaltname' in cert && typeof cert.subjectaltname === 'string' ? cert.subjectaltname : '';
  const names = [...alternatives.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name]) => name ?? '');
  if (names.length > 0) return names;
  const subject: unknown = 'subject' in cert ? cert.subject : undefined;
  return typeof subject === 'object' && subject !== null && 'CN' in subject ? [String(subject.CN)] : [];
}
