/** A text that became a value, or the reason why it did not: a code for programs, a sentence for people. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

export const accepted = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (code: string, message: string): Parsed<never> => ({ ok: false, code, message });

/** A person's own text inside a sentence: one line, cut where it is long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 120 ? `${line.slice(0, 119)}…` : line}”`;
}
