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

interface Frame {
  readonly url: string;
}

/** A message counts only when it comes from the main frame of our window while that shows our page. */
export function isTrustedSender(sender: Frame | null, mainFrame: Frame | null): boolean {
  return sender !== null && sender === mainFrame && isAppUrl(sender.url);
}
