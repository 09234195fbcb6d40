import type { Component } from './components';
import type { AnswerValue } from './questions/question';

export interface RoadmapItem {
  /** The id of its question: a plan has one item for a question. */
  readonly id: string;
  readonly questionId: string;
  readonly component: Component;
  readonly title: string;
  /** What will be true when it is done: the anchor of `to`. */
  readonly outcome: string;
  /** `null` = unknown today; planned as from 0. */
  readonly from: AnswerValue | null;
  readonly to: AnswerValue;
  /** Weeks of one person's work. */
  readonly effortWeeks: number;
  /** Items that have to end before this one starts. */
  readonly dependsOn: readonly string[];
  /** 0 = the first month of the plan. */
  readonly startMonth: number;
  /** Whole months; the item ends before month `startMonth + months`. */
  readonly months: number;
}

export interface Roadmap {
  readonly items: readonly RoadmapItem[];
  /** Who work at the same time, one to an item. */
  readonly people: number;
  /** At most so many months are wanted. */
  readonly horizonMonths: number;
  /** Until the last item ends; 0 = nothing to do. */
  readonly months: number;
  /** Ends within the horizon and asks for no more people in any month than there are. */
  readonly fits: boolean;
  /** Months with more items at work than people; only moves make some. */
  readonly overloadedMonths: readonly number[];
  readonly words: readonly string[];
}

type Span = Pick<RoadmapItem, 'startMonth' | 'months'>;

/** How many items are at work in a month. */
export function busyAt(items: readonly Span[], month: number): number {
  return items.filter((item) => item.startMonth <= month && month < item.startMonth + item.months).length;
}
