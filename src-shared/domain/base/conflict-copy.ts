/** A file that a program which keeps folders alike on several computers put beside another, because both were changed. */
export interface ConflictName {
  /** Which programs name copies so; '' = several do, and people too. */
  readonly program: string;
  /** The name alone proves nothing: `Acme (1)` may be somebody's own. */
  readonly doubtful: boolean;
}

/** What follows the name of the file, or stands in its end, by program; as the programs write it in English. */
const MARKS: readonly (readonly [RegExp, string, boolean])[] = [
  [/^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]{7})?$/, 'Syncthing', false],
  [/^ \(SFConflict [^)]*\)$/i, 'Seafile', false],
  // Dropbox, Nextcloud and ownCloud, Box.
  [/^ \([^()]*(\([^()]*\)[^()]*)?conflict(ed)? copy[^)]*\)$/i, 'a program that synchronises folders', false],
  [/^_conflict-\d{8}-\d{6}$/i, 'ownCloud', false],
  [/^ \(conflict\)( \(\d+\))?$/i, 'Google Drive', false],
  // OneDrive adds the name of the computer, Google Drive and browsers a number in brackets, iCloud Drive a bare number.
  [/^-(DESKTOP|LAPTOP|PC|WIN)-[A-Z0-9]{3,11}(-\d+)?$/i, 'OneDrive', false],
  [/^-[A-Z0-9][A-Z0-9-]{1,14}$/i, 'OneDrive', true],
  [/^ \(\d{1,2}\)$/, '', true],
  [/^ \d{1,2}$/, 'iCloud Drive', true],
];

/**
 * What a file beside a portfolio is called like; `null`: not like a copy that a conflict left. Names are without folders and
 * are compared as file systems that know no case do.
 *
 * @param portfolio such as `Acme.modelfolio`
 */
export function conflictName(portfolio: string, beside: string): ConflictName | null {
  const dot = portfolio.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [portfolio, ''] : [portfolio.slice(0, dot), portfolio.slice(dot)];
  const [own, other] = [stem.toLowerCase(), beside.toLowerCase()];
  if (!other.startsWith(own) || !other.endsWith(ending.toLowerCase())) return null;
  const mark = beside.slice(stem.length, beside.length - ending.length);
  const found = MARKS.find(([pattern]) => pattern.test(mark));
  return found ? { program: found[1], doubtful: found[2] } : null;
}
