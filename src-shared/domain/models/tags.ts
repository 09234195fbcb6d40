import { accepted, type Parsed, quote, refused } from '../base/parsed';
import { MODEL_FIELDS } from './model-fields';

const { most, longest } = MODEL_FIELDS.tags;

/** Tags as they are kept: blanks tidied, none empty, of those that differ only in case the first spelling. */
export function foldTags(tags: Iterable<string>): readonly string[] {
  const kept = new Map<string, string>();
  for (const each of tags) {
    const tag = each.replace(/\s+/g, ' ').trim();
    if (tag !== '' && !kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  }
  return [...kept.values()];
}

/** The tags of a model after some were taken and others added; case makes no difference between them. */
export function changeTags(
  tags: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): readonly string[] {
  const gone = new Set(foldTags(remove).map((tag) => tag.toLowerCase()));
  return foldTags([...tags.filter((tag) => !gone.has(tag.toLowerCase())), ...add]);
}

/** Tags as they are kept, or `too_long` or `too_many` with its sentence. */
export function readTags(tags: Iterable<string>): Parsed<readonly string[]> {
  const kept = foldTags(tags);
  const long = kept.find((tag) => tag.length > longest);
  if (long !== undefined) {
    const message = `The tag ${quote(`${long.slice(0, 30)}…`)} has ${long.length} characters; ${longest} are the most. Shorten it.`;
    return refused('too_long', message);
  }
  if (kept.length <= most) return accepted(kept);
  return refused('too_many', `A model takes ${most} tags at most, and these are ${kept.length}. Leave some out.`);
}

/**
 * The tags in one text. Semicolons, bars and line ends part them. Commas do where the field asks for them (`commas: 'always'`); in
 * a file only between short ones, since topics such as `Law, Order and Justice` have them.
 */
export function splitTags(text: string, commas: 'always' | 'between_short'): readonly string[] {
  return text
    .split(/[;|\n]/)
    .flatMap((part) => (commas === 'always' || hasShortItems(part) ? part.split(',') : [part]));
}

const hasShortItems = (part: string): boolean => part.split(',').every((item) => item.trim().split(/\s+/).length <= 2);
