import { getProxyForUrl } from 'proxy-from-env';
import type { Address } from '#domain/connections/address';
import { remoteProblem } from './remote-failure';

/** Node's own agents know proxies from here on; an older one goes straight, as it did. */
const [MAJOR = 0, MINOR = 0] = process.versions.node.split('.').map(Number);
const KNOWN = MAJOR > 24 || (MAJOR === 24 && MINOR >= 5);

export interface Proxy {
  /** `proxy.example:8080`, without a name or password that may stand in front of it. */
  readonly host: string;
  /** What an agent of Node takes. */
  readonly env: { readonly HTTP_PROXY: string; readonly HTTPS_PROXY: string };
}

/**
 * The proxy that requests to an address go through, as the environment says it (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in small letters
 * too); `null`: they go straight. This computer is never asked through another one.
 */
export function proxyFor({ origin, loopback }: Pick<Address, 'origin' | 'loopback'>): Proxy | null {
  if (loopback || !KNOWN) return null;
  const found = getProxyForUrl(origin);
  if (found === '') return null;
  const read = URL.canParse(found) ? new URL(found) : null;
  if (read === null || !/^https?:$/.test(read.protocol))
    throw remoteProblem(
      'The proxy that the environment names is none that this program can use',
      'Give HTTPS_PROXY as http://HOST:PORT, or the server in NO_PROXY. Nothing was sent',
    );
  return { host: read.host, env: { HTTP_PROXY: found, HTTPS_PROXY: found } };
}
