/** ASCII without a backtick, and with single blanks inside only. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** Text for comparison: without case, surplus blanks, and the typographic forms of apostrophes, quotes and dashes. */
export function fold(text: string): string {
  // Most texts of a large table hold nothing that would be changed otherwise.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A header or an identifier as plain words: `Use_Case-Name (AI)` and `useCaseNameAI` → `use case name ai`. */
export function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
