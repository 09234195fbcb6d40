import { foldName } from './fold-name';
import { SMALL_WORDS } from './small-words';

/** One level of a unit: `FS: Forest Service`. All folded. */
export interface UnitPart {
  /** As written. */
  readonly text: string;
  /** What it answers to: itself, and both sides where it says its abbreviation and its name. */
  readonly forms: readonly string[];
  /** The written-out side, where it says both; '' where it does not. */
  readonly full: string;
  /** Initials of the written-out name, small words left out and left in; none of a single word. */
  readonly initials: readonly string[];
}

/** A unit as a cell says it: a top unit, and what lies below it, in one or in several ways where the cell lists units. */
export interface UnitPlace {
  /** `null` of an empty cell. */
  readonly top: UnitPart | null;
  /** Never empty; one path without levels where nothing lies below the top. */
  readonly below: readonly (readonly UnitPart[])[];
}

const LEVEL = /\s*(?:\/|／|>|»|›|\\|→)\s*/;
const LIST = /\s*(?:;|；|\|+)\s*|(?<=[)）])\s*[,，、]\s*/;
const COLON = /^([^:：]{1,40})\s*[:：]\s*(.+)$/s;
const DASH = /^(\S(?:[^–—]*?\S)?)\s+[-–—]\s+(.+)$/s;
const ROUND = /^(.+?)\s*[(（]([^()（）]{1,20})[)）]$/s;

/** Takes a unit's cell apart; parts of it that only repeat the top unit are dropped. */
export function placeOfUnit(cell: string): UnitPlace {
  const text = cell.normalize('NFKC').trim();
  // A single level is one unit even where it lists several: there is nothing above them to tell it by.
  const cut = text.indexOf(' / ');
  const levels = cut < 0 ? levelsOf(text) : [text.slice(0, cut), text.slice(cut + 3)];
  const [first, ...rest] = levels;
  if (first === undefined || foldName(first) === '') return { top: null, below: [[]] };
  const top = partOf(first);
  const lists = rest.join(' / ').split(LIST);
  const below = lists.map((path) => levelsOf(path).map(partOf)).map((path) => belowTop(path, top));
  return { top, below: below.length === 0 ? [[]] : below };
}

function levelsOf(path: string): readonly string[] {
  return path
    .split(LEVEL)
    .flatMap(levelsByColon)
    .filter((level) => foldName(level) !== '');
}

/** `HR: Recruiting` is two levels, `FS: Forest Service` one that says its abbreviation. */
function levelsByColon(level: string): readonly string[] {
  const match = COLON.exec(level) ?? DASH.exec(level);
  if (!match || declared(level) !== null) return [level];
  return [match[1] ?? '', ...levelsByColon(match[2] ?? '')];
}

function belowTop(path: readonly UnitPart[], top: UnitPart): readonly UnitPart[] {
  const from = path.findIndex((part) => !namesSame(part, top));
  return from < 0 ? [] : path.slice(from);
}

/** The levels of a unit as an alias names it, without those that repeat the unit above: inside of DOJ, `DOJ / ATF` is ATF. */
export function levelsOfUnit(text: string, above: UnitPart | null): readonly UnitPart[] {
  const parts = levelsOf(text.normalize('NFKC').trim()).map(partOf);
  return above && parts.length > 1 ? belowTop(parts, above) : parts;
}

const FIRST_LEVEL = new RegExp(`^(.+?)(?:${LEVEL.source}(.+))?$`, 's');

/** What a cell adds to the unit above it: without the levels at its beginning that only say that unit once more. */
export function unitBelow(above: string, cell: string): string {
  const forms = new Set(levelsOf(above).flatMap((level) => partOf(level).forms));
  let rest = cell.trim();
  while (rest !== '') {
    const [, first = '', further = ''] = FIRST_LEVEL.exec(rest) ?? [];
    if (!partOf(first).forms.some((form) => forms.has(form))) break;
    rest = further;
  }
  return rest;
}

const namesSame = (a: UnitPart, b: UnitPart): boolean =>
  a.forms.some((form) => b.forms.includes(form) || b.initials.includes(form)) ||
  b.forms.some((form) => a.initials.includes(form));

/** One level of a unit with all that it answers to. */
export function partOf(level: string): UnitPart {
  const both = declared(level);
  const own = foldName(level);
  const full = both ? both.full : own;
  return {
    text: level.trim(),
    forms: [...new Set(both ? [own, both.short, both.full] : [own])],
    full: both?.full ?? '',
    initials: initialsOf(full),
  };
}

/** Both sides of `SHORT: full`, `SHORT - full` and `full (SHORT)`, if the short one can stand for the other. */
function declared(level: string): { short: string; full: string } | null {
  const round = ROUND.exec(level);
  if (round) {
    const inner = declaredBy(DASH.exec(round[1] ?? '') ?? COLON.exec(round[1] ?? ''));
    if (inner) return inner;
    const found = pair(round[2] ?? '', round[1] ?? '');
    if (found) return found;
  }
  return declaredBy(COLON.exec(level)) ?? declaredBy(DASH.exec(level));
}

const declaredBy = (match: RegExpExecArray | null): { short: string; full: string } | null =>
  match ? (pair(match[1] ?? '', match[2] ?? '') ?? pair(match[2] ?? '', match[1] ?? '')) : null;

function pair(short: string, full: string): { short: string; full: string } | null {
  const withoutRound = ROUND.exec(full)?.[1] ?? full;
  return canStandFor(short, withoutRound) ? { short: foldName(short), full: foldName(withoutRound) } : null;
}

/** Whether a short text can be the abbreviation of a longer one: its letters occur there in their order, the first one at a word. */
export function canStandFor(short: string, full: string): boolean {
  const letters = foldName(short).replaceAll(' ', '');
  const words = foldName(full);
  if (letters.length < 2 || letters.length > 12 || letters.length * 1.5 > words.length) return false;
  if (/^\p{Ll}+$/u.test(short.trim())) return false;
  for (let start = 0; start >= 0; start = words.indexOf(' ', start + 1)) {
    const from = start === 0 ? 0 : start + 1;
    if (words.charAt(from) === letters.charAt(0) && inOrder(letters, words, from)) return true;
  }
  return false;
}

function inOrder(letters: string, text: string, from: number): boolean {
  let at = from;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function initialsOf(folded: string): readonly string[] {
  const words = folded.split(' ');
  if (words.length < 2) return [];
  const first = (list: readonly string[]): string => list.map((word) => word.charAt(0)).join('');
  const large = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set([first(large), first(words)])].filter((initials) => initials.length > 1);
}
