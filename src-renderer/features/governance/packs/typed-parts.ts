/** A part of a text as it is written in a form: JSON, a line each where it is short. */
export function writtenAs(value: unknown): string {
  if (value === undefined) return '';
  const short = JSON.stringify(value);
  return short.length <= 72 ? short : JSON.stringify(value, null, 1);
}

/** What was typed; a sentence where it is no JSON. */
export function readTyped<T>(label: string, text: string): { readonly value: T } | string {
  try {
    return { value: JSON.parse(text) as T }; // the engine says what does not fit
  } catch (error) {
    return `${label} is not written as JSON: ${error instanceof Error ? error.message : ''}. Mend it there.`;
  }
}

/** The same where it may be left out. */
export const readOptional = <T>(label: string, text: string): { readonly value: T | undefined } | string =>
  text.trim() === '' ? { value: undefined } : readTyped<T>(label, text);
