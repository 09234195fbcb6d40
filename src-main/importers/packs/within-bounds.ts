import type { PackProblem } from './pack-problem';

/** What a pack may hold, whoever wrote it: shipped ones stay below a tenth of it. */
export const PACK_BOUNDS = { bytes: 1_000_000, depth: 24, values: 50_000, text: 5_000, list: 500 } as const;

/** Names that objects of the language bring along: no pack has a use for them. */
const OWN_TO_LANGUAGE: readonly string[] = ['__proto__', 'constructor', 'prototype'];
/** Control characters, and those that turn the direction of what follows: a reader would see other words than there are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that are looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

interface Standing {
  readonly value: unknown;
  readonly place: string;
  readonly depth: number;
}

/** The first thing in a value that no pack may hold; `null`: it may be looked at. Goes through it without recursion. */
export function beyondBounds(whole: unknown): PackProblem | null {
  const waiting: Standing[] = [{ value: whole, place: '', depth: 1 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    seen += 1;
    if (seen > PACK_BOUNDS.values)
      return {
        place: '',
        words: `It holds more than ${PACK_BOUNDS.values} values. Split it into packs of one text each.`,
      };
    const problem = refused(next);
    if (problem !== null) return { place: next.place.slice(0, 200), words: problem };
    waiting.push(...within(next));
  }
  return null;
}

function refused({ value, depth }: Standing): string | null {
  if (depth > PACK_BOUNDS.depth)
    return `This lies more than ${PACK_BOUNDS.depth} levels deep. Write the conditions flatter.`;
  if (typeof value === 'string') return refusedText(value);
  if (Array.isArray(value) && value.length > PACK_BOUNDS.list)
    return `This list has more than ${PACK_BOUNDS.list} entries. Shorten it, or split the pack.`;
  if (typeof value !== 'object' || value === null) return null;
  const name = Object.keys(value).find((key) => OWN_TO_LANGUAGE.includes(key) || refusedText(key) !== null);
  return name === undefined ? null : `The name “${name.slice(0, 40)}” is not one that a pack may use. Take it out.`;
}

function refusedText(text: string): string | null {
  if (text.length > PACK_BOUNDS.text)
    return `This text has ${text.length} characters, more than ${PACK_BOUNDS.text}. Shorten it.`;
  const unseen = UNSEEN.exec(text);
  if (unseen === null) return null;
  const code = unseen[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `This text holds the character U+${code}, which nobody sees. Take it out.`;
}

function within({ value, place, depth }: Standing): readonly Standing[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.map((own: unknown, at) => ({ value: own, place: `${place}[${at + 1}]`, depth: depth + 1 }));
  return Object.entries(value).map(([key, own]: [string, unknown]) => ({
    value: own,
    place: place === '' ? key : `${place}.${key}`,
    depth: depth + 1,
  }));
}
