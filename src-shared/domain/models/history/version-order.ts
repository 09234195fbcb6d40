import { type Dated, isBefore } from '../../base/period';

const PART = /\d+|[^\d]+/g;
const NUMBERED = /^(?:v(?:ersion)?[ ._-]?)?\d/i;
/** What stands behind a number and comes before it: `2.0-rc1` is not yet `2.0`. */
const BEFORE = /^[-._ ]?(?:alpha|beta|rc|pre|dev|snapshot|a|b)/i;

/** Whether a text counts as versions do: `2`, `v1.0`, `2019.4`. */
export const isNumbered = (version: string): boolean => NUMBERED.test(version.trim());

const partsOf = (version: string): readonly string[] =>
  version
    .trim()
    .toLowerCase()
    .replace(/^v(?:ersion)?[ ._-]?(?=\d)/, '')
    .match(PART) ?? [];

/** Which of two versions is the later one by its numbers: `2` before `10`, `1.0-rc1` before `1.0`; 0: they say the same. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [left, right] = [one[index], other[index]];
    if (left === undefined) return BEFORE.test(right ?? '') ? 1 : -1;
    if (right === undefined) return BEFORE.test(left) ? -1 : 1;
    const numbers = /^\d/.test(left) && /^\d/.test(right);
    const difference = numbers ? compareNumbers(left, right) : left < right ? -1 : left > right ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of any length: a date and time as a version has more digits than a number holds. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}

export interface TellsVersion {
  readonly version: string;
  readonly when: Dated | null;
}

/**
 * The versions of one model from the first to the last. Dated ones follow their days; one without a day stands among them by
 * its number, where the numbers of the dated ones rise with their days, else by its place in the file. A file that has the
 * newest first is read from its end.
 *
 * @param told in the order of the file
 */
export function inOrder<T extends TellsVersion>(told: readonly T[]): readonly T[] {
  const dated = told.filter(({ when }) => when !== null).toSorted(byDay);
  const undated = told.filter(({ when }) => when === null);
  if (undated.length === 0) return dated;
  const rising = dated.every(
    (one, index) => index === 0 || compareVersions(dated[index - 1]?.version ?? '', one.version) <= 0,
  );
  return rising && told.every(({ version }) => isNumbered(version))
    ? byNumber(dated, undated)
    : byPlace(isNewestFirst(told) ? told.toReversed() : told, dated);
}

function byDay(a: TellsVersion, b: TellsVersion): number {
  if (!a.when || !b.when) return 0;
  if (isBefore(a.when, b.when)) return -1;
  if (isBefore(b.when, a.when)) return 1;
  return compareVersions(a.version, b.version) || (a.when.at < b.when.at ? -1 : a.when.at > b.when.at ? 1 : 0);
}

function byNumber<T extends TellsVersion>(dated: readonly T[], undated: readonly T[]): readonly T[] {
  const waiting = undated.toSorted((a, b) => compareVersions(a.version, b.version));
  const line: T[] = [];
  let next = 0;
  for (const one of dated) {
    for (let first = waiting[next]; first && compareVersions(first.version, one.version) < 0; first = waiting[next]) {
      line.push(first);
      next += 1;
    }
    line.push(one);
  }
  return [...line, ...waiting.slice(next)];
}

/** Each undated one behind the dated one that it follows in the file. */
function byPlace<T extends TellsVersion>(told: readonly T[], dated: readonly T[]): readonly T[] {
  const following = new Map<T | null, T[]>();
  let before: T | null = null;
  for (const one of told) {
    if (one.when) before = one;
    else following.set(before, [...(following.get(before) ?? []), one]);
  }
  return [...(following.get(null) ?? []), ...dated.flatMap((one) => [one, ...(following.get(one) ?? [])])];
}

function isNewestFirst(told: readonly TellsVersion[]): boolean {
  const days = told.flatMap(({ when }) => (when ? [when] : []));
  let falls = 0;
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (!before) continue;
    if (isBefore(day, before)) falls += 1;
    else if (isBefore(before, day)) falls -= 1;
  }
  return falls > 0;
}
