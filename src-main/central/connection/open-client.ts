import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import { Client, types } from 'pg';
import { type Login, staysHere } from './address';
import { whyNoConnection } from './failures';
import { onlyScram } from './only-scram';

const CONNECT_MS = 8_000;
const BIGINT = 20;

/** The certificate of the server, once it has been verified. */
export interface ProvedServer {
  readonly name: string;
  readonly issuer: string;
  readonly validUntil: Date;
  readonly protocol: string;
}

export interface OpenClient {
  readonly client: Client;
  /** `null`: the line does not leave this computer and is plain. */
  readonly proved: ProvedServer | null;
}

/**
 * Connects, with an encrypted line and a verified name unless the line does not leave this computer.
 *
 * @throws CentralLost
 */
export async function openClient(login: Login): Promise<OpenClient> {
  let shown: PeerCertificate | null = null;
  const plain = staysHere(login.host) && login.ca === undefined && login.certificate === undefined;
  const scram = onlyScram(login.password);
  const client = new Client({
    host: login.host,
    port: login.port,
    database: login.database,
    user: login.user,
    // Never what lies in PGPASSWORD or a password file of somebody else's program, unless the caller read it himself.
    password: scram.password,
    // Nobody in between passes the question of the real server on, whoever vouches for them.
    enableChannelBinding: !plain,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    application_name: 'Modelfolio',
    types: { getTypeParser },
    ssl: plain
      ? false
      : {
          rejectUnauthorized: true,
          minVersion: 'TLSv1.2',
          ...(login.ca !== undefined && { ca: login.ca }),
          ...(login.certificate && { cert: login.certificate.certificate, key: login.certificate.key }),
          checkServerIdentity: (_host: string, certificate: PeerCertificate) => {
            shown = certificate;
            return checkServerIdentity(login.host, certificate);
          },
        },
  });
  // Whoever asks something hears of it; a failure between two questions must not end the process.
  client.on('error', () => {});
  scram.watch(client);
  try {
    await client.connect();
    scram.proved();
    await client.query(
      `set client_encoding = 'UTF8'; set datestyle = 'ISO'; set timezone = 'UTC'; set statement_timeout = 0;
       set idle_in_transaction_session_timeout = '15s'; set search_path = pg_catalog;
       ${NOTICES_A_CUT}`,
    );
  } catch (error) {
    client.end().catch(() => {});
    throw whyNoConnection(error, login);
  }
  return { client, proved: shown === null ? null : provedBy(shown, socketOf(client)) };
}

/** Not everybody who speaks PostgreSQL's language knows all of these. */
const noticesACut = (idle: number, interval: number, count: number, inTransaction: boolean): string =>
  `select set_config(s.name, w.value, ${inTransaction}) from pg_catalog.pg_settings s join (values ('tcp_keepalives_idle', '${idle}'),
  ('tcp_keepalives_interval', '${interval}'), ('tcp_keepalives_count', '${count}'),
  ('tcp_user_timeout', '${1_000 * (idle + interval * count)}')) w(name, value) on w.name = s.name`;

/** A line that was cut ends its session within a minute or so instead of hours, and what it had begun is over. */
const NOTICES_A_CUT = noticesACut(30, 10, 3, false);

/** For a transaction that keeps others waiting: within seconds. A program that is only busy answers these all the same. */
export const NOTICES_A_CUT_AT_ONCE = noticesACut(2, 1, 4, true);

/** Numbers of entries are far below 2^53. */
const getTypeParser = ((oid: number, format?: 'text') =>
  oid === BIGINT ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser;

function socketOf(client: Client): TLSSocket | null {
  const stream: unknown = 'connection' in client ? (client.connection as { stream?: unknown }).stream : null; // not in its types
  return stream !== null && typeof stream === 'object' && 'getProtocol' in stream ? (stream as TLSSocket) : null;
}

const one = (name: string | readonly string[] | undefined): string =>
  typeof name === 'string' ? name : (name?.[0] ?? '');

function provedBy(certificate: PeerCertificate, socket: TLSSocket | null): ProvedServer {
  return {
    name: one(certificate.subject?.CN) || (certificate.subjectaltname ?? ''),
    issuer: one(certificate.issuer?.CN) || one(certificate.issuer?.O),
    validUntil: new Date(certificate.valid_to),
    protocol: socket?.getProtocol() ?? '',
  };
}
