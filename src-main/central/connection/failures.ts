import { DomainError } from '../../failure/domain-error';
import { CentralLost } from '../../store/shared/central';
import { type ServerAddress, sayServer } from './address';
import { certificateProblem } from './certificate';
import { NotProvedBack, PlainPasswordAsked } from './only-scram';

/** What a failure carries, whoever made it: PostgreSQL five characters, Node a word. */
interface Coded {
  readonly code: string;
  readonly message: string;
}

const coded = (error: unknown): Coded =>
  error instanceof Error
    ? { code: 'code' in error && typeof error.code === 'string' ? error.code : '', message: error.message }
    : { code: '', message: String(error) };

const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !/^(E[A-Z]{4}|EPIPE)$/.test(code);

/** Another transaction was first; CockroachDB and YugabyteDB say so where PostgreSQL would have waited. */
export const isOvertaken = (error: unknown): boolean => ['40001', '40P01'].includes(coded(error).code);

/** Nobody let go of the lock in time. */
export const isHeldUp = (error: unknown): boolean => coded(error).code === '55P03';

/** Why no connection came about: what was found and what to do. `null`: another kind of failure. */
export function whyNoConnection(error: unknown, to: ServerAddress): CentralLost {
  const { code, message } = coded(error);
  const where = sayServer(to);
  const final = (text: string): CentralLost => new CentralLost(text, false, true);
  const later = (text: string): CentralLost => new CentralLost(text, false);
  const certificate = certificateProblem(error, to);
  if (certificate)
    return new CentralLost(`${certificate.found}. ${certificate.advice}`, false, true, certificate.provesToBe);
  if (error instanceof PlainPasswordAsked)
    return final(
      `${where} asks for the password of “${to.user}” in clear text or by MD5, and did not get it. Let the database team set password_encryption to scram-sha-256 and write scram-sha-256 (or cert) for this login in pg_hba.conf, and give the password anew.`,
    );
  if (error instanceof NotProvedBack || /SASL: .*(signature|nonce|Final)/i.test(message))
    return final(
      `${where} did not show that it knows the password of “${to.user}”, so that it may be another server; nothing was read. Ask the database team.`,
    );
  if (/SASL: Only mechanism|channel binding/i.test(message))
    return final(
      `${where} proves logins in a way that Modelfolio cannot (${message}). Let the database team allow scram-sha-256, and a certificate signed with RSA or ECDSA.`,
    );
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return later(
        `The server ${to.host} was not found. Look at its name, and whether this computer is in its network.`,
      );
    case 'ECONNREFUSED':
      return later(
        `${where} refuses connections: nothing listens there. Look at the port, and whether PostgreSQL runs.`,
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return later(`${where} does not answer. Look at the network, a VPN, and the firewall before it.`);
    case 'ENOENT':
      return later(`There is no PostgreSQL behind the socket ${to.host}. Look whether it runs, and at the port.`);
    case '28P01':
    case '28000':
      return final(
        message.includes('pg_hba')
          ? `${where} lets “${to.user}” not into ${to.database} from this computer (pg_hba.conf). Ask the database team.`
          : `${where} does not take this password for “${to.user}”. Type it again; nothing was read.`,
      );
    case '3D000':
      return final(`${where} has no database “${to.database}”. Look at its name, or ask the database team for one.`);
    case '42501':
      return final(`“${to.user}” may not enter the database ${to.database}. Ask the database team for CONNECT.`);
    case '53300':
      return later(`${where} has no connection left for “${to.user}”. Try later, or ask the database team for more.`);
    case '57P03':
      return later(`PostgreSQL at ${where} is starting or stopping. It is tried again.`);
  }
  if (message.includes('does not support SSL'))
    return final(
      `${where} offers no encrypted line, and none but this computer itself is spoken with in plain. Let the database team switch TLS on.`,
    );
  if (message.includes('SASL') || message.includes('password must be a string'))
    return final(`${where} asks for a password. Type that of “${to.user}”.`);
  if (message.includes('timeout'))
    return later(`${where} does not answer. Look at the network, a VPN, and the firewall before it.`);
  return later(`${where} could not be reached (${message}). It is tried again.`);
}

/** What a question of an open connection failed with. `sent`: it had gone out, and may have been done. */
export function whyItFailed(error: unknown, to: ServerAddress, sent: boolean): DomainError | CentralLost {
  if (error instanceof DomainError || error instanceof CentralLost) return error;
  const { code, message } = coded(error);
  const where = sayServer(to);
  if (code === 'MF403') return new DomainError('refused', message);
  if (code === 'MF400') return new DomainError('invalid_input', message);
  if (!isSqlState(code)) return new CentralLost(`The connection to ${where} broke off. It is tried again.`, sent);
  if (/^(57P0|08|25P03)/.test(code))
    return new CentralLost(`PostgreSQL at ${where} ended the connection. It is tried again.`, sent);
  if (/^(42P01|42883|42703|3F000)$/.test(code))
    return new CentralLost(
      `At ${where} there is no such shared portfolio (any more), or another version of it. Ask its owner.`,
      false,
      true,
    );
  if (code === '42501')
    return new DomainError(
      'refused',
      `The database does not let “${to.user}” do this. Ask an owner of the shared portfolio.`,
    );
  if (/^53/.test(code))
    return new DomainError(
      'unavailable',
      `The database at ${where} has no room left (${message}); nothing was written. Tell the database team.`,
    );
  if (/^(22|54)/.test(code)) return new DomainError('invalid_input', `The database does not take this: ${message}`);
  return new DomainError('unavailable', `The database at ${where} failed: ${message}. Nothing was written.`);
}
