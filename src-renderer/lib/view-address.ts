/**
 * A link to a view: `modelfolio://open/portfolio?filter=…#of=Acme`. It names no computer and no port, which are others
 * tomorrow, and holds no key: whoever follows it sees what the portfolio that is open there holds.
 */
const SCHEME = 'modelfolio://open';
const LONGEST = 8000;

/** Where a link leads. */
export interface ViewAddress {
  /** Path and search of the page. */
  readonly href: string;
  /** Name of the portfolio that it was copied from; '' = not said. */
  readonly of: string;
}

export const viewLink = (href: string, portfolio: string): string =>
  `${SCHEME}${href}#of=${encodeURIComponent(portfolio)}`;

/** A path of this program: one slash, no way out of it. */
const isPath = (path: string): boolean => /^\/(?!\/)[^\\]*$/.test(path);

/** Reads a link, or the address of a tab of this program (`http://127.0.0.1:…/portfolio?…`); `null`: it is neither. */
export function readViewLink(text: string): ViewAddress | null {
  const link = text.trim();
  if (link.length > LONGEST) return null;
  const local = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?(\/[^#\s]*)(?:#.*)?$/.exec(link);
  if (local) return local[1] !== undefined && isPath(local[1]) ? { href: local[1], of: '' } : null;
  const own = /^modelfolio:\/\/open(\/[^#\s]*)(?:#of=([^&\s]*))?$/.exec(link);
  if (own?.[1] === undefined || !isPath(own[1])) return null;
  return { href: own[1], of: decoded(own[2] ?? '') };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
