import { isIP } from 'node:net';

/** Where a PostgreSQL server is, and as whom it is asked. */
export interface ServerAddress {
  /** A name, an address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

export interface Login extends ServerAddress {
  readonly password?: string | undefined;
  /** PEM: for one login a certificate with its key takes the place of a password. */
  readonly certificate?: { readonly certificate: string; readonly key: string } | undefined;
  /** PEM of whoever vouches for the server; left out: those whom this computer trusts. */
  readonly ca?: string | undefined;
}

/** A line that does not leave this computer, which alone may be plain. */
export function staysHere(host: string): boolean {
  if (host.startsWith('/')) return true;
  if (isIP(host) === 6) return host === '::1';
  return /^127(\.\d{1,3}){3}$/.test(host);
}

export const sayServer = ({ host, port }: ServerAddress): string => (host.startsWith('/') ? host : `${host}:${port}`);
