import type { Evidence, Nearness } from './evidence';
import type { UnitStanding } from './unit-standing';

/** `probably`: shown as the same, to be confirmed; `look`: a person must tell. */
export type LikenessBand = 'probably' | 'look';

export const PROBABLY = 0.6;
export const LOOK = 0.45;
/** A second model or row this near makes both unsure. */
export const TIE = 0.08;

/** A copied text nearly settles it, but may have been pasted by mistake. */
const TEXT_WORTH = 0.9;
/** Per word of full rarity that was exchanged, and at most. */
const EXCHANGED_WORD = 0.104;
const MOST_EXCHANGED = 0.2;
/** Texts with less in common speak of different things: an exchanged word counts twice then, up to half as much again. */
export const OTHER_TEXT = 0.15;
const OTHER_NUMBER = 0.25;
/** Names with less in common are not names of one model, unless the text is a copy. */
export const NO_NAME = 0.15;
const COPIED = 0.9;

export const UNIT_WORTH: Readonly<Record<UnitStanding, number>> = {
  same: 0.05,
  silent: 0,
  gone: -0.03,
  one_lives: -0.15,
  both_live: -0.45,
  elsewhere: Number.NEGATIVE_INFINITY,
};

/**
 * How much a row is like a model: a near name or a copied text suffices, both together are nearly certain; an exchanged word takes
 * from the name, another number and another unit from the whole. For the bands and the order of cards; it is no probability and is
 * not shown. Source: rules.md 9; the weights were set by hand and held against judged pairs.
 */
export function scoreOf(evidence: Evidence, unit: UnitStanding): number {
  const name = Math.max(0, evidence.name - exchangePenalty(evidence));
  const score = together(name, evidence.text) - (countsDiffer(evidence) ? OTHER_NUMBER : 0) + UNIT_WORTH[unit];
  return mustBeLookedAt(evidence, unit) ? belowProbably(score) : score;
}

/** The most that a pair could score: what is taken off is not known yet. */
export const mostOf = ({ name, text }: Nearness, unit: UnitStanding): number => together(name, text) + UNIT_WORTH[unit];

const together = (name: number, text: number | null): number => 1 - (1 - name) * (1 - TEXT_WORTH * (text ?? 0));

export function exchangePenalty({ text, exchanged }: Evidence): number {
  const other = text !== null && text < OTHER_TEXT;
  return Math.min(other ? 1.5 * MOST_EXCHANGED : MOST_EXCHANGED, EXCHANGED_WORD * exchanged * (other ? 2 : 1));
}

export const countsDiffer = ({ rowNumbers, modelNumbers }: Evidence): boolean =>
  rowNumbers !== '' && modelNumbers !== '' && rowNumbers !== modelNumbers;

/**
 * Siblings look more alike than renamed models, and a number tells them apart. Names alone, or texts alone, do not make it probable
 * where the rest speaks against it.
 */
function mustBeLookedAt(evidence: Evidence, unit: UnitStanding): boolean {
  const { name, text } = evidence;
  if (countsDiffer(evidence) || (name < NO_NAME && (text ?? 0) < COPIED)) return true;
  return text !== null && text < OTHER_TEXT && UNIT_WORTH[unit] < 0;
}

/** A score that a person has to look at, however high it is. */
export const belowProbably = (score: number): number => Math.min(score, PROBABLY - 0.01);

export const bandOf = (score: number): LikenessBand | null =>
  score >= PROBABLY ? 'probably' : score >= LOOK ? 'look' : null;
