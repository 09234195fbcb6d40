import { accepted, type Parsed, refused } from '../base/parsed';

/** Where a connection leads, taken apart. */
export interface Address {
  /** As it is kept: scheme, host, port, path; no end slash. */
  readonly text: string;
  /** `https://mlflow.example:8443`: what a person agrees to, and what a secret is kept for. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  /** In front of every path that is asked for; '' or `/team/mlflow`. */
  readonly base: string;
  readonly secure: boolean;
  /** This computer itself. */
  readonly loopback: boolean;
}

const MOST = 500;
/** Its first lines match `https://HOST[:PORT][/BASE][?QUERY][#FRAGMENT]`; nothing else is an address. */
const ADDRESS = /^(https?):\/\/(\[[0-9a-f:.]+\]|[^\s/?#@:[\]\\]+)(?::(\d{1,5}))?(\/[^\s?#\\]*)?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Reads an address as people type it (`mlflow.example` too). A name and password inside one are refused, since addresses are kept,
 * shown and written to logs; so is a query, which may carry a token.
 */
export function readAddress(typed: string): Parsed<Address> {
  const trimmed = typed.trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '') return refused('no_address', 'An address is missing. Give one such as https://mlflow.example.');
  if (text.length > MOST) return refused('too_long', `An address may have up to ${MOST} characters.`);
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(text))
    return refused(
      'secret_in_address',
      'This address holds a name or password in front of “@”. It was not kept. Leave them out, and give them as the secret of the connection.',
    );
  if (/[?#]/.test(text))
    return refused(
      'query_in_address',
      'This address goes on behind “?” or “#”, where a token might stand. Give only its beginning, such as https://mlflow.example/team.',
    );
  const parts = ADDRESS.exec(text);
  const [, scheme = '', host = '', port, base = ''] = parts ?? [];
  if (!parts || Number(port ?? 1) > 65_535 || Number(port ?? 1) < 1)
    return refused(
      'bad_address',
      'This is no address. Give one that begins with https://, such as https://mlflow.example.',
    );
  const secure = scheme.toLowerCase() === 'https';
  const at = host.toLowerCase();
  const standard = secure ? 443 : 80;
  const number = port === undefined ? standard : Number(port);
  const origin = `${secure ? 'https' : 'http'}://${at}${number === standard ? '' : `:${number}`}`;
  const path = base.replace(/\/+$/, '');
  return accepted({
    text: `${origin}${path}`,
    origin,
    host: at,
    port: number,
    base: path,
    secure,
    loopback: LOOPBACK.test(at),
  });
}
