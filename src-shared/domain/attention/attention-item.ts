import type { Attention } from '#contract/overview';
import { daysFromTo, sayDay, utcDay } from '../base/calendar';
import { counted, sayCount } from '../base/wording';
import type { Tier } from '../vocabulary';

export interface AttentionExample {
  readonly id: string;
  readonly name: string;
}

type Filter = NonNullable<Attention['action']['filter']>;

/** An item with the tier that it is ranked by; `null` = no tier, ranked behind tier 3. */
export interface RankedItem {
  readonly tier: Tier | null;
  readonly attention: Attention;
}

/** The one action: the models concerned, or the model itself when it is a single one that is known. */
export function openAction(
  count: number,
  filter: Filter,
  example: AttentionExample | null = null,
): Attention['action'] {
  if (count === 1 && example) return { label: 'Open the model', filter: null, modelId: example.id };
  const label = count === 1 ? 'Open it in the portfolio' : `Open these ${sayCount(count)} models`;
  return { label, filter, modelId: null };
}

/** The action for a list that holds more than the models counted: the filter cannot say the whole condition. */
export function listAction(
  label: string,
  count: number,
  filter: Filter,
  example: AttentionExample | null = null,
): Attention['action'] {
  const single = openAction(count, filter, example);
  return single.modelId === null ? { label, filter, modelId: null } : single;
}

/** `for 240 days, since 1 Apr 2026`, from the UTC day of `since` to `today`; without the number on its first day. */
export function sayHowLong(since: string, today: string): string {
  const days = Math.floor(daysFromTo(utcDay(since), today));
  return days < 1 ? `since ${sayDay(since)}` : `for ${counted(days, 'day')}, since ${sayDay(since)}`;
}

/** A sentence that starts with a small letter, behind the name of a single known model or as a sentence of its own. */
export function about(count: number, example: AttentionExample | null, sentence: string): string {
  if (count === 1 && example) return `“${example.name}”: ${sentence}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
