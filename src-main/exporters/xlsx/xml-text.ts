/** A cell holds no more; beyond, a program calls the file damaged. */
const MOST_CHARACTERS = 32_767;

const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these, nor halves of a pair.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute of XML; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  const clean = text.replace(IMPOSSIBLE, '');
  return /[&<>"]/.test(clean) ? clean.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? '') : clean;
}

/** Text of a cell: cut where a cell ends, and `_x0041_` kept as it was typed rather than read as a character's code. */
export function cellText(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return xmlText(cut.replace(/_x[0-9A-Fa-f]{4}_/g, (found) => `_x005F${found}`));
}

/** Whether a program could take the text for a formula once somebody edits the cell. */
export const looksLikeFormula = (text: string): boolean => /^[\s]*[=+\-@|%]/.test(text);
