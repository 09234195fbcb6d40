import { type Distribution, type Drawable, drawable } from './distribution';

/** A bootstrap takes milliseconds, and a page asks for the same one many times. */
const MOST_KEPT = 200;
const kept = new Map<string, Drawable>();

/** `drawable`, remembered. */
export function keptDrawable(of: Distribution): Drawable {
  const name = JSON.stringify(of);
  const found = kept.get(name);
  if (found) return found;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = drawable(of);
  kept.set(name, made);
  return made;
}
