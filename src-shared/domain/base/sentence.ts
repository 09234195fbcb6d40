/** What a sentence names of a portfolio's own: so that it can be told without it, and without looking for it in words. */
export type Named =
  | { readonly is: 'model'; readonly id: string; readonly text: string }
  /** `instead`: who does not name people says this in its place. */
  | { readonly is: 'person'; readonly text: string; readonly instead: string }
  /** Typed by somebody, and may hold anything. */
  | { readonly is: 'typed'; readonly text: string; readonly instead: string };

/** A sentence as what it was made of: words of ours, and what they name. */
export type Sentence = readonly (string | Named)[];

export const namedModel = ({ id, name }: { readonly id: string; readonly name: string }): Named => ({
  is: 'model',
  id,
  text: name,
});
export const namedPerson = (name: string, instead = 'somebody'): Named => ({ is: 'person', text: name, instead });
export const typedText = (text: string, instead: string): Named => ({ is: 'typed', text, instead });

/** Makes a sentence of words and what they name: said`“${namedModel(model)}”: it waits`. */
export function said(words: TemplateStringsArray, ...named: readonly (string | Named | Sentence)[]): Sentence {
  const all = words.flatMap((word, at): Sentence => {
    const next = named[at];
    if (next === undefined) return [word];
    return typeof next === 'string' || 'is' in next ? [word, next] : [word, ...next];
  });
  return joined(all);
}

/** One sentence of several, with words between them. */
export const saidList = (list: readonly Sentence[], between: (at: number) => string): Sentence =>
  joined(list.flatMap((one, at) => (at === 0 ? one : [between(at), ...one])));

/** The words of ours that follow each other as one. */
function joined(parts: Sentence): Sentence {
  const out: (string | Named)[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}

/** The sentence as a screen shows it. */
export const plainWords = (parts: Sentence): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

export const namesSomething = (parts: Sentence): boolean => parts.some((part) => typeof part !== 'string');
