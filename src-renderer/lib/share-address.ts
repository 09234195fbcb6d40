/** Where a shared portfolio is, as it is handed on: without anything that proves who somebody is. */
export interface ShareAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

export const DEFAULT_PORT = 5432;

export const addressText = ({ host, port, database }: ShareAddress): string =>
  `postgresql://${host}:${port}/${encodeURIComponent(database)}`;

/** An address that was handed on, or a host with its port; `null`: it is the name of a host and nothing more. */
export function readAddress(text: string): (Partial<ShareAddress> & { readonly user?: string }) | null {
  const trimmed = text.trim();
  const url = /^postgres(?:ql)?:\/\//i.test(trimmed) ? URL.parse(trimmed.replace(/^[a-z]+:/i, 'http:')) : null;
  if (url) {
    const database = decodeURIComponent(url.pathname.slice(1));
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? DEFAULT_PORT : Number(url.port),
      ...(database !== '' && { database }),
      ...(url.username !== '' && { user: decodeURIComponent(url.username) }),
    };
  }
  const [, host = '', port = ''] = /^([^:\s]+):(\d{1,5})$/.exec(trimmed) ?? [];
  return host === '' ? null : { host, port: Number(port) };
}
