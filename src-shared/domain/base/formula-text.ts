/**
 * What a spreadsheet reckons, rather than shows, when it opens a CSV: one that is written for it gets a `'` in front. So does
 * a text that begins with such marks already, or nobody could tell afterwards whose the `'` is.
 */
const RECKONED = /^'*[=+\-@\t\r\n]/;

/** A text as it stands in a CSV of ours. */
export const shownAsText = (text: string): string => (RECKONED.test(text) ? `'${text}` : text);

/** The text that `shownAsText` wrote so: every text comes back as it was. */
export const textShown = (cell: string): string =>
  cell.charCodeAt(0) === QUOTE && RECKONED.test(cell) ? cell.slice(1) : cell;

const QUOTE = 39;
