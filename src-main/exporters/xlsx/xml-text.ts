/** A cell holds no more; beyond, a program calls the file damaged. */
const MOST_CHARACTERS = 32_767;

/** NUL, halves of a pair and what is no character: no program reads them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const LOST = /[\u0000\p{Cs}\uFFFE\uFFFF]/gu;

/** XML has no way to write these; in a cell they are written as codes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNWRITABLE = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g;

/** What would begin such a code though it was typed, also where the code of the next character ends it. */
const LIKE_A_CODE = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${UNWRITABLE.source}))`, 'g');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute of XML; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  const clean = text.replace(LOST, '').replace(UNWRITABLE, '');
  return /[&<>"]/.test(clean) ? clean.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? '') : clean;
}

const codeOf = (found: string): string => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Text of a cell: cut where a cell ends, control characters as codes such as `_x0007_`, what looks like such a code kept
 * as it was typed, and returns, which XML takes for line feeds.
 */
export function cellText(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  const coded = cut.replace(LOST, '').replace(LIKE_A_CODE, '_x005F_').replace(UNWRITABLE, codeOf);
  return xmlText(coded).replaceAll('\r', '&#13;');
}

/** Whether a program could take the text for a formula once somebody edits the cell. */
export const looksLikeFormula = (text: string): boolean => /^[\s]*[=+\-@|%]/.test(text);
