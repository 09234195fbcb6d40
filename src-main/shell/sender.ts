/** The page's own scheme; everything the window ever loads comes from here. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'modelfolio';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** True for addresses of our page alone. Parsed, not compared by their beginning: `app://modelfolio.evil` begins alike. */
export function isAppUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed === null) return false;
  const plain = parsed.username === '' && parsed.password === '' && parsed.port === '';
  return plain && parsed.protocol === `${APP_SCHEME}:` && parsed.hostname === APP_HOST;
}

/** `null`: not an address. */
export function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/**
 * A web address that may be handed to the system's browser, in its normal form; `null` for anything else. User names in
 * it are refused: `https://bank.example@evil.example` is read as the wrong host by people.
 */
export function webAddress(url: unknown): string | null {
  const parsed = typeof url === 'string' && url.length <= 2000 ? parseUrl(url) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return null;
  return parsed.username === '' && parsed.password === '' ? parsed.href : null;
}

/** What a draft may say beforehand: no copies to others, nothing attached. */
const MAIL_PARTS = new Set(['subject', 'body']);

/** The address of a mail draft to one person or none, in its normal form; `null` for anything else. */
export function mailAddress(url: unknown): string | null {
  const parsed = typeof url === 'string' && url.length <= 2000 ? parseUrl(url) : null;
  if (parsed?.protocol !== 'mailto:' || !/^[\w.+-]*@?[\w.-]*$/.test(parsed.pathname)) return null;
  return [...parsed.searchParams.keys()].every((part) => MAIL_PARTS.has(part)) ? parsed.href : null;
}

interface Frame {
  readonly url: string;
}

/** A message counts only when it comes from the main frame of our window while that shows our page. */
export function isTrustedSender(sender: Frame | null, mainFrame: Frame | null): boolean {
  return sender !== null && sender === mainFrame && isAppUrl(sender.url);
}
